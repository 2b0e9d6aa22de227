"""Roles of a centre, who of them needs a second factor, and when an invitation is refused."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import Enum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

INVITATION_LASTS = timedelta(days=7)


class Role(TextChoices):
    """What somebody does at the centre. The value names the group that carries its permissions."""

    DIRECTOR = "director", _("director")
    PROGRAMME_EDITOR = "programme_editor", _("programme editor")
    PROMOTION = "promotion", _("promotion")
    INSTRUCTOR = "instructor", _("instructor")
    FRONT_DESK = "front_desk", _("front desk")
    ACCOUNTANT = "accountant", _("accountant")
    TECHNICIAN = "technician", _("technician")
    ACCESSIBILITY = "accessibility_coordinator", _("accessibility co-ordinator")


# They meet names, birth dates and guardians of children; a stolen password must not be enough.
SEES_CHILDREN = frozenset({Role.DIRECTOR, Role.INSTRUCTOR, Role.FRONT_DESK, Role.ACCOUNTANT})


class Refusal(Enum):
    """Why something about an account or an invitation is not done."""

    ADDRESS_TAKEN = "address_taken"
    NO_ROLE = "no_role"
    INVITATION_UNKNOWN = "invitation_unknown"
    INVITATION_EXPIRED = "invitation_expired"
    INVITATION_USED = "invitation_used"
    INVITATION_WITHDRAWN = "invitation_withdrawn"
    OWN_ACCOUNT = "own_account"
    LAST_DIRECTOR = "last_director"


def needs_second_factor(roles: Collection[Role], *, is_superuser: bool = False) -> bool:
    """Whether somebody with these roles logs in with a second factor. A superuser sees all."""
    return is_superuser or not SEES_CHILDREN.isdisjoint(roles)


def invitation_refusal(
    *,
    sent_at: datetime,
    accepted_at: datetime | None,
    withdrawn_at: datetime | None,
    now: datetime,
) -> Refusal | None:
    """Why the invitation no longer works, or None. It lasts seven days from its last sending."""
    if accepted_at is not None:
        return Refusal.INVITATION_USED
    if withdrawn_at is not None:
        return Refusal.INVITATION_WITHDRAWN
    if now >= sent_at + INVITATION_LASTS:
        return Refusal.INVITATION_EXPIRED
    return None
