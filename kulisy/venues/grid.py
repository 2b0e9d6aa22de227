"""A plan as lines of a table and as a list: what stands where. Arrangement only, no decisions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kulisy.kernel.time import WARSAW, wall
from kulisy.venues.queries import Column, Entry

FIRST_HOUR, LAST_HOUR = 8, 21  # shown even when empty; earlier and later ones when something is on
UNIT = 5  # minutes of one column of the table: bookings begin and end on these
AN_HOUR = 60 // UNIT
WORTH_BOOKING = 30  # minutes: a shorter gap is not offered, nor a shorter piece of one
WHOLE_DAY = 24 * 60


@dataclass(frozen=True)
class Piece:
    """A stretch of a line: a booking with all it holds, or a gap."""

    starts_at: datetime
    ends_at: datetime
    entry: Entry | None
    is_now: bool
    suggested_end: datetime  # for the form that a gap leads to: an hour, or what there is

    @property
    def is_worth_booking(self) -> bool:
        return self.ends_at - self.starts_at >= timedelta(minutes=WORTH_BOOKING)


@dataclass(frozen=True)
class Cell:
    """So many columns of the table. Without a piece it only fills."""

    width: int
    piece: Piece | None = None
    # One stop of the Tab key for a gap, not one for each of its hours.
    opens_gap: bool = False


@dataclass(frozen=True)
class Line:
    """One room, or one day of a room. More than one lane where bookings stand side by side."""

    column: Column
    is_today: bool
    lanes: Sequence[Sequence[Cell]]
    agenda: Sequence[Piece]


@dataclass(frozen=True)
class Hour:
    """A heading of the table."""

    starts: time
    is_now: bool


@dataclass(frozen=True)
class Plan:
    """Everything that a page of a plan shows."""

    hours: Sequence[Hour]
    lines: Sequence[Line]

    @property
    def width(self) -> int:
        """Columns of the table, the one with the headings of lines among them."""
        return 1 + AN_HOUR * len(self.hours)


@dataclass(frozen=True)
class _Block:
    """An entry in minutes of the wall clock of one day."""

    entry: Entry
    begins: int
    over: int


def plan(columns: Sequence[Column], now: datetime) -> Plan:
    """The columns as lines, over the same hours of wall time."""
    here = now.astimezone(WARSAW)
    blocks = [sorted(_blocks(column), key=lambda one: one.begins) for column in columns]
    first = min([FIRST_HOUR, *(one.begins // 60 for line in blocks for one in line)])
    last = max([LAST_HOUR, *((one.over - 1) // 60 for line in blocks for one in line)])
    is_today = any(column.day == here.date() for column in columns)
    return Plan(
        hours=[
            Hour(time(hour), is_now=is_today and hour == here.hour)
            for hour in range(first, last + 1)
        ],
        lines=[
            _line(column, found, range(first * 60, (last + 1) * 60), here)
            for column, found in zip(columns, blocks, strict=True)
        ],
    )


def _blocks(column: Column) -> Iterator[_Block]:
    for entry in column.entries:
        begins = _minute(entry.booking.holds_from, column.day)
        over = _minute(entry.booking.holds_until, column.day, up=True)
        # An hour that the clocks repeat can end, on the wall, before it began.
        begins = min(begins, WHOLE_DAY - UNIT)
        yield _Block(entry, begins, max(over, begins + UNIT))


def _minute(moment: datetime, day: date, *, up: bool = False) -> int:
    here = moment.astimezone(WARSAW)
    if here.date() != day:
        return 0 if here.date() < day else WHOLE_DAY
    minute = here.hour * 60 + here.minute
    return minute + (-minute % UNIT) if up else minute - minute % UNIT


def _line(column: Column, blocks: Sequence[_Block], shown: range, here: datetime) -> Line:
    lanes: list[list[_Block]] = []
    for block in blocks:
        free = next((lane for lane in lanes if lane[-1].over <= block.begins), None)
        if free is None:
            lanes.append([block])
        else:
            free.append(block)
    gaps = list(_gaps(blocks, shown))
    agenda = [_held(block, column.day, here) for block in blocks]
    agenda += [_gap(begins, over, column.day, here) for begins, over in gaps]
    return Line(
        column=column,
        is_today=column.day == here.date(),
        lanes=[
            list(_cells(lane, gaps if n == 0 else [], column.day, shown, here))
            for n, lane in enumerate(lanes or [[]])
        ],
        agenda=sorted(agenda, key=lambda piece: piece.starts_at),
    )


def _gaps(blocks: Sequence[_Block], shown: range) -> Iterator[tuple[int, int]]:
    reached = shown.start
    for block in blocks:
        if block.begins > reached:
            yield reached, block.begins
        reached = max(reached, block.over)
    if reached < shown.stop:
        yield reached, shown.stop


def _cells(
    lane: Sequence[_Block],
    gaps: Sequence[tuple[int, int]],
    day: date,
    shown: range,
    here: datetime,
) -> Iterator[Cell]:
    held = [(one.begins, one.over, Cell(0, _held(one, day, here))) for one in lane]
    free = [slot for begins, over in gaps for slot in _slots(begins, over, day, here)]
    reached = shown.start
    for begins, over, cell in sorted([*held, *free], key=lambda one: one[0]):
        if begins > reached:
            yield Cell((begins - reached) // UNIT)
        yield Cell((over - begins) // UNIT, cell.piece, opens_gap=cell.opens_gap)
        reached = over
    if reached < shown.stop:
        yield Cell((shown.stop - reached) // UNIT)


def _slots(begins: int, over: int, day: date, here: datetime) -> Iterator[tuple[int, int, Cell]]:
    """A gap cut at whole hours, so that a click says when."""
    at = begins
    while at < over:
        end = at - at % 60 + 60
        if end - at < WORTH_BOOKING:
            end += 60
        if over - end < WORTH_BOOKING:
            end = over
        slot = _gap(at, over, day, here)
        yield at, end, Cell(0, slot, opens_gap=at == begins)
        at = end


def _held(block: _Block, day: date, here: datetime) -> Piece:
    booking = block.entry.booking
    starts_at = max(booking.holds_from, _at(day, 0))
    ends_at = min(booking.holds_until, _at(day, WHOLE_DAY))
    is_now = starts_at <= here < ends_at
    return Piece(starts_at, ends_at, block.entry, is_now, suggested_end=ends_at)


def _gap(begins: int, over: int, day: date, here: datetime) -> Piece:
    starts_at, ends_at = _at(day, begins), _at(day, over)
    return Piece(
        starts_at,
        ends_at,
        None,
        is_now=starts_at <= here < ends_at,
        suggested_end=_at(day, min(over, begins + 60)),
    )


def _at(day: date, minute: int) -> datetime:
    if minute >= WHOLE_DAY:
        return wall(day + timedelta(days=1), time.min)
    return wall(day, time(minute // 60, minute % 60))
