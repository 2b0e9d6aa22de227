"""Staff lists: what they cost, filter, find, export and let each role do."""

import csv
import io
import json
from datetime import date

import pytest
from bs4 import BeautifulSoup
from openpyxl import load_workbook

from kulisy.people.api import Role
from kulisy.programme import actions
from kulisy.programme.models import Activity, Audience, Contributor, Season, SignSet
from kulisy.programme.tests import factories as make
from kulisy.programme.tests.factories import at
from kulisy.programme.views import desk
from kulisy.venues.api import Booking

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("saturday")]
HOSTILE = "=HYPERLINK('http://x.example')"


def page_of(answer):
    return answer.content.decode()


def an_event(n, **facts):
    return make.activity(f"Koncert {n}", season=make.season(), **facts)


def a_class(n):
    return make.group(activity=make.activity(f"Zajęcia {n}", of="zajecia", season=make.season()))


def a_date(n):
    return make.occurrence(an_event(n), at(10 + n), room=make.room(f"Sala {n}"))


def a_group(n):
    return make.group(f"grupa {n}", activity=a_class(n).activity, room=make.room(f"Sala {n}"))


def a_person(n):
    return Contributor.objects.create(name=f"Osoba {n}", slug=f"osoba-{n}")


def a_sign_set(n):
    return SignSet.objects.create(name=f"Zestaw {n}")


@pytest.mark.parametrize(
    ("path", "add", "cost"),
    [
        ("wydarzenia", an_event, 14),
        ("zajecia", a_class, 15),
        ("terminy", a_date, 15),
        ("grupy", a_group, 12),
        ("osoby", a_person, 11),
        ("znaki", a_sign_set, 11),
    ],
)
def test_a_list_costs_the_same_for_one_row_and_for_three(
    editor, django_assert_num_queries, path, add, cost
):
    shown = []
    for rows in (range(1), range(1, 3)):
        for n in rows:
            add(n)
        editor.get(f"/zaplecze/{path}/")
        with django_assert_num_queries(cost):
            shown.append(len(editor.get(f"/zaplecze/{path}/").context["object_list"]))

    assert shown[0] < shown[1]


@pytest.mark.parametrize("row", [*desk.SPINE, *desk.PEOPLE, *desk.LISTS], ids=lambda row: row.name)
def test_every_list_opens_and_an_empty_one_says_what_to_do_first(editor, row):
    row.model.objects.all().delete() if row.model.__name__ in {"Contributor", "SignSet"} else None

    answer = editor.get(f"/zaplecze/{row.url_prefix}/")

    assert answer.status_code == 200
    if not answer.context["object_list"]:
        assert str(row.empty_text) in page_of(answer).replace("&#x27;", "'")


def test_classes_are_apart_from_events(editor):
    an_event(1)
    a_class(1)

    titles = [
        [row.title for row in editor.get(f"/zaplecze/{path}/").context["object_list"]]
        for path in ("wydarzenia", "zajecia")
    ]

    assert titles == [["Koncert 1"], ["Zajęcia 1"]]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["Gotowy", "Szkic", "Zdjęcie"]),
        ("?q=szk", ["Szkic"]),
        ("?state=draft", ["Szkic"]),
        ("?state=draft&state=confirmed", ["Gotowy", "Szkic", "Zdjęcie"]),
        ("?without_dates=true", ["Szkic", "Zdjęcie"]),
        ("?q=nic+takiego", []),
        ("?state=nonsense", ["Gotowy", "Szkic", "Zdjęcie"]),
        ("?kind=x&season=999&p=zzz", ["Gotowy", "Szkic", "Zdjęcie"]),
    ],
)
def test_events_are_found_and_filtered_and_nonsense_is_no_error(editor, asked, found):
    make.occurrence(make.activity("Gotowy"))
    make.activity("Szkic", state="draft")
    make.activity("Zdjęcie")

    answer = editor.get(f"/zaplecze/wydarzenia/{asked}")

    assert answer.status_code == 200
    assert sorted(row.title for row in answer.context["object_list"]) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", {"dziś", "jutro", "wstępny"}),
        ("?state=tentative", {"wstępny"}),
        ("?starts_at_from=2026-11-22&starts_at_to=2026-11-22", {"jutro"}),
        ("?starts_at_from=2026-02-31", {"dziś", "jutro", "wstępny"}),
        ("?without_room=true", set()),
    ],
)
def test_dates_are_filtered_by_day_state_and_room(editor, asked, found):
    of = make.activity()
    make.occurrence(of, at(10), title="dziś")
    make.occurrence(of, at(10, day=date(2026, 11, 22)), title="jutro")
    make.occurrence(of, at(10, day=date(2026, 11, 29)), title="wstępny", state="tentative")

    answer = editor.get(f"/zaplecze/terminy/{asked}")

    assert {row.label for row in answer.context["object_list"]} == found


