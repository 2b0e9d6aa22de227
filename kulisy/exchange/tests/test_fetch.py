"""Fetching calendars: only from outside, bounded, and only when they changed."""

import http.server
import threading

import pytest

from kulisy.exchange import runs
from kulisy.exchange.fetch import fetch, is_outside
from kulisy.exchange.models import ImportSource
from kulisy.exchange.tests.factories import event, ics, kind
from kulisy.kernel.errors import Unreadable


@pytest.fixture
def server(settings):
    """A calendar server on this machine, which imports may reach in these tests only."""
    settings.FETCH_PRIVATE = True
    answers = {
        "/a.ics": (200, ics(event()).encode()),
        "/gone": (404, b""),
        "/loop": (302, b"/loop"),
    }

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            status, body = answers[self.path]
            if self.headers.get("If-None-Match") == '"1"':
                status, body = 304, b""
            self.send_response(status)
            self.send_header("ETag", '"1"')
            if status == 302:
                self.send_header("Location", body.decode())
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words):
            """Tests are quiet."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}", answers
        running.shutdown()
        thread.join()


def test_a_calendar_is_fetched_once_and_then_only_when_it_changed(server):
    address, _answers = server

    first = fetch(f"{address}/a.ics")
    again = fetch(f"{address}/a.ics", etag=first.etag)

    assert first.path.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert (first.etag, again.path) == ('"1"', None)
    first.path.unlink()


@pytest.mark.parametrize("path", ["/gone", "/loop"])
def test_a_wrong_answer_is_a_sentence(server, path):
    with pytest.raises(Unreadable) as no:
        fetch(server[0] + path)

    assert no.value.sentence


def test_a_calendar_too_large_is_given_up(server, monkeypatch):
    monkeypatch.setattr("kulisy.exchange.fetch.MOST_BYTES", 10)

    with pytest.raises(Unreadable):
        fetch(f"{server[0]}/a.ics")


def test_this_machine_is_not_reached_unless_allowed(server, settings):
    settings.FETCH_PRIVATE = False

    with pytest.raises(Unreadable):
        fetch(f"{server[0]}/a.ics")


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "gopher://a", "http://", "://", "http://["]
)
def test_only_web_addresses_are_fetched(address):
    with pytest.raises(Unreadable):
        fetch(address)


@pytest.mark.parametrize(
    ("number", "outside"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.0.0.5", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - an address to refuse
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False),
        ("224.0.0.1", False),
    ],
)
def test_which_numbers_are_outside(settings, number, outside):
    settings.FETCH_PRIVATE = False

    assert is_outside(number) is outside


def test_a_followed_calendar_is_brought_in_and_known_the_second_time(db, server, imports_in_tmp):
    source = ImportSource.objects.create(name="G", address=f"{server[0]}/a.ics", kind=kind())

    first, second = runs.follow(source), runs.follow(source)

    source.refresh_from_db()
    assert (first.added, second, source.problem) == (1, None, "")


def test_a_calendar_that_is_gone_says_so_at_its_source(db, server, imports_in_tmp):
    source = ImportSource.objects.create(name="G", address=f"{server[0]}/gone")

    with pytest.raises(Unreadable):
        runs.follow(source)

    source.refresh_from_db()
    assert "404" in source.problem
