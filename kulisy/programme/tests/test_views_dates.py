"""Single dates backstage: adding, moving, calling off, describing, many at once, and who may."""

from datetime import date, timedelta

import pytest

from kulisy.people.api import Role
from kulisy.programme import actions
from kulisy.programme.models import AccessibilityFeature, Occurrence
from kulisy.programme.tests import factories as make
from kulisy.programme.tests.factories import at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("saturday")]
SUNDAY = date(2026, 11, 22)


@pytest.fixture
def concert():
    return make.activity("Koncert")


@pytest.fixture
def evening(concert):
    """A date of the concert on Sunday at 18, with its room booked."""
    return actions.add_date(
        by=None,
        activity=concert,
        starts_at=at(18, day=SUNDAY),
        ends_at=at(20, day=SUNDAY),
        room=make.room("Sala widowiskowa"),
    )


def page_of(answer):
    return answer.content.decode()


def to(row, deed=""):
    return f"/zaplecze/terminy/{row.pk}/{deed}"


def again(row):
    return Occurrence.objects.get(pk=row.pk)


def typed(**other):
    return {"day": "2026-11-28", "starts": "18:00", "ends": "20:00", **other}


def test_a_date_is_added_with_its_room_and_what_it_offers(editor, concert):
    hall, loop = make.room(), AccessibilityFeature.objects.first()

    answer = editor.post(
        f"/zaplecze/wydarzenia/{concert.pk}/terminy/dodaj/",
        typed(room=hall.pk, features=[loop.pk], note="Wejście od ogrodu", is_tentative="on"),
    )

    row = concert.occurrences.get()
    assert answer["Location"] == f"/zaplecze/wydarzenia/{concert.pk}/terminy/"
    assert (row.state, row.note, list(row.features.all())) == (
        "tentative", "Wejście od ogrodu", [loop],
    )  # fmt: skip
    assert row.booking.state == "tentative"


def test_a_date_that_ends_before_it_starts_is_not_added_and_the_note_is_kept(editor, concert):
    answer = editor.post(
        f"/zaplecze/wydarzenia/{concert.pk}/terminy/dodaj/", typed(ends="17:00", note="Uwaga")
    )

    assert (answer.status_code, concert.occurrences.count()) == (422, 0)
    assert "Koniec wypada przed początkiem." in page_of(answer)
    assert 'value="Uwaga"' in page_of(answer)


def test_a_taken_room_is_explained_when_a_date_is_added(editor, evening):
    other = make.activity("Chór")

    answer = editor.post(
        f"/zaplecze/wydarzenia/{other.pk}/terminy/dodaj/",
        typed(day="2026-11-22", room=evening.room_id),
    )

    assert "zajęte do 20.00: Koncert" in page_of(answer)
    assert answer.context["offers"]
    assert other.occurrences.count() == 0


def test_a_moved_date_keeps_its_old_time_visible(editor, evening):
    editor.post(to(evening, "przenies/"), typed(room=evening.room_id, reason="Mecz"))

    row = again(evening)
    assert (row.moved_from, row.starts_at) == (at(18, day=SUNDAY), at(18, day=date(2026, 11, 28)))
    assert row.booking.starts_at == row.starts_at
    assert "przeniesiono z: 22 listopada, 18.00" in page_of(
        editor.get(f"/zaplecze/wydarzenia/{row.activity_id}/terminy/")
    )


def test_moved_to_where_it_is_says_so(editor, evening):
    answer = editor.post(to(evening, "przenies/"), typed(day="2026-11-22", room=evening.room_id))

    assert "To jest ten sam czas" in page_of(answer)
    assert again(evening).sequence == 0


def test_a_refused_move_opens_its_form_and_keeps_the_reason(editor, evening):
    answer = editor.post(to(evening, "przenies/"), typed(ends="10:00", reason="Mecz"))

    assert answer.status_code == 422
    assert 'value="Mecz"' in page_of(answer)
    assert "Koniec wypada przed początkiem." in page_of(answer)


