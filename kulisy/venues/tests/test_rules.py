from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulisy.kernel.time import Stretch, wall
from kulisy.venues.clashes.hours import is_covered, open_stretches
from kulisy.venues.clashes.relations import Relations
from kulisy.venues.clashes.rules import Wish
from kulisy.venues.clashes.timeline import Timeline, peak

MIDNIGHT = datetime(2027, 3, 8, tzinfo=UTC)
HALL, A, B, FOYER = 1, 2, 3, 4
halls = st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), max_size=8)


@st.composite
def stretches(draw):
    start = draw(st.integers(0, 200))
    return Stretch(
        MIDNIGHT + timedelta(hours=start),
        MIDNIGHT + timedelta(hours=start + draw(st.integers(1, 60))),
    )


def held(stretch):
    return SimpleNamespace(holds_from=stretch.starts_at, holds_until=stretch.ends_at)


def test_halves_exclude_the_hall_but_not_each_other():
    rooms = Relations(parts=[(A, HALL), (B, HALL)])

    assert rooms.excluded(HALL) == {HALL, A, B}
    assert rooms.excluded(A) == {A, HALL}


def test_a_part_of_a_part_excludes_the_whole():
    corner = 9
    rooms = Relations(parts=[(A, HALL), (B, HALL), (corner, A)])

    assert rooms.excluded(corner) == {corner, A, HALL}


def test_joined_thirds_that_share_the_middle_exclude_each_other():
    left, middle, right, left_two, right_two = range(1, 6)
    rooms = Relations(
        parts=[(left, left_two), (middle, left_two), (middle, right_two), (right, right_two)]
    )

    assert right_two in rooms.excluded(left_two)
    assert right not in rooms.excluded(left_two)


@given(halls)
def test_exclusion_is_symmetric(parts):
    rooms = Relations(parts=parts)

    for one in range(1, 7):
        assert one in rooms.excluded(one)
        assert all(one in rooms.excluded(other) for other in rooms.excluded(one))


@given(halls, halls)
def test_disturbance_is_symmetric_and_never_within_an_exclusion(parts, pairs):
    rooms = Relations(parts=parts, disturbs=[(loud, quiet, False) for loud, quiet in pairs])

    for one in range(1, 7):
        assert not rooms.excluded(one) & rooms.disturbing(one).keys()
        assert all(one in rooms.disturbing(other) for other in rooms.disturbing(one))


def test_what_is_said_of_a_hall_holds_for_its_half():
    rooms = Relations(parts=[(A, HALL)], disturbs=[(HALL, FOYER, True)])

    assert rooms.disturbing(A) == {FOYER: True}
    assert rooms.locked_with(FOYER) == {FOYER, HALL, A}


@pytest.mark.parametrize(("part", "whole", "expected"), [(HALL, A, True), (B, HALL, False)])
def test_a_room_does_not_become_a_part_of_itself(part, whole, expected):
    assert Relations(parts=[(A, HALL)]).would_circle(part, whole) is expected


@given(st.lists(stretches(), max_size=12), stretches())
def test_a_timeline_finds_what_looking_at_everything_finds(many, asked):
    line = Timeline(held(one) for one in many)

    found = sorted((one.holds_from, one.holds_until) for one in line.meeting(asked))

    expected = [(one.starts_at, one.ends_at) for one in many if one.meets(asked)]
    assert found == sorted(expected)


@given(st.lists(st.tuples(stretches(), st.integers(1, 5)), max_size=8), stretches())
def test_the_peak_is_the_busiest_moment(many, asked):
    uses = [(one.starts_at, one.ends_at, quantity) for one, quantity in many]
    hours = int(asked.length / timedelta(hours=1))
    moments = [asked.starts_at + timedelta(hours=n) for n in range(hours)]

    expected = max(
        sum(quantity for starts, ends, quantity in uses if starts <= moment < ends)
        for moment in moments
    )

    assert peak(uses, asked) == expected


@given(stretches(), stretches())
def test_two_stretches_meet_both_ways_or_not_at_all(one, other):
    assert one.meets(other) == other.meets(one)
    assert one.meets(other) == bool(Timeline([held(one)]).meeting(other))


def test_set_up_takes_real_minutes_across_the_clock_change():
    morning = date(2027, 3, 28)  # clocks go from 2.00 to 3.00
    wish = Wish(
        room_id=1,
        stretch=Stretch(wall(morning, time(3, 30)), wall(morning, time(5))),
        minutes_setup=60,
    )

    assert wish.holds.starts_at == wall(morning, time(1, 30))


def row(weekday, opens, closes, **season):
    return SimpleNamespace(
        weekday=weekday,
        opens=opens,
        closes=closes,
        valid_from=season.get("valid_from"),
        valid_until=season.get("valid_until"),
    )


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        pytest.param((16, 18), True, id="inside"),
        pytest.param((8, 20), True, id="to the minute"),
        pytest.param((7, 9), False, id="begins too early"),
        pytest.param((19, 21), False, id="ends too late"),
    ],
)
def test_opening_hours_cover_what_lies_inside_them(hours, expected):
    day = date(2027, 3, 9)
    opened = open_stretches([row(1, time(8), time(14)), row(1, time(14), time(20))], day)

    asked = Stretch(*(wall(day, time(hour)).astimezone(UTC) for hour in hours))

    assert is_covered(asked, opened) is expected


def test_a_house_open_past_midnight_closes_on_the_next_day():
    day = date(2027, 3, 12)
    (friday,) = open_stretches([row(4, time(18), time(2))], day)

    assert friday.ends_at == wall(day + timedelta(days=1), time(2))


@pytest.mark.parametrize(("day", "count"), [(date(2027, 7, 6), 1), (date(2027, 9, 7), 0)])
def test_summer_hours_hold_in_summer(day, count):
    summer = row(1, time(10), time(16), valid_from=date(2027, 7, 1), valid_until=date(2027, 8, 31))

    assert len(open_stretches([summer], day)) == count
