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
