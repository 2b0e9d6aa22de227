"""Dates in the words of a poster, in Polish and English; plain values in, text out.

Moments are read as they stand: convert them to the visitor's wall time first. Clocks are written
with a dot in both languages (19.00), as Polish posters and British programmes do.
"""

from datetime import date, datetime, time, timedelta

EN = "en"
NIGHT_ENDS = time(6)  # a dance until 2.00 is still one evening

_MONTHS = {  # Polish in the genitive: a month here always follows a day
    "pl": [
        "stycznia",
        "lutego",
        "marca",
        "kwietnia",
        "maja",
        "czerwca",
        "lipca",
        "sierpnia",
        "września",
        "października",
        "listopada",
        "grudnia",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_MONTHS_ALONE = {
    "pl": [
        "styczeń",
        "luty",
        "marzec",
        "kwiecień",
        "maj",
        "czerwiec",
        "lipiec",
        "sierpień",
        "wrzesień",
        "październik",
        "listopad",
        "grudzień",
    ],
    "en": _MONTHS["en"],
}
_WEEKDAYS = {
    "pl": ["poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
_WEEKDAYS_SHORT = {
    "pl": ["pon.", "wt.", "śr.", "czw.", "pt.", "sob.", "niedz."],
    "en": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
}
_ON_WEEKDAY = {
    "pl": [
        "w poniedziałek",
        "we wtorek",
        "w środę",
        "w czwartek",
        "w piątek",
        "w sobotę",
        "w niedzielę",
    ],
    "en": [f"on {day}" for day in _WEEKDAYS["en"]],
}
_NEAR = {
    "pl": {-1: "wczoraj", 0: "dziś", 1: "jutro"},
    "en": {-1: "yesterday", 0: "today", 1: "tomorrow"},
}


def _tongue(language: str) -> str:
    return EN if language.lower().startswith(EN) else "pl"


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def day_numeral(day: date) -> str:
    return str(day.day)


def month_genitive(day: date, language: str = "pl") -> str:
    """The month as it stands after a day: "listopada"."""
    return _MONTHS[_tongue(language)][day.month - 1]


def month_name(day: date, language: str = "pl") -> str:
    """The month as it stands alone: "listopad"."""
    return _MONTHS_ALONE[_tongue(language)][day.month - 1]


def month_title(day: date, language: str = "pl") -> str:
    """The heading of a month: "Listopad 2026"."""
    return f"{month_name(day, language).capitalize()} {day.year}"


def weekday_long(day: date, language: str = "pl") -> str:
    return _WEEKDAYS[_tongue(language)][day.weekday()]


def weekday_short(day: date, language: str = "pl") -> str:
    return _WEEKDAYS_SHORT[_tongue(language)][day.weekday()]


def clock(moment: datetime | time) -> str:
    """The time "9.00" or "19.30": no leading zero, a dot between."""
    return f"{moment.hour}.{moment.minute:02d}"


def day_month(day: date, language: str = "pl") -> str:
    """For example "21 listopada"."""
    return f"{day.day} {month_genitive(day, language)}"


def long_day(day: date, language: str = "pl", *, year: bool = True) -> str:
    """For example "sobota 21 listopada 2026": the weekday always stands beside the date."""
    text = f"{weekday_long(day, language)} {day_month(day, language)}"
    return f"{text} {day.year}" if year else text


def day_range(first: date, last: date, language: str = "pl") -> str:
    """Whole days from the first to the last, both included, saying nothing twice."""
    if first == last:
        return long_day(first, language)
    if first.year != last.year:
        return (
            f"{day_month(first, language)} {first.year} – {day_month(last, language)} {last.year}"
        )
    if first.month != last.month:
        return f"{day_month(first, language)} – {day_month(last, language)} {last.year}"
    return f"{first.day}–{day_month(last, language)} {last.year}"


def _is_one_evening(starts_at: datetime, ends_at: datetime) -> bool:
    if starts_at.date() == ends_at.date():
        return True
    is_next_day = ends_at.date() - starts_at.date() == timedelta(days=1)
    return is_next_day and ends_at.time() <= NIGHT_ENDS and starts_at.time() > ends_at.time()


def span(
    starts_at: datetime,
    ends_at: datetime | None = None,
    language: str = "pl",
    *,
    all_day: bool = False,
) -> str:
    """When something is, end and all: "sobota 21 listopada 2026, 19.00–21.00".

    The end is exclusive, so whole days that end at midnight end on the day before it.
    """
    if all_day:
        last = starts_at if ends_at is None else ends_at - timedelta(microseconds=1)
        return day_range(starts_at.date(), max(starts_at.date(), last.date()), language)
    begins = f"{long_day(starts_at, language)}, {clock(starts_at)}"
    if ends_at is None:
        return begins
    if _is_one_evening(starts_at, ends_at):
        return f"{begins}–{clock(ends_at)}"
    return f"{begins} – {long_day(ends_at, language)}, {clock(ends_at)}"


def hours(starts_at: datetime, ends_at: datetime | None = None) -> str:
    """The hours "19.00–21.00", for a row that already stands under its day."""
    return clock(starts_at) if ends_at is None else f"{clock(starts_at)}–{clock(ends_at)}"


def relative_day(moment: date | datetime, today: date, language: str = "pl") -> str:
    """As people say it: "dziś", "jutro", "w sobotę" within a week; the date itself otherwise."""
    tongue = _tongue(language)
    day = _day(moment)
    away = (day - today).days
    if away in _NEAR[tongue]:
        return _NEAR[tongue][away]
    if 0 < away < 7:  # noqa: PLR2004 - a week; the same weekday next week would be ambiguous
        return _ON_WEEKDAY[tongue][day.weekday()]
    text = day_month(day, tongue)
    return text if day.year == today.year else f"{text} {day.year}"
