"""A new event on one screen: what is saved, what is refused, and that nothing typed is lost."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from kulisy.media.models import Picture
from kulisy.people.api import Role
from kulisy.programme import access, actions
from kulisy.programme.models import Activity, Occurrence
from kulisy.programme.tests import factories as make
from kulisy.programme.tests.factories import at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("saturday")]
NEW = "/zaplecze/nowe/"
FREE = "/zaplecze/wolne/"


def typed(**other):
    return {
        "title": "Wieczór kolęd",
        "kind": make.kind().pk,
        "day": "2026-12-05",
        "starts": "18:00",
        "ends": "20:00",
        "text": "Śpiewamy razem.",
        "then": "draft",
        **other,
    }


def a_picture(name="plakat.png", *, size=(40, 30)):
    image = BytesIO()
    Image.new("1" if size[0] > 1000 else "RGB", size, 0).save(image, "PNG")
    return SimpleUploadedFile(name, image.getvalue(), "image/png")


def page_of(response):
    return response.content.decode()


def test_a_title_a_kind_and_a_date_make_a_draft_with_its_date(editor):
    answer = editor.post(NEW, typed())

    made = Activity.objects.get()
    date_ = made.occurrences.get()
    assert answer["Location"] == f"/zaplecze/wydarzenia/{made.pk}/"
    assert (made.title, made.state, made.summary) == ("Wieczór kolęd", "draft", "Śpiewamy razem.")
    assert date_.starts_at == at(18, day=date(2026, 12, 5))
    assert date_.ends_at == at(20, day=date(2026, 12, 5))


def test_publish_shows_it_and_books_its_room(editor):
    hall = make.room()

    editor.post(NEW, typed(then="publish", room=hall.pk, admission="free"))

    made = Activity.objects.get()
    assert (made.state, made.is_free) == ("confirmed", True)
    assert made.occurrences.get().booking.room == hall


def test_days_and_hours_are_taken_the_way_people_write_them(editor):
    editor.post(NEW, typed(day="5.12.2026", starts="18.00", ends="20"))

    assert Occurrence.objects.get().starts_at == at(18, day=date(2026, 12, 5))


def test_past_midnight_it_ends_on_the_next_day(editor):
    editor.post(NEW, typed(starts="22:00", ends="01:00", last_day="2026-12-06"))

    assert Occurrence.objects.get().ends_at == at(1, day=date(2026, 12, 6))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"ends": "17:00"}, "Koniec wypada przed początkiem."),
        ({"ends": "18:00"}, "Koniec wypada przed początkiem."),
        ({"day": "31.02.2027"}, "Nie ma takiego dnia w kalendarzu."),
        ({"day": "2026-02-31"}, "Nie ma takiego dnia w kalendarzu."),
        ({"day": "jutro"}, "Nie ma takiego dnia w kalendarzu."),
        ({"starts": "25:00"}, "To nie jest godzina na zegarze."),
        ({"starts": ""}, "Podaj godzinę."),
        ({"title": "  "}, "Podaj tytuł."),
        ({"kind": ""}, "Wybierz, co to jest."),
        ({"day": "2027-03-28", "starts": "02:30", "ends": "04:00"}, "zegary do przodu"),
        ({"last_day": "2036-12-05"}, "Czy rok się zgadza?"),
        ({"admission": "paid"}, "Napisz, ile kosztuje wstęp"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_lost(editor, wrong, sentence):
    answer = editor.post(NEW, typed(**wrong))

    assert answer.status_code == 422
    assert sentence in page_of(answer)
    assert "Śpiewamy razem." in page_of(answer)
    assert all(value.strip() in page_of(answer) for value in wrong.values())
    assert Activity.objects.count() == 0


def test_the_hour_that_happens_twice_is_the_first_of_the_two(editor):
    editor.post(NEW, typed(day="2026-10-25", starts="02:30", ends="04:00"))

    assert Occurrence.objects.get().starts_at.utcoffset().total_seconds() == 0
    assert Occurrence.objects.get().starts_at.isoformat() == "2026-10-25T00:30:00+00:00"


def test_nothing_at_all_is_answered_with_what_is_needed(editor):
    answer = editor.post(NEW, {})

    assert "5 rzeczy do poprawienia" in page_of(answer)


def test_hostile_text_is_kept_as_text(editor):
    hostile = "<script>alert(1)</script>'\";--"

    editor.post(NEW, typed(title=hostile, text=hostile, place=hostile, admission="", price=hostile))

    made = Activity.objects.get()
    page = page_of(editor.get(f"/zaplecze/wydarzenia/{made.pk}/"))
    assert made.title == hostile
    assert "<script>alert" not in page + str(made.description)


def test_a_taken_room_is_explained_and_one_button_takes_a_free_one(editor):
    hall, other = make.room("Sala kameralna"), make.room("Galeria")
    actions.add_date(
        by=None, activity=make.activity("Chór"), starts_at=at(18, day=date(2026, 12, 5)),
        ends_at=at(20, day=date(2026, 12, 5)), room=hall,
    )  # fmt: skip

    answer = editor.post(NEW, typed(room=hall.pk))

    assert answer.status_code == 422
    assert "zajęte do 20.00: Chór" in page_of(answer)
    offered = {offer["value"].split("|")[0] for offer in answer.context["offers"]}
    assert str(other.pk) in offered
    assert Activity.objects.count() == 1


def test_the_offered_time_is_filled_in_and_looked_over_before_it_is_saved(editor):
    other = make.room("Galeria")
    offer = f"{other.pk}|2026-12-05T20:00:00+01:00|2026-12-05T22:00:00+01:00"

    answer = editor.post(NEW, typed(take=offer))

    form = answer.context["form"]
    assert [form[name].value() for name in ("room", "day", "starts", "ends")] == [
        str(other.pk), "2026-12-05", "20:00", "22:00",
    ]  # fmt: skip
    assert Activity.objects.count() == 0


@pytest.mark.parametrize("nonsense", ["", "x", "1|2", "1|x|y", "1|2026-12-05|2026-99-99"])
def test_a_nonsensical_offer_changes_nothing(editor, nonsense):
    answer = editor.post(NEW, typed(take=nonsense))

    assert (answer.status_code, Activity.objects.count()) == (422, 0)


def test_a_picture_needs_its_words(editor):
    answer = editor.post(NEW, typed(picture=a_picture()))

    assert "Opisz zdjęcie jednym zdaniem" in page_of(answer)
    assert Activity.objects.count() == 0


def test_the_picture_sent_with_a_mistake_need_not_be_sent_again(editor):
    first = editor.post(NEW, typed(title="", picture=a_picture(), picture_alt="Granatowe tło"))
    kept = first.context["kept"]

    editor.post(NEW, typed(kept_picture=kept.pk, picture_alt="Granatowe tło"))

    made = Activity.objects.get()
    assert (made.picture, made.picture_alt) == (kept, "Granatowe tło")


def test_somebody_elses_picture_cannot_be_taken_by_its_number(as_role):
    stranger = as_role(Role.PROMOTION)
    stranger.post(NEW, typed(title="", picture=a_picture(), picture_alt="Tło"))
    kept = Picture.objects.get()

    as_role(Role.PROGRAMME_EDITOR).post(NEW, typed(kept_picture=kept.pk, picture_alt="Tło"))

    assert Activity.objects.get().picture is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("grafika.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
        ("zdjecie.jpg", b"%PDF-1.7 not a picture"),
    ],
)
def test_what_is_no_picture_is_refused_beside_its_field(editor, name, content):
    sent = SimpleUploadedFile(name, content, "image/jpeg")

    answer = editor.post(NEW, typed(picture=sent, picture_alt="Coś"))

    assert answer.status_code == 422
    assert "picture" in answer.context["form"].errors
    assert Activity.objects.count() == 0


def test_a_picture_of_80_megapixels_is_refused_in_words_and_nothing_typed_is_lost(editor):
    huge = a_picture(size=(10_000, 8_000))
    facts = typed(picture=huge, picture_alt="Plakat", text="Dwa akapity.", price="25 zł")

    answer = editor.post(NEW, facts)

    form = answer.context["form"]
    assert "ponad 40 milionów pikseli" in form.errors["picture"][0]
    assert list(form.errors) == ["picture"]
    kept = {name: form[name].value() for name in facts if name not in {"then", "picture"}}
    assert kept == {name: str(facts[name]) for name in kept}
    assert (Activity.objects.count(), Picture.objects.count()) == (0, 0)


def test_a_picture_kept_from_the_last_try_outlives_a_bad_one(editor):
    first = editor.post(NEW, typed(title="", picture=a_picture(), picture_alt="Granatowe tło"))
    kept = first.context["kept"]
    bad = SimpleUploadedFile("zdjecie.jpg", b"%PDF-1.7 not a picture", "image/jpeg")

    answer = editor.post(NEW, typed(picture=bad, kept_picture=kept.pk, picture_alt="Tło"))

    assert answer.context["kept"] == kept
    assert f'name="kept_picture" value="{kept.pk}"' in page_of(answer)


def test_sent_twice_it_is_one_event(editor):
    form = editor.get(NEW).context["form"]
    facts = typed(mark=form["mark"].value(), room=make.room().pk)

    answers = [editor.post(NEW, facts)["Location"] for _ in range(2)]

    made = Activity.objects.get()
    assert answers == [f"/zaplecze/wydarzenia/{made.pk}/"] * 2
    assert made.occurrences.count() == 1


def test_sent_twice_at_once_it_is_one_event(editor, monkeypatch):
    facts = typed(mark="6b2f1c9e-6d0b-4d8c-9d55-0a6f0f1f3a11")
    editor.post(NEW, facts)
    first = Activity.objects.get()
    # The second looked before the first had committed.
    seen = iter([None, first])
    monkeypatch.setattr(access, "activity_sent_before", lambda *_of: next(seen))

    answer = editor.post(NEW, facts)

    assert answer["Location"] == f"/zaplecze/wydarzenia/{first.pk}/"
    assert Activity.objects.count() == 1


def test_the_same_mark_of_another_person_is_another_event(as_role):
    facts = typed(mark="6b2f1c9e-6d0b-4d8c-9d55-0a6f0f1f3a11")
    as_role(Role.PROMOTION).post(NEW, facts)

    as_role(Role.PROGRAMME_EDITOR).post(NEW, facts | {"title": "Inne"})

    assert [row.title for row in Activity.objects.order_by("pk")] == ["Wieczór kolęd", "Inne"]


def test_a_link_may_say_day_hour_and_room(editor):
    hall = make.room()

    form = editor.get(f"{NEW}?dzien=2026-12-24&od=16:00&do=17:00&sala={hall.pk}").context["form"]

    assert [form[name].value() for name in ("day", "starts", "room")] == [
        "2026-12-24", "16:00", str(hall.pk),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"starts": "10:00", "ends": "11:00"}, "ten czas jest wolny"),
        ({"starts": "18:30", "ends": "19:30"}, "zajęte do 20.00: Chór"),
        ({"starts": "", "ends": "19:30"}, ""),
        ({"starts": "20:00", "ends": "19:30"}, ""),
    ],
)
def test_the_room_is_asked_about_while_somebody_types(editor, asked, said):
    hall = make.room()
    actions.add_date(
        by=None, activity=make.activity("Chór"), starts_at=at(18), ends_at=at(20), room=hall
    )

    answer = editor.get(FREE, {"day": "2026-11-21", "room": hall.pk, **asked})

    assert answer.status_code == 200
    assert said in page_of(answer)
    assert bool(page_of(answer).strip()) is bool(said)


def test_its_own_room_does_not_stand_in_a_dates_way(editor):
    hall = make.room()
    date_ = actions.add_date(
        by=None, activity=make.activity("Chór"), starts_at=at(18), ends_at=at(20), room=hall
    )
    asked = {"day": "2026-11-21", "starts": "18:30", "ends": "20:30", "room": hall.pk}

    assert "ten czas jest wolny" in page_of(editor.get(FREE, {**asked, "termin": date_.pk}))
    assert "zajęte do 20.00: Chór" in page_of(editor.get(FREE, {**asked, "termin": "x"}))


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.PROGRAMME_EDITOR, Role.PROMOTION])
def test_who_enters_events_opens_the_screen(as_role, role):
    assert as_role(role).get(NEW).status_code == 200


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.INSTRUCTOR, Role.ACCESSIBILITY])
def test_who_does_not_is_led_home(as_role, role):
    answer = as_role(role).post(NEW, typed())

    assert (answer.status_code, answer["Location"]) == (302, "/zaplecze/")
    assert Activity.objects.count() == 0
