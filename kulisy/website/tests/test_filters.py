"""Every filter is an address; nonsense in it is reported and left out."""

import pytest

from kulisy.programme.api import AccessibilityFeature
from kulisy.website.tests import factories


@pytest.fixture
def _programme(db):
    room = factories.make_room(venue=factories.make_venue("Filia"))
    concert = factories.date_of("Koncert", room=room, summary="x")
    concert.features.add(AccessibilityFeature.objects.get(slug="pjm"))
    factories.date_of("Spektakl", of="spektakl", mode="online")


def titles(page) -> list[str]:
    return [title.get_text(strip=True) for title in page.find_all(class_="rundown-title")]


@pytest.mark.usefixtures("_programme")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("", ["Koncert", "Spektakl"], id="everything"),
        pytest.param("rodzaj=koncert", ["Koncert"], id="kind"),
        pytest.param("rodzaj=koncert&rodzaj=spektakl", ["Koncert", "Spektakl"], id="either kind"),
        pytest.param("ulatwienie=pjm", ["Koncert"], id="feature"),
        pytest.param("ulatwienie=pjm&ulatwienie=petla", [], id="both features"),
        pytest.param("tryb=online", ["Spektakl"], id="mode"),
        pytest.param("od=2026-11-22", [], id="from tomorrow"),
        pytest.param("od=21.11.2026&do=21.11.2026", ["Koncert", "Spektakl"], id="as Poles write"),
    ],
)
def test_a_filter_finds_what_it_says(visit, query, expected):
    assert titles(visit(f"/kalendarz/?{query}")) == expected


@pytest.mark.usefixtures("_programme")
@pytest.mark.parametrize(
    ("query", "named"),
    [
        pytest.param("od=31.02.2026", "od: „31.02.2026”", id="31 February"),
        pytest.param("rodzaj=nie-ma-takiego", "rodzaj: „nie-ma-takiego”", id="unknown kind"),
        pytest.param("miejsce=ksiezyc", "miejsce: „ksiezyc”", id="unknown place"),
        pytest.param("tryb=%00", "tryb: „", id="a null"),
        pytest.param("wstep=<script>", "wstęp: „<script>”", id="hostile"),
        pytest.param("rodzaj=" + "a" * 5000, "rodzaj: „aaa", id="very long"),
        pytest.param("od=2026-11-21&do=2020-01-01", "do: „2020-01-01”", id="ends before it begins"),
    ],
)
def test_nonsense_is_reported_and_left_out(visit, query, named):
    page = visit(f"/kalendarz/?{query}")

    assert named in page.find(class_="note").get_text()
    assert titles(page) == ["Koncert", "Spektakl"]


@pytest.mark.usefixtures("_programme")
def test_foreign_parameters_are_left_alone(visit):
    page = visit("/kalendarz/?utm_source=list&fbclid=1")

    assert page.find(class_="note") is None
    assert titles(page) == ["Koncert", "Spektakl"]


@pytest.mark.usefixtures("_programme")
def test_a_filter_is_kept_by_other_views_and_is_a_feed(visit):
    page = visit("/kalendarz/?rodzaj=koncert&od=2026-11-21")

    links = {a["href"] for a in page.find_all("a", href=True)}
    assert {
        "/kalendarz.ics?rodzaj=koncert",
        "/kalendarz.rss?rodzaj=koncert",
        "/kalendarz/2026/11/?rodzaj=koncert",
        "/kalendarz/2026/tydzien/47/?rodzaj=koncert",
    } <= links


@pytest.mark.usefixtures("_programme")
def test_the_form_shows_what_is_chosen(visit):
    page = visit("/kalendarz/?rodzaj=koncert&tryb=on_site")

    assert [
        box["value"] for box in page.find_all("input", checked=True, attrs={"name": "rodzaj"})
    ] == ["koncert"]
    assert (
        page.find("select", attrs={"name": "tryb"}).find("option", selected=True)["value"]
        == "on_site"
    )
    assert page.find("details", class_="sieve-box").has_attr("open")
