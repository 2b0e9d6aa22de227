"""What is read: who sees what, what a filter finds, and whose decision waits."""

from datetime import date, timedelta

import pytest

from kulisy.programme import actions, queries
from kulisy.programme.filters import ProgrammeFilter
from kulisy.programme.models import AccessibilityFeature, Audience, Contributor, Credit
from kulisy.programme.tests import factories
from kulisy.programme.tests.factories import at

NOW = at(12)
pytestmark = pytest.mark.django_db


def titles(dates):
    return [date.activity.title for date in dates]


@pytest.mark.parametrize(
    ("state", "is_seen"),
    [
        ("draft", False),
        ("tentative", False),
        ("confirmed", True),
        ("postponed", True),
        ("cancelled", True),
    ],
)
def test_visitors_see_what_was_announced_even_when_it_is_called_off(state, is_seen):
    factories.occurrence(factories.activity(state=state, reason="choroba"))

    assert queries.public_activities(NOW).exists() is is_seen
    assert queries.public_occurrences(NOW).exists() is is_seen


def test_what_is_scheduled_appears_at_its_hour():
    factories.occurrence(factories.activity(publish_at=NOW + timedelta(minutes=1)))

    assert not queries.public_occurrences(NOW).exists()
    assert queries.public_occurrences(NOW + timedelta(minutes=1)).exists()
    assert queries.to_be_published(NOW).count() == 1


def test_a_tentative_date_of_a_shown_activity_waits_for_its_decision():
    shown = factories.activity()
    factories.occurrence(shown, at(18), state="tentative")
    factories.occurrence(shown, at(19))

    assert [each.starts_at for each in queries.public_occurrences(NOW)] == [at(19)]
    assert [each.starts_at for each in queries.tentative_dates(NOW)] == [at(18)]


def test_a_stretch_is_half_open():
    factories.occurrence(
        factories.activity("Do północy"), at(23), ends_at=at(0, day=date(2026, 11, 22))
    )
    factories.occurrence(factories.activity("Od północy"), at(0, day=date(2026, 11, 22)))

    assert titles(queries.on_day(date(2026, 11, 21), NOW)) == ["Do północy"]
    assert titles(queries.on_day(date(2026, 11, 22), NOW)) == ["Od północy"]


def test_an_exhibition_is_on_every_day_it_lasts():
    factories.occurrence(factories.activity("Wystawa"), at(0), ends_at=at(0, day=date(2026, 12, 1)))

    assert titles(queries.on_day(date(2026, 11, 30), NOW)) == ["Wystawa"]
    assert titles(queries.on_day(date(2026, 12, 1), NOW)) == []


def test_who_needs_two_features_needs_both_on_one_date():
    loop = AccessibilityFeature.objects.get(slug="petla")
    sign = AccessibilityFeature.objects.get(slug="pjm")
    both, one = factories.activity("Oba"), factories.activity("Jedno")
    factories.occurrence(both).features.set([loop, sign])
    factories.occurrence(one).features.set([loop])
    factories.occurrence(one, at(20)).features.set([sign])

    found = queries.occurrences_shown(None, ProgrammeFilter(features=("petla", "pjm")), NOW)

    assert titles(found) == ["Oba"]


def test_an_audience_finds_a_date_once():
    children, all_ages = Audience.objects.all()[:2]
    shown = factories.activity("Poranek")
    shown.audiences.set([children, all_ages])
    shown.save()
    factories.occurrence(shown)

    wish = ProgrammeFilter(audiences=(children.slug, all_ages.slug))

    assert titles(queries.occurrences_shown(None, wish, NOW)) == ["Poranek"]


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        (ProgrammeFilter(), ["Gitara", "Koncert"]),
        (ProgrammeFilter(classes="only"), ["Gitara"]),
        (ProgrammeFilter(classes="without"), ["Koncert"]),
        (ProgrammeFilter(kinds=("koncert",)), ["Koncert"]),
        (ProgrammeFilter(admission="free"), ["Koncert"]),
        (ProgrammeFilter(admission="paid"), ["Gitara"]),
        (ProgrammeFilter(modes=("online",)), ["Gitara"]),
        (ProgrammeFilter(kinds=("wyklad",)), []),
    ],
)
def test_each_filter_finds_its_own(wish, found):
    guitar = factories.activity("Gitara", of="zajecia", is_free=False)
    factories.occurrence(guitar, at(17), mode="online")
    factories.occurrence(factories.activity("Koncert", is_free=True), at(19))

    assert titles(queries.occurrences_shown(None, wish, NOW)) == found


