"""Regular dates: a rule becomes dates with rooms, all at once or with the clashing ones named."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from kulisy.kernel import audit
from kulisy.kernel.news import publish
from kulisy.kernel.time import Stretch
from kulisy.people.api import Account
from kulisy.programme import queries
from kulisy.programme.actions.dates import holder_of, remove_dates
from kulisy.programme.events import OccurrencesAdded
from kulisy.programme.models import Activity, Group, Occurrence, Recurrence
from kulisy.recurrence import api as recurrence
from kulisy.recurrence.api import AnyRule, Meeting, RawRule, Rule, Window
from kulisy.venues import api as venues
from kulisy.venues.api import Room


@dataclass(frozen=True)
class Planned:
    """What came of a rule: its dates, those left without their room, and those skipped."""

    recurrence: Recurrence
    occurrences: list[Occurrence]
    clashing: list[Occurrence] = field(default_factory=list)
    skipped: list[Meeting] = field(default_factory=list)


@transaction.atomic
def add_recurrence(
    *,
    by: Account | None,
    activity: Activity,
    rule: AnyRule,
    group: Group | None = None,
    room: Room | None = None,
    left_out: Collection[datetime] = (),
    window: Window | None = None,
    **facts: Any,
) -> Planned:
    """Write out the rule's dates and book the room for each.

    ``left_out`` are starts that the person struck from the proposed list. A date whose room is
    taken is added without the room and returned as clashing: a whole term is not refused for one
    concert. Raises Refused when the rule itself yields nothing or too much.
    """
    meetings = queries.meetings_of(rule, window)
    row = Recurrence(activity=activity, group=group, **columns(rule))
    row.full_clean()
    row.save()
    held = [
        meeting for meeting in meetings if meeting.is_held and meeting.recurrence_id not in left_out
    ]
    occurrences = _write(row, held, room=room, **facts)
    clashing = _book(occurrences, room=room, by=by) if room is not None else []
    audit.record(
        by=by,
        verb="programme.add_recurrence",
        subject=row,
        changes={"rrule": [None, row.rrule], "dates": [0, len(occurrences)]},
    )
    publish(
        OccurrencesAdded(
            activity_id=activity.pk, occurrence_ids=tuple(each.pk for each in occurrences)
        )
    )
    return Planned(row, occurrences, clashing, [each for each in meetings if not each.is_held])


@transaction.atomic
def replace_recurrence(
    *,
    by: Account | None,
    recurring: Recurrence,
    rule: AnyRule,
    since: date,
    room: Room | None = None,
    left_out: Collection[datetime] = (),
    **facts: Any,
) -> Planned:
    """Give regular dates another rule from a day on.

    Dates before the day stay under the old rule, which then ends. Later ones that somebody moved,
    cancelled or described by hand stay as they are; the others give way to the dates of the new
    rule.
    """
    later = recurring.occurrences.filter(starts_at__date__gte=since).select_related("booking")
    touched = [each for each in later if is_touched(each)]
    remove_dates(by=by, occurrences=[each for each in later if not is_touched(each)])
    recurring.sequence += 1
    recurring.save(update_fields=["sequence"])
    kept = {each.original_starts_at for each in touched if each.original_starts_at}
    return add_recurrence(
        by=by,
        activity=recurring.activity,
        group=recurring.group,
        rule=rule,
        room=room,
        left_out=kept | set(left_out),
        window=Window(since=since),
        **facts,
    )


def is_touched(occurrence: Occurrence) -> bool:
    """Whether somebody changed this date by hand, so that a rule must not overwrite it."""
    return occurrence.sequence > 0


@transaction.atomic
def change_rule(*, by: Account | None, recurring: Recurrence, rule: AnyRule) -> Recurrence:
    """Write another rule without touching the dates: whoever calls this brings them along."""
    for name, value in columns(rule).items():
        setattr(recurring, name, value)
    recurring.sequence += 1
    recurring.save()
    audit.record(by=by, verb="programme.change_rule", subject=recurring)
    return recurring


def columns(rule: AnyRule) -> dict[str, Any]:
    """The rule as columns of ``Recurrence``."""
    if isinstance(rule, Rule):
        rule = recurrence.normal(rule)
    return {
        "first_on": rule.first_on,
        "starts": rule.starts,
        "minutes": rule.minutes,
        "rrule": recurrence.to_rrule(rule),
        "zone": rule.zone,
        "skips_public_holidays": rule.skips_public_holidays,
        "skips_school_breaks": rule.skips_school_holidays or "",
    }


def _write(
    row: Recurrence, meetings: Iterable[Meeting], *, room: Room | None, **facts: Any
) -> list[Occurrence]:
    features = facts.pop("features", ())
    facts.setdefault("mode", row.activity.mode)
    facts.setdefault("online_url", row.activity.online_url)
    occurrences = Occurrence.objects.bulk_create(
        Occurrence(
            activity=row.activity,
            group=row.group,
            recurrence=row,
            original_starts_at=meeting.recurrence_id,
            starts_at=meeting.starts_at,
            ends_at=meeting.ends_at,
            room=room,
            **facts,
        )
        for meeting in meetings
    )
    through = Occurrence.features.through
    through.objects.bulk_create(
        through(occurrence_id=occurrence.pk, accessibilityfeature_id=feature.pk)
        for occurrence in occurrences
        for feature in features
    )
    return occurrences


def _book(occurrences: list[Occurrence], *, room: Room, by: Account | None) -> list[Occurrence]:
    """Book the room for all; give back those that could not have it, now without a room."""
    booked = venues.book_many(
        [
            venues.Wanted(
                room=room,
                stretch=Stretch(each.starts_at, each.ends_at),
                title=each.label,
                holder=holder_of(each),
            )
            for each in occurrences
        ],
        by=by,
        only_free=True,
    )
    clashing = []
    for position, occurrence in enumerate(occurrences):
        occurrence.booking = booked.made.get(position)
        if occurrence.booking is None:
            occurrence.room = None
            clashing.append(occurrence)
    Occurrence.objects.bulk_update(occurrences, ["booking", "room"], batch_size=200)
    return clashing


def rule_of(row: Recurrence) -> AnyRule:
    """The rule that a stored recurrence holds."""
    start = datetime.combine(row.first_on, row.starts)
    found = recurrence.from_rrule(row.rrule, start, minutes=row.minutes, zone=row.zone)
    kept = {
        "skips_public_holidays": row.skips_public_holidays,
        "skips_school_holidays": row.skips_school_breaks or None,
    }
    if isinstance(found, RawRule):
        return RawRule(**{**vars(found), **kept})
    return Rule(**{**vars(found), **kept})
