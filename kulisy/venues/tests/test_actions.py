from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from kulisy.kernel import audit
from kulisy.kernel.errors import Refused
from kulisy.venues import actions, api, events
from kulisy.venues.checks import has_net
from kulisy.venues.models import (
    AccessAnswer,
    AccessFeature,
    Booking,
    EquipmentBooking,
    RoomRelation,
)
from kulisy.venues.rules import Refusal
from kulisy.venues.tests.factories import (
    DAY,
    make_disturbance,
    make_equipment,
    make_part,
    make_room,
    span,
)

pytestmark = pytest.mark.django_db
SOON = timedelta(hours=2)


@pytest.fixture
def news(monkeypatch):
    """Events in the order published, without waiting for a commit."""
    told = []
    monkeypatch.setattr("kulisy.venues.actions.bookings.publish", told.append)
    return told


def book(room, stretch=None, title="Chór", **facts):
    return actions.book(room=room, stretch=stretch or span(16, 18), title=title, by=None, **facts)


def refused(reason, act, *args, **kwargs):
    with pytest.raises(Refused) as no:
        act(*args, **kwargs)
    assert no.value.reason is reason
    return no.value.facts


def outlast(booking):
    """As if the hold's time had run out."""
    Booking.objects.filter(pk=booking.pk).update(expires_at=timezone.now() - SOON)


@pytest.mark.parametrize(
    ("stretch", "is_free"),
    [
        pytest.param(span(18, 19), True, id="starts as the choir leaves"),
        pytest.param(span(15, 16), True, id="ends as the choir comes"),
        pytest.param(span(17, 19), False, id="comes before the choir has gone"),
        pytest.param(span(15, 20), False, id="swallows the choir"),
        pytest.param(span(16, 18), False, id="the same hours"),
    ],
)
def test_book_treats_the_end_as_free(stretch, is_free):
    room = make_room()
    book(room)

    if is_free:
        assert book(room, stretch, "Szachy").pk
    else:
        facts = refused(Refusal.CLASH, book, room, stretch, "Szachy")
        assert [clash.facts["title"] for clash in facts["clashes"]] == ["Chór"]
    assert Booking.objects.count() == 1 + is_free


def test_book_remembers_who_and_tells(news, django_user_model):
    ola = django_user_model.objects.create_user("ola@kasztanowo.example", name="Ola")
    room = make_room()

    made = actions.book(
        room=room, stretch=span(16, 18), title="Chór", by=ola, holder="programme.occurrence:7"
    )

    assert [(entry.verb, entry.by_id) for entry in audit.history_of(made)] == [
        ("venues.book", ola.pk)
    ]
    assert news == [
        events.BookingMade(booking_id=made.pk, room_id=room.pk, holder="programme.occurrence:7")
    ]


def test_a_refusal_writes_nothing_and_offers_what_is_free(news):
    room, other = make_room(), make_room("Pracownia plastyczna")
    book(room)
    news.clear()

    facts = refused(Refusal.CLASH, book, room, title="Szachy")

    offered = [(one.room, one.stretch) for one in facts["alternatives"]]
    assert (room.name, span(18, 20)) in offered
    assert (other.name, span(16, 18)) in offered
    assert news == []


@pytest.mark.parametrize("ignore", [True, False])
def test_a_warning_stops_only_those_who_mind_it(ignore):
    loud, quiet = make_room("Próby"), make_room("Galeria")
    make_disturbance(loud, quiet)
    book(loud)

    if ignore:
        assert book(quiet, ignore_warnings=True).pk
    else:
        refused(Refusal.WARNINGS, book, quiet, ignore_warnings=False)


@pytest.mark.parametrize(("holder", "is_free"), [("programme.occurrence:1", False), ("", True)])
def test_a_holder_holds_a_room_once(holder, is_free):
    room = make_room()
    book(room, holder=holder)

    if is_free:
        assert book(room, span(19, 20), holder=holder).pk
    else:
        refused(Refusal.ALREADY_HELD, book, room, span(19, 20), holder=holder)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"tentative_until": timezone.now() - SOON}, Refusal.HOLD_ENDS_IN_THE_PAST),
        ({"equipment": 0}, Refusal.BAD_QUANTITY),
    ],
)
def test_nonsense_is_refused_with_its_reason(facts, reason):
    if "equipment" in facts:
        facts = {"equipment": {make_equipment(): 0}}

    refused(reason, book, make_room(), **facts)