def test_opening_the_address_of_a_move_leads_to_the_date(editor, evening):
    assert editor.get(to(evening, "przenies/"))["Location"] == to(evening)


@pytest.mark.parametrize(("what", "state"), [("cancel", "cancelled"), ("postpone", "postponed")])
def test_a_called_off_date_has_its_reason_and_frees_its_room(editor, evening, what, state):
    editor.post(to(evening, "odwolaj/"), {"what": what, "reason": "Choroba"})

    row = again(evening)
    assert (row.state, row.reason, row.booking) == (state, "Choroba", None)


def test_without_a_reason_nothing_is_called_off(editor, evening):
    answer = editor.post(to(evening, "odwolaj/"), {"what": "cancel", "reason": "  "})

    assert answer.status_code == 422
    assert "Podaj powód" in page_of(answer)
    assert again(evening).state == "confirmed"


def test_brought_back_it_has_its_room_again(editor, evening):
    actions.cancel_date(by=None, occurrence=evening, reason="Choroba")

    editor.post(to(evening, "przywroc/"))

    assert again(evening).booking.room == evening.room


def test_not_brought_back_while_its_room_is_taken(editor, evening):
    actions.cancel_date(by=None, occurrence=evening, reason="Choroba")
    actions.add_date(
        by=None, activity=make.activity("Szachy"), starts_at=at(19, day=SUNDAY),
        ends_at=at(21, day=SUNDAY), room=evening.room,
    )  # fmt: skip

    answer = editor.post(to(evening, "przywroc/"), follow=True)

    assert "Szachy" in page_of(answer)
    assert again(evening).state == "cancelled"


def test_a_tentative_date_is_confirmed_with_one_button(editor, concert):
    row = make.occurrence(concert, at(18, day=SUNDAY), state="tentative")

    assert "Potwierdź termin" in page_of(editor.get(to(row)))
    editor.post(to(row, "potwierdz/"))

    assert again(row).state == "confirmed"


def test_places_run_out_and_come_back(editor, evening):
    editor.post(to(evening, "komplet/"))
    assert again(evening).is_sold_out
    assert "Znów są miejsca" in page_of(editor.get(to(evening)))

    editor.post(to(evening, "komplet/"))
    assert not again(evening).is_sold_out


def test_what_is_said_of_a_date_is_changed_and_written_down(editor, evening):
    editor.post(
        to(evening), {"title": "", "note": "Tłumaczka PJM", "mode": "both", "capacity": "40"}
    )

    row = again(evening)
    assert (row.note, row.mode, row.capacity, row.sequence) == ("Tłumaczka PJM", "both", 40, 1)
    page = page_of(editor.get(f"/zaplecze/wydarzenia/{row.activity_id}/historia/"))
    assert "zmieniono termin" in page


@pytest.mark.parametrize("wrong", [{"mode": "telepathy"}, {"capacity": "-1"}, {"online_url": "x"}])
def test_what_cannot_be_said_of_a_date_is_refused_and_kept(editor, evening, wrong):
    answer = editor.post(to(evening), {"mode": "on_site", "note": "Ważne", **wrong})

    assert answer.status_code == 422
    assert 'value="Ważne"' in page_of(answer)
    assert again(evening).note == ""


# --- Many at once


def many(editor, rows, what, reason="", of=None):
    address = f"/zaplecze/wydarzenia/{of.pk}" if of else "/zaplecze"
    facts = {"what": what, "reason": reason, "rows": [row.pk for row in rows]}
    return editor.post(f"{address}/terminy/zaznaczone/", facts, follow=True)


def test_ticked_dates_are_cancelled_with_one_reason(editor, concert):
    rows = [make.occurrence(concert, at(hour, day=SUNDAY)) for hour in (10, 12, 14)]

    answer = many(editor, rows[:2], "cancel", "Awaria prądu", of=concert)

    assert "Gotowe: 2 terminy." in page_of(answer)
    assert [again(row).state for row in rows] == ["cancelled", "cancelled", "confirmed"]


