"""One date through several hands: each change in turn, and each neighbour that is refused."""

import pytest

from kulisy.kernel.errors import Refused
from kulisy.programme import actions
from kulisy.programme.rules import Refusal
from kulisy.programme.tests.factories import activity, at, occurrence, room

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("saturday")]


def planned(**facts):
    return actions.add_date(by=None, activity=activity(), starts_at=at(18), ends_at=at(20), **facts)


def moved(row, hour, **facts):
    return actions.move_date(
        by=None, occurrence=row, starts_at=at(hour), ends_at=at(hour + 2), **facts
    )


@pytest.mark.parametrize("again", [actions.cancel_date, actions.postpone_date])
def test_called_off_twice_the_second_is_refused_unless_it_says_something_else(again):
    row = actions.cancel_date(by=None, occurrence=planned(), reason="Choroba.")

    if again is actions.postpone_date:
        assert again(by=None, occurrence=row, reason="Na wiosnę.").state == "postponed"
    else:
        with pytest.raises(Refused) as no:
            again(by=None, occurrence=row, reason="Powódź.")
        assert no.value.reason is Refusal.STATE_DOES_NOT_FOLLOW


def test_a_cancelled_date_is_not_moved_and_a_postponed_one_is():
    cancelled = actions.cancel_date(by=None, occurrence=planned(), reason="Choroba.")
    postponed = actions.postpone_date(by=None, occurrence=planned(), reason="Choroba.")

    with pytest.raises(Refused) as no:
        moved(cancelled, 12)
    found = moved(postponed, 12)

    assert no.value.reason is Refusal.ALREADY_CANCELLED
    assert (found.state, found.moved_from, found.starts_at) == ("confirmed", at(18), at(12))


def test_a_postponed_date_that_returns_at_its_hour_in_another_room_was_not_moved():
    row = actions.postpone_date(by=None, occurrence=planned(room=room()), reason="Remont.")

    found = moved(row, 18, room=room("Sala prób"))

    assert (found.state, found.moved_from) == ("confirmed", None)


def test_moved_three_times_the_first_promise_is_remembered():
    row = planned()

    for hour in (10, 12, 14):
        row = moved(row, hour)

    assert (row.moved_from, row.starts_at) == (at(18), at(14))
    assert moved(row, 18).moved_from is None


def test_moved_nowhere_is_refused_and_keeps_its_sequence():
    row = planned()

    with pytest.raises(Refused) as no:
        moved(row, 18)

    row.refresh_from_db()
    assert (no.value.reason, row.sequence) == (Refusal.SAME_TIME, 0)


def test_every_change_makes_calendars_take_the_new_version():
    row = planned()
    seen = [row.sequence]

    for change in (
        lambda one: moved(one, 12),
        lambda one: actions.cancel_date(by=None, occurrence=one, reason="Choroba."),
        lambda one: actions.restore_date(by=None, occurrence=one),
        lambda one: actions.mark_sold_out(by=None, occurrence=one),
    ):
        row = change(row)
        seen.append(row.sequence)

    assert seen == [0, 1, 2, 3, 4]


def test_restored_it_has_its_room_again_and_confirmed_it_changes_nothing():
    row = planned(room=room())
    row = actions.cancel_date(by=None, occurrence=row, reason="Choroba.")
    assert row.booking_id is None

    back = actions.restore_date(by=None, occurrence=row)
    again = actions.restore_date(by=None, occurrence=back)

    assert (back.booking_id is not None, back.reason) == (True, "")
    assert again.sequence == back.sequence
    assert actions.confirm_date(by=None, occurrence=back).sequence == back.sequence


@pytest.mark.parametrize("hours", [(20, 18), (18, 18)])
def test_a_move_that_ends_before_it_starts_changes_nothing(hours):
    row = occurrence()
    starts, ends = hours

    with pytest.raises(Refused) as no:
        actions.move_date(by=None, occurrence=row, starts_at=at(starts), ends_at=at(ends))

    row.refresh_from_db()
    assert (no.value.reason, row.starts_at) == (Refusal.ENDS_BEFORE_START, at(18))
