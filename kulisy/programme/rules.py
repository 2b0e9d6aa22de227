"""Pure decisions about activities and dates: what may follow what, and why not."""

from collections.abc import Mapping
from datetime import datetime
from enum import Enum

DEEPEST = 4  # festival, day, stage, concert: nobody was found to need a fifth level


class Refusal(Enum):
    """Why a change to the programme was refused. Each has its sentence in ``words``."""

    ENDS_BEFORE_START = "ends_before_start"
    TOO_LONG = "too_long"
    STATE_DOES_NOT_FOLLOW = "state_does_not_follow"
    REASON_MISSING = "reason_missing"
    NOT_READY = "not_ready"
    CIRCLE = "circle"
    TOO_DEEP = "too_deep"
    SAME_TIME = "same_time"
    ALREADY_CANCELLED = "already_cancelled"
    NOTHING_TO_COPY = "nothing_to_copy"
    COPIED_ALREADY = "copied_already"
    SHOWN_ALREADY = "shown_already"


# What may follow what. A cancelled thing can be brought back; nothing returns to a draft, because
# somebody may have read it.
FOLLOWS: Mapping[str, frozenset[str]] = {
    "draft": frozenset({"tentative", "confirmed", "cancelled"}),
    "tentative": frozenset({"confirmed", "postponed", "cancelled", "draft"}),
    "confirmed": frozenset({"postponed", "cancelled", "tentative"}),
    "postponed": frozenset({"confirmed", "tentative", "cancelled"}),
    "cancelled": frozenset({"confirmed", "tentative", "postponed"}),
}
NEEDS_REASON = frozenset({"postponed", "cancelled"})
LONGEST_DAYS = 366  # an exhibition may stand a year; more is a typing mistake


def state_refusal(*, now: str, then: str, reason: str) -> Refusal | None:
    """Why the state may not become ``then``, or None if it may."""
    if then not in FOLLOWS[now]:
        return Refusal.STATE_DOES_NOT_FOLLOW
    if then in NEEDS_REASON and not reason.strip():
        return Refusal.REASON_MISSING
    return None


def span_refusal(starts_at: datetime, ends_at: datetime) -> Refusal | None:
    """Why this cannot be the time of a date, or None if it can."""
    if ends_at <= starts_at:
        return Refusal.ENDS_BEFORE_START
    if (ends_at - starts_at).days > LONGEST_DAYS:
        return Refusal.TOO_LONG
    return None


def parent_refusal(pk: int | None, ancestors: list[int], height: int) -> Refusal | None:
    """Why this activity may not become a part there.

    ``ancestors`` are the would-be parent and all above it; ``height`` how many levels hang below
    the activity itself.
    """
    if pk is not None and pk in ancestors:
        return Refusal.CIRCLE
    if len(ancestors) + 1 + height > DEEPEST:
        return Refusal.TOO_DEEP
    return None


def missing_to_publish(
    *, title: str, has_dates: bool, is_collection: bool, picture_lacks_words: bool
) -> list[str]:
    """What an activity still lacks before it may be shown, by field name."""
    missing = []
    if not title.strip():
        missing.append("title")
    if not has_dates and not is_collection:
        missing.append("dates")
    if picture_lacks_words:
        missing.append("picture_alt")
    return missing
