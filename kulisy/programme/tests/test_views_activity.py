"""A whole activity backstage: its editor, state, history, copies, groups, and the page Today."""

from datetime import date, timedelta

import pytest

from kulisy.people.api import Role
from kulisy.programme import actions
from kulisy.programme.models import Activity, Contributor, Credit
from kulisy.programme.tests import factories as make
from kulisy.programme.tests.factories import at
from kulisy.ui.slots import _sources

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("saturday")]
HOME = "/zaplecze/"
HOME_COSTS = 25


def page_of(answer):
    return answer.content.decode()


def to(row, deed=""):
    return f"/zaplecze/wydarzenia/{row.pk}/{deed}"


def edited(editor, row, **other):
    """The editor's own fields as a browser would send them, with some changed."""
    form = editor.get(to(row)).context["form"]
    facts = {}
    for bound in [*form, *(b for rows in form.formsets.values() for b in rows.management_form)]:
        value = bound.value()
        if value is not None and value is not False and not isinstance(value, list):
            facts[bound.html_name] = value.isoformat() if hasattr(value, "isoformat") else value
    facts |= {"description-count": "0", "publish_at": "2026-01-01 00:00", "tags": ""}
    return {**facts, **other}


def test_a_changed_title_is_saved_written_down_and_told(
    editor, news, django_capture_on_commit_callbacks
):
    row = make.activity("Konzert")

    with django_capture_on_commit_callbacks(execute=True):
        answer = editor.post(to(row), edited(editor, row, title="Koncert"))

    assert answer["Location"] == to(row)
    assert Activity.objects.get().title == "Koncert"
    assert [type(each).__name__ for each in news] == ["ActivityChanged"]
    deed = editor.get(to(row, "historia/")).context["deeds"][0]
    assert (deed.done, "tytuł" in deed.details) == ("zmieniono", True)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": ""}, "To pole jest wymagane."),
        ({"age_from": "12", "age_to": "7"}, "Górny wiek jest niższy od dolnego."),
        ({"is_free": "on", "price_from": "20"}, "Wstęp jest wolny, a podano cenę"),
        ({"price_from": "-1"}, "0"),
        ({"kind": "999"}, "Wybierz poprawną wartość"),
        ({"capacity": "tłum"}, "Wpisz liczbę całkowitą."),
    ],
)
def test_what_cannot_be_is_refused_and_the_rest_is_kept(editor, wrong, sentence):
    row = make.activity("Koncert")

    answer = editor.post(to(row), edited(editor, row, **{"summary": "Nowy opis", **wrong}))

    assert answer.status_code == 200
    assert sentence in page_of(answer)
    assert "Nowy opis" in page_of(answer)
    assert Activity.objects.get().summary == ""


def test_who_saves_second_learns_what_the_first_has_changed(editor):
    row = make.activity("Koncert")
    first = edited(editor, row, title="Koncert kolęd")
    second = edited(editor, row, summary="Wspólne śpiewanie.")
    editor.post(to(row), first)

    answer = editor.post(to(row), second)

    form = answer.context["form"]
    assert "Ktoś inny zapisał" in form.non_field_errors()[0]
    assert "tytuł" in form.non_field_errors()[0]
    assert form["summary"].value() == "Wspólne śpiewanie."
    row.refresh_from_db()
    assert (row.title, row.summary) == ("Koncert kolęd", "")

    again = editor.post(to(row), {**second, "seen": form["seen"].value()})

    row.refresh_from_db()
    assert again.status_code == 302
    assert (row.title, row.summary) == ("Koncert", "Wspólne śpiewanie.")


def test_another_state_meanwhile_does_not_stand_in_the_way_of_a_text(editor):
    row = make.activity("Koncert")
    facts = edited(editor, row, summary="Wspólne śpiewanie.")
    actions.set_state(by=None, activity=row, state="tentative")

    assert editor.post(to(row), facts).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.summary) == ("tentative", "Wspólne śpiewanie.")