# --- Export


def exported(editor, path, kind):
    answer = editor.get(f"/zaplecze/{path}/?export={kind}")
    return answer, b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_the_csv_opens_in_polish_excel_and_calculates_nothing(editor):
    make.activity(HOSTILE, summary="Zażółć gęślą jaźń")

    answer, content = exported(editor, "wydarzenia", "csv")

    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert content.startswith(b"\xef\xbb\xbf")
    assert "wydarzenia.csv" in answer["Content-Disposition"]
    assert rows[0][:3] == ["Tytuł", "Stan", "Rodzaj"]
    assert rows[1][0] == f"'{HOSTILE}"
    assert "Zażółć gęślą jaźń" in rows[1]


def test_the_xlsx_holds_text_moments_and_words_for_yes_and_no(editor):
    make.occurrence(make.activity(HOSTILE, is_free=True), at(18), place="+48 600 100 200")

    sheets = {}
    for path in ("terminy", "wydarzenia"):
        _answer, content = exported(editor, path, "xlsx")
        sheets[path] = load_workbook(io.BytesIO(content)).active

    heads = [[cell.value for cell in next(sheet.iter_rows())] for sheet in sheets.values()]
    dates = dict(zip(heads[0], [cell.value for cell in sheets["terminy"][2]], strict=True))
    events = dict(zip(heads[1], [cell.value for cell in sheets["wydarzenia"][2]], strict=True))
    assert dates["Tytuł"] == f"'{HOSTILE}"
    assert "'+48 600 100 200" in dates.values()
    assert at(18).replace(tzinfo=None) in dates.values()
    assert "tak" in events.values()
    assert {cell.data_type for row in sheets["terminy"].iter_rows() for cell in row} <= {
        "inlineStr", "s", "d", "n",
    }  # fmt: skip


def test_an_export_keeps_to_the_filter(editor):
    make.activity("Szkic", state="draft")
    make.activity("Gotowy")

    _answer, content = exported(editor, "wydarzenia", "csv&state=draft")

    assert "Szkic" in content.decode()
    assert "Gotowy" not in content.decode()


# --- Adding and changing rows of the lists


def test_a_season_gets_its_address_from_its_name(editor):
    facts = {"name": "2030/2031", "first_on": "2030-09-01", "last_on": "2031-06-20"}

    editor.post("/zaplecze/sezony/dodaj/", facts)

    assert Season.objects.get(name="2030/2031").slug == "20302031"


def test_an_address_stays_when_the_name_changes(editor):
    row = Audience.objects.create(name="Dzieci", slug="dzieciaki", order=1)

    editor.post(f"/zaplecze/odbiorcy/{row.pk}/", {"name": "Najmłodsi", "name_en": "", "order": "1"})

    row.refresh_from_db()
    assert (row.name, row.slug) == ("Najmłodsi", "dzieciaki")


def test_a_season_that_ends_before_it_starts_is_refused_and_kept(editor):
    facts = {"name": "2030/2031", "first_on": "2031-09-01", "last_on": "2030-06-20"}

    answer = editor.post("/zaplecze/sezony/dodaj/", facts)

    assert "Sezon kończy się przed swoim początkiem." in page_of(answer)
    assert "2030/2031" in page_of(answer)


def test_a_group_begun_from_its_classes_belongs_to_them_and_is_written_down(editor):
    classes = make.activity("Ceramika", of="zajecia")
    page = editor.get(f"/zaplecze/grupy/dodaj/?zajecia={classes.pk}")
    assert page.context["form"]["activity"].value() == str(classes.pk)

    answer = editor.post(
        "/zaplecze/grupy/dodaj/", {"activity": classes.pk, "name": "rodziny", "order": "0"}
    )

    assert answer["Location"] == f"/zaplecze/wydarzenia/{classes.pk}/grupy/"
    assert "rodziny" in page_of(editor.get(answer["Location"]))
    assert "dodano grupę" in page_of(editor.get(f"/zaplecze/wydarzenia/{classes.pk}/historia/"))


def test_a_used_row_is_not_removed(editor):
    season = make.season()
    an_event(1)

    page = page_of(editor.post(f"/zaplecze/sezony/{season.pk}/usun/", follow=True))

    assert "2026/2027: wpis jest używany" in page
    assert Season.objects.filter(pk=season.pk).exists()


def test_an_unused_row_is_removed(editor):
    season = make.season("2040/2041", date(2040, 9, 1), date(2041, 6, 20))

    editor.post(f"/zaplecze/sezony/{season.pk}/usun/")

    assert not Season.objects.filter(pk=season.pk).exists()