def test_ticked_dates_are_cancelled_only_with_a_reason(editor, evening):
    answer = many(editor, [evening], "cancel")

    assert "Podaj powód" in page_of(answer)
    assert again(evening).state == "confirmed"


def test_ticked_dates_are_confirmed(editor, concert):
    rows = [make.occurrence(concert, at(h, day=SUNDAY), state="tentative") for h in (10, 12)]

    many(editor, rows, "confirm")

    assert {again(row).state for row in rows} == {"confirmed"}


def test_dates_of_a_draft_are_removed_and_those_that_people_saw_are_not(editor, evening):
    unseen = make.occurrence(make.activity(state="draft"))

    assert "odwołuje się je z powodem" in page_of(many(editor, [unseen, evening], "remove"))
    assert Occurrence.objects.count() == 2
    many(editor, [unseen], "remove")
    assert list(Occurrence.objects.all()) == [evening]


def test_nothing_ticked_says_so(editor, concert):
    assert "Zaznacz najpierw" in page_of(many(editor, [], "confirm", of=concert))


def test_a_date_of_another_activity_is_left_alone(editor, concert, evening):
    stranger = make.occurrence(make.activity("Szachy"), at(10, day=SUNDAY))

    many(editor, [evening, stranger], "cancel", "Awaria", of=concert)

    assert (again(evening).state, again(stranger).state) == ("cancelled", "confirmed")


# --- The list of one activity


def test_the_dates_of_an_activity_cost_the_same_for_one_and_for_three(
    editor, concert, django_assert_num_queries
):
    room = make.room()
    for rows in (1, 3):
        while concert.occurrences.count() < rows:
            make.occurrence(concert, at(8 + concert.occurrences.count(), day=SUNDAY), room=room)
        editor.get(f"/zaplecze/wydarzenia/{concert.pk}/terminy/")
        with django_assert_num_queries(13):
            answer = editor.get(f"/zaplecze/wydarzenia/{concert.pk}/terminy/")
        assert len(answer.context["coming"]) == rows


def test_of_very_many_dates_the_next_ones_are_shown_and_the_way_to_all(editor, concert):
    Occurrence.objects.bulk_create(
        Occurrence(
            activity=concert,
            starts_at=at(18) + timedelta(days=n),
            ends_at=at(19) + timedelta(days=n),
        )
        for n in range(1, 302)
    )

    page = page_of(editor.get(f"/zaplecze/wydarzenia/{concert.pk}/terminy/"))

    assert page.count('name="rows"') == 200
    assert "To najbliższe 200 z 301." in page
    assert 'href="/zaplecze/terminy/?q=' in page


def test_past_dates_are_folded_away(editor, concert):
    make.occurrence(concert, at(18, day=date(2026, 11, 1)))

    answer = editor.get(f"/zaplecze/wydarzenia/{concert.pk}/terminy/")

    assert "Żaden termin nie nadchodzi." in page_of(answer)
    assert "Jeden miniony termin" in page_of(answer)


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.TECHNICIAN, Role.ACCOUNTANT])
def test_readers_see_dates_and_no_way_to_change_them(as_role, evening, role):
    reader = as_role(role)
    page = page_of(reader.get(f"/zaplecze/wydarzenia/{evening.activity_id}/terminy/"))

    assert "niedziela 22 listopada 2026" in page
    assert "Dodaj termin" not in page
    for deed in ("", "przenies/", "odwolaj/", "przywroc/", "potwierdz/", "komplet/"):
        assert reader.post(to(evening, deed), {"reason": "x"})["Location"] == "/zaplecze/"
    assert again(evening).sequence == 0


def test_an_instructor_does_not_reach_them(as_role, evening):
    answer = as_role(Role.INSTRUCTOR).get(f"/zaplecze/wydarzenia/{evening.activity_id}/terminy/")

    assert (answer.status_code, answer["Location"]) == (302, "/zaplecze/")


@pytest.mark.parametrize("path", ["terminy/9999/", "wydarzenia/9999/terminy/", "stale/9999/"])
def test_what_is_not_there_is_not_found(editor, path):
    assert editor.get(f"/zaplecze/{path}").status_code == 404