def test_people_added_meanwhile_are_told_too(editor):
    row = make.activity("Koncert")
    facts = edited(editor, row, summary="Wspólne śpiewanie.")
    Credit.objects.create(
        activity=row, contributor=Contributor.objects.create(name="Anna Lis", slug="anna-lis")
    )

    answer = editor.post(to(row), facts)

    assert "Ktoś inny zapisał" in answer.context["form"].non_field_errors()[0]


@pytest.mark.parametrize("nonsense", ["", "x", "[]", "1", '{"title": 3}'])
def test_nonsensical_marks_are_no_error(editor, nonsense):
    row = make.activity("Koncert")

    answer = editor.post(to(row), edited(editor, row, title="Koncert kolęd", seen=nonsense))

    assert answer.status_code in {200, 302}


def test_a_festival_is_not_put_into_its_own_part(editor):
    festival = make.activity("Festiwal", of="festiwal")
    part = make.activity("Koncert", parent=festival)

    answer = editor.post(to(festival), edited(editor, festival, parent=part.pk))

    assert "nie może być częścią samego siebie" in page_of(answer)


# --- State


@pytest.mark.parametrize(
    ("state", "buttons"),
    [
        ("draft", ["Pokaż na stronie", "Oznacz jako wstępne", "Odwołaj"]),
        ("confirmed", ["Oznacz jako wstępne", "Przełóż", "Odwołaj"]),
        ("cancelled", ["Przywróć", "Oznacz jako wstępne", "Przełóż"]),
    ],
)
def test_each_state_offers_what_may_follow(editor, state, buttons):
    row = make.activity(state=state, reason="Choroba")

    shown = editor.get(to(row)).context["state_buttons"]

    assert [button.label for button in shown] == buttons


def test_a_draft_without_dates_is_told_what_it_lacks(editor):
    row = make.activity(state="draft")

    page = page_of(editor.post(to(row, "stan/"), {"state": "confirmed"}, follow=True))

    assert "Brakuje: przynajmniej jednego terminu." in page
    assert Activity.objects.get().state == "draft"


def test_a_draft_with_a_date_is_shown(editor):
    row = make.occurrence(make.activity(state="draft")).activity

    page = page_of(editor.post(to(row, "stan/"), {"state": "confirmed"}, follow=True))

    assert "Na stronie: odwiedzający to widzą." in page


def test_a_cancellation_needs_its_reason_and_can_be_taken_back(editor):
    row = make.occurrence().activity

    assert "Podaj powód" in page_of(
        editor.post(to(row, "stan/"), {"state": "cancelled"}, follow=True)
    )
    editor.post(to(row, "stan/"), {"state": "cancelled", "reason": "Żałoba"})
    assert "z powodem „Żałoba”" in page_of(editor.get(to(row)))
    editor.post(to(row, "stan/"), {"state": "confirmed"})
    assert Activity.objects.get().state == "confirmed"


@pytest.mark.parametrize("nonsense", ["", "gone", "<script>"])
def test_a_nonsensical_state_changes_nothing(editor, nonsense):
    row = make.activity()

    editor.post(to(row, "stan/"), {"state": nonsense})

    assert Activity.objects.get().state == "confirmed"


def test_scheduled_publication_is_said_in_words_and_waits_on_the_home_page(editor, client):
    row = make.activity("Niespodzianka", publish_at=at(8, day=date(2026, 11, 30)))
    make.occurrence(row, at(18, day=date(2026, 12, 5)))

    assert "Samo pojawi się na stronie: 30 listopada 2026, 8.00." in page_of(editor.get(to(row)))
    assert "Niespodzianka" in page_of(editor.get(HOME))
    client.logout()
    assert client.get(f"/wydarzenia/{row.slug}/").status_code == 404


def test_it_appears_by_itself_when_its_hour_comes(client, time_machine):
    row = make.activity("Niespodzianka", publish_at=at(8, day=date(2026, 11, 30)))
    make.occurrence(row, at(18, day=date(2026, 12, 5)))

    time_machine.move_to(at(8, day=date(2026, 11, 30)))

    assert client.get(f"/wydarzenia/{row.slug}/").status_code == 200


def test_staff_see_a_draft_as_visitors_will(editor, client):
    row = make.activity("Szkic koncertu", state="draft")

    assert "Szkic koncertu" in page_of(editor.get(f"/wydarzenia/{row.slug}/"))
    client.logout()
    assert client.get(f"/wydarzenia/{row.slug}/").status_code == 404


