from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import translation

from kulisy.ui.views import SampleForm, guide_context, sample_cards, sample_rows, sample_site

EVENING = datetime(2026, 11, 21, 18, tzinfo=UTC)  # 19.00 in Warsaw


def soup(template: str, **context: object) -> BeautifulSoup:
    return BeautifulSoup(render_to_string(template, context), "html.parser")


def written(source: str, **context: object) -> str:
    return Template("{% load ui_tags %}" + source).render(Context(context)).strip()


@pytest.mark.parametrize(
    ("source", "polish", "english"),
    [
        ("{{ at|day_numeral }}", "21", "21"),
        ("{{ at|clock }}", "19.00", "19.00"),
        ("{{ at|weekday_short }}", "sob.", "Sat"),
        ("{{ at|weekday_long }}", "sobota", "Saturday"),
        ("{{ at|month_genitive }}", "listopada", "November"),
        ("{{ at|span }}", "sobota 21 listopada 2026, 19.00", "Saturday 21 November 2026, 19.00"),
        (
            "{% span at at all_day=True %}",
            "sobota 21 listopada 2026",
            "Saturday 21 November 2026",
        ),
        ("{{ at|iso }}", "2026-11-21T19:00+01:00", "2026-11-21T19:00+01:00"),
        ("{{ at|iso_day }}", "2026-11-21", "2026-11-21"),
    ],
)
def test_filters_speak_the_language_of_the_page(source, polish, english):
    with translation.override("pl"):
        assert written(source, at=EVENING) == polish
    with translation.override("en"):
        assert written(source, at=EVENING) == english


def test_bound_keeps_one_letter_words_with_the_next():
    assert written("{{ text|bound }}", text="Kino w lesie i 3 filmy") == (
        "Kino w\N{NO-BREAK SPACE}lesie i\N{NO-BREAK SPACE}3 filmy"
    )


def test_bound_still_escapes_hostile_titles():
    assert written("{{ text|bound }}", text="a <b>") == "a\N{NO-BREAK SPACE}&lt;b&gt;"


def test_qr_is_drawn_inline_and_named():
    svg = written('{% qr "https://kasztanowo.example/" label="Adres strony" %}')

    assert svg.startswith('<svg role="img" aria-label="Adres strony"')
    assert "style=" not in svg


def test_the_page_stands_without_a_site():
    page = soup("ui/base.html")

    assert page.select_one("main#tresc")
    assert page.select_one(".brand").get_text(strip=True) == "Kulisy"
    assert page.select_one("a.skip")["href"] == "#tresc"


def test_the_page_shows_the_site_and_where_one_is():
    page = soup("ui/base.html", site=sample_site(), page_title="Kalendarz")

    assert page.title.get_text() == "Kalendarz – Miejski Ośrodek Kultury w Kasztanowie"
    assert page.select_one(".menu [aria-current=page]").get_text() == "Kalendarz"
    assert page.find("meta", {"name": "deklaracja-dostępności"})["content"] == "#deklaracja"
    assert [link.get_text() for link in page.select(".tools a")] == ["Szukaj", "English"]


def test_templates_carry_no_inline_style_or_script():
    page = soup("ui/guide.html", **guide_context())

    assert page.select("[style]") == []
    assert [script for script in page.select("script") if not script.get("src")] == []


def test_rundown_says_what_is_cancelled_in_words():
    rows = soup("ui/_rundown.html", rows=sample_rows()).select("li.is-off")

    assert [row.select_one(".why").get_text(" ", strip=True) for row in rows] == [
        "Odwołane z powodu choroby instruktora. Odrobimy 28 listopada."
    ]


def test_poster_card_draws_when_there_is_no_picture():
    card = sample_cards()[0]
    drawn = soup("ui/_poster_card.html", card=card)
    shown = soup("ui/_poster_card.html", card=card | {"picture": {"url": "/a.jpg", "alt": "Aktor"}})

    assert drawn.select_one(".art-frame svg")["aria-hidden"] == "true"
    assert shown.select_one(".art-frame img")["alt"] == "Aktor"
    assert shown.select(".art-frame svg") == []


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, ["1", "2", "…", "20"]), (5, ["1", "…", "4", "5", "6", "…", "20"])],
)
def test_pagination_offers_the_near_and_the_ends(number, expected):
    page = soup("ui/_pagination.html", page=Paginator(range(200), 10).page(number), query="q=chór")

    for spoken in page.select(".away"):
        spoken.extract()
    words = [one.get_text(strip=True) for one in page.select("nav > *:not([rel])")]
    assert words == expected
    assert page.select_one("[rel=next]")["href"] == f"?q=chór&strona={number + 1}"


def test_pagination_of_one_page_is_silent():
    assert soup("ui/_pagination.html", page=Paginator(range(3), 10).page(1)).find("nav") is None


def test_form_ties_each_error_to_its_field():
    form = SampleForm({"name": "", "email": "anna", "consent": "on"})
    page = soup("ui/_form.html", form=form, submit="Zapisz się")

    links = [link["href"] for link in page.select(".summary a")]
    assert links == ["#id_name", "#id_email"]
    email = page.select_one("#id_email")
    assert email["value"] == "anna"
    assert email["aria-invalid"] == "true"
    assert [page.find(id=one) is not None for one in email["aria-describedby"].split()] == [
        True,
        True,
    ]
    assert page.select_one("#id_about").get("aria-invalid") is None


def test_error_of_a_group_leads_to_its_first_choice():
    form = SampleForm({"needs": ["nonsense"]})
    page = soup("ui/_form.html", form=form, submit="Zapisz się")

    assert page.select_one(".summary a[href='#id_needs_0']") is not None
    assert page.select_one("#id_needs_0") is not None


def test_comfort_panel_offers_each_wish_once():
    page = soup("ui/_ease.html")

    names = [fieldset.select_one("input")["name"] for fieldset in page.select("fieldset")]
    assert names == ["theme", "contrast", "size", "spacing", "motion", "links"]
    assert len(page.select("input[checked]")) == len(names)
    assert page.select_one("[role=status]") is not None


def test_guide_shows_all_pieces():
    page = soup("ui/guide.html", **guide_context())

    assert len(page.select(".poster")) == 5
    assert len(page.select("h1")) == 1
    assert page.select_one("table.month caption").get_text() == "Listopad 2026"
