"""The site of the demo centre: whole pages, nothing that a visitor would take for real."""

import gc
import json
from datetime import date

import pytest

from kulisy.kernel.demo import Stage
from kulisy.kernel.search.api import find
from kulisy.website.demo import texts, write_site
from kulisy.website.models import NewsPage, SiteSettings

pytestmark = [
    pytest.mark.slow,
    # Wagtail leaves the file of every rendition it makes to the garbage collector, which complains.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def _site(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        write_site(Stage(today=date(2026, 11, 21), say=print))
    yield
    gc.collect()  # here, where it is expected, and not in the test that comes next


@pytest.mark.usefixtures("_site")
def test_home_shows_the_latest_news_with_their_pictures(visit):
    page = visit("/")

    titles = [title.get_text(strip=True) for title in page.select(".news-title")]
    assert [title.replace("\N{NO-BREAK SPACE}", " ") for title in titles] == [
        piece.title for piece in texts.NEWS[:3]
    ]
    assert len(page.select(".news-card img")) == 3


@pytest.mark.usefixtures("_site")
def test_every_piece_is_read_in_full_and_found(visit):
    for page in NewsPage.objects.all():
        shown = visit(f"/aktualnosci/{page.slug}/")
        assert shown.find("figure", class_="photo").img["alt"]
        assert [one["@type"] for one in _graph(shown)] == ["NewsArticle", "BreadcrumbList"]
    assert [hit.title for hit in find("trąbka").hits] == ["Orkiestra wypożycza trąbki"]


@pytest.mark.usefixtures("_site")
def test_pages_carry_every_block_and_the_footer_leads_to_them(visit):
    about = visit("/o-nas/")
    hire = visit("/o-nas/wynajem-sal/")

    for name in ("h2", "ul", "figure img[alt]", "blockquote", "a.button"):
        assert about.select(f".prose {name}"), name
    assert hire.find("caption").get_text(strip=True) == "Ceny wynajmu sal za godzinę, brutto"
    footer = {a.get_text(strip=True): a["href"] for a in hire.footer.find_all("a")}
    assert footer["Wynajem sal"] == "/o-nas/wynajem-sal/"
    assert footer["Deklaracja dostępności"] == "/dostepnosc/"
    assert "ustawą z dnia 4 kwietnia 2019" in visit("/dostepnosc/").main.get_text()
    assert SiteSettings.load().bip_url.endswith(".example/")


def _graph(page) -> list[dict]:
    return json.loads(page.find("script", type="application/ld+json").string)["@graph"]
