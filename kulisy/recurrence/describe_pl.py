"""The Polish of ``describe``: cases, genders and numbers that no catalogue of strings can carry."""

from collections.abc import Sequence
from datetime import date

from kulisy.ui.dates import day_month

from .voivodeships import VOIVODESHIPS

IMPORTED = "według reguły z zaimportowanego kalendarza"

# Accusative singular, accusative plural, is feminine.
_WEEKDAYS = (
    ("poniedziałek", "poniedziałki", False),
    ("wtorek", "wtorki", False),
    ("środę", "środy", True),
    ("czwartek", "czwartki", False),
    ("piątek", "piątki", False),
    ("sobotę", "soboty", True),
    ("niedzielę", "niedziele", True),
)
_NTH = {
    1: ("pierwszy", "pierwszą"),
    2: ("drugi", "drugą"),
    3: ("trzeci", "trzecią"),
    4: ("czwarty", "czwartą"),
    -1: ("ostatni", "ostatnią"),
}
_WORKING_WEEK = [0, 1, 2, 3, 4]
_WHOLE_WEEK = 7
_NUMERALS = {2: "dwa", 3: "trzy", 4: "cztery"}
_BREAKS_GENITIVE = {
    "ferie": "ferii",
    "ferie zimowe": "ferii zimowych",
    "ferie letnie": "ferii letnich",
    "wakacje": "wakacji",
    "wakacje letnie": "wakacji letnich",
    "przerwa świąteczna": "przerwy świątecznej",
    "przerwa wiosenna": "przerwy wiosennej",
    "zimowa przerwa świąteczna": "zimowej przerwy świątecznej",
    "wiosenna przerwa świąteczna": "wiosennej przerwy świątecznej",
}


def plural(number: int, one: str, few: str, many: str) -> str:
    """The form of a noun after the number: 1 dzień, 2 dni, 5 dni, 12 dni, 22 dni."""
    if number == 1:
        return one
    few_ends = number % 10 in {2, 3, 4} and number % 100 not in {12, 13, 14}
    return few if few_ends else many


def once(day: date) -> str:
    return f"raz, {_on(day.weekday())} {_full(day)}"


def daily(interval: int) -> str:
    return "codziennie" if interval == 1 else _every(interval, "dni", "dni")


def weekly(interval: int, weekdays: Sequence[int]) -> str:
    if interval > 1:
        every = _every(interval, "tygodnie", "tygodni")
        return f"{every} {_on(weekdays[0]) if len(weekdays) == 1 else _on_many(weekdays)}"
    if len(weekdays) == 1:
        name, _, feminine = _WEEKDAYS[weekdays[0]]
        return f"w {'każdą' if feminine else 'każdy'} {name}"
    if len(weekdays) == _WHOLE_WEEK:
        return "codziennie"
    return _on_many(weekdays)


def monthly_by_day(interval: int, day: int) -> str:
    # A month without such a day has no meeting (RFC 5545), which is worth saying.
    at_least = "31 dni" if day == 31 else f"co najmniej {day} dni"  # noqa: PLR2004 - the longest month
    is_rare = day > 28  # noqa: PLR2004 - February
    if interval > 1:
        rare = f" (w miesiącach, które mają {at_least})" if is_rare else ""
        return f"{_every(interval, 'miesiące', 'miesięcy')} {day}. dnia miesiąca{rare}"
    rare = f", który ma {at_least}" if is_rare else ""
    return f"{day}. dnia każdego miesiąca{rare}"


def monthly_by_weekday(interval: int, nth: int, weekdays: Sequence[int]) -> str:
    days = []
    for weekday in weekdays:
        name, _, feminine = _WEEKDAYS[weekday]
        days.append(f"{_NTH[nth][feminine]} {name}")
    phrase = f"w {_joined(days)} miesiąca"
    return phrase if interval == 1 else f"{_every(interval, 'miesiące', 'miesięcy')} {phrase}"


def yearly(interval: int, day: date) -> str:
    every = "co roku" if interval == 1 else _every(interval, "lata", "lat")
    leap = " (tylko w latach przestępnych)" if (day.month, day.day) == (2, 29) else ""
    return f"{every} {day_month(day)}{leap}"


def days_later(days: int) -> str:
    if days == 0:
        return ""
    return " następnego dnia" if days == 1 else f" po {days} dniach"


def since(first: date) -> str:
    return f"od {_full(first)}"


def period(first: date, last: date | None) -> str:
    if last is None:
        return f"{since(first)} bezterminowo"
    begin = day_month(first) if first.year == last.year else _full(first)
    return f"od {begin} do {_full(last)}"


def count(number: int, left: int | None) -> str:
    phrase = f"przez {number} {plural(number, 'spotkanie', 'spotkania', 'spotkań')}"
    if left is None:
        return phrase
    verb = plural(left, "odbędzie się", "odbędą się", "odbędzie się")
    return f"{phrase} ({verb} {left})"


def without(*, public_holidays: bool, voivodeship: str | None, breaks: Sequence[str]) -> str:
    left_out = ["świąt"] if public_holidays else []
    if voivodeship is not None:
        # A name nobody foresaw has no known genitive; the general word is right for any.
        known = [_BREAKS_GENITIVE.get(name.casefold(), "") for name in breaks]
        left_out += known if known and all(known) else ["ferii szkolnych"]
    if not left_out:
        return ""
    where = f" (woj. {VOIVODESHIPS[voivodeship]})" if voivodeship is not None else ""
    return f"bez {_joined(left_out)}{where}"


def _on(weekday: int) -> str:
    return f"{_in(weekday)} {_WEEKDAYS[weekday][0]}"


def _on_many(weekdays: Sequence[int]) -> str:
    if list(weekdays) == _WORKING_WEEK:
        return "od poniedziałku do piątku"
    return f"{_in(weekdays[0])} {_joined([_WEEKDAYS[day][1] for day in weekdays])}"


def _in(weekday: int) -> str:
    """The preposition takes a vowel before "wt"."""
    return "we" if weekday == 1 else "w"


def _every(interval: int, few: str, many: str) -> str:
    return f"co {_NUMERALS.get(interval, interval)} {plural(interval, few, few, many)}"


def _joined(words: Sequence[str]) -> str:
    return " i ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _full(day: date) -> str:
    return f"{day_month(day)} {day.year}"
