"""Every address of the site, and what a stranger may write into its gaps."""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import get_resolver
from django.urls.converters import get_converters

BACKSTAGE = "zaplecze/"
GAP = re.compile(r"<(?:(\w+):)?(\w+)>|\(\?P<\w+>[^)]*\)|\((?!\?)[^)]*\)")
# What a stranger writes between the slashes and behind the question mark, as it travels.
NASTY = {
    "nul": "%00",
    "nul inside": "a%00b",
    "no utf-8": "%FF%FE%C3",
    "half a pair": "%ED%A0%80",
    "overlong": "%C0%AF..%C0%AF",
    "up": "..%2F..%2F..%2Fetc%2Fpasswd",
    "markup": "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "quotes": "%27%22%60%3B--%20%5C",
    "many digits": "9" * 400,
    "beyond a column": "9223372036854775808",
    "below nought": "-1",
    "no number": "1e309",
    "digits of others": "%D9%A1%D9%A2",
    "new lines": "a%0D%0ASet-Cookie:%20x=1",
    "turned round": "%E2%80%AEabc%F0%9F%8E%AD",
    "placeholders": "%25s%20%7B0%7D%20%7B%7B7*7%7D%7D%20%25(x)s",
    "nothing": "",
    "long": "a" * 4000,
    "a day that is none": "2026-02-31",
    "the last day": "9999-12-31",
    "the first day": "0001-01-01",
    "brackets": "%5B%5D%5B0%5D=1",
    "json": "%7B%22a%22:%5B%5B%5B%5D%5D%5D%7D",
}
# Every name that any view of ours reads, and those of Wagtail's lists.
NAMES = [
    "od",
    "do",
    "rodzaj",
    "sekcja",
    "dla",
    "miejsce",
    "tryb",
    "ulatwienie",
    "wstep",
    "wydarzenie",
    "cykl",
    "grupa",
    "zajecia",
    "szukaj",
    "q",
    "strona",
    "jezyk",
    "lang",
    "motyw",
    "ile",
    "pokaz",
    "dzien",
    "sala",
    "widok",
    "day",
    "termin",
    "next",
    "cursor",
    "limit",
    "ratio",
    "p",
    "ordering",
    "order_by",
    "export",
    "page",
    "id",
    "since",
    "starts",
    "ends",
    "room",
    "state",
    "kind",
    "name",
    "per_page",
    "locale",
    "collection_id",
    "tag",
    "usage_count",
    "first",
    "last",
    "choices",
]


def patterns() -> Iterator[tuple[str, Any]]:
    """Each pattern as one line of text, with the view behind it."""

    def within(found: Any, before: str) -> Iterator[tuple[str, Any]]:
        for pattern in found:
            whole = before + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                yield from within(pattern.url_patterns, whole)
            else:
                yield whole, pattern.callback

    yield from within(get_resolver().url_patterns, "")


def public_patterns() -> list[str]:
    return sorted({"/" + name for name, _view in patterns() if not name.startswith(BACKSTAGE)})


def own_backstage_patterns() -> list[str]:
    """Those of backstage that are ours; Wagtail's own have their own tests."""
    return sorted(
        {
            "/" + name
            for name, view in patterns()
            if name.startswith(BACKSTAGE) and getattr(view, "__module__", "").startswith("kulisy")
        }
    )


def filled(pattern: str, value: str) -> str:
    """The pattern as an address with the value in each gap, or something fitting instead.

    A value that a converter refuses would never reach the view.
    """

    def one(gap: re.Match[str]) -> str:
        kind = gap.group(1) or "str"
        if gap.group(2) is None or kind in {"str", "path"}:
            return value or "x"
        usual = {"int": "1", "slug": "x", "uuid": "0" * 8 + "-0000-4000-8000-" + "0" * 12}
        return value if re.fullmatch(get_converters()[kind].regex, value) else usual[kind]

    return GAP.sub(one, pattern).replace("^", "").replace("$", "").replace("\\", "")


def asked(value: str) -> str:
    """A question in which every name has the value."""
    return "&".join(f"{name}={value}" for name in NAMES)
