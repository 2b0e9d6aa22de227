"""Days and hours as people write them in Polish offices."""

from contextlib import suppress
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulisy.exchange.clocks import Hours, read_day, read_days, read_hours, zone_named
from kulisy.kernel.errors import Unreadable
from kulisy.ui.dates import long_day

TODAY = date(2026, 11, 1)
SATURDAY = date(2026, 11, 21)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "21 listopada 2026",
        "21 listopada 2026 r.",
        "21 listopada 2026 roku",
        "21.11.2026",
        "21.11.2026 r.",
        "21.11.26",
        "21-11-2026",
        "21/11/2026",
        "2026-11-21",
        "sobota, 21 listopada",
        "sob. 21.11",
        "21 XI 2026",
        "21 lis 2026",
        "dnia 21.11.2026",
        "SOBOTA 21 LISTOPADA 2026",
        "November 21, 2026",
        "21 November 2026",
        "21.11",
    ],
)
def test_a_day_is_read_however_it_is_written(text):
    assert read_day(text, today=TODAY) == SATURDAY


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("21-23 listopada 2026", date(2026, 11, 21), date(2026, 11, 23)),
        ("od 21 do 23.11.2026", date(2026, 11, 21), date(2026, 11, 23)),
        ("28.12 – 2.01.2027", date(2026, 12, 28), date(2027, 1, 2)),
        ("21.11.2026", SATURDAY, SATURDAY),
    ],
)
def test_several_days_have_a_first_and_a_last(text, first, last):
    assert read_days(text, today=TODAY) == (first, last)


@pytest.mark.parametrize(
    "text", ["31.02.2026", "31 lutego", "29.02.2027", "0.11.2026", "21.13.2026", "jutro", "", "?"]
)
def test_what_is_no_day_is_told(text):
    with pytest.raises(Unreadable) as no:
        read_day(text, today=TODAY)

    assert no.value.sentence.endswith(".")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19.00", Hours(time(19))),
        ("19:00", Hours(time(19))),
        ("19", Hours(time(19))),
        ("godz. 19.30", Hours(time(19, 30))),
        ("g. 9", Hours(time(9))),
        ("19⁰⁰", Hours(time(19))),
        ("1900", Hours(time(19))),
        ("19:00–21:00", Hours(time(19), time(21))),
        ("od 17 do 18.30", Hours(time(17), time(18, 30))),
        ("7 pm", Hours(time(19))),
        (time(19, 0, 30), Hours(time(19))),
        (19 / 24, Hours(time(19))),
        (datetime.combine(SATURDAY, time(19)), Hours(time(19))),
    ],
)
def test_an_hour_is_read_however_it_is_written(text, expected):
    assert read_hours(text) == expected


@pytest.mark.parametrize("text", ["25.70", "rano", "19.61", "17-18-19", ""])
def test_what_is_no_hour_is_told(text):
    with pytest.raises(Unreadable):
        read_hours(text)


@given(DAYS)
def test_what_the_site_writes_is_read_back(day):
    assert read_day(long_day(day, "pl"), today=TODAY) == day
    assert read_day(f"{day.day}.{day.month}.{day.year} r.", today=TODAY) == day
    assert read_day(day.isoformat(), today=TODAY) == day


@given(st.times())
def test_hours_are_read_back(clock):
    expected = Hours(clock.replace(second=0, microsecond=0))

    assert read_hours(f"{clock.hour}.{clock.minute:02}") == expected


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text):
    for read in (lambda: read_days(text, today=TODAY), lambda: read_hours(text)):
        with suppress(Unreadable):
            assert read()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Europe/Warsaw", "Europe/Warsaw"),
        ("Central European Standard Time", "Europe/Warsaw"),
        ("/freeassociation.sourceforge.net/Europe/Berlin", "Europe/Berlin"),
        ("", "Europe/Warsaw"),
        ("UTC", "UTC"),
        ("Mars/Olympus", None),
        ("Europe", None),
        ("../../etc/passwd", None),
    ],
)
def test_zones_are_known_by_many_names(name, expected):
    assert getattr(zone_named(name), "key", None) == expected
