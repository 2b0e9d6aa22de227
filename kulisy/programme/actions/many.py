"""Hundreds of activities and dates at once, with a dozen queries: what an import brings."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from kulisy.kernel import audit
from kulisy.kernel.news import publish
from kulisy.kernel.time import Stretch
from kulisy.people.api import Account
from kulisy.programme import rules
from kulisy.programme.actions.dates import holder_of
from kulisy.programme.events import ActivityAdded, OccurrencesAdded
from kulisy.programme.models import Activity, Occurrence
from kulisy.ui.slugs import slugs_for
from kulisy.venues import api as venues
from kulisy.venues.api import Room

BOOKED_AT_ONCE = 200


@transaction.atomic
def add_activities(
    activities: Sequence[Activity], *, by: Account | None, told: Mapping[str, Any]
) -> list[Activity]:
    """Add the unsaved activities, each with an address of its own, shown from now on.

    ``told`` goes into the history of each beside its title, such as the import it came by.
    """
    slugs = slugs_for([each.title for each in activities], Activity, fallback="wydarzenie")
    for activity, slug in zip(activities, slugs, strict=True):
        activity.slug, activity.created_by = slug, by
        activity.publish_at = activity.publish_at or timezone.now()
    made = Activity.objects.bulk_create(activities)
    _record(made, "programme.add_activity", "title", by=by, told=told)
    for activity in made:
        publish(ActivityAdded(activity_id=activity.pk))
    return made


@transaction.atomic
def add_dates(
    dates: Sequence[Occurrence], *, by: Account | None, told: Mapping[str, Any]
) -> Collection[Occurrence]:
    """Add the unsaved dates and book the rooms of those to come.

    Those whose room is taken come back: they keep the room's name as words, without a booking.
    """
    rows = Occurrence.objects.bulk_create(dates)
    _record(rows, "programme.add_date", "starts_at", by=by, told=told)
    without_room = book_rooms(rows, by=by)
    by_activity: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        by_activity[row.activity_id].append(row.pk)
    for activity_id, ids in by_activity.items():
        publish(OccurrencesAdded(activity_id=activity_id, occurrence_ids=tuple(ids)))
    return without_room


def book_rooms(rows: Sequence[Occurrence], *, by: Account | None) -> list[Occurrence]:
    """Book the room of each date to come. Those whose room is taken keep its name as words."""
    now = timezone.now()
    wanted = [
        (row, row.room)
        for row in rows
        if row.room is not None and row.ends_at > now and row.state not in rules.NEEDS_REASON
    ]
    without_room = []
    for start in range(0, len(wanted), BOOKED_AT_ONCE):
        part = wanted[start : start + BOOKED_AT_ONCE]
        booked = venues.book_many([_wanted(row, room) for row, room in part], by=by, only_free=True)
        for at, (row, room) in enumerate(part):
            row.booking = booked.made.get(at)
            if row.booking is None:
                row.place, row.room = str(room), None
                without_room.append(row)
        rows_of_part = [row for row, _room in part]
        Occurrence.objects.bulk_update(rows_of_part, ["booking", "room", "place"])
    return without_room


def _wanted(row: Occurrence, room: Room) -> venues.Wanted:
    return venues.Wanted(
        room=room,
        stretch=Stretch(row.starts_at, row.ends_at),
        title=row.label,
        holder=holder_of(row),
    )


def _record(
    rows: Sequence[Model], verb: str, name: str, *, by: Account | None, told: Mapping[str, Any]
) -> None:
    audit.record_many(
        by=by,
        verb=verb,
        changes=[(row, {name: [None, str(getattr(row, name))], **told}) for row in rows],
    )
