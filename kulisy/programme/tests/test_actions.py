"""Changes to the programme on real tables: rooms follow dates, history is written, news is told."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError

from kulisy.kernel import audit
from kulisy.kernel.errors import Refused
from kulisy.programme import actions
from kulisy.programme.events import OccurrenceCancelled, OccurrenceMoved
from kulisy.programme.models import Activity, Occurrence
from kulisy.programme.rules import Refusal
from kulisy.recurrence.api import Frequency, Rule, Weekday
from kulisy.venues.api import Booking

from . import factories as make
from .factories import at

pytestmark = pytest.mark.django_db
TUESDAYS = Rule(
    first_on=date(2026, 9, 8),
    starts=time(17),
    minutes=90,
    frequency=Frequency.WEEKLY,
    weekdays=frozenset({Weekday.TUESDAY}),
    until_on=date(2026, 12, 22),
    skips_public_holidays=True,
)


def add_date(activity, room=None, starts_at=None, **facts):
    starts_at = starts_at or at(18)
    return actions.add_date(
        by=None,
        activity=activity,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        room=room,
        **facts,
    )


def test_an_activity_begins_as_a_draft_with_an_address_made_of_its_title():
    first = actions.add_activity(by=None, title="Żółte łódki", kind=make.kind())
    second = actions.add_activity(by=None, title="Żółte łódki", kind=make.kind())

    assert (first.state, first.slug) == (Activity.State.DRAFT, "zolte-lodki")
    assert second.slug == "zolte-lodki-2"
    assert audit.history_of(first).get().verb == "programme.add_activity"


def test_a_price_below_zero_is_no_price():
    with pytest.raises(ValidationError, match="price_from"):
        actions.add_activity(by=None, title="Koncert", kind=make.kind(), price_from=-1)


def test_a_change_is_written_down_with_the_old_value():
    activity = make.activity("Konzert")

    actions.change_activity(by=None, activity=activity, title="Koncert", summary=activity.summary)

    assert audit.history_of(activity).get().changes == {"title": ["Konzert", "Koncert"]}


def test_nothing_changed_is_not_written_down():
    activity = make.activity("Koncert")

    actions.change_activity(by=None, activity=activity, title="Koncert")

    assert not audit.history_of(activity).exists()


def test_a_part_cannot_hold_its_festival():
    festival = make.activity("Festiwal", of="festiwal")
    concert = make.activity("Koncert", parent=festival)

    with pytest.raises(Refused) as no:
        actions.change_activity(by=None, activity=festival, parent=concert)

    assert no.value.reason is Refusal.CIRCLE


def test_what_has_no_date_is_not_shown_yet():
    draft = make.activity("Koncert", state="draft")

    with pytest.raises(Refused) as no:
        actions.set_state(by=None, activity=draft, state="confirmed")

    assert (no.value.reason, no.value.facts["missing"]) == (Refusal.NOT_READY, ["dates"])


def test_what_has_a_date_is_shown():
    draft = make.activity("Koncert", state="draft")
    make.occurrence(draft)

    assert actions.set_state(by=None, activity=draft, state="confirmed").state == "confirmed"


def test_a_date_books_its_room_and_a_second_one_is_refused_with_the_clash():
    hall = make.room()
    first = add_date(make.activity("Chór"), hall)

    with pytest.raises(Refused) as no:
        add_date(make.activity("Szachy"), hall, starts_at=at(18, 30))

    assert first.booking.holder == f"programme.occurrence:{first.pk}"
    assert [clash.source for clash in no.value.facts["clashes"]] == ["room"]
    assert Occurrence.objects.count() == 1


def test_the_next_hour_is_free():
    hall = make.room()
    add_date(make.activity("Chór"), hall)

    assert add_date(make.activity("Szachy"), hall, starts_at=at(19)).booking is not None


def test_a_moved_date_keeps_its_first_time_visible_and_takes_its_room_along(
    django_capture_on_commit_callbacks, news
):
    hall = make.room()
    date_ = add_date(make.activity(), hall)

    with django_capture_on_commit_callbacks(execute=True):
        moved = actions.move_date(
            by=None, occurrence=date_, starts_at=at(20), ends_at=at(21), reason="Mecz"
        )

    assert (moved.moved_from, moved.starts_at, moved.sequence) == (at(18), at(20), 1)
    assert moved.booking.starts_at == at(20)
    assert [type(event) for event in news if isinstance(event, OccurrenceMoved)] == [
        OccurrenceMoved
    ]


def test_moved_back_it_was_never_moved():
    date_ = add_date(make.activity())
    there = actions.move_date(by=None, occurrence=date_, starts_at=at(20), ends_at=at(21))

    back = actions.move_date(by=None, occurrence=there, starts_at=at(18), ends_at=at(19))

    assert back.moved_from is None


def test_a_move_into_a_taken_room_changes_nothing():
    hall = make.room()
    add_date(make.activity("Chór"), hall, starts_at=at(20))
    date_ = add_date(make.activity("Szachy"), hall)

    with pytest.raises(Refused):
        actions.move_date(by=None, occurrence=date_, starts_at=at(20), ends_at=at(21))

    date_.refresh_from_db()
    assert (date_.starts_at, date_.sequence, date_.booking.starts_at) == (at(18), 0, at(18))


def test_a_cancelled_date_stays_with_its_reason_and_frees_the_room(
    django_capture_on_commit_callbacks, news
):
    hall = make.room()
    date_ = add_date(make.activity("Chór"), hall)

    with django_capture_on_commit_callbacks(execute=True):
        off = actions.cancel_date(by=None, occurrence=date_, reason="Choroba dyrygenta")

    assert (off.state, off.reason, off.booking) == ("cancelled", "Choroba dyrygenta", None)
    assert add_date(make.activity("Szachy"), hall).booking is not None
    assert (
        OccurrenceCancelled(
            occurrence_id=off.pk, activity_id=off.activity_id, reason="Choroba dyrygenta"
        )
        in news
    )


def test_a_cancellation_needs_a_reason():
    with pytest.raises(Refused) as no:
        actions.cancel_date(by=None, occurrence=make.occurrence(), reason="")

    assert no.value.reason is Refusal.REASON_MISSING


def test_a_restored_date_is_refused_when_its_room_is_taken_by_now():
    hall = make.room()
    off = actions.cancel_date(by=None, occurrence=add_date(make.activity(), hall), reason="Awaria")
    add_date(make.activity("Szachy"), hall)

    with pytest.raises(Refused):
        actions.restore_date(by=None, occurrence=off)

    off.refresh_from_db()
    assert off.state == Occurrence.State.CANCELLED


def test_a_tentative_date_holds_its_room_until_somebody_decides(time_machine):
    time_machine.move_to(at(9))
    hall = make.room()
    date_ = add_date(make.activity(), hall, state=Occurrence.State.TENTATIVE)
    assert date_.booking.state == Booking.State.TENTATIVE

    decided = actions.confirm_date(by=None, occurrence=date_)

    assert decided.state == Occurrence.State.CONFIRMED
    assert Booking.objects.get().state == Booking.State.CONFIRMED


def test_a_rule_becomes_dates_at_the_same_wall_time_across_the_clock_change():
    planned = actions.add_recurrence(
        by=None, activity=make.activity(of="zajecia"), rule=TUESDAYS, room=make.room()
    )

    local = [each.starts_at.astimezone(at(0).tzinfo) for each in planned.occurrences]
    assert {start.time() for start in local} == {time(17)}
    assert {start.utcoffset() for start in local} == {timedelta(hours=1), timedelta(hours=2)}
    assert all(each.booking_id for each in planned.occurrences)


def test_a_whole_term_is_not_refused_for_one_concert():
    hall = make.room()
    add_date(make.activity("Koncert"), hall, starts_at=at(17, day=date(2026, 10, 6)))

    planned = actions.add_recurrence(
        by=None, activity=make.activity(of="zajecia"), rule=TUESDAYS, room=hall
    )

    assert [each.starts_at.date() for each in planned.clashing] == [date(2026, 10, 6)]
    assert Occurrence.objects.filter(room=None, recurrence=planned.recurrence).count() == 1


def test_a_new_rule_keeps_what_somebody_changed_by_hand():
    planned = actions.add_recurrence(by=None, activity=make.activity(of="zajecia"), rule=TUESDAYS)
    by_hand = planned.occurrences[-1]
    actions.cancel_date(by=None, occurrence=by_hand, reason="Wycieczka")

    later = Rule(**{**vars(TUESDAYS), "first_on": date(2026, 11, 3), "starts": time(18)})
    again = actions.replace_recurrence(
        by=None, recurring=planned.recurrence, rule=later, since=date(2026, 11, 1)
    )

    kept = Occurrence.objects.filter(recurrence=planned.recurrence)
    assert by_hand.pk in kept.values_list("pk", flat=True)
    assert kept.filter(starts_at__date__gte=date(2026, 11, 1)).count() == 1
    assert len(again.occurrences) == 8


def test_a_season_is_copied_once_with_its_groups_and_without_its_dates():
    old, new = make.season(), make.season("2027/2028", date(2027, 9, 1), date(2028, 6, 25))
    guitar = make.activity("Gitara", of="zajecia", season=old)
    make.group(activity=guitar)
    make.occurrence(guitar)

    (copy,) = actions.copy_season(by=None, season=old, into=new)

    assert (copy.state, copy.season, copy.copied_from) == ("draft", new, guitar)
    assert [group.name for group in copy.groups.all()] == ["grupa I"]
    assert copy.occurrences.count() == 0
    with pytest.raises(Refused) as no:
        actions.copy_season(by=None, season=old, into=new)
    assert no.value.reason is Refusal.COPIED_ALREADY
