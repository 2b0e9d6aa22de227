"""Sentences in both languages, and a demo that stands."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from kulisy.kernel.demo import Stage
from kulisy.kernel.errors import Refused
from kulisy.venues import actions, api, words
from kulisy.venues.demo import open_the_house
from kulisy.venues.models import ClosedDay, Room, RoomRelation
from kulisy.venues.rules import Refusal
from kulisy.venues.tests.factories import DAY, at, make_equipment, make_room, span

pytestmark = pytest.mark.django_db


def refusal(language, *, now=None, discreet=False, **facts):
    room = make_room("Sala kameralna", **facts)
    make_room("Pracownia plastyczna", venue=room.venue)
    actions.book(room=room, stretch=span(16, 18), title="Chór", by=None, private=discreet)
    with pytest.raises(Refused) as no:
        actions.book(room=room, stretch=span(17, 18), title="Szachy", by=None)
    with override(language):
        return api.why_not(no.value, now or at(12), discreet=discreet)


@pytest.mark.parametrize(
    ("language", "accusative", "sentence"),
    [
        (
            "pl",
            "salę kameralną",
            (
                "Chór zajmuje salę kameralną do 18.00. "
                "Wolne od 18.00, a w tym samym czasie: Pracownia plastyczna."
            ),
        ),
        (
            "pl",
            "",
            (
                "Sala kameralna – zajęte do 18.00: Chór. "
                "Wolne od 18.00, a w tym samym czasie: Pracownia plastyczna."
            ),
        ),
        (
            "en",
            "salę kameralną",
            (
                "Chór holds Sala kameralna until 18.00. "
                "Free from 18.00; at that time this is free: Pracownia plastyczna."
            ),
        ),
    ],
)
def test_a_clash_is_explained_in_a_sentence(language, accusative, sentence):
    assert refusal(language, name_accusative=accusative) == sentence


def test_what_is_free_at_this_very_moment_is_free_now():
    said = refusal("pl", now=at(17, 5), name_accusative="salę kameralną")

    assert said.endswith("Wolne od 18.00, a od zaraz: Pracownia plastyczna.")


def test_a_partner_sees_only_that_it_is_busy():
    said = refusal("pl", discreet=True)

    assert said.startswith("Sala kameralna – zajęte do 18.00.")
    assert "Chór" not in said


def why_not_in_polish(**wish):
    with pytest.raises(Refused) as no:
        actions.book(title="Szachy", by=None, **wish)
    with override("pl"):
        return words.why_not(no.value, at(7))


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (2, "Laptop: w tym czasie wolna jest 1 sztuka, a potrzeba 2. Wolne od 12.00."),
        (7, "Laptop: jest tylko 5 sztuk, a potrzeba 7."),
    ],
)
def test_too_much_equipment_is_told_how_much_there_is_and_when(wanted, sentence):
    room, laptop = make_room(), make_equipment("Laptop", stock=5)
    elsewhere = make_room("Sala prób", venue=room.venue, is_bookable=True)
    actions.book(room=elsewhere, stretch=span(9, 12), title="Kurs", by=None, equipment={laptop: 4})
    elsewhere.is_bookable = False
    elsewhere.save()

    said = why_not_in_polish(room=room, stretch=span(10, 11), equipment={laptop: wanted})

    assert said.startswith(sentence)


def test_too_many_people_are_not_sent_to_another_day():
    said = why_not_in_polish(room=make_room(capacity=80), stretch=span(10, 11), people=500)

    assert said.endswith("Inny dzień ani inna sala nie pomoże. Zmień to, czego potrzeba.")


def test_an_evening_is_not_offered_overnight():
    room = make_room()
    actions.book(room=room, stretch=span(15, 16), title="Chór", by=None)
    wish = api.Wish(room_id=room.pk, stretch=span(6, 23))

    found = api.alternatives(wish, now=at(5))

    assert found
    assert all(one.stretch.ends_at.date() == one.stretch.starts_at.date() for one in found)


def test_a_series_names_the_closed_day_in_its_middle():
    room = make_room()
    closed = DAY + timedelta(days=7)
    ClosedDay.objects.create(first_on=closed, last_on=closed, reason="inwentaryzacja")
    wanted = [span(17, 18, day=DAY + timedelta(days=7 * n)) for n in range(3)]

    found = api.clashes(
        api.Request(
            wishes=tuple(api.Wish(room_id=room.pk, stretch=one) for one in wanted), now=at(7)
        )
    )

    with override("pl"):
        assert [(one.wish, words.explain(one, at(7))) for one in found] == [
            (1, "Cały ośrodek jest zamknięty: wtorek 16 marca 2027 (inwentaryzacja).")
        ]


@pytest.mark.parametrize("reason", Refusal)
def test_every_refusal_has_a_whole_sentence(reason):
    facts = {"most": 1, "set_up": "a", "room": "b", "other": "c"}

    assert words.sorry(Refused(reason, **facts)).endswith(".")


def test_every_source_of_ours_has_its_sentence():
    from kulisy.venues.clashes.rules import sources

    ours = {key for key in sources() if "." not in key}

    assert ours | {"series"} == set(words._OURS)


def test_alternatives_never_lie_in_the_past():
    room = make_room()
    stretch = span(16, 18)
    now = stretch.starts_at + timedelta(minutes=30)
    actions.book(room=room, stretch=stretch, title="Chór", by=None)

    found = api.alternatives(api.Wish(room_id=room.pk, stretch=stretch), now=now)

    assert found
    assert all(one.stretch.starts_at >= now for one in found)


@pytest.mark.slow
def test_the_demo_fills_the_centre_once():
    first = Stage(today=DAY, say=lambda _: None)
    open_the_house(first)
    rooms = Room.objects.count()

    open_the_house(Stage(today=DAY, say=lambda _: None))

    assert (Room.objects.count(), RoomRelation.objects.count()) == (rooms, 4)
    assert first.props["rooms"]["sala-widowiskowa"].set_ups.count() == 3
    assert set(first.props) == {"centre", "venues", "rooms", "equipment"}
    hall = first.props["rooms"]["sala-lustrzana"]
    actions.book(room=hall, stretch=span(16, 18), title="Taniec", by=None)
    free = [one.room.slug for one in api.free_rooms(span(16, 18), capacity=20)]
    assert "sala-lustrzana-a" not in free
    assert "sala-kameralna" in free
