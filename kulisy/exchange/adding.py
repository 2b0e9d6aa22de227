"""Bringing in what is not here yet: hundreds of dates with a dozen queries."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from kulisy.exchange.entries import Entry
from kulisy.exchange.models import ImportedRecord, ImportSource
from kulisy.exchange.target import Lists, date_facts, offer_facts, texts
from kulisy.people.api import Account
from kulisy.programme.api import Activity, Occurrence, actions


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
    made = actions.add_activities(
        [_activity(entry, lists) for entry in missing], by=by, told={"import": run_id}
    )
    return found | {entry.offer_hash: made[at] for at, entry in enumerate(missing)}


def _activity(entry: Entry, lists: Lists) -> Activity:
    facts = offer_facts(entry, lists)
    return Activity(
        title=facts["title"],
        kind_id=facts["kind"],
        section_id=facts["section"],
        price=facts["price"],
        is_free=facts["is_free"],
        state=lists.source.state,
        mode=date_facts(entry, lists)["mode"],
        **texts(facts["text"]),
    )


def add_dates(
    entries: Sequence[Entry], lists: Lists, *, by: Account | None, run_id: int
) -> dict[str, str]:
    """Add each entry as a date of its activity; by key, what has to be said about it."""
    activities = activities_for(entries, lists, by=by, run_id=run_id)
    rooms = {room.pk: room for room in lists.rooms.values()}
    rows = []
    for entry in entries:
        facts = date_facts(entry, lists)
        facts["room"] = rooms.get(facts["room"])
        rows.append(Occurrence(activity=activities[entry.offer_hash], reason=entry.reason, **facts))
    without_room = actions.add_dates(rows, by=by, told={"import": run_id})
    ImportedRecord.objects.bulk_create(
        record_of(entry, lists, activity=row.activity, occurrence=row)
        for entry, row in zip(entries, rows, strict=True)
    )
    key_of = {row.pk: entry.key for entry, row in zip(entries, rows, strict=True)}
    taken = _("The room %(room)s is taken then; the date stands without a booking.")
    return {key_of[row.pk]: taken % {"room": row.place} for row in without_room}


def record_of(entry: Entry, lists: Lists, **rows: Any) -> ImportedRecord:
    """What the source said, and what was written here because of it."""
    occurrence = rows.get("occurrence")
    return ImportedRecord(
        source=lists.source,
        key=entry.key,
        content_hash=entry.content_hash,
        offer_hash=entry.offer_hash,
        facts=facts_of(entry, lists, occurrence),
        **rows,
    )


def facts_of(entry: Entry, lists: Lists, occurrence: Occurrence | None) -> dict[str, Any]:
    """The facts of a record: a later change here is told from one there by what was written."""
    written = {**offer_facts(entry, lists), **date_facts(entry, lists)}
    if occurrence is not None:
        written |= {"room": occurrence.room_id, "place": occurrence.place}
    moments = {name: written[name].isoformat() for name in ("starts_at", "ends_at")}
    return {"entry": entry.plain(), "wrote": written | moments}


def source_locked(pk: int) -> ImportSource:
    """The source, held so that two runs do not bring in the same thing twice."""
    return ImportSource.objects.select_for_update().get(pk=pk)
