"""Subscribed addresses that lead elsewhere than they say, or unpack to more than they weigh."""

import gzip
import http.server
import socket
import threading

import pytest

from kulisy.exchange import fetch as fetching
from kulisy.exchange.fetch import fetch
from kulisy.exchange.tests.factories import event, ics
from kulisy.kernel.errors import Unreadable

PRIVATE = ["127.0.0.1", "169.254.169.254", "10.1.2.3", "::1", "::ffff:192.168.0.1"]


@pytest.fixture
def looked_up(monkeypatch):
    """What names mean, and who was connected to."""
    names, reached = {}, []

    def find(host, port, *_rest, **_facts):
        return [(socket.AF_INET, 1, 6, "", (one, port)) for one in names.get(host, [host])]

    def connect(_self, host, *_rest, **_facts):
        reached.append(host)
        raise OSError(host)

    monkeypatch.setattr(fetching.socket, "getaddrinfo", find)
    monkeypatch.setattr(fetching.httpcore.SyncBackend, "connect_tcp", connect)
    return names, reached


@pytest.mark.parametrize("address", PRIVATE)
def test_a_public_name_that_means_a_private_machine_is_not_reached(looked_up, address):
    names, reached = looked_up
    names["calendar.example"] = [address]

    with pytest.raises(Unreadable, match=r"prywatn|private"):
        fetch("https://calendar.example/basic.ics")

    assert reached == []


def test_a_name_with_one_private_address_among_public_ones_is_not_reached(looked_up):
    names, reached = looked_up
    names["calendar.example"] = ["93.184.216.34", "10.0.0.1"]

    with pytest.raises(Unreadable):
        fetch("https://calendar.example/basic.ics")

    assert reached == []


def test_the_public_neighbour_is_connected_to_by_the_number_that_was_checked(looked_up):
    names, reached = looked_up
    names["calendar.example"] = ["93.184.216.34"]

    with pytest.raises(Unreadable):
        fetch("https://calendar.example/basic.ics")

    assert reached == ["93.184.216.34"]


@pytest.mark.parametrize(
    "address",
    [
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://calendar.example@127.0.0.1/",
        "http://127.0.0.1#calendar.example",
    ],
)
def test_this_machine_under_an_odd_name_is_not_reached(monkeypatch, address):
    reached = []
    monkeypatch.setattr(
        fetching.httpcore.SyncBackend, "connect_tcp", lambda *_a, **_f: reached.append(1)
    )

    with pytest.raises(Unreadable):
        fetch(address)

    assert reached == []


@pytest.fixture
def serving(monkeypatch):
    """A server whose only answer is the given one; just its own number counts as outside."""
    answer = {}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(answer["status"])
            for name, value in answer["headers"].items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.get("body", b""))

        def log_message(self, *_words):
            """Tests are quiet."""

    monkeypatch.setattr(fetching, "is_outside", lambda number: number == "127.0.0.1")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/a.ics", answer
        running.shutdown()
        thread.join()


@pytest.mark.parametrize(
    "target", ["http://169.254.169.254/latest/meta-data/", "http://[::1]:9/", "file:///etc/passwd"]
)
def test_a_redirect_inwards_is_not_followed(serving, target):
    address, answer = serving
    answer.update(status=302, headers={"Location": target})

    with pytest.raises(Unreadable):
        fetch(address)


def test_what_unpacks_to_more_than_is_allowed_is_given_up(serving, monkeypatch):
    address, answer = serving
    answer.update(
        status=200, headers={"Content-Encoding": "gzip"}, body=gzip.compress(bytes(3_000_000))
    )
    monkeypatch.setattr(fetching, "MOST_BYTES", 1_000_000)

    with pytest.raises(Unreadable):
        fetch(address)


def test_a_packed_calendar_of_an_honest_size_is_read(serving):
    address, answer = serving
    whole = ics(event()).encode()
    answer.update(status=200, headers={"Content-Encoding": "gzip"}, body=gzip.compress(whole))

    found = fetch(address)

    assert found.path.read_bytes() == whole
    found.path.unlink()