# --- History


def test_history_says_who_did_what_in_words(as_role):
    editor = as_role(Role.PROGRAMME_EDITOR, name="Tomasz Wierzba")
    row = make.activity("Koncert")
    date_ = actions.add_date(by=editor.account, activity=row, starts_at=at(18), ends_at=at(19))
    actions.move_date(by=None, occurrence=date_, starts_at=at(20), ends_at=at(21))

    deeds = editor.get(to(row, "historia/")).context["deeds"]

    assert [(deed.by, deed.done, deed.details) for deed in deeds] == [
        ("system", "przeniesiono termin", "21 listopada 2026, 18.00 → 21 listopada 2026, 20.00"),
        ("Tomasz Wierzba", "dodano termin", "21 listopada 2026, 18.00"),
    ]


def test_history_costs_the_same_for_one_deed_and_for_three(editor, django_assert_num_queries):
    row = make.activity("Koncert")
    for deeds in (1, 3):
        for n in range(deeds):
            actions.change_activity(by=None, activity=row, title=f"Koncert {deeds} {n}")
        editor.get(to(row, "historia/"))
        with django_assert_num_queries(14):
            editor.get(to(row, "historia/"))


# --- Copies


def test_a_copy_is_a_draft_without_dates(editor):
    row = make.occurrence(make.activity("Andrzejki")).activity

    answer = editor.post(to(row, "kopiuj/"), {"title": "Andrzejki 2027", "season": ""})

    made = Activity.objects.get(title="Andrzejki 2027")
    assert answer["Location"] == to(made, "terminy/")
    assert (made.state, made.copied_from, made.occurrences.count()) == ("draft", row, 0)


def test_a_copy_needs_a_title(editor):
    row = make.activity()

    answer = editor.post(to(row, "kopiuj/"), {"title": " "})

    assert "title" in answer.context["form"].errors
    assert Activity.objects.count() == 1


@pytest.fixture
def seasons():
    return make.season(), make.season("2027/2028", date(2027, 9, 1), date(2028, 6, 25))


def test_a_season_is_shown_before_it_is_copied(editor, seasons):
    old, new = seasons
    make.group(activity=make.activity("Gitara", of="zajecia", season=old))
    asked = {"season": old.pk, "into": new.pk}

    page = page_of(editor.get("/zaplecze/sezony/kopiuj/", asked))
    assert ("Skopiuje się jedno" in page, "jedna grupa" in page) == (True, True)
    assert Activity.objects.count() == 1

    answer = editor.post("/zaplecze/sezony/kopiuj/", asked, follow=True)
    assert "Powstał jeden szkic." in page_of(answer)
    assert "Nie ma czego kopiować" in page_of(editor.get("/zaplecze/sezony/kopiuj/", asked))
    again = editor.post("/zaplecze/sezony/kopiuj/", asked)
    assert (again.status_code, Activity.objects.count()) == (422, 2)


def test_a_season_is_not_copied_into_itself(editor, seasons):
    asked = {"season": seasons[0].pk, "into": seasons[0].pk}

    assert "Wybierz dwa różne sezony." in page_of(editor.get("/zaplecze/sezony/kopiuj/", asked))


# --- Groups


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(7, 10, "7–10 lat"), (18, None, "od 18 lat"), (None, 6, "do 6 lat"), (None, None, None)],
)
def test_groups_say_their_age_in_words(editor, low, high, words):
    group = make.group(age_from=low, age_to=high)

    page = page_of(editor.get(to(group.activity, "grupy/")))

    assert (words or "Wiek") in page if words else "Wiek" not in page


# --- Today


def test_today_stands_by_room_and_the_coming_days_by_day(editor):
    row = make.activity("Chór")
    hall = make.room("Sala kameralna")
    for day in (date(2026, 11, 21), date(2026, 11, 23)):
        actions.add_date(
            by=None, activity=row, starts_at=at(18, day=day), ends_at=at(19, day=day), room=hall
        )

    page = page_of(editor.get(HOME))

    today, coming = page.split('id="coming-days"')
    assert "Sala kameralna" in today
    assert "poniedziałek 23 listopada 2026" in coming
    assert page.count(">Chór</a>") == 2


