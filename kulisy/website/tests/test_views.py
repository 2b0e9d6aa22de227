"""What visitors see on the pages of the calendar, of activities, places and people."""

from datetime import date, timedelta

import pytest
from django.test import Client

from kulisy.people.tests import factories as people
from kulisy.programme.api import Contributor
from kulisy.programme.tests import factories as programme
from kulisy.website.tests import factories

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7|add:7 }}"
VIEWS = [
    "/kalendarz/",
    "/kalendarz/2026/11/",
    "/kalendarz/2026/tydzien/47/",
    "/kalendarz/2026/11/21/",
]
PAGES = [
    "/",
    *VIEWS,
    "/kalendarz/w-telefonie/",
    "/zajecia/",
    "/zajecia/plan/",
    "/miejsca/",
    "/ludzie/",
    "/szukaj/",
    "/osadz/",
    "/aktualnosci/",
    "/o-nas/",
    "/kontakt/",
    "/dostepnosc/",
]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_page_has_its_frame(visit, address, language):
    page = visit(f"/en{address}" if language == "en" else address)

    assert page.html["lang"] == language
    assert [len(page.find_all(name)) for name in ("h1", "main", "header", "footer")] == [1, 1, 1, 1]
    assert page.title.string.strip().endswith("– Kulisy")
    assert page.find("meta", property="og:image")["content"].startswith("http://testserver/")
    assert page.find("script", string=True, type=lambda kind: kind != "application/ld+json") is None


@pytest.mark.parametrize("address", ["/", *VIEWS, "/szukaj/?q=a"])
def test_the_language_switch_leads_to_the_same_page(visit, address):
    there = visit(address).find("a", hreflang="en", class_="tool")["href"]
    back = visit(there).find("a", hreflang="pl", class_="tool")["href"]

    assert (there, back) == (f"/en{address}", address)


@pytest.mark.parametrize("address", ["/", *VIEWS])
def test_what_is_on_today_is_on_every_view(visit, address):
    factories.date_of("Koncert wieczorny")

    assert "Koncert wieczorny" in visit(address).main.get_text()


@pytest.mark.parametrize("address", ["/", *VIEWS, "/sitemap.xml", "/osadz/kalendarz/"])
def test_drafts_are_invisible(visit, address):
    factories.date_of("Tajny koncert", state="draft", slug="tajny")
    factories.date_of("Jawny koncert", slug="jawny")

    text = visit(address).answer.content.decode()

    assert ("tajny" in text.lower(), "jawny" in text.lower()) == (False, True)


def test_a_draft_is_a_preview_for_staff_only(visit, db):
    factories.date_of("Szkic", state="draft", slug="szkic")
    client = Client()
    client.force_login(people.make_account(is_staff=True, is_superuser=True))

    visit("/wydarzenia/szkic/", status=404)
    page = visit("/wydarzenia/szkic/", client=client)

    assert "Goście jeszcze nie widzą tej strony." in page.main.get_text()
    assert page.answer["X-Robots-Tag"] == "noindex"


def test_classes_of_a_day_are_told_in_a_line(visit):
    group = factories.group(activity=factories.activity("Ceramika", of="zajecia"))
    for hour in (16, 17):
        programme.occurrence(group.activity, factories.at(hour), group=group)

    page = visit("/kalendarz/")

    assert (
        page.find(class_="gathered")
        .get_text(" ", strip=True)
        .startswith("2 zajęcia 16.00 Ceramika")
    )
    assert page.find_all(class_="rundown-title") == []


def test_classes_asked_for_are_shown_in_full(visit):
    group = factories.group(activity=factories.activity("Ceramika", of="zajecia"))
    programme.occurrence(group.activity, factories.at(16), group=group)

    page = visit("/kalendarz/?zajecia=tylko")

    assert [title.get_text(strip=True) for title in page.find_all(class_="rundown-title")] == [
        "Ceramika, grupa\N{NO-BREAK SPACE}I".replace("\N{NO-BREAK SPACE}", " ")
    ]


def test_a_cancelled_date_says_so_with_its_reason(visit):
    factories.date_of("Teatr cieni", state="confirmed").__class__.objects.update(
        state="cancelled", reason="Choroba aktora."
    )

    for address in ("/", "/kalendarz/", "/kalendarz/2026/11/21/"):
        why = visit(address).find(class_="why").get_text(" ", strip=True)
        assert why == "Odwołane Choroba aktora."


def test_a_moved_date_keeps_its_old_moment(visit):
    old = factories.at(18, day=date(2026, 11, 20))
    date_ = factories.date_of("Seans", slug="seans", moved_from=old, reason="Awaria projektora.")

    why = visit("/wydarzenia/seans/").find(id=str(date_.uid)).find(class_="why")

    assert why.get_text(" ", strip=True) == (
        "Przeniesione z terminu: piątek 20 listopada 2026, 18.00. Awaria projektora."
    )


def test_an_exhibition_is_going_on_and_does_not_fill_every_day(visit):
    show = factories.activity("Malarstwo", of="wystawa")
    programme.occurrence(
        show,
        factories.at(9, day=date(2026, 11, 2)),
        ends_at=factories.at(9, day=date(2026, 12, 20)),
    )

    for address in VIEWS:
        page = visit(address)
        assert "Malarstwo" in page.find(class_="lasting").get_text()
        assert page.main.get_text().count("Malarstwo") == 1


