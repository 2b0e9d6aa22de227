"""Days, weeks and months as pages: pure arithmetic on dates."""

from dataclasses import dataclass
from datetime import date, timedelta

EARLIEST, LATEST = 1900, 2200  # as in the filters: beyond these date arithmetic would overflow
WEEK = timedelta(days=7)
SIX_DAYS = timedelta(days=6)  # from Monday to Sunday


@dataclass(frozen=True)
class Month:
    """A month of the calendar, with the days that fill its first and last week."""

    first: date

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.replace(day=1))

    @property
    def last(self) -> date:
        return self.following.first - timedelta(days=1)

    @property
    def following(self) -> "Month":
        return Month.of(self.first + timedelta(days=31))

    @property
    def preceding(self) -> "Month":
        return Month.of(self.first - timedelta(days=1))

    @property
    def weeks(self) -> list[list[date]]:
        """Whole weeks from Monday to Sunday that touch the month."""
        monday = monday_of(self.first)
        rows = []
        while monday <= self.last:
            rows.append([monday + timedelta(days=n) for n in range(7)])
            monday += WEEK
        return rows


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def month_at(year: int, month: int) -> Month | None:
    """The month, or None where the calendar has no such page."""
    if not EARLIEST < year < LATEST or not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        return None
    return Month(date(year, month, 1))


def day_at(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is none: 31 February."""
    if not EARLIEST < year < LATEST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def week_at(year: int, week: int) -> date | None:
    """The Monday of the ISO week, or None when the year has no such week."""
    if not EARLIEST < year < LATEST:
        return None
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
