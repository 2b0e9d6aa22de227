"""Between rules and the RRULE of RFC 5545."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kulisy.kernel.errors import Refused

from .days import starts
from .parts import WEEKDAY_CODES, Freq, Parts, named, parse
from .rule import AnyRule, Frequency, RawRule, Rule, Weekday
from .rules import (
    FIRST_YEAR,
    LAST_YEAR,
    MOST_INTERVAL,
    MOST_YEARS,
    NTHS,
    Refusal,
    known_zone,
    normal,
    years_after,
    zone_of,
)

_WARSAW = "Europe/Warsaw"
_FREQ = {
    Frequency.DAILY: "DAILY",
    Frequency.WEEKLY: "WEEKLY",
    Frequency.MONTHLY_BY_DAY: "MONTHLY",
    Frequency.MONTHLY_BY_WEEKDAY: "MONTHLY",
    Frequency.YEARLY: "YEARLY",
}


def to_rrule(rule: AnyRule) -> str:
    """The RRULE's value, to stand beside ``dtstart(rule)``; empty for a thing that happens once.

    UNTIL is the end of its day, in UTC as RFC 5545 asks beside a DTSTART with a TZID: readers that
    compare it by day and those that compare it by moment then find the same last date.
    """
    if isinstance(rule, RawRule):
        line = rule.text.strip().upper().removeprefix("RRULE:").strip(";")
        named(line)
        return line
    rule = normal(rule)
    if rule.frequency is Frequency.NONE:
        return ""
    parts = [f"FREQ={_FREQ[rule.frequency]}"]
    if rule.interval > 1:
        parts.append(f"INTERVAL={rule.interval}")
    if rule.count is not None:
        parts.append(f"COUNT={rule.count}")
    if rule.until_on is not None:
        parts.append(f"UNTIL={_end_of_day(rule.until_on, zone_of(rule)):%Y%m%dT%H%M%SZ}")
    return ";".join(parts + _pattern(rule))


def dtstart(rule: AnyRule) -> datetime:
    """The first start, in the rule's zone; for a RawRule the start it came with."""
    if isinstance(rule, Rule):
        rule = normal(rule)
    # Not kernel's wall(): a start in the missing hour is written as the rule says it.
    return datetime.combine(rule.first_on, rule.starts, zone_of(rule))


def from_rrule(text: str, start: datetime, *, minutes: int, zone: str | None = None) -> AnyRule:
    """The editor's rule for this RRULE, or the text kept as it is when the editor has none.

    The zone is the start's own when it has a name, else Warsaw. Refused when the text is no RRULE.
    """
    start, zone = _in_zone(start, zone)
    frame = Rule(first_on=start.date(), starts=start.time(), minutes=minutes, zone=zone)
    if not text.strip():
        return frame
    raw = RawRule(
        text=text, first_on=frame.first_on, starts=frame.starts, minutes=minutes, zone=zone
    )
    try:
        parts = parse(text)
    except Refused as no:
        if no.reason is Refusal.MORE_THAN_DAILY:
            return raw
        raise
    found = _shown(parts, frame)
    if found is None:
        return raw
    first = _first_date(parts, start)
    if first is None:
        return raw
    return replace(found, first_on=first, until_on=_until_on(parts, frame), count=parts.count)


def _end_of_day(day: date, zone: ZoneInfo) -> datetime:
    if day.year >= 9998:  # noqa: PLR2004 - the calendar's last years cannot be moved to UTC
        return datetime(9998, 12, 31, 23, 59, 59, tzinfo=UTC)
    return datetime.combine(day, time(23, 59, 59), zone).astimezone(UTC)


def _pattern(rule: Rule) -> list[str]:
    days = [WEEKDAY_CODES[day] for day in sorted(rule.weekdays)]
    match rule.frequency:
        case Frequency.WEEKLY:
            return ["BYDAY=" + ",".join(days)]
        case Frequency.MONTHLY_BY_DAY:
            return [f"BYMONTHDAY={rule.first_on.day}"]
        case Frequency.MONTHLY_BY_WEEKDAY:
            return ["BYDAY=" + ",".join(f"{rule.nth}{day}" for day in days)]
        case Frequency.YEARLY:
            return [f"BYMONTH={rule.first_on.month}", f"BYMONTHDAY={rule.first_on.day}"]
    return []


