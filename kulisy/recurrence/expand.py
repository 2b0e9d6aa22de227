"""From a rule to its dated meetings, with every skipped date and its reason."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from kulisy.kernel.errors import Refused
from kulisy.kernel.time import ClockOddity, clock_oddity, wall

from .convert import to_rrule
from .days import starts
from .parts import Parts, parse
from .rule import AnyRule, Frequency, Rule
from .rules import (
    LAST_YEAR,
    MOST_DATES,
    MOST_YEARS,
    Refusal,
    check_times,
    ending_with_season,
    normal,
    start_of,
    years_after,
    zone_of,
)
from .skips import SchoolBreak, Skip, why_skipped


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """One date of a rule.

    ``wall_start`` is the rule's own clock time without a zone, ``starts_at`` the moment it means;
    they differ only in the hour that does not exist (``oddity``). ``recurrence_id`` is the same
    moment in UTC: Python never finds a zoned time in the hour that exists twice equal to one in
    another zone, so only UTC is fit for a key.
    """

    starts_at: datetime
    ends_at: datetime
    recurrence_id: datetime
    wall_start: datetime
    skipped: Skip | None = None
    oddity: ClockOddity | None = None

    @property
    def is_held(self) -> bool:
        return self.skipped is None


@dataclass(frozen=True, kw_only=True)
class Window:
    """Which part of a rule's dates is asked for.

    ``season_ends_on`` ends only a rule that has no end. ``since`` leaves out what is past and
    ``through`` what is too far: a calendar kept since 2015, with classes until 2040, can be
    imported for the coming season. The years allowed to a rule are then counted from ``since``.
    """

    season_ends_on: date | None = None
    since: date | None = None
    through: date | None = None


ALL = Window()


def expand(
    rule: AnyRule,
    *,
    window: Window = ALL,
    holidays: Mapping[date, str] | None = None,
    breaks: Collection[SchoolBreak] = (),
) -> list[Meeting]:
    """The rule's meetings in order, skipped dates among them with their reasons.

    Without ``holidays`` the library's are taken. A meeting ends by the clock on the wall: a night
    22.00-4.00 lasts an hour more or less when clocks change in it.

    Refused when there would be more than ``MOST_DATES``, or dates later than ``MOST_YEARS`` after
    the first day, or none at all, or all of them skipped.
    """
    zone = zone_of(rule)
    meetings = []
    for start in wall_starts(rule, window):
        skipped = why_skipped(rule, start.date(), holidays=holidays, breaks=breaks)
        meetings.append(_meeting(rule, start, zone, skipped))
    if not any(meeting.is_held for meeting in meetings):
        raise Refused(Refusal.ALL_DATES_SKIPPED, count=len(meetings))
    return meetings


def wall_starts(rule: AnyRule, window: Window = ALL) -> list[datetime]:
    """All the rule's starts by the clock on the wall, before any is skipped; refused as above."""
    if isinstance(rule, Rule):
        rule = ending_with_season(normal(rule), window.season_ends_on)
        if rule.frequency is Frequency.NONE:
            return _only_start(rule, window)
        if rule.until_on is not None and rule.until_on < rule.first_on:
            raise Refused(Refusal.NO_DATES)
    else:
        check_times(rule)
    parts = parse(to_rrule(rule))
    until = parts.until_wall(zone_of(rule))
    last, is_cut = _last_day(parts, until, _limit(rule, window), window)
    found = _within_bounds(
        start
        for start in starts(parts, start_of(rule), last=last, since=window.since)
        if until is None or start <= until
    )
    if not found:
        raise Refused(Refusal.NO_DATES)
    if is_cut and _goes_on(parts, start_of(rule), last):
        raise Refused(Refusal.TOO_LONG, years=MOST_YEARS, last_on=last)
    return found


def _only_start(rule: Rule, window: Window) -> list[datetime]:
    since, through = window.since or date.min, window.through or date.max
    if not since <= rule.first_on <= through:
        raise Refused(Refusal.NO_DATES)
    return [start_of(rule)]


def _limit(rule: AnyRule, window: Window) -> date:
    begin = max(rule.first_on, window.since or rule.first_on)
    if begin.year > LAST_YEAR:
        raise Refused(Refusal.NO_DATES)
    return years_after(begin, MOST_YEARS)


def _last_day(
    parts: Parts, until: datetime | None, limit: date, window: Window
) -> tuple[date, bool]:
    """The last day to look at, and whether the rule is cut off there rather than ended."""
    end = until.date() if until else None
    if end is None and parts.count is None:
        end = window.season_ends_on or window.through
        if end is None:
            raise Refused(Refusal.NEVER_ENDS)
    end = min(end or date.max, window.through or date.max)
    return (limit, True) if end > limit else (end, False)


def _within_bounds(found: Iterable[datetime]) -> list[datetime]:
    # One more than allowed is asked for, and nothing after it.
    kept = [start for start, _ in zip(found, range(MOST_DATES + 1), strict=False)]
    if len(kept) > MOST_DATES:
        raise Refused(Refusal.TOO_MANY_DATES, most=MOST_DATES)
    return kept


def _goes_on(parts: Parts, first: datetime, last: date) -> bool:
    """Whether a rule cut off at ``last`` has dates left: one with a COUNT may have used it up."""
    if parts.count is None:
        return True
    given = starts(parts, first, last=last)
    return sum(1 for _ in zip(given, range(parts.count), strict=False)) < parts.count


def _meeting(rule: AnyRule, start: datetime, zone: ZoneInfo, skipped: Skip | None) -> Meeting:
    length = timedelta(minutes=rule.minutes)
    starts_at = wall(start.date(), start.time(), zone)
    oddity = clock_oddity(start.date(), start.time(), zone)
    end = start + length
    ends_at = wall(end.date(), end.time(), zone)
    if oddity is ClockOddity.MISSING:
        # The start has moved past the gap: the clock's end could lie before it. The length is kept.
        ends_at = (starts_at.astimezone(UTC) + length).astimezone(zone)
    return Meeting(
        starts_at=starts_at,
        ends_at=ends_at,
        recurrence_id=starts_at.astimezone(UTC),
        wall_start=start,
        skipped=skipped,
        oddity=oddity,
    )