def test_later_and_earlier_pages_of_the_list_meet(visit):
    for n in range(60):
        factories.date_of(f"Koncert {n}", day=date(2026, 11, 21) + timedelta(days=n))

    first = visit("/kalendarz/")
    later = visit(first.find("a", rel="next")["href"])
    earlier = visit(later.find("a", rel="prev")["href"])

    assert [len(days_of(page)) for page in (first, later)] == [14, 14]
    assert days_of(first) < days_of(later)
    assert days_of(earlier) == days_of(first)
    assert first.find("a", rel="prev") is None


@pytest.mark.parametrize(
    ("each", "number", "shown"),
    [
        pytest.param(10, 20, 12, id="nearly empty: until a dozen rows, four months on"),
        pytest.param(1, 60, 14, id="usual: two weeks"),
        pytest.param(0.1, 90, 3, id="very full: until some two dozen rows, in whole days"),
    ],
)
def test_a_page_of_the_list_is_about_as_long_whatever_the_season(visit, each, number, shown):
    for n in range(number):
        day = date(2026, 11, 21) + timedelta(days=int(n * each))
        factories.date_of(f"Koncert {n}", day=day)

    page = visit("/kalendarz/")

    assert len(days_of(page)) == shown
    assert [a["href"] for a in page.select(".day-jump a")] == [f"#{day}" for day in days_of(page)]


def days_of(page) -> list[str]:
    return [time["datetime"] for time in page.select(".days .date")]


@pytest.mark.parametrize(
    "address",
    [
        "/kalendarz/2026/2/31/",
        "/kalendarz/2026/13/",
        "/kalendarz/2025/tydzien/53/",
        "/kalendarz/99999/1/",
        "/wydarzenia/nie-ma/",
        "/ludzie/nikt/",
        "/miejsca/nigdzie/",
    ],
)
def test_what_is_not_there_is_a_page_that_helps(visit, address):
    factories.date_of("Koncert dzisiejszy")

    page = visit(address, status=404)

    assert page.find("form", role="search")["action"] == "/szukaj/"
    assert "Koncert dzisiejszy" in page.main.get_text()


def test_hostile_text_stays_text(visit, graph_of):
    Contributor.objects.create(name=HOSTILE[:120], slug="ktos", about=HOSTILE, headline=HOSTILE)
    room = factories.make_room(name=HOSTILE, description=HOSTILE)
    factories.date_of(
        HOSTILE,
        slug="zly",
        summary=HOSTILE,
        price=HOSTILE[:60],
        room=room,
        reason=HOSTILE,
        note=HOSTILE,
    )

    for address in (
        *VIEWS,
        "/",
        "/wydarzenia/zly/",
        f"/miejsca/{room.venue.slug}/",
        "/osadz/kalendarz/",
    ):
        page = visit(address)
        assert page.find("img", src="x") is None
        assert "alert(1)" not in "".join(
            script.string or ""
            for script in page.find_all("script")
            if "ld+json" not in script.get("type", "")
        )
        assert "<script>alert" not in page.answer.content.decode()
        assert "14" not in page.title.string
    names = [node.get("name") for node in graph_of("/wydarzenia/zly/")]
    assert HOSTILE in names


def test_a_visitor_reads_the_hostile_title_as_it_was_typed(visit):
    factories.date_of(HOSTILE, slug="zly")

    assert HOSTILE in visit("/wydarzenia/zly/").h1.get_text().replace("\N{NO-BREAK SPACE}", " ")


def test_the_broken_page_needs_neither_database_nor_context(client):
    from kulisy.website.views.errors import broken

    class Request:
        path = "/"

    answer = broken(Request())

    assert answer.status_code == 500
    assert "Coś się u nas zepsuło" in answer.content.decode()


def test_a_drawn_poster_is_kept_for_what_is_public_and_refused_for_the_rest(client, settings, db):
    shown = factories.date_of("Koncert", slug="koncert").activity
    hidden = factories.date_of("Szkic", slug="szkic", state="draft").activity
    address = f"/plakat/{shown.art_family}/{shown.uid}.png"

    answers = [client.get(address) for _ in range(2)]
    refused = client.get(f"/plakat/{hidden.art_family}/{hidden.uid}.png")

    assert [answer["Content-Type"] for answer in answers] == ["image/png"] * 2
    assert b"".join(answers[0].streaming_content).startswith(b"\x89PNG")
    assert "immutable" in answers[1]["Cache-Control"]
    assert refused.status_code == 404
    for answer in answers:
        answer.close()


def test_the_week_is_a_table_of_days_with_a_list_beside_it(visit):
    factories.date_of("Koncert")

    page = visit("/kalendarz/2026/tydzien/47/")

    rows = page.find("table", class_="week").tbody.find_all("tr")
    assert [row.th["scope"] for row in rows] == ["row"] * 7
    assert rows[5].find("a", string="Koncert") is not None
    assert page.find("a", href="/kalendarz/?od=2026-11-16&do=2026-11-22") is not None
