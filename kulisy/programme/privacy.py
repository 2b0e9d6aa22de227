"""What the programme keeps about a person with an account, and how it is removed."""

from typing import Any

from kulisy.kernel.privacy import keeper
from kulisy.programme.models import Activity, Contributor


def export(account_id: int) -> dict[str, Any]:
    """The person's page among the people of the programme, and what they entered."""
    page = Contributor.objects.filter(account_id=account_id).first()
    return {
        "page": (
            {"name": page.name, "headline": page.headline, "about": page.about} if page else None
        ),
        "activities_entered": list(
            Activity.objects.filter(created_by_id=account_id).values_list("title", flat=True)
        ),
    }


def erase(account_id: int) -> int:
    """Cut the tie between the account and what it entered.

    The page of a performer or instructor is published work of the centre: it stays until the
    centre takes it down, no longer tied to an account.
    """
    entered = Activity.objects.filter(created_by_id=account_id).update(created_by=None)
    pages = Contributor.objects.filter(account_id=account_id).update(account=None)
    return entered + pages


keeper("programme", export=export, erase=erase)
