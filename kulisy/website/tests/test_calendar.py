"""Arithmetic of the calendar's pages."""

from datetime import date

import pytest

from kulisy.website import calendar


def test_a_month_is_whole_weeks_from_monday_to_sunday():
    weeks = calendar.Month(date(2026, 11, 1)).weeks

    assert (weeks[0][0], weeks[-1][-1]) == (date(2026, 10, 26), date(2026, 12, 6))
    assert {len(week) for week in weeks} == {7}


def test_months_follow_over_the_year():
    december = calendar.Month(date(2026, 12, 1))

    assert december.following.first == date(2027, 1, 1)
    assert december.following.preceding == december
    assert december.last == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        pytest.param(2026, 11, 21, date(2026, 11, 21), id="a day"),
        pytest.param(2028, 2, 29, date(2028, 2, 29), id="leap day"),
        pytest.param(2026, 2, 31, None, id="31 February"),
        pytest.param(2026, 13, 1, None, id="month 13"),
        pytest.param(9999, 12, 31, None, id="the end of time"),
        pytest.param(1, 1, 1, None, id="the beginning of time"),
    ],
)
def test_a_day_is_found_where_there_is_one(year, month, day, expected):
    assert calendar.day_at(year, month, day) == expected


@pytest.mark.parametrize(
    ("year", "week", "expected"),
    [
        pytest.param(2026, 47, date(2026, 11, 16), id="a week"),
        pytest.param(2026, 53, date(2026, 12, 28), id="a year of 53 weeks"),
        pytest.param(2025, 53, None, id="a year of 52 weeks"),
        pytest.param(2026, 0, None, id="no week nought"),
        pytest.param(99999, 1, None, id="beyond the calendar"),
    ],
)
def test_a_week_is_found_where_there_is_one(year, week, expected):
    assert calendar.week_at(year, week) == expected
