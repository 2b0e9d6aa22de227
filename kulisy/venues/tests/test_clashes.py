"""Each source beside its neighbour: what it stops, and what it lets pass."""

from datetime import date, time

import pytest
from django.utils import timezone

from kulisy.venues import api
from kulisy.venues.models import ClosedDay, OpeningHours, SetUp
from kulisy.venues.tests.factories import (
    DAY,
    make_disturbance,
    make_equipment,
    make_part,
    make_room,
    make_venue,
    span,
)

pytestmark = pytest.mark.django_db


def asked(room, stretch=None, **facts):
    facts.setdefault("facts", {})
    wish = api.Wish(room_id=room.pk, stretch=stretch or span(16, 18), **facts)
    found = api.clashes(api.Request(wishes=(wish,), now=timezone.now()))
    return [(clash.source, clash.severity.value) for clash in found]


def book(room, stretch=None, **facts):
    return api.book(room=room, stretch=stretch or span(16, 18), title="Chór", by=None, **facts)


def test_set_up_and_strike_hold_the_room_too():
    room = make_room()
    book(room, minutes_setup=60, minutes_strike=30)

    assert asked(room, span(15, 16)) == [("room", "blocks")]
    assert asked(room, span(18, 19)) == [("room", "blocks")]
    assert asked(room, span(14, 15)) == []


def test_a_half_shuts_the_hall_and_not_the_other_half():
    venue = make_venue()
    hall, a, b = (make_room(name, venue=venue) for name in ("Hall", "A", "B"))
    make_part(a, hall)
    make_part(b, hall)
    book(a)

    assert asked(hall) == [("excluding", "blocks")]
    assert asked(b) == []


@pytest.mark.parametrize(("strict", "severity"), [(False, "warns"), (True, "blocks")])
def test_a_loud_room_disturbs_a_quiet_one_both_ways(strict, severity):
    loud, quiet, third = make_room("Próby"), make_room("Galeria"), make_room("Biuro")
    make_disturbance(loud, quiet, strict=strict)
    book(loud)
    book(quiet, span(20, 22))

    assert asked(quiet) == [("disturbing", severity)]
    assert asked(loud, span(20, 22)) == [("disturbing", severity)]
    assert asked(third) == []


def test_outside_opening_hours_is_a_warning():
    room = make_room()
    OpeningHours.objects.create(
        venue=room.venue, weekday=DAY.weekday(), opens=time(8), closes=time(17)
    )

    assert asked(room, span(15, 17)) == []
    assert asked(room, span(16, 18)) == [("hours", "warns")]


@pytest.mark.parametrize(
    ("first", "is_everywhere", "strict", "expected"),
    [
        pytest.param(DAY, True, True, [("closed", "blocks")], id="the whole centre"),
        pytest.param(DAY, True, False, [("closed", "warns")], id="a softer closure"),
        pytest.param(DAY, False, True, [], id="another venue"),
        pytest.param(date(2027, 3, 10), True, True, [], id="the day after"),
    ],
)
def test_closed_days_stop_bookings(first, is_everywhere, strict, expected):
    room = make_room()
    venue = None if is_everywhere else make_venue("Filia")
    ClosedDay.objects.create(
        venue=venue, first_on=first, last_on=first, reason="Remont", is_strict=strict
    )

    assert asked(room) == expected


def test_stock_is_counted_at_the_busiest_moment():
    projector = make_equipment(stock=2)
    book(make_room("A"), span(14, 16), equipment={projector: 1})
    book(make_room("B"), span(16, 18), equipment={projector: 1})
    room = make_room("C")

    # Two are out in turn, never both at once: one is always left, and only one.
    assert asked(room, span(14, 18), equipment={projector.pk: 1}) == []
    assert asked(room, span(14, 18), equipment={projector.pk: 2}) == [("stock", "blocks")]


def test_heavy_equipment_stays_in_its_building():
    room = make_room()
    stage = make_equipment("Podest", home=make_venue("Filia"), is_portable=False)
    own = make_equipment("Kotara", home=room.venue, is_portable=False)

    assert asked(room, equipment={stage.pk: 1}) == [("stock", "blocks")]
    assert asked(room, equipment={own.pk: 1}) == []


@pytest.mark.parametrize(
    ("people", "expected"), [(80, []), (81, [("capacity", "blocks")]), (None, [])]
)
def test_capacity_is_the_roomiest_set_up_unless_one_is_chosen(people, expected):
    room = make_room(capacity=80)
    tables = SetUp.objects.create(room=room, name="przy stołach", capacity=36)

    assert asked(room, people=people) == expected
    assert asked(room, people=36, set_up_id=tables.pk) == []
    assert asked(room, people=37, set_up_id=tables.pk) == [("capacity", "blocks")]


@pytest.mark.parametrize(
    ("bookable", "expected"), [(True, []), (False, [("not_bookable", "blocks")])]
)
def test_a_room_may_be_kept_out_of_bookings(bookable, expected):
    assert asked(make_room(is_bookable=bookable)) == expected


def test_a_higher_floor_adds_its_source_and_its_words():
    from kulisy.venues.clashes import rules

    @api.clash_source(
        "test.teacher", explain=lambda clash: f"{clash.facts['who']} uczy gdzie indziej."
    )
    def teachers(request):
        for position, wish in enumerate(request.wishes):
            if wish.facts.get("teacher") == "Marta":
                yield api.Clash(
                    source="test.teacher",
                    severity=api.Severity.WARNS,
                    wish=position,
                    room_id=wish.room_id,
                    stretch=wish.stretch,
                    facts={"who": "Marta"},
                )

    try:
        room = make_room()
        assert asked(room, facts={"teacher": "Marta"}) == [("test.teacher", "warns")]
        assert asked(room, facts={"teacher": "Jan"}) == []
        wish = api.Wish(room_id=room.pk, stretch=span(16, 18), facts={"teacher": "Marta"})
        (clash,) = api.clashes(api.Request(wishes=(wish,), now=timezone.now()))
        assert api.explain(clash, timezone.now()) == "Marta uczy gdzie indziej."
    finally:
        del rules._sources["test.teacher"]
        del rules._sentences["test.teacher"]


@pytest.mark.parametrize("count", [1, 300])
def test_a_series_is_checked_with_the_same_queries(count, django_assert_num_queries):
    room, projector = make_room(capacity=10), make_equipment()
    book(room, equipment={projector: 1})
    wishes = tuple(
        api.Wish(
            room_id=room.pk,
            stretch=span(6 + n % 12, 7 + n % 12, day=date.fromordinal(DAY.toordinal() + n)),
            equipment={projector.pk: 1},
        )
        for n in range(count)
    )

    with django_assert_num_queries(8):
        api.clashes(api.Request(wishes=wishes, now=timezone.now()))