def test_a_set_up_of_another_room_is_refused():
    other = make_room("Galeria", capacity=60)

    refused(Refusal.WRONG_SET_UP, book, make_room(), set_up=other.set_ups.get())


def test_an_expired_hold_stands_in_nobodys_way(news):
    room = make_room()
    hold = book(room, tentative_until=timezone.now() + SOON, holder="programme.occurrence:1")
    refused(Refusal.CLASH, book, room, title="Szachy")
    outlast(hold)

    made = book(room, title="Szachy")

    hold.refresh_from_db()
    assert (made.state, hold.state) == (Booking.State.CONFIRMED, Booking.State.RELEASED)
    assert (
        events.HoldExpired(booking_id=hold.pk, room_id=room.pk, holder="programme.occurrence:1")
        in news
    )


def test_release_expired_lets_go_of_what_ran_out_and_of_nothing_else():
    over = book(make_room("A"), tentative_until=timezone.now() + SOON)
    outlast(over)
    waiting = book(make_room("B"), tentative_until=timezone.now() + SOON)
    kept = book(make_room("C"))

    assert actions.release_expired() == 1
    assert actions.release_expired() == 0

    states = [Booking.objects.get(pk=one.pk).state for one in (over, waiting, kept)]
    assert states == ["released", "tentative", "confirmed"]


def test_confirm_makes_a_hold_a_booking():
    hold = book(make_room(), tentative_until=timezone.now() + SOON)

    confirmed = actions.confirm(hold, by=None)

    assert (confirmed.state, confirmed.expires_at, confirmed.sequence) == ("confirmed", None, 1)


@pytest.mark.parametrize("is_taken", [False, True])
def test_an_expired_hold_is_confirmed_while_nobody_else_has_the_room(is_taken):
    hall, half = make_room("Hall"), make_room("Half")
    make_part(half, hall)
    hold = book(hall, tentative_until=timezone.now() + SOON)
    outlast(hold)
    if is_taken:
        book(half)
        refused(Refusal.CLASH, actions.confirm, hold, by=None)
    else:
        assert actions.confirm(hold, by=None).state == "confirmed"


def test_release_frees_the_room_and_its_equipment():
    room, projector = make_room(), make_equipment(stock=1)
    made = book(room, equipment={projector: 1})

    actions.release(made, by=None)

    assert book(room, equipment={projector: 1}).pk
    refused(Refusal.ALREADY_RELEASED, actions.move, made, by=None, stretch=span(9, 10))


def test_move_takes_the_equipment_along_and_counts_the_changes(news):
    room, projector = make_room(), make_equipment(stock=1)
    made = book(room, equipment={projector: 1}, minutes_setup=30)

    moved = actions.move(made, by=None, stretch=span(17, 19))

    line = EquipmentBooking.objects.get()
    assert (moved.uid, moved.sequence) == (made.uid, 1)
    assert line.holds_from == span(17, 19).starts_at - timedelta(minutes=30)
    assert isinstance(news[-1], events.BookingMoved)
    assert news[-1].old_starts_at == span(16, 18).starts_at


def test_move_into_a_clash_leaves_the_booking_where_it_was():
    room = make_room()
    book(room, span(19, 21), "Szachy")
    made = book(room)

    refused(Refusal.CLASH, actions.move, made, by=None, stretch=span(18, 20))

    made.refresh_from_db()
    assert (made.starts_at, made.sequence) == (span(16, 18).starts_at, 0)


def test_move_to_another_room_drops_the_old_rooms_set_up():
    room, other = make_room(capacity=80), make_room("Galeria", capacity=60)
    made = book(room, set_up=room.set_ups.get(), people=50)

    moved = actions.move(made, by=None, room=other)

    assert (moved.room_id, moved.set_up_id) == (other.pk, None)


def week(n):
    return date.fromordinal(DAY.toordinal() + 7 * n)


