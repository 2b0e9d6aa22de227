"""Whole public pages kept in memory for people without a session, ready in every encoding.

Outermost of all: a kept page costs a look into a dictionary. It holds nothing of anybody: requests
with a session or a message are never kept and never answered from here.
"""

import gzip
import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Lock

import brotli  # type: ignore[import-untyped]  # it ships no types
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from kulisy.website import generation

Answer = Callable[[HttpRequest], HttpResponseBase]
Key = tuple[str, str, str, str]

SECONDS = 60  # "in two hours" and "over" must not be stale for longer
MOST_BYTES = 48 * 1024 * 1024  # in each process
LARGEST = 512 * 1024
# They answer If-None-Match themselves, and a calendar is streamed.
FEEDS = (".ics", ".rss")
LONGEST_QUERY = 500  # a filter made by hand is shorter; longer ones only fill the memory
NOT_KEPT = (
    "/api/",
    "/zaplecze/",
    "/konto/",
    "/en/konto/",
    "/health",
    "/static/",
    "/uploads/",
    "/dokumenty/",
)
NOT_REPEATED = {"date", "set-cookie", "connection", "content-length", "content-encoding", "etag"}


@dataclass
class Kept:
    """A page and its encodings, made when first asked for."""

    body: bytes
    headers: list[tuple[str, str]]
    etag: str
    expires: float
    generation: int
    answers: dict[str, HttpResponse] = field(default_factory=dict)

    def etag_in(self, encoding: str) -> str:
        """Strong, so different for every encoding of the same page."""
        return f'"{self.etag}{"-" + encoding if encoding else ""}"'

    def answer(self, encoding: str) -> HttpResponse:
        """The page as it is sent. A copy, because building one costs more than all the rest."""
        ready = self.answers.get(encoding)
        if ready is None:
            ready = self.answers[encoding] = self._built(encoding)
        response = copy(ready)
        response._resource_closers = []  # type: ignore[attr-defined]  # noqa: SLF001 - the handler adds to it
        return response

    def _built(self, encoding: str) -> HttpResponse:
        body = _encoded(self.body, encoding)
        response = HttpResponse(body)
        for name, value in self.headers:
            response.headers[name] = value
        if encoding:
            response.headers["Content-Encoding"] = encoding
        response.headers["Content-Length"] = str(len(body))
        response.headers["ETag"] = self.etag_in(encoding)
        return response

    @property
    def size(self) -> int:
        return len(self.body) * 2  # with its encodings, about


def _encoded(body: bytes, encoding: str) -> bytes:
    # Once a minute at most, so a denser setting is worth its time.
    if encoding == "br":
        return bytes(brotli.compress(body, quality=5))
    return gzip.compress(body, compresslevel=6, mtime=0) if encoding == "gzip" else body


