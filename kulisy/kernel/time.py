"""Time as a culture centre keeps it: aware, wall-clock, half-open."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

WARSAW = ZoneInfo("Europe/Warsaw")


@dataclass(frozen=True, order=True)
class Stretch:
    """The moments of ``[starts_at, ends_at)``: a class until 18:00 does not meet one from 18:00."""

    starts_at: datetime
    ends_at: datetime

    def __post_init__(self) -> None:
        if self.starts_at.tzinfo is None or self.ends_at.tzinfo is None:
            raise ValueError("a stretch of time needs a time zone")
        if self.ends_at <= self.starts_at:
            raise ValueError("a stretch of time ends after it starts")

    @property
    def length(self) -> timedelta:
        return self.ends_at - self.starts_at

    def meets(self, other: "Stretch") -> bool:
        """Whether the two share any moment."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at

    def widened(self, *, before: timedelta, after: timedelta) -> "Stretch":
        """The stretch with preparation before and clearing after it."""
        return Stretch(self.starts_at - before, self.ends_at + after)


class ClockOddity(Enum):
    """What the clock change does to a wall time."""

    MISSING = "missing"  # the hour skipped in March
    TWICE = "twice"  # the hour repeated in October


def clock_oddity(day: date, at: time, zone: ZoneInfo = WARSAW) -> ClockOddity | None:
    """Whether this wall time does not exist or exists twice on the day."""
    first = datetime.combine(day, at, zone)
    if first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != first.replace(tzinfo=None):
        return ClockOddity.MISSING
    if first.utcoffset() != first.replace(fold=1).utcoffset():
        return ClockOddity.TWICE
    return None


def wall(day: date, at: time, zone: ZoneInfo = WARSAW) -> datetime:
    """The moment when clocks in the zone show ``at``.

    RFC 5545, 3.3.5: a time that exists twice means its first; one that does not exist is read
    with the offset before the gap, so 2:30 in the night of the March change is 3:30.
    """
    moment = datetime.combine(day, at, zone)
    return moment.astimezone(UTC).astimezone(zone)


def day_stretch(first: date, last: date | None = None, zone: ZoneInfo = WARSAW) -> Stretch:
    """The whole of one day, or of ``first`` to ``last`` inclusive, as moments."""
    after = (last or first) + timedelta(days=1)
    return Stretch(wall(first, time.min, zone), wall(after, time.min, zone))
