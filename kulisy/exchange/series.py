"""Regular dates from elsewhere: a rule, what it leaves out, and single dates told apart."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _

from kulisy.exchange.adding import activities_for, facts_of, record_of
from kulisy.exchange.changing import follow_date
from kulisy.exchange.entries import Entry
from kulisy.exchange.models import ImportedRecord
from kulisy.exchange.target import Lists, date_facts, left_out, rule_of_entry, window
from kulisy.kernel.errors import Refused
from kulisy.kernel.time import wall
from kulisy.people.api import Account
from kulisy.programme.api import Occurrence, Recurrence, actions
from kulisy.recurrence.api import Meeting, expand
from kulisy.venues import api as venues

NOT_OF_ALL = ("starts_at", "ends_at", "room")


def add_series(entry: Entry, lists: Lists, *, by: Account | None, run_id: int, today: date) -> str:
    """Write the rule's dates out; what has to be said about it comes back."""
    activity = activities_for([entry], lists, by=by, run_id=run_id)[entry.offer_hash]
    facts = _said(entry, lists)
    room = lists.room_of(entry)
    planned = actions.add_recurrence(
        by=by,
        activity=activity,
        rule=rule_of_entry(entry),
        room=room,
        left_out=left_out(entry),
        window=window(today),
        reason=entry.reason,
        **facts,
    )
    record = record_of(entry, lists, activity=activity, recurrence=planned.recurrence)
    record.written_through = window(today).through
    record.save()
    if planned.clashing and room is not None:
        for each in planned.clashing:
            # The place is told in words at least.
            actions.change_date(by=by, occurrence=each, place=str(room))
        told = _(
            "The room %(room)s is taken on %(count)s of the dates; they stand without a booking."
        )
        return told % {"room": room, "count": len(planned.clashing)}
    return ""


def rewrite_series(
    record: ImportedRecord, entry: Entry, lists: Lists, *, by: Account | None, today: date
) -> list[str]:
    """Bring the coming dates to the rule as it is now. What is over stays as it was."""
    recurring = record.recurrence
    if recurring is None:
        return [_("Removed by hand here and left so.")]
    rule, now = rule_of_entry(entry), timezone.now()
    meetings = {
        meeting.recurrence_id: meeting
        for meeting in expand(rule, window=window(today))
        if meeting.recurrence_id not in left_out(entry) and meeting.ends_at > now
    }
    recurring = actions.change_rule(by=by, recurring=recurring, rule=rule)
    apart = _told_apart(record)
    coming = recurring.occurrences.filter(ends_at__gt=now).select_related(
        "activity", "room", "booking"
    )
    rows = {row.original_starts_at: row for row in coming if row.original_starts_at not in apart}
    wrote, notes = record.facts.get("wrote", {}), list[str]()
    rooms = {room.pk: room for room in lists.rooms.values()}
    pairs, idle, fresh = _paired(rows, meetings, ZoneInfo(entry.zone), apart)
    for row, meeting in pairs:
        last = {**wrote, **_when(recurring, row)}
        if row.original_starts_at != meeting.recurrence_id:
            start = meeting.recurrence_id
            actions.change_date(by=by, occurrence=row, original_starts_at=start)
            row.original_starts_at = start
        target = date_facts(entry, lists)
        target |= {"starts_at": meeting.starts_at, "ends_at": meeting.ends_at}
        # How long a date was by the old rule is not known here: only a moved start tells a hand.
        last["starts_at"] = row.starts_at if row.moved_from is None else last["starts_at"]
        last["ends_at"] = row.ends_at if row.moved_from is None else last["ends_at"]
        notes += follow_date(row, target, last, by=by, rooms=rooms)
    for row in idle:
        if row.state not in {"cancelled", "postponed"}:
            actions.cancel_date(
                by=by, occurrence=row, reason=_("No longer in the calendar it came from.")
            )
    for meeting in fresh:
        notes += add_one(recurring, entry, lists, meeting, by=by)
    record.written_through = window(today).through
    return list(dict.fromkeys(notes))


def add_one(
    recurring: Recurrence,
    entry: Entry,
    lists: Lists,
    meeting: Meeting | None,
    *,
    by: Account | None,
) -> list[str]:
    """Add one date to a rule, without its room if that is taken."""
    facts = _said(entry, lists)
    starts_at, ends_at = entry.starts_at, entry.ends_at
    original = datetime.fromisoformat(entry.rid) if entry.rid else None
    if meeting is not None:
        starts_at, ends_at, original = meeting.starts_at, meeting.ends_at, meeting.recurrence_id
    wanted: dict[str, Any] = {
        "by": by,
        "activity": recurring.activity,
        "starts_at": starts_at,
        "ends_at": ends_at,
        "recurrence": recurring,
        "original_starts_at": original,
        "group": recurring.group,
        "reason": entry.reason,
        **facts,
    }
    room = lists.room_of(entry)
    try:
        actions.add_date(room=room, **wanted)
    except Refused as no:
        if not isinstance(no.reason, venues.Refusal):
            raise
        actions.add_date(**{**wanted, "place": str(room)})
        return [
            _("The room %(room)s is taken then; the date stands without a booking.")
            % {"room": room}
        ]
    return []


