"""What changes pages from outside the editor: each is a revision, as if staff had published it."""

from typing import Any

from django.db import transaction
from wagtail.models import Page

from kulisy.people.api import Account


@transaction.atomic
def publish_below(parent: Page, page: Page, *, by: Account | None) -> Page:
    """Add the page below its parent and show it to everybody."""
    parent.add_child(instance=page)
    # Whoever calls has asked whether they may.
    page.save_revision(user=by).publish(user=by, skip_permission_checks=True)
    return page


@transaction.atomic
def rewrite(page: Page, *, by: Account | None, **facts: Any) -> Page:
    """Publish the page with these fields changed."""
    for name, value in facts.items():
        setattr(page, name, value)
    # Whoever calls has asked whether they may.
    page.save_revision(user=by).publish(user=by, skip_permission_checks=True)
    return page