def test_what_needs_a_decision_names_the_thing_and_the_way(editor):
    make.occurrence(make.activity("Klezmerzy"), at(19, day=date(2026, 12, 1)), state="tentative")

    page = page_of(editor.get(HOME))

    assert "Klezmerzy" in page
    assert "wtorek 1 grudnia, 19.00: czy się odbędzie?" in page


def test_a_draft_soon_to_come_falls_due(editor):
    make.occurrence(make.activity("Wernisaż", state="draft"), at(18, day=date(2026, 11, 24)))
    make.occurrence(make.activity("Daleki", state="draft"), at(18, day=date(2026, 12, 24)))

    due = page_of(editor.get(HOME)).split('id="due"')[1].split("</section>")[0]

    assert ("Wernisaż" in due, "Daleki" in due) == (True, False)


def test_home_costs_the_same_for_one_date_and_for_three(editor, django_assert_num_queries):
    for rows in (range(1), range(1, 3)):
        for n in rows:
            make.occurrence(make.activity(), at(10 + n), state="tentative")
        editor.get(HOME)
        with django_assert_num_queries(HOME_COSTS):
            editor.get(HOME)


def test_every_source_of_matters_answers_for_somebody_who_may_not_decide(as_role, rf):
    request = rf.get(HOME)
    request.user = as_role(Role.FRONT_DESK).account
    ours = {key: source for key, (*_rest, source) in _sources.items() if "programme" in key}

    assert set(ours) == {
        "programme.tentative", "programme.without_room", "programme.words_missing",
        "programme.to_be_published", "programme.drafts_due",
    }  # fmt: skip
    assert {source(request) for source in ours.values()} == {None}


def test_the_front_desk_sees_the_day_and_no_way_to_change_it(as_role):
    make.occurrence(make.activity("Chór"), at(18))

    page = page_of(as_role(Role.FRONT_DESK).get(HOME))

    assert "Chór" in page
    assert "Nowe wydarzenie" not in page
    assert "/zaplecze/terminy/1/" not in page


def test_an_instructor_sees_own_groups_and_dates_and_nobody_elses(as_role):
    instructor = as_role(Role.INSTRUCTOR)
    me = Contributor.objects.create(name="Marta Glinka", slug="marta", account=instructor.account)
    mine, other = make.group("rodziny"), make.group("dorośli")
    mine.instructors.add(me)
    make.occurrence(mine.activity, at(16), group=mine, title="Toczenie misy")
    make.occurrence(other.activity, at(17), group=other, title="Cudze szkliwo")

    for page in map(page_of, (instructor.get("/zaplecze/moje/"), instructor.get(HOME))):
        assert ("Toczenie misy" in page, "Cudze szkliwo" in page) == (True, False)


def test_an_instructor_without_groups_learns_whom_to_ask(as_role):
    page = page_of(as_role(Role.INSTRUCTOR).get("/zaplecze/moje/"))

    assert "poproś dział programowy" in page


def test_nobody_gets_in_without_logging_in(client):
    for path in ("", "nowe/", "moje/", "wydarzenia/", "sezony/kopiuj/"):
        answer = client.get(HOME + path)
        assert (answer.status_code, "/login/" in answer["Location"]) == (302, True)


def test_scripts_stay_strict_backstage_and_styles_only_there_are_loose(editor, client):
    inside = editor.get(HOME)["Content-Security-Policy"]
    outside = client.get("/konto/login/")["Content-Security-Policy"]

    assert "style-src-elem 'self' 'unsafe-inline'" in inside
    assert "unsafe" not in outside
    assert "unsafe" not in inside.split("script-src")[1].split(";")[0]


def test_dates_of_a_week_ahead_are_all_shown(editor):
    for days in range(7):
        make.occurrence(make.activity(f"Dzień {days}"), at(12) + timedelta(days=days))

    page = page_of(editor.get(HOME))

    assert all(f"Dzień {days}" in page for days in range(7))
