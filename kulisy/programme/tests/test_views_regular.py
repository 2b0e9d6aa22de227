"""Regular dates: entered, said back with every date, struck out, saved; and all bad input."""

from datetime import date, datetime

import pytest

from kulisy.people.api import Role
from kulisy.programme import actions
from kulisy.programme.models import Occurrence, Recurrence, SchoolBreak
from kulisy.programme.tests import factories as make
from kulisy.programme.tests.factories import at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("saturday")]


@pytest.fixture
def course():
    return make.activity("Ceramika", of="zajecia", season=make.season())


def address(course):
    return f"/zaplecze/wydarzenia/{course.pk}/stale/"


def typed(**other):
    return {
        "frequency": "weekly",
        "interval": "1",
        "weekdays": ["1"],
        "starts": "17:00",
        "ends": "18:30",
        "first_on": "2026-12-01",
        "ending": "until",
        "until_on": "2026-12-29",
        "check": "1",
        **other,
    }


def page_of(answer):
    return answer.content.decode()


def held_in(proposal):
    return [line.key for line in proposal.lines if not line.skipped]


def save(editor, course, checked, **other):
    """Press "Save" on the page that the check answered with."""
    proposal = checked.context["proposal"]
    keys = held_in(proposal)
    facts = {"save": "1", "checked": proposal.digest, "known": keys, "held": keys, **other}
    facts = {name: value for name, value in typed(**facts).items() if name != "check"}
    return editor.post(address(course), facts)


def test_the_check_says_it_back_and_lists_every_date_and_saves_nothing(editor, course):
    answer = editor.post(address(course), typed())

    assert answer.context["proposal"].sentence == (
        "w każdy wtorek 17.00–18.30, od 1 grudnia do 29 grudnia 2026"
    )
    assert [line.starts_at.day for line in answer.context["proposal"].lines] == [1, 8, 15, 22, 29]
    assert "Zapisz 5 terminów" in page_of(answer)
    assert Recurrence.objects.count() == 0


def test_what_was_checked_is_saved(editor, course):
    answer = save(editor, course, editor.post(address(course), typed()))

    assert answer["Location"] == f"/zaplecze/wydarzenia/{course.pk}/terminy/"
    assert Occurrence.objects.count() == 5
    assert Occurrence.objects.earliest("starts_at").starts_at == at(17, day=date(2026, 12, 1))


def test_a_date_struck_out_is_not_held(editor, course):
    checked = editor.post(address(course), typed())
    keys = held_in(checked.context["proposal"])

    save(editor, course, checked, held=keys[1:])

    assert [row.starts_at.day for row in Occurrence.objects.order_by("starts_at")] == [
        8,
        15,
        22,
        29,
    ]


def test_struck_out_stays_struck_out_when_checked_again(editor, course):
    keys = held_in(editor.post(address(course), typed()).context["proposal"])

    again = editor.post(address(course), typed(known=keys, held=keys[1:], ends="19:00"))

    assert [line.is_struck for line in again.context["proposal"].lines][:2] == [True, False]


def test_a_rule_changed_after_the_check_is_shown_once_more(editor, course):
    checked = editor.post(address(course), typed())

    answer = save(editor, course, checked, starts="16:00")

    assert "Od sprawdzenia coś się zmieniło" in page_of(answer)
    assert Recurrence.objects.count() == 0


def test_saving_without_a_check_is_a_check(editor, course):
    answer = editor.post(address(course), typed(save="1"))

    assert answer.context["proposal"].held
    assert Recurrence.objects.count() == 0


def test_public_and_school_holidays_are_named_as_skipped(editor, course):
    SchoolBreak.objects.create(
        name="Przerwa świąteczna", first_on=date(2026, 12, 23), last_on=date(2026, 12, 31)
    )
    facts = typed(
        weekdays=["1", "4"],
        skips_public_holidays="on",
        skips_school="on",
        voivodeship="10",
    )

    lines = editor.post(address(course), facts).context["proposal"].lines

    assert {line.starts_at.day: line.skipped for line in lines if line.skipped} == {
        25: "Boże Narodzenie (pierwszy dzień)",
        29: "Przerwa świąteczna",
    }