def follow_override(
    entry: Entry, lists: Lists, *, by: Account | None, record: ImportedRecord | None
) -> list[str]:
    """Change the one date of a series that the source tells apart."""
    series = (
        ImportedRecord.objects.filter(
            source=lists.source, key=entry.series_key, recurrence__isnull=False
        )
        .select_related("recurrence__activity")
        .first()
    )
    occurrence, notes = None, list[str]()
    if series is not None and series.recurrence is not None:
        recurring = series.recurrence
        original = datetime.fromisoformat(entry.rid)
        rows = recurring.occurrences.select_related("activity", "room", "booking")
        occurrence = rows.filter(original_starts_at=original).first()
        if occurrence is None and entry.ends_at > timezone.now():
            notes = add_one(recurring, entry, lists, None, by=by)
            occurrence = rows.filter(original_starts_at=original).first()
        elif occurrence is not None:
            notes = _tell_apart(occurrence, entry, lists, series, record, by=by)
    if record is None:
        record = record_of(entry, lists)
    record.activity = series.activity if series else None
    record.occurrence = occurrence
    record.content_hash, record.gone_at = entry.content_hash, None
    record.facts = facts_of(entry, lists, occurrence)
    record.save()
    return notes


def _tell_apart(
    occurrence: Occurrence,
    entry: Entry,
    lists: Lists,
    series: ImportedRecord,
    record: ImportedRecord | None,
    *,
    by: Account | None,
) -> list[str]:
    wrote = dict((record or series).facts.get("wrote", {}))
    if record is None and series.recurrence is not None:
        wrote |= _when(series.recurrence, occurrence)
    rooms = {room.pk: room for room in lists.rooms.values()}
    notes = follow_date(
        occurrence, date_facts(entry, lists), wrote, by=by, reason=entry.reason, rooms=rooms
    )
    title = entry.title if entry.title != occurrence.activity.title else ""
    if title != occurrence.title:
        actions.change_date(by=by, occurrence=occurrence, title=title)
    return notes


def back_to_rule(record: ImportedRecord, *, by: Account | None) -> None:
    """A date that the source no longer tells apart is again what its rule says."""
    occurrence = record.occurrence
    if occurrence is None or occurrence.recurrence is None or occurrence.original_starts_at is None:
        return
    target = {**record.facts.get("wrote", {}), **_when(occurrence.recurrence, occurrence)}
    rooms = {occurrence.room.pk: occurrence.room} if occurrence.room else {}
    target["state"] = "confirmed" if target.get("state") == "cancelled" else target.get("state")
    follow_date(occurrence, target, record.facts.get("wrote", {}), by=by, rooms=rooms)
    if occurrence.title:
        actions.change_date(by=by, occurrence=occurrence, title="")


def _said(entry: Entry, lists: Lists) -> dict[str, Any]:
    return {n: v for n, v in date_facts(entry, lists).items() if n not in NOT_OF_ALL}


def _when(recurring: Recurrence, row: Occurrence) -> dict[str, datetime]:
    """When the date would be by its rule."""
    zone = ZoneInfo(recurring.zone)
    start = (row.original_starts_at or row.starts_at).astimezone(zone)
    end = start.replace(tzinfo=None) + timedelta(minutes=recurring.minutes)
    return {"starts_at": start.astimezone(UTC), "ends_at": wall(end.date(), end.time(), zone)}


def _told_apart(record: ImportedRecord) -> set[datetime]:
    keys = ImportedRecord.objects.filter(
        source=record.source, key__startswith=f"{record.key}|", gone_at__isnull=True
    ).values_list("occurrence__original_starts_at", flat=True)
    return {at for at in keys if at is not None}


def _paired(
    rows: dict[datetime | None, Occurrence],
    meetings: dict[datetime, Meeting],
    zone: ZoneInfo,
    apart: Iterable[datetime],
) -> tuple[list[tuple[Occurrence, Meeting]], list[Occurrence], list[Meeting]]:
    """Dates with their meetings: by the exact start, then by the day; and who is left alone."""
    pairs = [(rows[at], meeting) for at, meeting in meetings.items() if at in rows]
    fresh = [m for at, m in meetings.items() if at not in rows and at not in set(apart)]
    idle = [row for at, row in rows.items() if at not in meetings]
    by_day = {
        row.original_starts_at.astimezone(zone).date(): row
        for row in idle
        if row.original_starts_at
    }
    for meeting in list(fresh):
        row = by_day.pop(meeting.starts_at.astimezone(zone).date(), None)
        if row is not None:
            pairs.append((row, meeting))
            idle.remove(row)
            fresh.remove(meeting)
    return pairs, idle, fresh
