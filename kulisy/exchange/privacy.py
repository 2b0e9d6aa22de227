"""What imports keep about a person with an account, and how it is removed."""

from typing import Any

from kulisy.exchange.models import ImportRun
from kulisy.kernel.privacy import keeper


def export(account_id: int) -> dict[str, Any]:
    """The files and calendars that the person brought in."""
    return {
        "imports": [
            {"source": run.source.name, "file": run.filename, "at": run.started_at.isoformat()}
            for run in ImportRun.objects.filter(by_id=account_id).select_related("source")
        ]
    }


def erase(account_id: int) -> int:
    """Cut the tie between the account and its imports; what they brought in is the centre's."""
    return ImportRun.objects.filter(by_id=account_id).update(by=None)


keeper("exchange", export=export, erase=erase)
