"""What may follow what, row by row, and the edges of the pure rules."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulisy.programme import rules
from kulisy.programme.rules import Refusal

STATES = ["draft", "tentative", "confirmed", "postponed", "cancelled"]
# A row for what is so, a column for what somebody wants, both in the order of STATES.
MAY = {
    "draft": "-++-+",
    "tentative": "+-+++",
    "confirmed": "-+-++",
    "postponed": "-++-+",
    "cancelled": "-+++-",
}
MOMENTS = st.integers(0, 50_000).map(
    lambda hours: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
)


@pytest.mark.parametrize("now", STATES)
@pytest.mark.parametrize("then", STATES)
def test_each_pair_of_states_is_decided(now, then):
    allowed = MAY[now][STATES.index(then)] == "+"

    refusal = rules.state_refusal(now=now, then=then, reason="Choroba.")

    assert refusal is (None if allowed else Refusal.STATE_DOES_NOT_FOLLOW)


@pytest.mark.parametrize("then", ["postponed", "cancelled"])
@pytest.mark.parametrize("reason", ["", " ", "\n\t"])
def test_calling_off_needs_a_reason_and_with_one_it_may_be(then, reason):
    assert rules.state_refusal(now="confirmed", then=then, reason=reason) is Refusal.REASON_MISSING
    assert rules.state_refusal(now="confirmed", then=then, reason="Choroba.") is None


@given(starts_at=MOMENTS, minutes=st.integers(-600_000, 600_000))
def test_a_date_is_refused_backwards_and_beyond_a_year_and_nowhere_else(starts_at, minutes):
    refusal = rules.span_refusal(starts_at, starts_at + timedelta(minutes=minutes))

    expected = (
        Refusal.ENDS_BEFORE_START
        if minutes <= 0
        else Refusal.TOO_LONG
        if minutes >= 367 * 24 * 60
        else None
    )
    assert refusal is expected


@pytest.mark.parametrize(
    ("ancestors", "height", "refusal"),
    [
        ([], 0, None),
        ([1, 2, 3], 0, None),
        ([1, 2, 3, 4], 0, Refusal.TOO_DEEP),
        ([1], 2, None),
        ([1], 3, Refusal.TOO_DEEP),
        ([9], 0, Refusal.CIRCLE),
        ([1, 2, 3, 4, 9], 9, Refusal.CIRCLE),
    ],
)
def test_a_tree_has_four_levels_and_no_circle(ancestors, height, refusal):
    assert rules.parent_refusal(9, ancestors, height) is refusal


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({}, []),
        ({"title": " "}, ["title"]),
        ({"has_dates": False}, ["dates"]),
        ({"has_dates": False, "is_collection": True}, []),
        ({"picture_lacks_words": True}, ["picture_alt"]),
        (
            {"title": "", "has_dates": False, "picture_lacks_words": True},
            ["title", "dates", "picture_alt"],
        ),
    ],
)
def test_what_is_missing_is_named_in_the_order_of_the_form(facts, missing):
    whole = {
        "title": "Koncert",
        "has_dates": True,
        "is_collection": False,
        "picture_lacks_words": False,
    }

    assert rules.missing_to_publish(**{**whole, **facts}) == missing
