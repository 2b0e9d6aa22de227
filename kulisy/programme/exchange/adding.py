"""Bringing in what is not here yet: hundreds of dates with a dozen queries."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from kulisy.kernel.audit import AuditEntry
from kulisy.kernel.news import publish
from kulisy.kernel.time import Stretch
from kulisy.people.api import Account
from kulisy.programme.actions.dates import holder_of
from kulisy.programme.events import ActivityAdded, OccurrencesAdded
from kulisy.programme.exchange.entries import Entry
from kulisy.programme.exchange.slugs import slugs_for
from kulisy.programme.exchange.target import Lists, date_facts, offer_facts, texts
from kulisy.programme.models import Activity, ImportedRecord, ImportSource, Occurrence
from kulisy.venues import api as venues

BOOKED_AT_ONCE = 200


def activities_for(
    entries: Sequence[Entry], lists: Lists, *, by: Account | None, run_id: int
) -> dict[str, Activity]:
    """Activities by offer hash: those the source brought before, and new ones for the others."""
    wanted = {entry.offer_hash: entry for entry in entries}
    known = ImportedRecord.objects.filter(
        source=lists.source, offer_hash__in=wanted, activity__isnull=False
    ).select_related("activity")
    found = {record.offer_hash: record.activity for record in known if record.activity}
    missing = [entry for mark, entry in wanted.items() if mark not in found]
    slugs = slugs_for([entry.title for entry in missing])
    made = Activity.objects.bulk_create(
        _activity(entry, slug, lists, by) for entry, slug in zip(missing, slugs, strict=True)
    )
    _record(made, "programme.add_activity", "title", by=by, run_id=run_id)
    for activity in made:
        publish(ActivityAdded(activity_id=activity.pk))
    return found | {entry.offer_hash: made[at] for at, entry in enumerate(missing)}


def _activity(entry: Entry, slug: str, lists: Lists, by: Account | None) -> Activity:
    facts = offer_facts(entry, lists)
    return Activity(
        slug=slug,
        title=facts["title"],
        kind_id=facts["kind"],
        section_id=facts["section"],
        price=facts["price"],
        is_free=facts["is_free"],
        state=lists.source.state,
        mode=date_facts(entry, lists)["mode"],
        publish_at=timezone.now(),
        created_by=by,
        **texts(facts["text"]),
    )


def add_dates(
    entries: Sequence[Entry], lists: Lists, *, by: Account | None, run_id: int
) -> dict[str, str]:
    """Add each entry as a date of its activity; by key, what has to be said about it."""
    activities = activities_for(entries, lists, by=by, run_id=run_id)
    rows = []
    for entry in entries:
        facts = date_facts(entry, lists)
        facts["room_id"] = facts.pop("room")
        rows.append(
            Occurrence(activity=activities[entry.offer_hash], reason=entry.reason, **facts)
        )
    rows = Occurrence.objects.bulk_create(rows)
    notes = book_rooms(rows, entries, lists, by=by)
    ImportedRecord.objects.bulk_create(
        record_of(entry, lists, activity=row.activity, occurrence=row)
        for entry, row in zip(entries, rows, strict=True)
    )
    _record(rows, "programme.add_date", "starts_at", by=by, run_id=run_id)
    by_activity: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        by_activity[row.activity_id].append(row.pk)
    for activity_id, ids in by_activity.items():
        publish(OccurrencesAdded(activity_id=activity_id, occurrence_ids=tuple(ids)))
    return notes


def book_rooms(
    rows: Sequence[Occurrence], entries: Sequence[Entry], lists: Lists, *, by: Account | None
) -> dict[str, str]:
    """Book the rooms of coming dates. Who finds the room taken keeps the place in words."""
    rooms = {room.pk: room for room in lists.rooms.values()}
    now, notes = timezone.now(), dict[str, str]()
    wanted = [
        (row, entry)
        for row, entry in zip(rows, entries, strict=True)
        if row.room_id and row.ends_at > now and row.state != Occurrence.State.CANCELLED
    ]
    for start in range(0, len(wanted), BOOKED_AT_ONCE):
        part = wanted[start : start + BOOKED_AT_ONCE]
        booked = venues.book_many(
            [
                venues.Wanted(
                    room=rooms[row.room_id], stretch=Stretch(row.starts_at, row.ends_at),
                    title=row.label, holder=holder_of(row),
                )
                for row, _entry in part
            ],
            by=by,
            only_free=True,
        )  # fmt: skip
        for at, (row, entry) in enumerate(part):
            row.booking = booked.made.get(at)
            if row.booking is None:
                row.place, row.room = str(rooms[row.room_id]), None
                notes[entry.key] = _("The room %(room)s is taken then; the date stands without a booking.") % {"room": row.place}
        Occurrence.objects.bulk_update([row for row, _entry in part], ["booking", "room", "place"])
    return notes


def record_of(entry: Entry, lists: Lists, **rows: Any) -> ImportedRecord:
    """What the source said, and what was written here because of it."""
    occurrence = rows.get("occurrence")
    return ImportedRecord(
        source=lists.source, key=entry.key, content_hash=entry.content_hash,
        offer_hash=entry.offer_hash, facts=facts_of(entry, lists, occurrence), **rows,
    )  # fmt: skip


def facts_of(entry: Entry, lists: Lists, occurrence: Occurrence | None) -> dict[str, Any]:
    """The facts of a record: a later change here is told from one there by what was written."""
    written = {**offer_facts(entry, lists), **date_facts(entry, lists)}
    if occurrence is not None:
        written |= {"room": occurrence.room_id, "place": occurrence.place}
    moments = {name: written[name].isoformat() for name in ("starts_at", "ends_at")}
    return {"entry": entry.plain(), "wrote": written | moments}


def _record(rows: Sequence[Any], verb: str, name: str, *, by: Account | None, run_id: int) -> None:
    AuditEntry.objects.bulk_create(
        AuditEntry(
            by_id=by.pk if by else None, verb=verb, subject_kind=row._meta.label_lower,
            subject_id=str(row.pk), changes={name: [None, str(getattr(row, name))], "import": run_id},
        )
        for row in rows
    )  # fmt: skip


def source_locked(pk: int) -> ImportSource:
    """The source, held so that two runs do not bring in the same thing twice."""
    return ImportSource.objects.select_for_update().get(pk=pk)
