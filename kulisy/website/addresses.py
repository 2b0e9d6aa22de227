"""Addresses that a page names by the hundred."""

from functools import lru_cache

from django.urls import reverse
from django.utils.translation import get_language


@lru_cache(maxsize=8)
def _activity_prefix(language: str) -> str:
    del language  # the key of the cache: the address differs by language
    return reverse("website:activity", args=["x"]).removesuffix("x/")


def activity_address(slug: str) -> str:
    """The address of an activity; resolved once, for a month names hundreds."""
    return f"{_activity_prefix(get_language() or 'pl')}{slug}/"


def calendar_address() -> str:
    """The address of the calendar, with which the addresses of its days begin."""
    return _calendar(get_language() or "pl")


@lru_cache(maxsize=8)
def _calendar(language: str) -> str:
    del language  # the key of the cache: the address differs by language
    return reverse("website:calendar")


def in_language(address: str) -> str:
    """An address kept in Polish, in the language of the reader."""
    is_english = get_language() == "en" and address.startswith("/")
    return f"/en{address}" if is_english and not address.startswith("/en/") else address


# The picture of the centre itself, for pages that have none of their own.
USUAL_POSTER = ("plain", "00000000-0000-0000-0000-000000000001")


def poster_address(family: str, uid: object, accent: str) -> str:
    """The drawn poster in pixels. It is kept for ever, so a new colour is a new address."""
    address = reverse("website:poster", args=[family, uid])
    return f"{address}?{accent.lstrip('#')}" if accent else address
