"""Small things the pages of log-in need."""

from collections.abc import Iterable
from urllib.parse import quote

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def is_demo() -> bool:
    """Whether this installation is the demo, whose passwords everybody knows."""
    return bool(settings.DEMO)


@register.filter
def in_fours(key: str) -> str:
    """A key in groups of four letters, as people copy it."""
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))


@register.filter
def as_text_file(lines: Iterable[str]) -> str:
    """Lines as an address that the browser saves by itself: the codes make no second journey."""
    return "data:text/plain;charset=utf-8," + quote("\r\n".join(lines) + "\r\n")
