"""A rule said back in a sentence: "w każdy wtorek 17.00–18.30, od 8 września 2026"."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from typing import Protocol

from kulisy.ui.dates import clock

from . import describe_en, describe_pl
from .expand import Meeting
from .rule import AnyRule, Frequency, RawRule, Rule
from .rules import check_times, normal, start_of


class Tongue(Protocol):
    """What a language has to know; a module of functions for each."""

    IMPORTED: str

    def once(self, day: date) -> str: ...
    def daily(self, interval: int) -> str: ...
    def weekly(self, interval: int, weekdays: Sequence[int]) -> str: ...
    def monthly_by_day(self, interval: int, day: int) -> str: ...
    def monthly_by_weekday(self, interval: int, nth: int, weekdays: Sequence[int]) -> str: ...
    def yearly(self, interval: int, day: date) -> str: ...
    def days_later(self, days: int) -> str: ...
    def since(self, first: date) -> str: ...
    def period(self, first: date, last: date | None) -> str: ...
    def count(self, number: int, left: int | None) -> str: ...
    def without(
        self, *, public_holidays: bool, voivodeship: str | None, breaks: Sequence[str]
    ) -> str: ...


def describe(
    rule: AnyRule, meetings: Collection[Meeting] | None = None, language: str = "pl"
) -> str:
    """What the rule was understood to mean, without a full stop, in Polish or English.

    With ``meetings`` it names the school breaks that really take dates away, and says how many of
    a counted number are left. A rule that cannot be is refused.
    """
    tongue: Tongue = describe_en if language.startswith("en") else describe_pl
    if isinstance(rule, Rule):
        rule = normal(rule)
    else:
        check_times(rule)
    phrases = [
        f"{_pattern(rule, tongue)} {_hours(rule, tongue)}",
        _period(rule, meetings, tongue),
        tongue.without(
            public_holidays=rule.skips_public_holidays,
            voivodeship=rule.skips_school_holidays,
            breaks=_breaks_met(meetings or ()),
        ),
    ]
    return ", ".join(phrase for phrase in phrases if phrase)


def _pattern(rule: AnyRule, tongue: Tongue) -> str:
    """How it repeats; a comma follows what could be read together with the hour."""
    if isinstance(rule, RawRule):
        return tongue.IMPORTED + ","
    days, interval = sorted(rule.weekdays), rule.interval
    phrases = {
        Frequency.NONE: lambda: tongue.once(rule.first_on) + ",",
        Frequency.DAILY: lambda: tongue.daily(interval),
        Frequency.WEEKLY: lambda: tongue.weekly(interval, days),
        Frequency.MONTHLY_BY_DAY: lambda: tongue.monthly_by_day(interval, rule.first_on.day) + ",",
        Frequency.MONTHLY_BY_WEEKDAY: lambda: tongue.monthly_by_weekday(
            interval, rule.nth or 1, days
        ),
        Frequency.YEARLY: lambda: tongue.yearly(interval, rule.first_on) + ",",
    }
    return phrases[rule.frequency]()


def _hours(rule: AnyRule, tongue: Tongue) -> str:
    starts = start_of(rule)
    ends = starts + timedelta(minutes=rule.minutes)
    days = (ends.date() - starts.date()).days
    if days == 1 and ends.time() == time.min:
        return f"{clock(starts)}–24.00"
    return f"{clock(starts)}–{clock(ends)}{tongue.days_later(days)}"


def _period(rule: AnyRule, meetings: Collection[Meeting] | None, tongue: Tongue) -> str:
    held = sorted(meeting.wall_start for meeting in meetings or () if meeting.is_held)
    if isinstance(rule, RawRule):
        return _period_of_imported(rule, held, tongue)
    if rule.frequency is Frequency.NONE:
        return ""
    if rule.count is None:
        return tongue.period(rule.first_on, rule.until_on)
    left = None if meetings is None or len(held) == rule.count else len(held)
    return f"{tongue.since(rule.first_on)} {tongue.count(rule.count, left)}"


def _period_of_imported(rule: RawRule, held: list[datetime], tongue: Tongue) -> str:
    if not held:
        return tongue.since(rule.first_on)
    period = tongue.period(held[0].date(), held[-1].date())
    return f"{period} {tongue.count(len(held), None)}"


def _breaks_met(meetings: Collection[Meeting]) -> list[str]:
    """Names of school breaks that took a date away, in their order, each once."""
    names = (
        meeting.skipped.name
        for meeting in sorted(meetings, key=lambda meeting: meeting.recurrence_id)
        if meeting.skipped is not None and meeting.skipped.is_school_break
    )
    return list(dict.fromkeys(names))
