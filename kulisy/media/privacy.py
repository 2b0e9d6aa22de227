"""What this app keeps about a person: who added which picture."""

from typing import Any

from kulisy.kernel.privacy import keeper
from kulisy.media.models import Picture


def export(account_id: int) -> dict[str, Any]:
    """The pictures the person added, by title."""
    return {
        "pictures": list(
            Picture.objects.filter(uploaded_by_user_id=account_id).values_list("title", flat=True)
        )
    }


def erase(account_id: int) -> int:
    """Forget who added the pictures; they are the centre's and stay."""
    return Picture.objects.filter(uploaded_by_user_id=account_id).update(uploaded_by_user=None)


keeper("media", export=export, erase=erase)