def test_a_draft_is_removed_with_its_dates_and_gives_its_rooms_back(editor):
    draft = make.activity(state="draft")
    actions.add_date(by=None, activity=draft, starts_at=at(18), ends_at=at(20), room=make.room())

    editor.post(f"/zaplecze/wydarzenia/{draft.pk}/usun/")

    assert Activity.objects.count() == 0
    assert set(Booking.objects.values_list("state", flat=True)) == {"released"}


def test_what_people_may_have_seen_is_not_removed(editor):
    shown = make.occurrence().activity

    page = page_of(editor.post(f"/zaplecze/wydarzenia/{shown.pk}/usun/", follow=True))

    assert "odwołuje się je z powodem" in page
    assert Activity.objects.get() == shown


# --- Many events at once


def test_ticked_events_are_shown_all_or_none(editor):
    ready, bare = make.activity(state="draft"), make.activity(state="draft")
    make.occurrence(ready)
    facts = {"what": "confirm", "rows": [ready.pk, bare.pk]}

    page = page_of(editor.post("/zaplecze/wydarzenia/zaznaczone/", facts, follow=True))
    assert "przynajmniej jednego terminu" in page
    assert set(Activity.objects.values_list("state", flat=True)) == {"draft"}

    editor.post("/zaplecze/wydarzenia/zaznaczone/", facts | {"rows": [ready.pk]})
    assert Activity.objects.get(pk=ready.pk).state == "confirmed"


# --- Who sees which list

LISTS_OF = {
    Role.DIRECTOR: {"wydarzenia", "zajecia", "terminy", "grupy", "osoby", "sezony", "k07"},
    Role.PROGRAMME_EDITOR: {"wydarzenia", "zajecia", "terminy", "grupy", "osoby", "sezony", "k07"},
    Role.PROMOTION: {"wydarzenia", "zajecia", "terminy", "grupy", "osoby"},
    Role.ACCESSIBILITY: {"wydarzenia", "zajecia", "terminy", "grupy"},
    Role.FRONT_DESK: {"wydarzenia", "zajecia", "terminy", "grupy"},
    Role.TECHNICIAN: {"wydarzenia", "zajecia", "terminy", "grupy"},
    Role.ACCOUNTANT: {"wydarzenia", "zajecia", "terminy", "grupy"},
    Role.INSTRUCTOR: set(),
}


@pytest.mark.parametrize("role", list(Role))
def test_each_role_sees_its_lists_and_no_other(as_role, role):
    browser = as_role(role)

    seen = {
        path
        for path in LISTS_OF[Role.DIRECTOR]
        if browser.get(f"/zaplecze/{path}/").status_code == 200
    }

    assert seen == LISTS_OF[role]


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.ACCOUNTANT])
def test_readers_tick_nothing_and_add_nothing(as_role, role):
    row = an_event(1)
    reader = as_role(role)

    page = page_of(reader.get("/zaplecze/wydarzenia/"))
    assert 'name="rows"' not in page
    assert "Nowe wydarzenie" not in page
    facts = {"what": "cancel", "reason": "x", "rows": [row.pk]}
    assert reader.post("/zaplecze/wydarzenia/zaznaczone/", facts)["Location"] == "/zaplecze/"
    assert reader.get(f"/zaplecze/wydarzenia/{row.pk}/").status_code == 302


def marked(client, address):
    """Where the menu's marked line stands, and the line: the longest address that fits."""
    page = BeautifulSoup(client.get(address).content, "html.parser")
    told = json.loads(page.select_one("#wagtail-sidebar-props").text)["modules"]
    [menu] = [each["_args"][0] for each in told if each["_type"].endswith(".MainMenuModule")]
    lines = [(entry["_args"][0], line["_args"][0]) for entry in menu for line in below(entry)]
    fits = [(of, line) for of, line in lines if address.startswith(line["url"])]
    of, line = max(fits, key=lambda one: len(one[1]["url"]))
    return of["label"], line["label"]


def below(entry):
    return entry["_args"][1] if entry["_type"].endswith(".SubMenuItem") else [entry]


def test_the_menu_marks_classes_on_the_pages_of_classes(editor):
    course, concert = a_class(1).activity, an_event(2)
    pages = {
        f"/zaplecze/wydarzenia/{course.pk}/": ("Zajęcia", course.title),
        f"/zaplecze/wydarzenia/{course.pk}/terminy/": ("Zajęcia", course.title),
        f"/zaplecze/terminy/{make.occurrence(of=course).pk}/": ("Zajęcia", course.title),
        f"/zaplecze/wydarzenia/{concert.pk}/": ("Wydarzenia", "Wydarzenia"),
        f"/zaplecze/terminy/{make.occurrence(of=concert).pk}/": ("Wydarzenia", concert.title),
        "/zaplecze/zajecia/": ("Zajęcia", "Zajęcia"),
    }

    assert {address: marked(editor, address) for address in pages} == pages