def test_a_taken_room_is_said_at_its_date_and_the_rest_is_booked(editor, course):
    hall = make.room()
    actions.add_date(
        by=None, activity=make.activity("Koncert"), starts_at=at(17, day=date(2026, 12, 8)),
        ends_at=at(19, day=date(2026, 12, 8)), room=hall,
    )  # fmt: skip

    checked = editor.post(address(course), typed(room=hall.pk))
    save(editor, course, checked, room=hall.pk)

    clashing = checked.context["proposal"].clashing
    assert [(line.starts_at.day, "Koncert" in line.clash) for line in clashing] == [(8, True)]
    rows = Occurrence.objects.filter(activity=course)
    assert [(row.starts_at.day, row.booking_id is None) for row in rows.filter(room=None)] == [
        (8, True)
    ]
    assert rows.filter(booking__isnull=False).count() == 4


@pytest.mark.parametrize(
    ("day", "starts", "ends", "words"),
    [
        ("2027-03-28", "02:30", "04:00", "ta godzina nie istnieje"),
        ("2026-10-25", "02:30", "04:00", "zdarza się dwa razy"),
    ],
)
def test_the_night_of_the_clock_change_is_spoken_of(editor, course, day, starts, ends, words):
    facts = typed(weekdays=["6"], first_on=day, until_on=day, starts=starts, ends=ends)

    answer = editor.post(address(course), facts)

    assert words in " ".join(answer.context["proposal"].lines[0].notes)
    assert words in page_of(answer)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        pytest.param({"ends": "16:00"}, "ends", id="ends before it starts"),
        pytest.param({"ends": "17:00"}, "ends", id="no length"),
        pytest.param({"first_on": "2026-02-31"}, "first_on", id="31 February"),
        pytest.param({"until_on": "31.02.2027"}, "until_on", id="31 February as the last day"),
        pytest.param({"until_on": "2026-11-01"}, "until_on", id="ends before the first"),
        pytest.param({"until_on": ""}, "ending", id="never ends"),
        pytest.param({"ending": "count", "count": ""}, "ending", id="no number"),
        pytest.param({"ending": "count", "count": "0"}, None, id="no meetings"),
        pytest.param({"ending": "count", "count": "-3"}, None, id="fewer than none"),
        pytest.param({"ending": "count", "count": "50000"}, None, id="50,000 dates"),
        pytest.param({"ending": "count", "count": "x"}, "count", id="not a number"),
        pytest.param({"weekdays": ["9"]}, "weekdays", id="no such day of the week"),
        pytest.param({"interval": "0"}, "interval", id="every no weeks"),
        pytest.param({"interval": "9999"}, "interval", id="every 9999 weeks"),
        pytest.param({"interval": ""}, "interval", id="interval left out"),
        pytest.param({"starts": "<script>"}, "starts", id="hostile hour"),
        pytest.param({"frequency": "'; DROP"}, "frequency", id="hostile frequency"),
        pytest.param({"first_on": "0001-01-01"}, None, id="the year one"),
        pytest.param({"until_on": "9999-12-31"}, None, id="the year 9999"),
        pytest.param({"frequency": "daily", "until_on": "2199-01-01"}, None, id="for two lives"),
        pytest.param({"room": "abc"}, "room", id="no such room"),
    ],
)
def test_bad_input_is_answered_beside_its_field_and_kept(editor, course, wrong, field):
    answer = editor.post(address(course), typed(**wrong))

    form = answer.context["form"]
    assert (answer.status_code, answer.context["proposal"]) == (422, None)
    assert field is None or field in form.errors
    assert form.errors
    assert 'value="18:30"' in page_of(answer) or "ends" in wrong
    assert "'; DROP" not in page_of(answer)
    assert Recurrence.objects.count() == 0


def test_no_day_of_the_week_means_that_of_the_first_day(editor, course):
    answer = editor.post(address(course), typed(weekdays=[]))

    assert "w każdy wtorek" in answer.context["proposal"].sentence


