from datetime import date, datetime, timedelta

import pytest
from babel.dates import get_day_names, get_month_names

from kulisy.ui import dates

SATURDAY = date(2026, 11, 21)


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute)  # noqa: DTZ001 - the module reads wall time


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "expected"),
    [
        pytest.param(at(21, 19), None, "sobota 21 listopada 2026, 19.00", id="no end"),
        pytest.param(at(21, 9), at(21, 9, 5), "sobota 21 listopada 2026, 9.00–9.05", id="morning"),
        pytest.param(at(21, 19), at(22, 2), "sobota 21 listopada 2026, 19.00–2.00", id="a dance"),
        pytest.param(
            at(21, 19),
            at(22, 7),
            "sobota 21 listopada 2026, 19.00 – niedziela 22 listopada 2026, 7.00",
            id="through the night",
        ),
        pytest.param(
            at(21, 2),
            at(22, 3),
            "sobota 21 listopada 2026, 2.00 – niedziela 22 listopada 2026, 3.00",
            id="over a day",
        ),
    ],
)
def test_span_says_when_in_polish(starts_at, ends_at, expected):
    assert dates.span(starts_at, ends_at) == expected


@pytest.mark.parametrize(
    ("first", "after_last", "expected"),
    [
        pytest.param(at(21, 0), at(22, 0), "sobota 21 listopada 2026", id="one day"),
        pytest.param(at(21, 0), None, "sobota 21 listopada 2026", id="no end"),
        pytest.param(at(21, 0), at(30, 0), "21–29 listopada 2026", id="in one month"),
        pytest.param(
            at(21, 0), at(4, 0, month=12), "21 listopada – 3 grudnia 2026", id="two months"
        ),
    ],
)
def test_span_of_whole_days_ends_on_the_day_before_its_end(first, after_last, expected):
    assert dates.span(first, after_last, all_day=True) == expected


def test_day_range_over_new_year_names_both_years():
    found = dates.day_range(date(2026, 12, 28), date(2027, 1, 3))

    assert found == "28 grudnia 2026 – 3 stycznia 2027"


@pytest.mark.parametrize(
    ("days", "polish", "english"),
    [
        (-1, "wczoraj", "yesterday"),
        (0, "dziś", "today"),
        (1, "jutro", "tomorrow"),
        (2, "w poniedziałek", "on Monday"),
        (3, "we wtorek", "on Tuesday"),
        (4, "w środę", "on Wednesday"),
        (6, "w piątek", "on Friday"),
        (7, "28 listopada", "28 November"),
        (-2, "19 listopada", "19 November"),
        (60, "20 stycznia 2027", "20 January 2027"),
    ],
)
def test_relative_day_speaks_as_people_do(days, polish, english):
    day = SATURDAY + timedelta(days=days)

    assert dates.relative_day(day, SATURDAY) == polish
    assert dates.relative_day(day, SATURDAY, "en-gb") == english


@pytest.mark.parametrize("language", ["pl", "en"])
def test_names_agree_with_the_common_locale_data(language):
    months = get_month_names("wide", context="format", locale=language)
    weekdays = get_day_names("wide", context="format", locale=language)

    for month in range(1, 13):
        assert dates.month_genitive(date(2026, month, 1), language) == months[month]
    for number in range(7):
        monday = date(2026, 11, 16)
        assert dates.weekday_long(monday + timedelta(days=number), language) == weekdays[number]


def test_short_forms_are_those_of_a_poster():
    assert dates.weekday_short(date(2026, 11, 24)) == "wt."
    assert dates.weekday_short(date(2026, 11, 24), "en") == "Tue"
    assert dates.month_title(SATURDAY) == "Listopad 2026"
    assert dates.day_numeral(date(2026, 11, 3)) == "3"
    assert dates.hours(at(21, 8), at(21, 18)) == "8.00–18.00"
