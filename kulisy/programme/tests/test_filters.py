"""Addresses are read and written back; nonsense in them is reported; no database."""

from datetime import date
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulisy.programme.filters import NAMES, ProgrammeFilter, read_filter

slugs = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,20}", fullmatch=True)
many = st.lists(slugs, max_size=4, unique=True).map(lambda found: tuple(sorted(found)))
wishes = st.builds(
    ProgrammeFilter,
    first=st.none() | st.dates(date(2020, 1, 1), date(2025, 1, 1)),
    last=st.none() | st.dates(date(2025, 1, 2), date(2030, 1, 1)),
    kinds=many,
    sections=many,
    audiences=many,
    venues=many,
    features=many,
    admission=st.sampled_from(["", "free", "paid"]),
    classes=st.sampled_from(["", "only", "without"]),
)


@given(wishes)
def test_a_filter_survives_its_address(wish):
    read = read_filter(parse_qs(wish.query_string()))

    assert read.filter == wish
    assert read.problems == ()


@given(st.dictionaries(st.sampled_from([*NAMES.values(), "utm_source"]), st.lists(st.text())))
def test_no_address_makes_an_error(parameters):
    read = read_filter(parameters)

    assert read_filter(parse_qs(read.filter.query_string())).problems == ()


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        pytest.param("od", "31.02.2026", id="31 February"),
        pytest.param("od", "wczoraj", id="not a day"),
        pytest.param("od", "9999-12-31", id="beyond the calendar"),
        pytest.param("rodzaj", "<script>", id="hostile"),
        pytest.param("tryb", "teleportacja", id="unknown mode"),
        pytest.param("grupa", "1", id="not a uid"),
        pytest.param("wstep", "za-usmiech", id="unknown admission"),
    ],
)
def test_nonsense_is_reported_and_left_out(parameter, value):
    read = read_filter({parameter: [value]})

    assert read.problems == ((parameter, value),)
    assert read.filter.is_empty


def test_days_may_be_written_the_polish_way():
    assert read_filter({"od": ["1.9.2026"]}).filter.first == date(2026, 9, 1)


def test_an_end_before_the_start_is_reported_and_the_start_kept():
    read = read_filter({"od": ["2026-11-21"], "do": ["2026-11-01"]})

    assert read.problems == (("do", "2026-11-01"),)
    assert read.filter == ProgrammeFilter(first=date(2026, 11, 21))