class Shelf:
    """Kept pages, the least used thrown out first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self.pages: OrderedDict[Key, Kept] = OrderedDict()
        self.lock = Lock()

    def take(self, key: Key, now: float, current: int) -> Kept | None:
        """The page, if it is still good."""
        kept = self.pages.get(key)
        if kept is None or kept.expires <= now or kept.generation != current:
            return None
        with self.lock:
            if key in self.pages:
                self.pages.move_to_end(key)
        return kept

    def put(self, key: Key, page: Kept) -> None:
        with self.lock:
            if old := self.pages.pop(key, None):
                self.bytes -= old.size
            self.pages[key] = page
            self.bytes += page.size
            while self.bytes > self.most_bytes and self.pages:
                _, dropped = self.pages.popitem(last=False)
                self.bytes -= dropped.size

    def clear(self) -> None:
        with self.lock:
            self.pages.clear()
            self.bytes = 0


shelf = Shelf()


class PageCacheMiddleware:
    """Answers from the shelf what it may, and keeps what it can."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.is_on = getattr(settings, "PAGE_CACHE", True)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not self.is_on or not _may_be_kept(request):
            return self.get_response(request)
        meta = request.META
        key = (
            meta.get("HTTP_HOST", ""),
            f"{meta.get('wsgi.url_scheme')} {meta.get('HTTP_X_FORWARDED_PROTO')}",
            request.path,
            meta.get("QUERY_STRING", ""),
        )
        current = generation.now()
        kept = shelf.take(key, time.monotonic(), current)
        if kept is None:
            kept, response = self._made(request, current)
            if kept is None:
                return response
            shelf.put(key, kept)
        return _answer(request, kept)

    def _made(self, request: HttpRequest, current: int) -> tuple[Kept | None, HttpResponseBase]:
        # Compressed here once for many; the compressing middleware inside must not do it as well.
        accepted = request.META.pop("HTTP_ACCEPT_ENCODING", "")
        asked = request.META.pop("HTTP_IF_NONE_MATCH", "")
        response = self.get_response(request)
        request.META["HTTP_ACCEPT_ENCODING"] = accepted
        request.META["HTTP_IF_NONE_MATCH"] = asked
        if not _is_for_everybody(response):
            return None, response
        assert isinstance(response, HttpResponse)  # noqa: S101 - _is_for_everybody has looked
        body = response.content
        headers = [(n, v) for n, v in response.items() if n.lower() not in NOT_REPEATED]
        headers = [(n, v) for n, v in headers if n.lower() not in {"vary", "cache-control"}]
        headers += [
            ("Vary", "Accept-Encoding, Cookie"),
            ("Cache-Control", "public, max-age=0, must-revalidate"),
        ]
        # A strong validator of the text itself; the encoding is added when it is sent.
        etag = hashlib.blake2b(body, digest_size=12).hexdigest()
        kept = Kept(body, headers, etag, time.monotonic() + _seconds(), current)
        return kept, response


def _seconds() -> float:
    """How long a page made now is true: never past midnight, when "today" is another day."""
    now = timezone.localtime()
    until_midnight = 86_400 - (now.hour * 3600 + now.minute * 60 + now.second)
    return float(min(SECONDS, until_midnight))


def _may_be_kept(request: HttpRequest) -> bool:
    cookies = request.META.get("HTTP_COOKIE", "")
    return (
        request.method in {"GET", "HEAD"}
        and settings.SESSION_COOKIE_NAME not in cookies
        and "messages=" not in cookies
        and not request.path.startswith(NOT_KEPT)
        and not request.path.endswith(FEEDS)
        and "HTTP_AUTHORIZATION" not in request.META
        and "HTTP_RANGE" not in request.META
        and len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY
    )


def _is_for_everybody(response: HttpResponseBase) -> bool:
    return (
        isinstance(response, HttpResponse)
        and response.status_code == HTTPStatus.OK
        and not response.streaming
        and not response.cookies
        and response.get("Content-Type", "").startswith("text/html")
        and "private" not in response.get("Cache-Control", "")
        and "no-store" not in response.get("Cache-Control", "")
        # A page with a nonce is one visitor's: repeated, the nonce would be known beforehand.
        and "'nonce-" not in response.get("Content-Security-Policy", "")
        and len(response.content) <= LARGEST
    )


def _answer(request: HttpRequest, kept: Kept) -> HttpResponse:
    meta = request.META
    encoding = _encoding(meta.get("HTTP_ACCEPT_ENCODING", ""))
    asked = meta.get("HTTP_IF_NONE_MATCH")
    if asked and _is_among(kept.etag_in(encoding), asked):
        return _unchanged(kept, encoding)
    response = kept.answer(encoding)
    if request.method == "HEAD":
        response = HttpResponse(headers=dict(response.headers))
    return response


def _unchanged(kept: Kept, encoding: str) -> HttpResponse:
    response = HttpResponse(status=304)
    del response["Content-Type"]
    for name, value in kept.headers:
        if name in {"Vary", "Cache-Control"}:
            response.headers[name] = value
    response.headers["ETag"] = kept.etag_in(encoding)
    return response


def _encoding(accepted: str) -> str:
    """The densest that is accepted. "br;q=0" is so rare that it is read as a wish for less."""
    if "q=0" in accepted.replace("q=0.", ""):
        return ""
    return "br" if "br" in accepted else "gzip" if "gzip" in accepted else ""


def _is_among(etag: str, asked: str) -> bool:
    return asked.strip() == "*" or etag in [
        part.strip().removeprefix("W/") for part in asked.split(",")
    ]
