"""The RECUR value of RFC 5545, 3.3.10: read from text, strictly and within bounds."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any, NamedTuple, NoReturn
from zoneinfo import ZoneInfo

from kulisy.kernel.errors import Refused

from .rules import Refusal

WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# The longest honest rule lists 366 days of the year.
_LONGEST = 2_500
_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?")
_BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")


class Freq(Enum):
    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, kw_only=True)
class Parts:
    """One recurrence rule, part by part; an empty tuple is a part that was not there."""

    freq: Freq
    interval: int = 1
    count: int | None = None
    until: date | datetime | None = None
    wkst: int = 0
    by_month: tuple[int, ...] = ()
    by_week_no: tuple[int, ...] = ()
    by_year_day: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_day: tuple[tuple[int, int], ...] = ()
    by_hour: tuple[int, ...] = ()
    by_minute: tuple[int, ...] = ()
    by_second: tuple[int, ...] = ()
    by_set_pos: tuple[int, ...] = ()

    def until_wall(self, zone: ZoneInfo) -> datetime | None:
        """UNTIL as the clock in the zone shows it; a bare date means all of that day."""
        if self.until is None:
            return None
        if not isinstance(self.until, datetime):
            return datetime.combine(self.until, time(23, 59, 59))
        if self.until.tzinfo is None:
            return self.until
        return self.until.astimezone(zone).replace(tzinfo=None, fold=0)


class _List(NamedTuple):
    field: str
    least: int
    most: int


_LISTS = {
    "BYMONTH": _List("by_month", 1, 12),
    "BYWEEKNO": _List("by_week_no", -53, 53),
    "BYYEARDAY": _List("by_year_day", -366, 366),
    "BYMONTHDAY": _List("by_month_day", -31, 31),
    "BYHOUR": _List("by_hour", 0, 23),
    "BYMINUTE": _List("by_minute", 0, 59),
    "BYSECOND": _List("by_second", 0, 59),
    "BYSETPOS": _List("by_set_pos", -366, 366),
}


def parse(text: str) -> Parts:
    """The rule's parts; refused when it is no rule, or repeats more often than daily."""
    fields: dict[str, Any] = {}
    for name, value in named(text).items():
        if name in _LISTS:
            fields[_LISTS[name].field] = _numbers(name, value)
        elif name in {"INTERVAL", "COUNT"}:
            fields[name.lower()] = _positive(name, value)
        elif name == "FREQ":
            fields["freq"] = _freq(value)
        elif name == "UNTIL":
            fields["until"] = _until(value)
        elif name == "WKST":
            fields["wkst"] = _weekday(value)
        elif name == "BYDAY":
            fields["by_day"] = tuple(_by_day(one) for one in value.split(","))
        elif not name.startswith("X-"):
            _unreadable(name)
    parts = Parts(**fields)
    _check_together(parts)
    return parts


def named(text: str) -> dict[str, str]:
    """Names and values of a RECUR; refused unless it is one line of them with a known FREQ."""
    line = text.strip().upper().removeprefix("RRULE:").strip(";")
    # Only these letters: the text is written into calendars again, where a line break would start
    # another property.
    if len(line) > _LONGEST or not re.fullmatch(r"[A-Z0-9=;,+-]+", line):
        _unreadable("RRULE")
    pairs = [pair.partition("=") for pair in line.split(";")]
    found = {name: value for name, _, value in pairs}
    if len(found) != len(pairs) or not all(found.values()):
        _unreadable("RRULE")
    if found.get("FREQ") not in {*Freq.__members__, "HOURLY", "MINUTELY", "SECONDLY"}:
        _unreadable("FREQ")
    return found


def _unreadable(part: str) -> NoReturn:
    raise Refused(Refusal.UNREADABLE_RULE, part=part)


def _freq(value: str) -> Freq:
    if value not in Freq.__members__:
        raise Refused(Refusal.MORE_THAN_DAILY)
    return Freq[value]


def _positive(name: str, value: str) -> int:
    if not re.fullmatch(r"\d{1,9}", value) or int(value) == 0:
        _unreadable(name)
    return int(value)


def _numbers(name: str, value: str) -> tuple[int, ...]:
    if not re.fullmatch(r"[+-]?\d{1,3}(,[+-]?\d{1,3})*", value):
        _unreadable(name)
    _, least, most = _LISTS[name]
    numbers = tuple(sorted({int(number) for number in value.split(",")}))
    # Where one may count from the end, as -1, there is no 0.
    if numbers[0] < least or numbers[-1] > most or (least < 0 and 0 in numbers):
        _unreadable(name)
    return numbers


def _weekday(value: str) -> int:
    if value not in WEEKDAY_CODES:
        _unreadable("WKST")
    return WEEKDAY_CODES.index(value)


def _by_day(value: str) -> tuple[int, int]:
    """(0, weekday) for every such day, (n, weekday) for the nth."""
    found = _BY_DAY.fullmatch(value)
    if not found:
        _unreadable("BYDAY")
    nth = int(found[1] or 0)
    if abs(nth) > 53 or (found[1] and not nth):  # noqa: PLR2004 - weeks of a year
        _unreadable("BYDAY")
    return nth, WEEKDAY_CODES.index(found[2])


def _until(value: str) -> date | datetime:
    found = _DATE.fullmatch(value)
    if not found:
        _unreadable("UNTIL")
    year, month, day, hour, minute, second = (int(number or 0) for number in found.groups()[:6])
    try:
        if found[4] is None:
            return date(year, month, day)
        at = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        _unreadable("UNTIL")
    # Within a day of the calendar's ends no zone can be applied.
    if not 2 <= year <= 9998:  # noqa: PLR2004 - the calendar's ends
        return at.date()
    return at if found[7] else at.replace(tzinfo=None)


def _check_together(parts: Parts) -> None:
    """What RFC 5545 says must not stand together."""
    yearly = parts.freq is Freq.YEARLY
    numbered = any(nth for nth, _ in parts.by_day)
    if parts.by_week_no and not yearly:
        _unreadable("BYWEEKNO")
    if parts.by_year_day and not yearly:
        _unreadable("BYYEARDAY")
    if parts.by_month_day and parts.freq is Freq.WEEKLY:
        _unreadable("BYMONTHDAY")
    if numbered and (parts.freq in {Freq.DAILY, Freq.WEEKLY} or parts.by_week_no):
        _unreadable("BYDAY")