def series(room, count, **facts):
    return [
        api.Wanted(
            room=room, stretch=span(16, 18, day=week(n)), title="Ceramika", holder=f"x:{n}", **facts
        )
        for n in range(count)
    ]


def test_a_series_is_booked_whole_or_not_at_all():
    room = make_room()
    book(room, span(17, 19, day=week(3)))

    facts = refused(Refusal.CLASH, actions.book_many, series(room, 10), by=None)

    assert [clash.wish for clash in facts["clashes"]] == [3]
    assert Booking.objects.count() == 1


def test_a_series_can_take_the_free_dates_and_say_why_not_the_others():
    room = make_room()
    book(room, span(17, 19, day=week(3)))

    booked = actions.book_many(series(room, 10), by=None, only_free=True)

    assert sorted(booked.made) == [0, 1, 2, 4, 5, 6, 7, 8, 9]
    assert [clash.facts["title"] for clash in booked.clashes[3]] == ["Chór"]


def test_dates_of_one_series_clash_with_each_other_too():
    hall, half, third = (make_room(name) for name in ("Hall", "Half", "Third"))
    make_part(half, hall)
    projector = make_equipment(stock=1)
    wanted = [
        api.Wanted(room=hall, stretch=span(16, 18), title="Próba", holder="x:1"),
        api.Wanted(room=half, stretch=span(17, 19), title="Taniec", holder="x:2"),
        api.Wanted(room=half, stretch=span(18, 19), title="Joga", equipment={projector: 1}),
        api.Wanted(room=hall, stretch=span(19, 20), title="Film", equipment={projector: 1}),
        api.Wanted(room=third, stretch=span(18, 20), title="Szachy", equipment={projector: 1}),
    ]

    booked = actions.book_many(wanted, by=None, only_free=True)

    assert sorted(booked.made) == [0, 2, 3]
    assert {place: found[0].source for place, found in booked.clashes.items()} == {
        1: "series",
        4: "stock",
    }


@pytest.mark.parametrize("count", [2, 40])
def test_a_series_takes_the_same_queries_however_long(count, django_assert_num_queries):
    wanted = series(make_room(), count)

    with django_assert_num_queries(14):
        actions.book_many(wanted, by=None)


def test_the_database_refuses_what_slips_past_the_actions():
    room, other = make_room(), make_room("Galeria")
    made = book(room)
    assert has_net("default")

    def slip(into, state="confirmed"):
        made_twice = Booking(
            room=into, title="Szachy", state=state, starts_at=made.starts_at, ends_at=made.ends_at
        )
        made_twice.holds_from, made_twice.holds_until = made.holds_from, made.holds_until
        with transaction.atomic():
            made_twice.save()
        return made_twice

    with pytest.raises(IntegrityError):
        slip(room)
    assert slip(other).pk
    released = slip(room, state="released")
    with pytest.raises(IntegrityError), transaction.atomic():
        Booking.objects.filter(pk=released.pk).update(state="confirmed")


def test_a_profile_keeps_what_was_not_asked_about(django_assert_num_queries):
    room = make_room()
    lift, dog = AccessFeature.LIFT, AccessFeature.ASSISTANCE_DOG
    yes, no = AccessAnswer.YES, AccessAnswer.NO
    actions.describe_access(room, {lift: (yes, "do 3 piętra"), dog: (yes, "")}, by=None)

    actions.describe_access(room, {lift: (no, "w remoncie")}, by=None, checked_on=DAY)

    lines = {line.feature: (line.answer, line.note) for line in api.access_profile(room)}
    assert (lines[lift], lines[dog]) == ((no, "w remoncie"), (yes, ""))
    assert lines[AccessFeature.TOILET] == (AccessAnswer.UNKNOWN, "")


def test_a_hall_is_not_a_part_of_its_half():
    hall, half = make_room("Hall"), make_room("Half")
    part = RoomRelation.Kind.PART_OF
    actions.relate_rooms(half, part, hall, by=None)

    refused(Refusal.PART_OF_ITSELF, actions.relate_rooms, hall, part, half, by=None)
    assert RoomRelation.objects.count() == 1