def _in_zone(start: datetime, zone: str | None) -> tuple[datetime, str]:
    own = start.tzinfo
    if zone is None:
        named_zone = getattr(own, "key", None)
        zone = named_zone or ("UTC" if own is UTC else _WARSAW)
    known = known_zone(zone)
    try:
        there = start.astimezone(known) if own is not None else start
    except (OverflowError, ValueError) as outside:
        raise Refused(Refusal.NO_DATES) from outside
    return there.replace(tzinfo=None, fold=0, microsecond=0), zone


def _shown(parts: Parts, frame: Rule) -> Rule | None:
    """The editor's pattern that gives the same dates, if there is one; ends are added later."""
    same_clock = (
        parts.by_hour in {(), (frame.starts.hour,)}
        and parts.by_minute in {(), (frame.starts.minute,)}
        and parts.by_second in {(), (frame.starts.second,)}
    )
    two_ends = parts.count is not None and parts.until is not None
    odd = parts.by_week_no or parts.by_year_day or parts.interval > MOST_INTERVAL
    if odd or two_ends or not same_clock:
        return None
    frame = replace(frame, interval=parts.interval)
    match parts.freq:
        case Freq.DAILY | Freq.WEEKLY:
            return _shown_weekly(parts, frame)
        case Freq.MONTHLY:
            return _shown_monthly(parts, frame)
        case Freq.YEARLY:
            return _shown_yearly(parts, frame)
    return None


def _shown_weekly(parts: Parts, frame: Rule) -> Rule | None:
    if parts.by_month or parts.by_month_day or parts.by_set_pos:
        return None
    if parts.freq is Freq.DAILY and not parts.by_day:
        return replace(frame, frequency=Frequency.DAILY)
    if parts.freq is Freq.DAILY and parts.interval > 1:
        return None
    weekdays = frozenset(Weekday(day) for _, day in parts.by_day)
    weekdays = weekdays or frozenset({Weekday(frame.first_on.weekday())})
    # Which day a week begins on matters only when weeks are left out between two of its days.
    if parts.wkst and parts.interval > 1 and len(weekdays) > 1:
        return None
    return replace(frame, frequency=Frequency.WEEKLY, weekdays=weekdays)


def _shown_monthly(parts: Parts, frame: Rule) -> Rule | None:
    if parts.by_month:
        return None
    if parts.by_day:
        return _shown_monthly_by_weekday(parts, frame)
    days = parts.by_month_day or (frame.first_on.day,)
    single = len(days) == 1 and days[0] > 0 and parts.by_set_pos in {(), (1,), (-1,)}
    return replace(frame, frequency=Frequency.MONTHLY_BY_DAY) if single else None


def _shown_monthly_by_weekday(parts: Parts, frame: Rule) -> Rule | None:
    nth, *other_nths = {nth for nth, _ in parts.by_day}
    if other_nths or parts.by_month_day:
        return None
    weekdays = frozenset(Weekday(day) for _, day in parts.by_day)
    if nth == 0 and not parts.by_set_pos and parts.interval == 1:
        return replace(frame, frequency=Frequency.WEEKLY, weekdays=weekdays)
    if nth == 0 and len(weekdays) == len(parts.by_set_pos) == 1:
        nth = parts.by_set_pos[0]  # how Outlook writes "the first Saturday"
    elif parts.by_set_pos:
        return None
    if nth not in NTHS:
        return None
    return replace(frame, frequency=Frequency.MONTHLY_BY_WEEKDAY, nth=nth, weekdays=weekdays)


def _shown_yearly(parts: Parts, frame: Rule) -> Rule | None:
    one_day = len(parts.by_month) <= 1 and len(parts.by_month_day) <= 1
    # A day of the month without the month is every month's.
    monthless = bool(parts.by_month_day) and not parts.by_month
    negative = any(day < 0 for day in parts.by_month_day)
    if parts.by_day or parts.by_set_pos or monthless or negative or not one_day:
        return None
    return replace(frame, frequency=Frequency.YEARLY)


def _first_date(parts: Parts, start: datetime) -> date | None:
    """The rule's first date; DTSTART need not be one of them."""
    if not FIRST_YEAR <= start.year <= LAST_YEAR:
        return None
    last = years_after(start.date(), MOST_YEARS)
    first = next(starts(parts, start, last=last), None)
    return first.date() if first else None


def _until_on(parts: Parts, frame: Rule) -> date | None:
    until = parts.until_wall(zone_of(frame))
    if until is None:
        return None
    before_start = until.time() < frame.starts and until.date() > date.min
    return until.date() - timedelta(days=before_start)
