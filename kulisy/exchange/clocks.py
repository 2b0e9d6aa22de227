"""Days, hours and zones as people and programs write them. Pure: the day today is given."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from anyascii import anyascii
from django.utils.translation import gettext as _
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from kulisy.kernel.errors import Unreadable
from kulisy.kernel.time import WARSAW

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "stycznia styczen sty i january jan",
            "lutego luty lut ii february feb",
            "marca marzec mar iii march",
            "kwietnia kwiecien kwi iv april apr",
            "maja maj v may",
            "czerwca czerwiec cze vi june jun",
            "lipca lipiec lip vii july jul",
            "sierpnia sierpien sie viii august aug",
            "wrzesnia wrzesien wrz ix september sep sept",
            "pazdziernika pazdziernik paz x october oct",
            "listopada listopad lis xi november nov",
            "grudnia grudzien gru xii december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "pn pon poniedzialek mon monday",
            "wt wto wtorek tue tuesday",
            "sr sro sroda wed wednesday",
            "cz czw czwartek thu thursday",
            "pt pia piatek fri friday",
            "so sb sob sobota sat saturday",
            "nd nie ndz niedz niedziela sun sunday",
        )
    )
    for name in names.split()
}
NUMERIC = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}|\d{2}))?\.?")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ].*)?")
WORDED = re.compile(r"(\d{1,2})\.?\s*([a-z]+)\.?(?:\s*(\d{4}))?")
AMERICAN = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s*(\d{4}))?")
RANGE = re.compile(r"\s*(?:–|—|-|\bdo\b|\bto\b)\s*")
CLOCK = re.compile(r"(\d{1,2})(?:[.:h]\s?(\d{2})(?:[.:]\d{2})?)?\s*(am|pm)?")
FIRST_YEAR, LAST_YEAR = 1990, 2100
NIGHT_ENDS = time(6)
WARSAW_NAMES = frozenset({"Poland", "Central European Time", "Warsaw", "CET", "MET"})


def plain(text: str) -> str:
    """Small letters without their marks, single spaces: what synonyms are compared by."""
    return " ".join(anyascii(unicodedata.normalize("NFKC", text)).lower().split())


def read_days(value: object, *, today: date) -> tuple[date, date]:
    """The day, or the first and last of several: "21–23 listopada 2026"."""
    if isinstance(value, datetime):
        return value.date(), value.date()
    if isinstance(value, date):
        return value, value
    text = unicodedata.normalize("NFKC", str(value)).replace("–", "-").replace("—", "-").strip()
    if not ISO.fullmatch(plain(text)) and (several := _several(text, today)):
        return several
    day = read_day(text, today=today)
    return day, day


def _several(text: str, today: date) -> tuple[date, date] | None:
    parts = RANGE.split(text)
    if len(parts) != 2:  # noqa: PLR2004 - a first and a last day
        return None
    last = read_day(parts[1], today=today)
    begin = plain(parts[0]).removeprefix("od ").rstrip(". ")
    if begin.isdigit():  # "21-23 listopada": the month stands once
        return _day(last.year, last.month, int(begin)), last
    first = read_day(parts[0], today=last)
    if first > last:  # "28.12 - 2.01.2027": the year too
        first = first.replace(year=first.year - 1)
    return first, last


def read_day(text: str, *, today: date) -> date:
    """The day that the words mean; without a year the one nearest ahead, or of that weekday."""
    words = plain(text)
    words = re.sub(r"\s*\b(r|roku|rok)\b\.?$", "", words).removeprefix("dnia ").strip(" ,")
    weekday, words = _weekday(words)
    if found := ISO.fullmatch(words):
        return _day(*(int(number) for number in found.groups()))
    if found := NUMERIC.fullmatch(words):
        day, month, year = int(found[1]), int(found[2]), found[3]
    elif (found := WORDED.fullmatch(words)) and found[2] in MONTHS:
        day, month, year = int(found[1]), MONTHS[found[2]], found[3]
    elif (found := AMERICAN.fullmatch(words)) and found[1] in MONTHS:
        day, month, year = int(found[2]), MONTHS[found[1]], found[3]
    else:
        raise Unreadable(_("“%(text)s” is not a day.") % {"text": text[:60]})
    if year is None:
        return _nearest(day, month, weekday, today)
    return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)  # noqa: PLR2004 - "26" is 2026


def _weekday(words: str) -> tuple[int | None, str]:
    head, separator, rest = words.partition(" ")
    number = WEEKDAYS.get(head.strip(".,"))
    return (number, rest.strip(" ,")) if separator and number is not None else (None, words)


def _nearest(day: int, month: int, weekday: int | None, today: date) -> date:
    """29 February and a named weekday are looked for some years on."""
    _day(2024, month, day)  # a leap year: what does not exist in it exists in none
    for year in range(today.year - 1, today.year + 8):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        recent = found >= today - timedelta(days=90)
        if recent and weekday in {None, found.weekday()}:
            return found
    raise Unreadable(
        _("The weekday does not fit the day %(day)s.%(month)s.") % {"day": day, "month": month}
    )


def _day(year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise Unreadable(
            _("There is no such day in the calendar: %(day)s.%(month)s.%(year)s.")
            % {"day": day, "month": month, "year": year}
        ) from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable(_("The year %(year)s is out of the calendar.") % {"year": year})
    return found


@dataclass(frozen=True)
class Hours:
    """From when to when, by the clock; ``ends`` may stand in the next day's small hours."""

    starts: time
    ends: time | None = None
    starts_next_day: bool = False


