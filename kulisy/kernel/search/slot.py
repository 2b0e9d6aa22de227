"""The slot of search: each app says what of its own can be found."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One findable thing. ``title``, ``keywords`` and ``body`` are plain text without mark-up.

    A word in the title counts most, then keywords (names of kinds, places, people), then the body.
    ``visible_from`` hides a public thing until then. With ``starts_at`` (and ``ends_at`` for what
    lasts) the coming is shown before the past. ``facets`` are filters: one value or several each.
    """

    kind: str
    pk: int
    title: str
    body: str = ""
    keywords: str = ""
    url: str = ""
    language: str = "pl"
    public: bool = True
    visible_from: datetime | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    facets: Mapping[str, str | Sequence[str]] = field(default_factory=dict)


Entries = Callable[[Iterable[int] | None], Iterator[Entry]]


@dataclass(frozen=True)
class Source:
    """Where the entries of one kind come from, and how many there are when it is known."""

    kind: str
    entries: Entries
    total: Callable[[], int] | None = None


_sources: dict[str, Source] = {}


def searchable(kind: str, *, entries: Entries, total: Callable[[], int] | None = None) -> None:
    """Make things of this kind findable.

    ``entries(ids)`` yields the entries of these ids, and of everything when given ``None``; an id
    for which nothing is yielded is taken out of the index. ``total`` serves progress bars.
    """
    _sources[kind] = Source(kind, entries, total)


def sources() -> list[Source]:
    """All kinds that can be found, by name."""
    return [_sources[kind] for kind in sorted(_sources)]


def source(kind: str) -> Source:
    """The source of this kind."""
    if kind not in _sources:
        raise LookupError(f"nothing searchable is called {kind}")
    return _sources[kind]
