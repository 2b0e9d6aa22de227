"""From a search to dates and their feeds; from an address that is not there to one like it."""

import pytest

from kulisy.kernel.search.api import reindex_all
from kulisy.programme.tests import factories as programme
from kulisy.website.tests import factories


@pytest.fixture
def _found(db):
    """A concert in a village hall, and classes in a studio, ready to be found."""
    hall = factories.make_room(name="Świetlica")
    factories.date_of("Jazz na ganku", slug="jazz-na-ganku", room=hall)
    pottery = factories.activity(
        "Ceramika",
        slug="ceramika",
        of="zajecia",
        season=programme.season(),
        description=[("paragraph", "<p>Glina.</p><p>Piec &amp; koło.</p>")],
    )
    factories.group(activity=pottery, room=factories.make_room(name="Pracownia"))
    reindex_all()


def found(page) -> list[str]:
    return [link.get_text() for link in page.select(".hits h2 a")]


@pytest.mark.usefixtures("_found")
@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param("swietlica", ["Jazz na ganku"], id="the room of a date, without diacritics"),
        pytest.param("pracownia", ["Ceramika"], id="the room of a group"),
        pytest.param("cermika", ["Ceramika"], id="misspelled"),
        pytest.param("piec", ["Ceramika"], id="the first word of a paragraph"),
        pytest.param("kosmos", [], id="nothing"),
    ],
)
def test_what_people_remember_is_found(visit, asked, expected):
    assert found(visit(f"/szukaj/?q={asked}&rodzaj=activity")) == expected


@pytest.mark.usefixtures("_found")
def test_paragraphs_found_do_not_run_together(visit):
    page = visit("/szukaj/?q=ceramika")

    assert "Glina. Piec & koło." in page.find(class_="hits").get_text()


@pytest.mark.usefixtures("_found")
def test_a_search_leads_to_the_filters_of_the_calendar_with_its_words(visit):
    page = visit("/szukaj/?q=jazz+na")

    form = page.find("form", class_="sieve-form")
    fields = {field["name"] for field in form.find_all(["input", "select"])}
    links = {link["href"] for link in page.main.find_all("a", href=True)}
    assert form["action"] == "/kalendarz/"
    assert form.find("input", attrs={"name": "szukaj"})["value"] == "jazz na"
    assert {"od", "do", "rodzaj", "dla", "miejsce", "tryb", "ulatwienie", "wstep"} <= fields
    assert {
        "/kalendarz.ics?szukaj=jazz+na",
        "/kalendarz.rss?szukaj=jazz+na",
        "/kalendarz/2026/11/21/?szukaj=jazz+na",
        "/kalendarz/?szukaj=jazz+na",
    } <= links


@pytest.mark.usefixtures("_found")
def test_the_calendar_leads_back_to_the_search_with_its_words(visit):
    page = visit("/kalendarz/?szukaj=jazz+na")

    assert page.find("a", href="/szukaj/?q=jazz+na") is not None
    assert [link.get_text() for link in page.select(".rundown-title a")] == ["Jazz na ganku"]


@pytest.mark.usefixtures("_found")
@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param("/kalendrz/", ["/kalendarz/"], id="a part of the menu, misspelled"),
        pytest.param("/kalendarz/2026/13/", ["/kalendarz/"], id="a month that is not"),
        pytest.param("/wydarzenia/jazz-na-gannku/", ["/wydarzenia/jazz-na-ganku/"], id="an event"),
        pytest.param("/en/ceramka/", ["/en/wydarzenia/ceramika/"], id="in English"),
        pytest.param("/wp-login.php", [], id="a robot"),
        pytest.param("/%3Cscript%3E/", [], id="hostile"),
        pytest.param("/" + "a-" * 400 + "a/", [], id="very long"),
    ],
)
def test_what_is_not_there_leads_to_what_has_a_similar_address(visit, address, expected):
    page = visit(address, status=404)

    near = page.find("nav", attrs={"aria-labelledby": "near"})
    assert [link["href"] for link in near.select("a")] == expected if near else not expected
