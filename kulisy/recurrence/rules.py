"""What a rule may not be, and why; and what a sound rule comes down to."""

import calendar
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from kulisy.kernel.errors import Refused

from .rule import AnyRule, Frequency, Rule, Weekday
from .voivodeships import VOIVODESHIPS

# A season is ten months; three years and a thousand dates leave room for every real course, and a
# typing slip ("2062") is answered before it fills a calendar.
MOST_DATES = 1_000
MOST_YEARS = 3
MOST_MINUTES = 7 * 24 * 60
MOST_INTERVAL = 999
FIRST_YEAR, LAST_YEAR = 1900, 2100
NTHS = frozenset({1, 2, 3, 4, -1})


class Refusal(Enum):
    """Why a rule is not accepted, or gives no dates."""

    TOO_MANY_DATES = "too-many-dates"
    TOO_LONG = "too-long"
    NO_DATES = "no-dates"
    ALL_DATES_SKIPPED = "all-dates-skipped"
    NEVER_ENDS = "never-ends"
    UNTIL_BEFORE_FIRST = "until-before-first"
    TWO_ENDS = "two-ends"
    ENDS_BEFORE_START = "ends-before-start"
    MEETING_TOO_LONG = "meeting-too-long"
    INTERVAL_OUT_OF_RANGE = "interval-out-of-range"
    WHICH_WEEK = "which-week"
    WHICH_WEEKDAY = "which-weekday"
    FIRST_OUT_OF_RANGE = "first-out-of-range"
    START_NOT_ON_THE_CLOCK = "start-not-on-the-clock"
    NO_SUCH_DAY = "no-such-day"
    UNKNOWN_ZONE = "unknown-zone"
    UNKNOWN_VOIVODESHIP = "unknown-voivodeship"
    UNREADABLE_RULE = "unreadable-rule"
    MORE_THAN_DAILY = "more-than-daily"


def known_zone(name: str) -> ZoneInfo:
    """The time zone, refused when nobody knows it."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as unknown:
        # OSError: "Europe" is a folder of the zone database, and is opened as a file.
        raise Refused(Refusal.UNKNOWN_ZONE, zone=name) from unknown


def zone_of(rule: AnyRule) -> ZoneInfo:
    return known_zone(rule.zone)


def calendar_day(year: int, month: int, day: int) -> date:
    """The date, or a refusal for 31 February."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError) as missing:
        raise Refused(Refusal.NO_SUCH_DAY, day=day, month=month, year=year) from missing


def minutes_between(starts: time, ends: time, *, next_day: bool = False) -> int:
    """The length from one clock time to another; past midnight only when that is said."""
    minutes = (ends.hour - starts.hour) * 60 + ends.minute - starts.minute
    if next_day:
        minutes += 24 * 60
    if minutes <= 0:
        raise Refused(Refusal.ENDS_BEFORE_START, starts=starts, ends=ends)
    return minutes


def years_after(day: date, years: int) -> date:
    """The same day some years on; after 29 February comes 28 February."""
    last = calendar.monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last))


def check_times(rule: AnyRule) -> None:
    """Refuses what is wrong with the first day, the hour, the length, the zone or the skips."""
    if not FIRST_YEAR <= rule.first_on.year <= LAST_YEAR:
        raise Refused(Refusal.FIRST_OUT_OF_RANGE, first_year=FIRST_YEAR, last_year=LAST_YEAR)
    if rule.starts.tzinfo is not None or rule.starts.microsecond or rule.starts.fold:
        raise Refused(Refusal.START_NOT_ON_THE_CLOCK)
    if rule.minutes <= 0:
        raise Refused(Refusal.ENDS_BEFORE_START)
    if rule.minutes > MOST_MINUTES:
        raise Refused(Refusal.MEETING_TOO_LONG, days=MOST_MINUTES // (24 * 60))
    voivodeship = rule.skips_school_holidays
    if voivodeship is not None and voivodeship not in VOIVODESHIPS:
        raise Refused(Refusal.UNKNOWN_VOIVODESHIP, code=voivodeship)
    zone_of(rule)


def normal(rule: Rule) -> Rule:
    """The sound rule with every default written out, or a refusal.

    ``first_on`` moves to the first day that fits the pattern: "every two weeks on Tuesday, from
    Thursday" starts on the coming Tuesday. RFC 5545 would count the fortnight from the Thursday's
    week and lose that Tuesday, which nobody who fills in a form means.
    """
    check_times(rule)
    rule = _without_idle_fields(rule)
    _check_end(rule)
    if not 1 <= rule.interval <= MOST_INTERVAL:
        raise Refused(Refusal.INTERVAL_OUT_OF_RANGE, most=MOST_INTERVAL)
    if rule.frequency is Frequency.WEEKLY:
        return replace(rule, first_on=_first_of_weekdays(rule))
    if rule.frequency is Frequency.MONTHLY_BY_WEEKDAY:
        return replace(rule, first_on=_first_of_nths(rule))
    return rule


def ending_with_season(rule: Rule, season_ends_on: date | None) -> Rule:
    """The rule itself when it ends, else ended with the season."""
    endless = rule.until_on is None and rule.count is None
    if rule.frequency is Frequency.NONE or not endless:
        return rule
    return replace(rule, until_on=season_ends_on)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """The first to fourth, or (-1) last, such weekday of the month."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, calendar.monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def start_of(rule: AnyRule) -> datetime:
    """The first start as the clock on the wall shows it, without a zone."""
    return datetime.combine(rule.first_on, rule.starts)


def _without_idle_fields(rule: Rule) -> Rule:
    if rule.frequency is Frequency.NONE:
        rule = replace(rule, interval=1, until_on=None, count=None)
    if rule.frequency not in {Frequency.WEEKLY, Frequency.MONTHLY_BY_WEEKDAY}:
        return replace(rule, weekdays=frozenset(), nth=None)
    if any(day not in range(7) for day in rule.weekdays):
        raise Refused(Refusal.WHICH_WEEKDAY)
    weekdays = frozenset(map(Weekday, rule.weekdays)) or {Weekday(rule.first_on.weekday())}
    if rule.frequency is Frequency.WEEKLY:
        return replace(rule, weekdays=frozenset(weekdays), nth=None)
    if rule.nth not in NTHS:
        raise Refused(Refusal.WHICH_WEEK)
    return replace(rule, weekdays=frozenset(weekdays))


def _check_end(rule: Rule) -> None:
    if rule.until_on is not None and rule.count is not None:
        raise Refused(Refusal.TWO_ENDS)
    if rule.until_on is not None and rule.until_on < rule.first_on:
        raise Refused(Refusal.UNTIL_BEFORE_FIRST, first_on=rule.first_on, until_on=rule.until_on)
    if rule.count is not None and rule.count <= 0:
        raise Refused(Refusal.NO_DATES)
    if rule.count is not None and rule.count > MOST_DATES:
        raise Refused(Refusal.TOO_MANY_DATES, most=MOST_DATES)


def _first_of_weekdays(rule: Rule) -> date:
    week = (rule.first_on + timedelta(days=ahead) for ahead in range(7))
    return next(day for day in week if day.weekday() in rule.weekdays)


def _first_of_nths(rule: Rule) -> date:
    month = rule.first_on.replace(day=1)
    following = (month + timedelta(days=31)).replace(day=1)
    nth = rule.nth or 1
    return min(
        day
        for start in (month, following)
        for weekday in rule.weekdays
        if (day := nth_weekday(start.year, start.month, nth, weekday)) >= rule.first_on
    )
