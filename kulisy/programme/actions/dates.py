"""Changes to single dates. A room is booked with the date and follows it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from kulisy.kernel import audit
from kulisy.kernel.errors import Refused
from kulisy.kernel.news import publish
from kulisy.kernel.time import Stretch
from kulisy.people.api import Account
from kulisy.programme import rules
from kulisy.programme.events import (
    OccurrenceCancelled,
    OccurrenceChanged,
    OccurrenceMoved,
    OccurrenceRestored,
    OccurrencesAdded,
    OccurrencesRemoved,
)
from kulisy.programme.models import AccessibilityFeature, Activity, Occurrence
from kulisy.programme.rules import Refusal
from kulisy.venues import api as venues
from kulisy.venues.api import Booking, Room

State = Occurrence.State


@transaction.atomic
def add_date(
    *,
    by: Account | None,
    activity: Activity,
    starts_at: datetime,
    ends_at: datetime,
    room: Room | None = None,
    features: Iterable[AccessibilityFeature] = (),
    books_room: bool = True,
    **facts: Any,
) -> Occurrence:
    """Add one date to the activity and book its room.

    Raises Refused when it ends before it starts, or when the room is taken (venues' refusal, with
    the clashes and the nearest free alternatives in its facts).
    """
    if no := rules.span_refusal(starts_at, ends_at):
        raise Refused(no)
    facts.setdefault("mode", activity.mode)
    facts.setdefault("online_url", activity.online_url)
    occurrence = Occurrence(
        activity=activity, starts_at=starts_at, ends_at=ends_at, room=room, **facts
    )
    occurrence.full_clean()
    occurrence.save()
    occurrence.features.set(features)
    if room is not None and books_room:
        occurrence.booking = book(occurrence, by=by)
        occurrence.save(update_fields=["booking"])
    audit.record(
        by=by,
        verb="programme.add_date",
        subject=occurrence,
        changes={"starts_at": [None, starts_at.isoformat()]},
    )
    publish(OccurrencesAdded(activity_id=activity.pk, occurrence_ids=(occurrence.pk,)))
    return occurrence


@transaction.atomic
def move_date(
    *,
    by: Account | None,
    occurrence: Occurrence,
    starts_at: datetime,
    ends_at: datetime,
    room: Room | None = None,
    reason: str = "",
) -> Occurrence:
    """Move the date to another time, and to another room if one is given.

    The old start stays visible. Raises Refused like ``add_date``; then nothing has changed.
    """
    occurrence = _locked(occurrence)
    if occurrence.state == State.CANCELLED:
        raise Refused(Refusal.ALREADY_CANCELLED)
    if no := rules.span_refusal(starts_at, ends_at):
        raise Refused(no)
    place = room or occurrence.room
    was_at, was_room = occurrence.starts_at, occurrence.room
    if (was_at, occurrence.ends_at, was_room) == (starts_at, ends_at, place):
        raise Refused(Refusal.SAME_TIME)
    if occurrence.state in {State.CONFIRMED, State.POSTPONED}:
        # Moved twice, the first promise is the one that people wrote down.
        promised = occurrence.moved_from or was_at
        occurrence.moved_from = None if promised == starts_at else promised
        occurrence.state = State.CONFIRMED
    occurrence.starts_at, occurrence.ends_at, occurrence.room = starts_at, ends_at, place
    occurrence.reason = reason or occurrence.reason
    occurrence.booking = _rebooked(occurrence, by=by)
    _store(occurrence)
    audit.record(
        by=by,
        verb="programme.move_date",
        subject=occurrence,
        changes={"starts_at": [was_at.isoformat(), starts_at.isoformat()]},
    )
    publish(
        OccurrenceMoved(
            occurrence_id=occurrence.pk,
            activity_id=occurrence.activity_id,
            was_at=was_at,
            starts_at=starts_at,
            reason=reason,
        )
    )
    return occurrence


@transaction.atomic
def cancel_date(*, by: Account | None, occurrence: Occurrence, reason: str) -> Occurrence:
    """Cancel one date; it stays visible with its reason, and its room becomes free."""
    return _call_off(occurrence, State.CANCELLED, by=by, reason=reason)


@transaction.atomic
def postpone_date(*, by: Account | None, occurrence: Occurrence, reason: str) -> Occurrence:
    """Call off one date without a new one yet; its room becomes free."""
    return _call_off(occurrence, State.POSTPONED, by=by, reason=reason)


@transaction.atomic
def restore_date(*, by: Account | None, occurrence: Occurrence) -> Occurrence:
    """Bring a called-off date back at its time. Raises Refused when its room is taken by now."""
    occurrence = _locked(occurrence)
    if occurrence.state not in {State.CANCELLED, State.POSTPONED}:
        return occurrence
    was, occurrence.state, occurrence.reason = occurrence.state, State.CONFIRMED, ""
    occurrence.booking = _rebooked(occurrence, by=by)
    _store(occurrence)
    audit.record(
        by=by,
        verb="programme.restore_date",
        subject=occurrence,
        changes={"state": [was, occurrence.state]},
    )
    publish(OccurrenceRestored(occurrence_id=occurrence.pk, activity_id=occurrence.activity_id))
    return occurrence


@transaction.atomic
def confirm_date(*, by: Account | None, occurrence: Occurrence) -> Occurrence:
    """Decide a tentative date. Its held room becomes a firm booking."""
    occurrence = _locked(occurrence)
    if occurrence.state != State.TENTATIVE:
        return occurrence
    occurrence.state = State.CONFIRMED
    if occurrence.booking is not None:
        venues.confirm(occurrence.booking, by=by)
    elif occurrence.room is not None:
        occurrence.booking = book(occurrence, by=by)
    _store(occurrence)
    audit.record(
        by=by,
        verb="programme.confirm_date",
        subject=occurrence,
        changes={"state": [State.TENTATIVE, State.CONFIRMED]},
    )
    publish(
        OccurrenceChanged(
            occurrence_id=occurrence.pk, activity_id=occurrence.activity_id, fields=("state",)
        )
    )
    return occurrence


@transaction.atomic
def mark_sold_out(
    *, by: Account | None, occurrence: Occurrence, sold_out: bool = True
) -> Occurrence:
    """Say that there are no places left, or that there are some again."""
    return change_date(by=by, occurrence=occurrence, is_sold_out=sold_out)


@transaction.atomic
def change_date(*, by: Account | None, occurrence: Occurrence, **changes: Any) -> Occurrence:
    """Change what is said of the date: title, note, mode, features, places. Times are moved."""
    occurrence = _locked(occurrence)
    features = changes.pop("features", None)
    written: dict[str, list[Any]] = {}
    for name, value in changes.items():
        if (old := getattr(occurrence, name)) != value:
            written[name] = [str(old), str(value)]
            setattr(occurrence, name, value)
    if features is not None:
        slugs = [feature.slug for feature in features]
        old_slugs = list(occurrence.features.values_list("slug", flat=True))
        if sorted(slugs) != sorted(old_slugs):
            written["features"] = [old_slugs, slugs]
            occurrence.features.set(features)
    if not written:
        return occurrence
    occurrence.full_clean()
    _store(occurrence)
    audit.record(by=by, verb="programme.change_date", subject=occurrence, changes=written)
    publish(
        OccurrenceChanged(
            occurrence_id=occurrence.pk,
            activity_id=occurrence.activity_id,
            fields=tuple(sorted(written)),
        )
    )
    return occurrence


@transaction.atomic
def remove_dates(*, by: Account | None, occurrences: Iterable[Occurrence]) -> int:
    """Remove dates altogether, as if never planned. What people have seen is cancelled instead."""
    rows = list(occurrences)
    by_activity: dict[int, list[int]] = {}
    for occurrence in rows:
        by_activity.setdefault(occurrence.activity_id, []).append(occurrence.pk)
        if occurrence.booking is not None:
            venues.release(occurrence.booking, by=by)
        audit.record(
            by=by,
            verb="programme.remove_date",
            subject=occurrence,
            changes={"starts_at": [occurrence.starts_at.isoformat(), None]},
        )
    Occurrence.objects.filter(pk__in=[row.pk for row in rows]).delete()
    for activity_id, ids in by_activity.items():
        publish(OccurrencesRemoved(activity_id=activity_id, occurrence_ids=tuple(ids)))
    return len(rows)


def holder_of(occurrence: Occurrence) -> str:
    """The name under which the date holds its room."""
    return f"programme.occurrence:{occurrence.pk}"


def book(occurrence: Occurrence, *, by: Account | None) -> Booking:
    """Book the room of the date for its time; tentatively while the date is tentative."""
    assert occurrence.room is not None  # noqa: S101 - callers have a room; this tells the types
    return venues.book(
        room=occurrence.room,
        stretch=Stretch(occurrence.starts_at, occurrence.ends_at),
        title=occurrence.label,
        by=by,
        holder=holder_of(occurrence),
        tentative_until=occurrence.starts_at if occurrence.state == State.TENTATIVE else None,
    )


def _call_off(
    occurrence: Occurrence, state: Occurrence.State, *, by: Account | None, reason: str
) -> Occurrence:
    occurrence = _locked(occurrence)
    if no := rules.state_refusal(now=occurrence.state, then=state, reason=reason):
        raise Refused(no, state=occurrence.get_state_display())
    was, occurrence.state, occurrence.reason = occurrence.state, state, reason
    if occurrence.booking is not None:
        venues.release(occurrence.booking, by=by)
        occurrence.booking = None
    _store(occurrence)
    audit.record(
        by=by, verb=f"programme.{state}_date", subject=occurrence, changes={"state": [was, state]}
    )
    publish(
        OccurrenceCancelled(
            occurrence_id=occurrence.pk, activity_id=occurrence.activity_id, reason=reason
        )
    )
    return occurrence


def _locked(occurrence: Occurrence) -> Occurrence:
    # Two people at two desks may move the same date; the second sees what the first has done.
    return (
        Occurrence.objects.select_for_update(of=("self",))
        .select_related("activity", "room", "booking")
        .get(pk=occurrence.pk)
    )


def _store(occurrence: Occurrence) -> None:
    # RFC 5545, 3.8.7.4: SEQUENCE grows with each change, so that calendars take the new version.
    occurrence.sequence += 1
    occurrence.save()


def _rebooked(occurrence: Occurrence, *, by: Account | None) -> Booking | None:
    if occurrence.room is None:
        if occurrence.booking is not None:
            venues.release(occurrence.booking, by=by)
        return None
    if occurrence.booking is None:
        return book(occurrence, by=by)
    return venues.move(
        occurrence.booking,
        room=occurrence.room,
        stretch=Stretch(occurrence.starts_at, occurrence.ends_at),
        by=by,
    )
