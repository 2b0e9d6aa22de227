"""A plan as a table of hours: what stands in which cell. Pure arrangement, no decisions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from kulisy.kernel.time import WARSAW, Stretch, wall
from kulisy.venues.queries import Column, Entry

FIRST_HOUR, LAST_HOUR = 7, 22  # shown even when empty; earlier and later ones when something is on


@dataclass(frozen=True)
class Shown:
    """A booking in one cell; ``begins`` marks its first one, where its title stands."""

    entry: Entry
    begins: bool


@dataclass(frozen=True)
class Cell:
    """One hour of one column."""

    column: Column
    starts_at: datetime
    shown: Sequence[Shown]


@dataclass(frozen=True)
class Row:
    """One hour across all columns."""

    hour: int
    cells: Sequence[Cell]


def rows(columns: Sequence[Column]) -> list[Row]:
    """The plan hour by hour, in wall time."""
    hours = _hours(columns)
    seen: set[tuple[int, int, datetime]] = set()
    return [
        Row(hour, [_cell(column, hour, seen, place) for place, column in enumerate(columns)])
        for hour in hours
    ]


def _hours(columns: Sequence[Column]) -> range:
    first, last = FIRST_HOUR, LAST_HOUR
    for column in columns:
        for entry in column.entries:
            begins = entry.booking.holds_from.astimezone(WARSAW)
            ends = (entry.booking.holds_until - timedelta(microseconds=1)).astimezone(WARSAW)
            first = 0 if begins.date() < column.day else min(first, begins.hour)
            last = 23 if ends.date() > column.day else max(last, ends.hour)
    return range(first, last + 1)


def _cell(column: Column, hour: int, seen: set[tuple[int, int, datetime]], place: int) -> Cell:
    starts_at = wall(column.day, time(hour))
    is_last = hour == 23  # noqa: PLR2004 - the last hour of a day
    next_day = column.day + timedelta(days=1)
    ends_at = wall(next_day, time.min) if is_last else wall(column.day, time(hour + 1))
    begins, over = starts_at.astimezone(UTC), ends_at.astimezone(UTC)
    if over <= begins:  # the hour that the clocks skip
        return Cell(column, starts_at, [])
    stretch = Stretch(begins, over)
    shown = []
    for entry in column.entries:
        held = Stretch(entry.booking.holds_from, entry.booking.holds_until)
        if held.meets(stretch):
            key = (place, entry.booking.pk, entry.booking.holds_from)
            shown.append(Shown(entry, begins=key not in seen))
            seen.add(key)
    return Cell(column, starts_at, shown)
