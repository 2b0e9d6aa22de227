"""What a visitor wants to see, read from an address and written back into one.

Every filter is an address that can be shared, and the same address with another ending is a feed.
Nonsense in it is reported and left out; it never makes an error page.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

# Field of the filter -> its Polish name in the address.
NAMES = {
    "first": "od",
    "last": "do",
    "kinds": "rodzaj",
    "sections": "sekcja",
    "audiences": "dla",
    "venues": "miejsce",
    "modes": "tryb",
    "features": "ulatwienie",
    "admission": "wstep",
    "activity": "wydarzenie",
    "part_of": "cykl",
    "group": "grupa",
    "classes": "zajecia",
    "words": "szukaj",
}
SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,119}")
UID = re.compile(r"[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}")
MODES = ("on_site", "online", "both")
ADMISSIONS = {"wolny": "free", "platny": "paid"}
CLASSES = {"bez": "without", "tylko": "only"}
MOST_VALUES = 20
LONGEST_WORDS = 200


@dataclass(frozen=True)
class ProgrammeFilter:
    """The wishes. Empty fields wish nothing; days are both included."""

    first: date | None = None
    last: date | None = None
    kinds: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    admission: str = ""
    activity: str = ""
    part_of: str = ""
    group: str = ""
    classes: str = ""
    words: str = ""

    @property
    def is_empty(self) -> bool:
        return self == ProgrammeFilter()

    @property
    def without_days(self) -> "ProgrammeFilter":
        return replace(self, first=None, last=None)

    def query_string(self) -> str:
        """The filter as the canonical part of an address after the question mark."""
        pairs: list[tuple[str, str]] = []
        for each in fields(self):
            value = getattr(self, each.name)
            name = NAMES[each.name]
            if isinstance(value, tuple):
                pairs += [(name, entry) for entry in sorted(value)]
            elif isinstance(value, date):
                pairs.append((name, value.isoformat()))
            elif value:
                pairs.append((name, _spelt(each.name, value)))
        return urlencode(pairs)


@dataclass(frozen=True)
class ReadFilter:
    """A filter as it was understood, and the parameters that were not: ``(name, value)``."""

    filter: ProgrammeFilter
    problems: tuple[tuple[str, str], ...] = field(default=())


def read_filter(parameters: Mapping[str, Iterable[str]]) -> ReadFilter:
    """Read lists of values by Polish parameter name; foreign parameters are left alone."""
    found: dict[str, Any] = {}
    problems: list[tuple[str, str]] = []
    for name, parameter in NAMES.items():
        values = [value.strip() for value in parameters.get(parameter, ()) if value.strip()]
        for value in values[:MOST_VALUES]:
            understood = _read(name, value)
            if understood is None:
                problems.append((parameter, value[:60]))
            elif name in PLURAL:
                known = found.setdefault(name, ())
                found[name] = tuple(dict.fromkeys((*known, understood)))
            else:
                found[name] = understood
    wish = ProgrammeFilter(**found)
    if wish.first and wish.last and wish.last < wish.first:
        problems.append((NAMES["last"], wish.last.isoformat()))
        wish = replace(wish, last=None)
    return ReadFilter(wish, tuple(problems))


PLURAL = frozenset({"kinds", "sections", "audiences", "venues", "modes", "features"})


def _read(name: str, value: str) -> object | None:
    reader = READERS.get(name)
    if reader is not None:
        return reader(value)
    return value if SLUG.fullmatch(value) else None


def _day(value: str) -> date | None:
    """ISO 8601, or the way Poles write a day: 21.11.2026."""
    if polish := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", value):
        value = f"{polish[3]}-{int(polish[2]):02}-{int(polish[1]):02}"
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    # Beyond these the calendar arithmetic of the pages would overflow.
    return day if 1900 <= day.year <= 2200 else None  # noqa: PLR2004 - the bounds are explained above


def _spelt(name: str, value: str) -> str:
    """The word of the address for a value that is kept under another word."""
    words = {"admission": ADMISSIONS, "classes": CLASSES}.get(name, {})
    return next((word for word, meaning in words.items() if meaning == value), value)


READERS: Mapping[str, Callable[[str], object | None]] = {
    "first": _day,
    "last": _day,
    "words": lambda value: value[:LONGEST_WORDS].replace("\x00", ""),
    "modes": lambda value: value if value in MODES else None,
    "admission": ADMISSIONS.get,
    "classes": CLASSES.get,
    "group": lambda value: value if UID.fullmatch(value) else None,
}