def test_a_festival_holds_what_stands_three_levels_below_it():
    festival = factories.activity("Festiwal", of="festiwal", slug="festiwal")
    day = factories.activity("Dzień pierwszy", parent=festival)
    stage = factories.activity("Scena", parent=day)
    factories.occurrence(factories.activity("Zespół", parent=stage))
    factories.occurrence(factories.activity("Obok"))

    found = queries.occurrences_shown(None, ProgrammeFilter(part_of="festiwal"), NOW)

    assert titles(found) == ["Zespół"]


def test_a_weekly_cycle_does_not_fill_what_comes_next():
    cycle = factories.activity("Kino w każdą sobotę")
    for week in range(8):
        factories.occurrence(cycle, at(18) + timedelta(weeks=week))
    factories.occurrence(factories.activity("Koncert"), at(18, day=date(2027, 1, 30)))

    assert titles(queries.coming(NOW, limit=3)) == ["Kino w każdą sobotę", "Koncert"]


@pytest.mark.parametrize(
    ("day", "weekend"),
    [
        (date(2026, 11, 16), (date(2026, 11, 20), date(2026, 11, 22))),
        (date(2026, 11, 20), (date(2026, 11, 20), date(2026, 11, 22))),
        (date(2026, 11, 21), (date(2026, 11, 21), date(2026, 11, 22))),
        (date(2026, 11, 22), (date(2026, 11, 22), date(2026, 11, 22))),
        (date(2026, 11, 23), (date(2026, 11, 27), date(2026, 11, 29))),
    ],
)
def test_the_weekend_is_what_is_left_of_it(day, weekend):
    assert queries.weekend_after(day) == weekend


def test_somebody_is_listed_by_what_visitors_may_see():
    shown = Contributor.objects.create(name="Jan Jawny", slug="jan-jawny", is_listed=True)
    hidden = Contributor.objects.create(name="Ewa Ukryta", slug="ewa-ukryta", is_listed=True)
    draft = factories.activity(state="draft", of="zajecia")
    Credit.objects.create(activity=factories.activity(), contributor=shown, part="gra")
    Credit.objects.create(activity=draft, contributor=hidden, part="gra")
    factories.group(activity=draft).instructors.set([hidden])

    assert list(queries.contributors_listed(NOW)) == [shown]


@pytest.mark.parametrize(
    ("facts", "is_told"),
    [
        ({}, True),
        ({"place": "Rynek"}, False),
        ({"mode": "online"}, False),
        ({"state": "cancelled"}, False),
    ],
)
def test_a_regular_date_without_its_room_asks_for_a_decision(facts, is_told):
    course, room = factories.activity(of="zajecia"), factories.room()
    rule = course.recurrences.create(
        first_on=date(2026, 11, 21), starts=at(17).time(), minutes=60, rrule="FREQ=WEEKLY;COUNT=2"
    )
    factories.occurrence(course, at(17), room=room, recurrence=rule)
    factories.occurrence(course, at(17, day=date(2026, 11, 28)), recurrence=rule, **facts)

    assert queries.dates_without_room(NOW).exists() is is_told


def test_lists_ask_as_often_for_many_dates_as_for_one(django_assert_num_queries):
    for number in range(3):
        shown = factories.activity(f"Koncert {number}", section=factories.section())
        factories.occurrence(shown, room=factories.room(f"Sala {number}"))
    dates = queries.occurrences_shown(None, ProgrammeFilter(), NOW)

    for rows in (dates[:1], dates[:3]):
        with django_assert_num_queries(2):
            assert [
                (each.activity.kind, each.room.venue, list(each.features.all())) for each in rows
            ]


def test_a_called_off_activity_gives_its_rooms_back_and_takes_them_again(time_machine):
    time_machine.move_to(NOW, tick=False)
    hall, shown = factories.room(), factories.activity()
    kept = actions.add_date(by=None, activity=shown, starts_at=at(18), ends_at=at(20), room=hall)
    lost = actions.add_date(by=None, activity=shown, starts_at=at(21), ends_at=at(22), room=hall)

    actions.set_state(by=None, activity=shown, state="cancelled", reason="awaria")
    other = factories.activity("W zamian")
    actions.add_date(by=None, activity=other, starts_at=at(21), ends_at=at(22), room=hall)
    kept.refresh_from_db()
    assert (kept.booking, kept.sequence) == (None, 1)

    actions.set_state(by=None, activity=shown, state="confirmed")
    kept.refresh_from_db()
    lost.refresh_from_db()
    assert (kept.booking is not None, kept.room, kept.sequence) == (True, hall, 2)
    assert (lost.booking, lost.room, lost.place) == (None, None, str(hall))
