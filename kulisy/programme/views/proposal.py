"""What a rule would give, said back before anything is saved: its sentence and every date."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kulisy.kernel.time import ClockOddity, Stretch
from kulisy.programme import actions, queries
from kulisy.programme.models import Occurrence, Recurrence
from kulisy.recurrence import api as recurrence
from kulisy.recurrence.api import Meeting, Rule, Window
from kulisy.venues import api as venues
from kulisy.venues.api import Room


@dataclass(frozen=True)
class Line:
    """One date of the proposal and everything to know about it."""

    key: str
    starts_at: datetime
    ends_at: datetime
    skipped: str = ""
    notes: tuple[str, ...] = ()
    clash: str = ""
    is_struck: bool = False
    is_kept: bool = False


@dataclass(frozen=True)
class Proposal:
    """The rule as understood, and its dates in order."""

    sentence: str
    lines: list[Line]
    digest: str
    kept: list[Occurrence] = field(default_factory=list)

    @property
    def held(self) -> list[Line]:
        return [line for line in self.lines if not (line.skipped or line.is_struck or line.is_kept)]

    @property
    def clashing(self) -> list[Line]:
        return [line for line in self.held if line.clash]

    @property
    def skipped(self) -> list[Line]:
        return [line for line in self.lines if line.skipped]


def propose(
    rule: Rule,
    *,
    room: Room | None,
    struck: Collection[str] = (),
    replacing: Recurrence | None = None,
    since: date | None = None,
) -> Proposal:
    """Work the rule out. Raises Refused as the rule's own expansion does."""
    meetings = queries.meetings_of(rule, Window(since=since) if since else None)
    later = _later(replacing, since) if replacing and since else []
    kept = [row for row in later if actions.is_touched(row)]
    kept_keys = {key_of(row.original_starts_at) for row in kept if row.original_starts_at}
    ignoring = frozenset(row.booking_id for row in later if row.booking_id and row not in kept)
    clashes = _clashes(meetings, room, ignoring)
    lines = [
        Line(
            key=key_of(meeting.recurrence_id),
            starts_at=meeting.starts_at,
            ends_at=meeting.ends_at,
            skipped=meeting.skipped.name if meeting.skipped else "",
            notes=_oddity(meeting),
            clash=clashes.get(meeting.recurrence_id, ""),
            is_struck=key_of(meeting.recurrence_id) in struck,
            is_kept=key_of(meeting.recurrence_id) in kept_keys,
        )
        for meeting in meetings
    ]
    sentence = recurrence.describe(rule, meetings, get_language() or "pl")
    return Proposal(sentence, lines, digest_of(rule, room, since), kept)


def key_of(start: datetime) -> str:
    """The start as it stands in a form."""
    return start.astimezone(timezone.get_default_timezone()).isoformat()


def digest_of(rule: Rule, room: Room | None, since: date | None) -> str:
    """Tells whether what is saved is what was shown."""
    told = repr((recurrence.to_rrule(rule), rule.first_on, rule.starts, rule.minutes,
                 rule.skips_public_holidays, rule.skips_school_holidays,
                 room.pk if room else None, since))  # fmt: skip
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _later(row: Recurrence, since: date) -> list[Occurrence]:
    return list(row.occurrences.filter(starts_at__date__gte=since))


def _clashes(
    meetings: list[Meeting], room: Room | None, ignoring: frozenset[int]
) -> dict[datetime, str]:
    if room is None:
        return {}
    now = timezone.now()
    held = [each for each in meetings if each.is_held]
    wishes = tuple(
        venues.Wish(
            room_id=room.pk, stretch=Stretch(each.starts_at, each.ends_at), ignoring=ignoring
        )
        for each in held
    )
    found: dict[datetime, str] = {}
    for clash in venues.clashes(venues.Request(wishes=wishes, now=now)):
        if clash.blocks:
            found.setdefault(held[clash.wish].recurrence_id, venues.explain(clash, now))
    return found


def _oddity(meeting: Meeting) -> tuple[str, ...]:
    if meeting.oddity is ClockOddity.MISSING:
        return (_("This hour does not exist in the night of the clock change; it starts later."),)
    if meeting.oddity is ClockOddity.TWICE:
        return (_("This hour happens twice in the night of the clock change; the first is meant."),)
    return ()
