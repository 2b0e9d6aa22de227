"""What this app keeps about a person with an account: which pages they wrote."""

from typing import Any

from wagtail.models import Page

from kulisy.kernel.privacy import keeper


def export(account_id: int) -> dict[str, Any]:
    """The pages that name the person as their author."""
    return {"pages": list(Page.objects.filter(owner_id=account_id).values_list("title", flat=True))}


def erase(account_id: int) -> int:
    """Forget who wrote the pages; the pages are the centre's and stay."""
    return Page.objects.filter(owner_id=account_id).update(owner=None)


keeper("website", export=export, erase=erase)
