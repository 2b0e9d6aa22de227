"""A plan of rooms as a table and as a list."""

from datetime import date, datetime
from types import SimpleNamespace

import pytest

from kulisy.venues import grid
from kulisy.venues.queries import Column, Entry
from kulisy.venues.tests.factories import DAY, at, moment

ROOM = SimpleNamespace(name="Sala", pk=1)


def held(starts, ends):
    booking = SimpleNamespace(holds_from=starts, holds_until=ends, pk=1)
    return Entry(booking, is_own=True)


def line(*entries, day=DAY, now=None):
    return grid.plan([Column(ROOM, day, entries)], now or at(12)).lines[0]


def told(pieces):
    return [
        f"{piece.starts_at:%H:%M}-{piece.ends_at:%H:%M} {'held' if piece.entry else 'free'}"
        for piece in pieces
    ]


def test_an_empty_day_is_one_gap_over_the_usual_hours():
    found = line()

    assert told(found.agenda) == ["08:00-22:00 free"]
    assert [cell.width for cell in found.lanes[0]] == [12] * 14
    assert [cell.opens_gap for cell in found.lanes[0]].count(True) == 1


def test_a_booking_stands_between_two_gaps():
    found = line(held(at(16, 30), at(18)))

    assert told(found.agenda) == ["08:00-16:30 free", "16:30-18:00 held", "18:00-22:00 free"]
    assert [cell.width for cell in found.lanes[0]][8:11] == [6, 18, 12]


def test_bookings_side_by_side_get_a_lane_each_and_no_gap_between():
    found = line(held(at(10), at(12)), held(at(11), at(13)), held(at(12), at(14)))

    assert [
        sum(bool(cell.piece and cell.piece.entry) for cell in lane) for lane in found.lanes
    ] == [
        2,
        1,
    ]
    assert told(found.agenda)[0] == "08:00-10:00 free"
    assert told(found.agenda)[-1] == "14:00-22:00 free"
    assert {sum(cell.width for cell in lane) for lane in found.lanes} == {14 * 12}


@pytest.mark.parametrize(
    ("starts", "ends", "first", "last"),
    [
        pytest.param(at(6), at(7), 6, 21, id="early"),
        pytest.param(at(20), at(24, 30), 8, 23, id="past midnight"),
        pytest.param(moment("2027-03-08 20:00"), at(2), 0, 21, id="since yesterday"),
        pytest.param(moment("2027-03-08 20:00"), moment("2027-03-11 02:00"), 0, 23, id="for days"),
    ],
)
def test_the_hours_reach_as_far_as_what_is_on(starts, ends, first, last):
    found = grid.plan([Column(ROOM, DAY, [held(starts, ends)])], at(12))

    assert (found.hours[0].starts.hour, found.hours[-1].starts.hour) == (first, last)
    assert sum(cell.width for cell in found.lines[0].lanes[0]) == found.width - 1


def test_a_gap_of_ten_minutes_is_not_offered():
    found = line(held(at(10), at(11)), held(at(11, 10), at(13)))

    gap = next(piece for piece in found.agenda if piece.starts_at == at(11))
    assert not gap.is_worth_booking
    assert found.agenda[0].is_worth_booking


def test_a_sliver_of_an_hour_joins_its_neighbour():
    found = line(held(at(10), at(11, 50)))

    after = next(
        cell for cell in found.lanes[0] if cell.piece and cell.piece.starts_at == at(11, 50)
    )
    assert after.width == 14


def test_the_form_is_told_an_hour_or_what_there_is():
    found = line(held(at(8, 45), at(21)))

    assert [piece.suggested_end for piece in found.agenda if not piece.entry] == [at(8, 45), at(22)]


@pytest.mark.parametrize(
    ("now", "hours", "pieces"),
    [
        (at(16, 40), [16], ["held"]),
        (at(12), [12], ["free"]),
        (at(3), [], []),
        (at(9, day=date(2027, 3, 10)), [], []),
    ],
)
def test_the_present_hour_is_marked_on_its_own_day(now: datetime, hours, pieces):
    found = grid.plan([Column(ROOM, DAY, [held(at(16, 30), at(18))])], now)

    assert [hour.starts.hour for hour in found.hours if hour.is_now] == hours
    marked = [piece for piece in found.lines[0].agenda if piece.is_now]
    assert ["held" if piece.entry else "free" for piece in marked] == pieces


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2027, 10, 31)])
def test_the_nights_of_the_clock_change_have_their_places(day):
    found = line(held(at(1, 30, day=day), at(4, day=day)), day=day)

    assert sum(cell.width for cell in found.lanes[0]) == 22 * 12 - 12
    assert told(found.agenda)[-1] == "04:00-22:00 free"


def test_three_hundred_bookings_of_a_week_fit():
    found = line(
        *(
            held(at(8 + n // 4, n % 4 * 15), at(8 + (n + 1) // 4, (n + 1) % 4 * 15))
            for n in range(43)
        )
    )

    assert len(found.lanes) == 1
    assert [cell.width for cell in found.lanes[0]][:43] == [3] * 43
