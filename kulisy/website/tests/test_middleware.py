"""Pages kept in memory: for whom, for how long, and in which encoding."""

import gzip
import time

import brotli
import pytest
import time_machine
from django.test import Client

from kulisy.people.tests import factories as people
from kulisy.website import generation
from kulisy.website.middleware import Kept, Shelf, shelf
from kulisy.website.tests import factories
from kulisy.website.tests.conftest import NOON


@pytest.fixture(autouse=True)
def _cache_on(settings, db):
    settings.PAGE_CACHE = True


def text(answer) -> str:
    return answer.content.decode()


def test_a_page_is_kept_for_people_without_a_session(django_assert_num_queries):
    first = Client().get("/kalendarz/")

    with django_assert_num_queries(0):
        second = Client().get("/kalendarz/")

    assert second.content == first.content
    assert second["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert set(second["Vary"].split(", ")) == {"Accept-Encoding", "Cookie"}


def test_a_kept_page_keeps_the_headers_of_safety():
    Client().get("/kalendarz/")
    kept = Client().get("/kalendarz/")

    assert "frame-ancestors 'self'" in kept["Content-Security-Policy"]
    assert "nonce" not in kept["Content-Security-Policy"]
    assert kept["X-Content-Type-Options"] == "nosniff"
    assert kept["X-Frame-Options"] == "SAMEORIGIN"


def test_a_change_of_the_programme_shows_at_once():
    assert "Nowość" not in text(Client().get("/kalendarz/"))

    factories.date_of("Nowość")
    unheard = text(Client().get("/kalendarz/"))
    generation.advance()

    assert ("Nowość" in unheard, "Nowość" in text(Client().get("/kalendarz/"))) == (False, True)


def test_a_kept_page_grows_old(monkeypatch):
    seen = []
    for moment in (0, 59, 61):
        with monkeypatch.context() as patch:
            patch.setattr("kulisy.website.middleware.time.monotonic", lambda now=moment: now)
            seen.append("Nowość" in text(Client().get("/kalendarz/")))
        if not moment:
            factories.date_of("Nowość")

    assert seen == [False, False, True]


def test_no_page_lives_past_midnight():
    with time_machine.travel("2026-11-21T23:59:50+01:00", tick=False):
        made = time.monotonic()
        Client().get("/kalendarz/")
        (kept,) = shelf.pages.values()
        waited = time.monotonic() - made

    assert 0 < kept.expires - made <= 10 + waited


@pytest.mark.parametrize("query", ["", "?rodzaj=koncert", "?rodzaj=spektakl"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_languages_and_filters_are_pages_of_their_own(query, prefix):
    address = f"{prefix}/kalendarz/{query}"
    plain = Client().get(address).content

    for other in ("/kalendarz/", "/en/kalendarz/", "/kalendarz/?rodzaj=koncert"):
        Client().get(other)

    assert Client().get(address).content == plain


def test_who_is_logged_in_is_neither_kept_nor_answered_from_memory():
    client = Client()
    client.force_login(people.make_account(is_staff=True, is_superuser=True))
    factories.date_of("Szkic", state="draft", slug="szkic")

    assert client.get("/wydarzenia/szkic/").status_code == 200
    assert len(shelf.pages) == 0
    assert Client().get("/wydarzenia/szkic/").status_code == 404


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("post", "/kalendarz/"),
        ("get", "/nie-ma/"),
        ("get", "/zaplecze/"),
        ("get", "/kalendarz/?a=" + "a" * 600),
    ],
)
def test_what_is_not_for_everybody_is_not_kept(method, address):
    getattr(Client(), method)(address)

    assert len(shelf.pages) == 0


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"),
    [
        ("br, gzip", "br", brotli.decompress),
        ("gzip, deflate", "gzip", gzip.decompress),
        ("identity", None, bytes),
        ("", None, bytes),
        ("br;q=0, gzip;q=0", None, bytes),
    ],
)
def test_a_page_is_kept_in_every_encoding(accepted, encoding, unpack):
    plain = Client().get("/kalendarz/").content

    answer = Client().get("/kalendarz/", HTTP_ACCEPT_ENCODING=accepted)

    assert answer.get("Content-Encoding") == encoding
    assert unpack(answer.content) == plain
    assert int(answer["Content-Length"]) == len(answer.content)


def test_a_page_that_did_not_change_is_not_sent_again():
    etag = Client().get("/kalendarz/")["ETag"]

    same = Client().get("/kalendarz/", HTTP_IF_NONE_MATCH=etag)
    other = Client().get("/kalendarz/", HTTP_IF_NONE_MATCH='"other"')
    factories.date_of("Nowość")
    generation.advance()
    changed = Client().get("/kalendarz/", HTTP_IF_NONE_MATCH=etag)

    assert [(a.status_code, bool(a.content)) for a in (same, other, changed)] == [
        (304, False),
        (200, True),
        (200, True),
    ]
    assert same["ETag"] == etag


def test_head_says_what_get_would_send():
    get = Client().get("/kalendarz/")

    head = Client().head("/kalendarz/")

    assert (head.content, head["Content-Length"]) == (b"", str(len(get.content)))


def test_memory_is_bounded_and_the_least_used_goes_first():
    small = Shelf(most_bytes=50)
    for name in "abc":
        small.put((name, "", "", ""), Kept(b"x" * 10, [], "e", 9e9, 0))
        small.take(("a", "", "", ""), 0, 0)

    assert [key[0] for key in small.pages] == ["c", "a"]
    assert small.bytes == 40


def test_generations_differ_even_within_one_tick():
    seen = {generation.now()}
    for _ in range(3):
        generation.advance()
        seen.add(generation.now())

    assert len(seen) == 4
    assert NOON.year == 2026
