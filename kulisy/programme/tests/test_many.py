"""Hundreds at once: what an import brings in, written down, told and housed like a single one."""

from datetime import timedelta

import pytest

from kulisy.kernel.audit import history_of
from kulisy.programme import actions
from kulisy.programme.events import ActivityAdded, OccurrencesAdded
from kulisy.programme.models import Activity, Occurrence
from kulisy.programme.tests import factories
from kulisy.programme.tests.factories import at

pytestmark = pytest.mark.django_db


def unsaved(title):
    return Activity(title=title, kind=factories.kind(), state="confirmed")


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(at(12), tick=False)


def test_titles_that_are_alike_get_addresses_of_their_own():
    factories.activity("Koncert", slug="koncert")

    made = actions.add_activities(
        [unsaved(title) for title in ("Koncert", "Koncert", "Łąka", "!?")],
        by=None,
        told={"import": 7},
    )

    assert [each.slug for each in made] == ["koncert-2", "koncert-3", "laka", "wydarzenie"]


def test_an_address_that_looks_numbered_is_not_given_twice():
    factories.activity("Koncert", slug="koncert")
    factories.activity("Koncert", slug="koncert-2")

    made = actions.add_activities([unsaved("Koncert")], by=None, told={})

    assert [each.slug for each in made] == ["koncert-3"]


def test_each_is_written_down_and_told(news, django_capture_on_commit_callbacks):
    told = {"import": 7}
    with django_capture_on_commit_callbacks(execute=True):
        made = actions.add_activities([unsaved("A"), unsaved("B")], by=None, told=told)
        dates = [Occurrence(activity=each, starts_at=at(18), ends_at=at(19)) for each in made]
        actions.add_dates(dates, by=None, told=told)

    assert [type(event) for event in news] == [ActivityAdded] * 2 + [OccurrencesAdded] * 2
    assert [entry.changes for entry in history_of(made[0])] == [{"title": [None, "A"], "import": 7}]


def test_who_comes_second_keeps_the_name_of_the_room_without_the_room():
    hall = factories.room("Sala widowiskowa")
    activity = factories.activity()
    dates = [
        Occurrence(
            activity=activity, starts_at=start, ends_at=start + timedelta(hours=1), room=hall
        )
        for start in (at(18), at(18, 30), at(19))
    ]

    without_room = actions.add_dates(dates, by=None, told={})

    assert [each.starts_at for each in without_room] == [at(18, 30)]
    kept = Occurrence.objects.order_by("starts_at")
    assert [(each.room, each.place, each.booking is not None) for each in kept] == [
        (hall, "", True),
        (None, str(hall), False),
        (hall, "", True),
    ]


@pytest.mark.parametrize(
    ("facts", "is_booked"),
    [
        ({}, True),
        ({"starts_at": at(9), "ends_at": at(10)}, False),
        ({"state": "cancelled"}, False),
    ],
)
def test_only_what_will_take_place_needs_its_room(facts, is_booked):
    row = Occurrence(
        **{
            "activity": factories.activity(),
            "starts_at": at(18),
            "ends_at": at(19),
            "room": factories.room(),
        }
        | facts
    )

    actions.add_dates([row], by=None, told={})

    row.refresh_from_db()
    assert (row.booking is not None) is is_booked


def test_many_dates_take_as_many_queries_as_one(django_assert_max_num_queries):
    activity, rooms = (
        factories.activity(),
        [factories.room(f"Sala {number}") for number in range(3)],
    )
    for count, hour in ((1, 13), (60, 14)):
        rows = [
            Occurrence(
                activity=activity,
                starts_at=at(hour) + timedelta(days=number),
                ends_at=at(hour) + timedelta(days=number, minutes=30),
                room=rooms[number % 3],
            )
            for number in range(count)
        ]
        with django_assert_max_num_queries(25):
            actions.add_dates(rows, by=None, told={})
