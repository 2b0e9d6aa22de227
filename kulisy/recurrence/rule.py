"""What a person or a calendar says about repeating, before any date is worked out."""

from dataclasses import dataclass
from datetime import date, time
from enum import Enum, IntEnum
from typing import TypeAlias


class Frequency(Enum):
    """How a thing repeats; the values are kept in the database."""

    NONE = "none"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY_BY_DAY = "monthly-by-day"
    MONTHLY_BY_WEEKDAY = "monthly-by-weekday"
    YEARLY = "yearly"


class Weekday(IntEnum):
    """Days of the week, numbered as ``date.weekday`` does."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule that the editor can show: wall time in ``zone``, one pattern, at most one end.

    ``count`` counts as RFC 5545 does, dates that are skipped included. ``weekdays`` may stay
    empty: the weekday of ``first_on`` is then meant. A field that means nothing for the frequency
    is ignored. ``skips_school_holidays`` is the TERYT number of a voivodeship, "12".
    """

    first_on: date
    starts: time
    minutes: int
    frequency: Frequency = Frequency.NONE
    interval: int = 1
    weekdays: frozenset[Weekday] = frozenset()
    nth: int | None = None
    until_on: date | None = None
    count: int | None = None
    skips_public_holidays: bool = False
    skips_school_holidays: str | None = None
    zone: str = "Europe/Warsaw"


@dataclass(frozen=True, kw_only=True)
class RawRule:
    """A rule from somebody's calendar that the editor cannot show; its RRULE is kept as it came."""

    text: str
    first_on: date
    starts: time
    minutes: int
    skips_public_holidays: bool = False
    skips_school_holidays: str | None = None
    zone: str = "Europe/Warsaw"


AnyRule: TypeAlias = Rule | RawRule
