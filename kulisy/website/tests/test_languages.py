"""An English page says which of its words are Polish, so that they are read out as such."""

from datetime import date

import pytest

from kulisy.website.tests import factories


@pytest.mark.parametrize(
    ("address", "titles"),
    [
        pytest.param("/", ".rundown-title", id="today"),
        pytest.param("/kalendarz/", ".rundown-title", id="list"),
        pytest.param("/", ".poster-title", id="posters"),
        pytest.param("/wydarzenia/koncert/", "h1", id="the title of an event"),
    ],
)
def test_polish_words_are_marked_on_an_english_page(visit, address, titles):
    factories.date_of("Koncert", slug="koncert", price="15 zł, ulgowy 10 zł")
    factories.date_of("Spektakl", day=date(2026, 11, 22))

    english = visit(f"/en{address}").select(titles)
    polish = visit(address).select(titles)

    assert {word.get("lang") for word in english} == {"pl"}
    assert {word.get("lang") for word in polish} <= {None}
