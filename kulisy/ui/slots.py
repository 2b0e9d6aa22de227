"""Slots of backstage's home: every app says there what waits for a person, and for whom."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from django.http import HttpRequest
from django.utils.functional import Promise


class Shelf(Enum):
    """Where on the home page a thing lies."""

    DECIDE = "decide"
    DUE = "due"


@dataclass(frozen=True, kw_only=True)
class Matter:
    """One thing that waits: what it is, why, and where it is dealt with."""

    title: str
    sentence: str
    url: str
    action: str
    at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Pile:
    """Matters of one sort: the first few, how many there are, and where they all are."""

    heading: str | Promise
    count: int
    matters: tuple[Matter, ...] = field(default=())
    url: str = ""


Source = Callable[[HttpRequest], Pile | None]
_sources: dict[str, tuple[int, Shelf, Source]] = {}


def decision(key: str, *, order: int, shelf: Shelf = Shelf.DECIDE) -> Callable[[Source], Source]:
    """Register a source of matters. It answers None where the person may not see them.

    Called at start-up; lower ``order`` stands higher. A key registered twice is the later one's.
    """

    def register(source: Source) -> Source:
        _sources[key] = (order, shelf, source)
        return source

    return register


def piles(request: HttpRequest, shelf: Shelf) -> list[Pile]:
    """Everything that waits on the shelf for this person, empty piles left out."""
    wanted: Iterable[tuple[int, str, Source]] = sorted(
        (order, key, source) for key, (order, lies, source) in _sources.items() if lies is shelf
    )
    found = (source(request) for _order, _key, source in wanted)
    return [pile for pile in found if pile is not None and pile.count]
