"""Fetching a subscribed calendar: bounded, patient, and never from inside the centre's network."""

import ipaddress
import os
import socket
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from urllib.parse import urlsplit

import httpcore
import httpx
from django.conf import settings
from django.utils.translation import gettext as _

from kulisy.exchange.decoding import MOST_BYTES
from kulisy.kernel.errors import Unreadable

SECONDS_TO_ANSWER, SECONDS_IN_ALL = 20, 90
MOST_REDIRECTS = 5
AGENT = "Kulisy (calendar import)"


@dataclass(frozen=True)
class Fetched:
    """A fetched file, or None when it has not changed since the last time."""

    path: Path | None
    etag: str = ""
    modified: str = ""


def fetch(address: str, *, etag: str = "", modified: str = "") -> Fetched:
    """The file behind the address, in a temporary file that the caller removes."""
    url = _checked(address)
    headers = {"User-Agent": AGENT, "Accept": "text/calendar, text/csv, */*;q=0.5"}
    if etag:
        headers["If-None-Match"] = etag
    if modified:
        headers["If-Modified-Since"] = modified
    timeout = httpx.Timeout(SECONDS_TO_ANSWER)
    try:
        with (
            httpx.Client(
                transport=_transport(),
                headers=headers,
                timeout=timeout,
                trust_env=False,
                follow_redirects=True,
                max_redirects=MOST_REDIRECTS,
            ) as client,
            client.stream("GET", url) as response,
        ):
            if response.status_code == httpx.codes.NOT_MODIFIED:
                return Fetched(None, etag, modified)
            if response.status_code != httpx.codes.OK:
                raise Unreadable(
                    _("The address answered with the code %(code)s. Is the calendar still shared?")
                    % {"code": response.status_code}
                )
            path = _kept(response.iter_bytes())
            named = response.headers
            return Fetched(path, named.get("etag", "")[:300], named.get("last-modified", "")[:60])
    except httpx.TooManyRedirects as circle:
        raise Unreadable(_("The address only leads to other addresses.")) from circle
    except (httpx.TimeoutException, TimeoutError) as slow:
        raise Unreadable(_("The address did not answer in time. It will be tried again.")) from slow
    except (
        httpx.HTTPError,
        httpx.InvalidURL,
        httpcore.NetworkError,
        OSError,
        ValueError,
    ) as broken:
        raise Unreadable(
            _("The address could not be reached. Check it, or try again later.")
        ) from broken


def _checked(address: str) -> str:
    # Calendars are often given as webcal://, which is the same by another name.
    if address.startswith(("webcal://", "webcals://")):
        address = "https://" + address.partition("://")[2]
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise Unreadable(_("The address should begin with https://."))
    return address


def _kept(chunks: Iterable[bytes]) -> Path:
    until, size = time.monotonic() + SECONDS_IN_ALL, 0
    with NamedTemporaryFile(prefix="kulisy-import-", delete=False) as kept:
        try:
            for chunk in chunks:
                size += len(chunk)
                _check(size, until)
                kept.write(chunk)
        except BaseException:
            Path(kept.name).unlink()
            raise
    return Path(kept.name)


def _check(size: int, until: float) -> None:
    if size > MOST_BYTES:
        raise Unreadable(
            _("The calendar is larger than %(most)s MB.") % {"most": MOST_BYTES // 2**20}
        )
    if time.monotonic() > until:
        raise TimeoutError


def _transport() -> httpx.HTTPTransport:
    transport = httpx.HTTPTransport()
    # The only place where the address that is checked is the one that is connected to: a look-up
    # before the request could be answered differently a moment later.
    transport._pool = httpcore.ConnectionPool(  # noqa: SLF001 - httpx has no door for a backend
        ssl_context=httpx.create_ssl_context(trust_env=False), network_backend=OutsideOnly()
    )
    return transport


class OutsideOnly(httpcore.NetworkBackend):
    """Connects to public addresses only: not to this machine, nor to the network it stands in."""

    def __init__(self) -> None:
        self.real = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [str(entry[4][0]) for entry in found]
        if not addresses or not all(is_outside(address) for address in addresses):
            raise Unreadable(_("The address leads into a private network and is not fetched."))
        return self.real.connect_tcp(addresses[0], port, timeout, local_address, socket_options)

    def connect_unix_socket(self, *_args: Any, **_kwargs: Any) -> httpcore.NetworkStream:
        raise Unreadable(_("The address leads into a private network and is not fetched."))

    def sleep(self, seconds: float) -> None:
        self.real.sleep(seconds)


def is_outside(address: str) -> bool:
    """Whether anybody on the internet could reach the address too."""
    if getattr(settings, "FETCH_PRIVATE", os.environ.get("KULISY_FETCH_PRIVATE") == "1"):
        return True
    number = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(number, ipaddress.IPv6Address):
        # An IPv4 address may hide in an IPv6 one, in three ways.
        inner = number.ipv4_mapped or number.sixtofour or (number.teredo or (None, None))[1]
        if inner is not None:
            number = inner
        elif number in ipaddress.ip_network("64:ff9b::/96"):
            number = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
    return number.is_global and not number.is_multicast