def test_nothing_at_all_is_answered_with_what_is_needed(editor, course):
    answer = editor.post(address(course), {})

    assert {"frequency", "starts", "ends", "first_on", "ending"} <= set(
        answer.context["form"].errors
    )


def test_a_rule_that_yields_nothing_says_so(editor, course):
    facts = typed(weekdays=["4"], first_on="2026-12-25", until_on="2026-12-25")

    answer = editor.post(address(course), {**facts, "skips_public_holidays": "on"})

    assert 'name="save"' not in page_of(answer)
    assert Recurrence.objects.count() == 0


def test_with_the_season_it_ends_on_its_last_day(editor, course):
    answer = editor.post(address(course), typed(ending="season", until_on=""))

    assert answer.context["proposal"].lines[-1].starts_at == at(17, day=date(2027, 6, 22))


def test_an_hour_stays_the_same_across_the_clock_change(editor, course):
    answer = editor.post(address(course), typed(until_on="2027-04-30"))

    lines = answer.context["proposal"].lines
    hours = {line.starts_at.astimezone(at(0).tzinfo).hour for line in lines}
    assert hours == {17}


def test_a_group_brings_its_usual_room(editor, course):
    hall = make.room()
    group = make.group(activity=course, room=hall)

    form = editor.get(f"{address(course)}?grupa={group.pk}").context["form"]

    assert (form["group"].value(), form["room"].value()) == (group.pk, hall.pk)


@pytest.mark.parametrize("asked", ["", "x", "999999", "-1", "9" * 40, "²"])
def test_a_nonsensical_group_in_the_address_is_no_group(editor, course, asked):
    make.group(activity=course)

    assert editor.get(f"{address(course)}?grupa={asked}").context["form"]["group"].value() is None


# --- Another rule from a day on


@pytest.fixture
def rule(editor, course):
    save(editor, course, editor.post(address(course), typed()))
    return Recurrence.objects.get()


def change(editor, rule, **other):
    return editor.post(f"/zaplecze/stale/{rule.pk}/", typed(since="2026-12-10", **other))


def test_the_editor_begins_with_the_present_rule_in_words(editor, rule):
    answer = editor.get(f"/zaplecze/stale/{rule.pk}/")

    assert "w każdy wtorek 17.00–18.30" in answer.context["was"]
    assert answer.context["form"]["starts"].value().hour == 17


def test_a_change_counts_from_its_day_and_keeps_what_was_changed_by_hand(editor, rule):
    by_hand = rule.occurrences.get(starts_at__date=date(2026, 12, 15))
    actions.cancel_date(by=None, occurrence=by_hand, reason="Choroba")

    checked = change(editor, rule, starts="16:00", ends="17:00")
    proposal = checked.context["proposal"]
    keys = [line.key for line in proposal.held]
    facts = {"known": keys, "held": keys, "checked": proposal.digest, "save": "1"}
    answer = change(editor, rule, starts="16:00", ends="17:00", **facts)

    assert [row.pk for row in proposal.kept] == [by_hand.pk]
    assert answer.status_code == 302
    hours = [
        (row.starts_at.day, row.starts_at.astimezone(at(0).tzinfo).hour, row.state)
        for row in Occurrence.objects.order_by("starts_at")
    ]
    assert hours[:2] == [(1, 17, "confirmed"), (8, 17, "confirmed")]
    assert (15, 17, "cancelled") in hours
    assert hours[-1] == (29, 16, "confirmed")


def test_a_change_without_its_day_asks_for_it(editor, rule):
    answer = editor.post(f"/zaplecze/stale/{rule.pk}/", typed(since=""))

    assert answer.status_code == 422
    assert "Podaj dzień." in page_of(answer)


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.TECHNICIAN, Role.INSTRUCTOR])
def test_who_changes_nothing_makes_no_regular_dates(as_role, course, role):
    answer = as_role(role).post(address(course), typed())

    assert (answer.status_code, answer["Location"]) == (302, "/zaplecze/")


def test_keys_are_moments(editor, course):
    lines = editor.post(address(course), typed()).context["proposal"].lines

    assert all(datetime.fromisoformat(line.key) == line.starts_at for line in lines)
