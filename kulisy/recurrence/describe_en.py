"""The English of ``describe``; the same functions as in ``describe_pl``."""

from collections.abc import Sequence
from datetime import date

from kulisy.ui.dates import day_month, weekday_long

from .voivodeships import VOIVODESHIPS

IMPORTED = "by a rule from an imported calendar"

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_NUMERALS = {2: "two", 3: "three", 4: "four"}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_WORKING_WEEK = [0, 1, 2, 3, 4]
_WHOLE_WEEK = 7


def once(day: date) -> str:
    return f"once, on {weekday_long(day, 'en')} {_full(day)}"


def daily(interval: int) -> str:
    return "every day" if interval == 1 else _every(interval, "days")


def weekly(interval: int, weekdays: Sequence[int]) -> str:
    days = _joined([_WEEKDAYS[day] for day in weekdays])
    if interval > 1:
        return f"{_every(interval, 'weeks')} {_on_weekdays(weekdays)}"
    if len(weekdays) == 1:
        return f"every {days}"
    return "every day" if len(weekdays) == _WHOLE_WEEK else _on_weekdays(weekdays)


def monthly_by_day(interval: int, day: int) -> str:
    at_least = "31 days" if day == 31 else f"at least {day} days"  # noqa: PLR2004 - the longest month
    is_rare = day > 28  # noqa: PLR2004 - February
    if interval > 1:
        rare = f" (in months with {at_least})" if is_rare else ""
        return f"{_every(interval, 'months')} on the {_ordinal(day)}{rare}"
    rare = f" that has {at_least}" if is_rare else ""
    return f"on the {_ordinal(day)} of every month{rare}"


def monthly_by_weekday(interval: int, nth: int, weekdays: Sequence[int]) -> str:
    days = _joined([f"{_NTH[nth]} {_WEEKDAYS[day]}" for day in weekdays])
    phrase = f"on the {days} of the month"
    return phrase if interval == 1 else f"{_every(interval, 'months')} {phrase}"


def yearly(interval: int, day: date) -> str:
    every = "every year" if interval == 1 else _every(interval, "years")
    leap = " (leap years only)" if (day.month, day.day) == (2, 29) else ""
    return f"{every} on {day_month(day, 'en')}{leap}"


def days_later(days: int) -> str:
    if days == 0:
        return ""
    return " the next day" if days == 1 else f" {days} days later"


def since(first: date) -> str:
    return f"from {_full(first)}"


def period(first: date, last: date | None) -> str:
    if last is None:
        return f"{since(first)} with no end"
    begin = day_month(first, "en") if first.year == last.year else _full(first)
    return f"from {begin} to {_full(last)}"


def count(number: int, left: int | None) -> str:
    phrase = f"for {number} {'meeting' if number == 1 else 'meetings'}"
    return phrase if left is None else f"{phrase} ({left} will take place)"


def without(*, public_holidays: bool, voivodeship: str | None, breaks: Sequence[str]) -> str:  # noqa: ARG001 - Polish names them
    left_out = ["public holidays"] if public_holidays else []
    if voivodeship is not None:
        # Breaks are named in Polish by whoever keeps them; the English sentence stays English.
        left_out.append("school breaks")
    if not left_out:
        return ""
    where = f" ({VOIVODESHIPS[voivodeship]} voivodeship)" if voivodeship is not None else ""
    return f"except {_joined(left_out)}{where}"


def _on_weekdays(weekdays: Sequence[int]) -> str:
    if list(weekdays) == _WORKING_WEEK:
        return "from Monday to Friday"
    return "on " + _joined([f"{_WEEKDAYS[day]}s" for day in weekdays])


def _every(interval: int, unit: str) -> str:
    return f"every {_NUMERALS.get(interval, interval)} {unit}"


def _ordinal(day: int) -> str:
    ending = "th" if day in {11, 12, 13} else _ENDINGS.get(day % 10, "th")
    return f"{day}{ending}"


def _joined(words: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _full(day: date) -> str:
    return f"{day_month(day, 'en')} {day.year}"