def read_hours(value: object) -> Hours:
    """Hours such as "19.00", "19:00–21:00", "godz. 19", "od 17 do 18.30"; or a sheet's own."""
    if isinstance(value, datetime):
        return Hours(value.time().replace(second=0, microsecond=0))
    if isinstance(value, time):
        return Hours(value.replace(second=0, microsecond=0, tzinfo=None))
    if isinstance(value, timedelta):
        value = value.total_seconds() / 86400
    if isinstance(value, float) and 0 <= value < 1:
        minutes = round(value * 1440)
        return Hours(time(minutes // 60 % 24, minutes % 60))
    return _hours_said(str(value))


@lru_cache(maxsize=500)  # a sheet says the same few hours thousands of times
def _hours_said(text: str) -> Hours:
    words = _clock_words(text)
    parts = [part for part in RANGE.split(words) if part.strip()]
    if not 1 <= len(parts) <= 2:  # noqa: PLR2004 - a beginning and an end
        raise Unreadable(_("“%(text)s” is not an hour.") % {"text": text[:60]})
    clocks = [_clock(part, text) for part in parts]
    return Hours(clocks[0], clocks[1] if len(clocks) > 1 else None)


def _clock_words(text: str) -> str:
    # Superscript minutes (19⁰⁰) would run together with the hours when they are made plain.
    text = re.sub(r"(\d)([⁰¹²³⁴-⁹]{2})", r"\1:\2", text)
    words = plain(text.replace("–", "-").replace("—", "-"))
    words = re.sub(r"\b(godz|godzina|godzinie|g|h|o|od|from|at)\b\.?", " ", words)
    return " ".join(words.replace("uhr", " ").split())


def _clock(part: str, whole: str) -> time:
    words = part.strip(" .")
    if re.fullmatch(r"\d{4}", words):
        words = f"{words[:2]}:{words[2:]}"
    if found := CLOCK.fullmatch(words):
        hour, minute = int(found[1]), int(found[2] or 0)
        if found[3]:
            hour = hour % 12 + (12 if found[3] == "pm" else 0)
        if (hour, minute) == (24, 0):
            hour = 0
        if hour < 24 and minute < 60:  # noqa: PLR2004 - hours and minutes of a day
            return time(hour, minute)
    raise Unreadable(_("“%(text)s” is not an hour.") % {"text": whole[:60]})


def zone_named(name: str) -> ZoneInfo | None:
    """The zone behind a name of IANA, of Windows or of a calendar program; None when unknown."""
    name = name.strip().strip('"')
    if not name:
        return WARSAW
    # "/freeassociation.sourceforge.net/Europe/Warsaw" and the like keep the name at their end.
    tail = "/".join(name.split("/")[-2:]) if name.startswith("/") else name
    if name in WARSAW_NAMES:
        return WARSAW
    if name.upper() in {"UTC", "GMT", "Z", "ETC/UTC", "ETC/GMT"}:
        return ZoneInfo("UTC")
    try:
        return ZoneInfo(WINDOWS_TO_OLSON.get(tail, tail))
    except (KeyError, ValueError, OSError):
        return None  # OSError: "Europe" is a folder of the zone database
