"""The words of the clash engine: a wish, a request, a clash, and the slot for its sources."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any, TypeVar

from kulisy.kernel.time import Stretch

T = TypeVar("T")


class Severity(Enum):
    """What a clash does to a wish."""

    BLOCKS = "blocks"
    WARNS = "warns"


@dataclass(frozen=True, kw_only=True)
class Wish:
    """One room for one stretch, with what else it takes. Plain values: nothing is held yet."""

    room_id: int
    stretch: Stretch
    minutes_setup: int = 0
    minutes_strike: int = 0
    people: int | None = None
    set_up_id: int | None = None
    equipment: Mapping[int, int] = field(default_factory=dict)
    holder: str = ""
    ignoring: frozenset[int] = frozenset()
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def holds(self) -> Stretch:
        """The stretch with set-up and strike, in UTC: minutes pass alike when clocks change."""
        return Stretch(
            self.stretch.starts_at.astimezone(UTC) - timedelta(minutes=self.minutes_setup),
            self.stretch.ends_at.astimezone(UTC) + timedelta(minutes=self.minutes_strike),
        )


@dataclass(frozen=True)
class Request:
    """Wishes asked about together, so that a source needs as many queries for 300 as for one."""

    wishes: tuple[Wish, ...]
    now: datetime
    _known: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, key: Hashable, load: Callable[[], T]) -> T:
        """What ``load`` returns, loaded at most once for this request whichever source asks."""
        if key not in self._known:
            self._known[key] = load()
        return self._known[key]

    @property
    def hull(self) -> Stretch:
        """From the first moment any wish holds to the last."""
        held = self.once("held", lambda: [wish.holds for wish in self.wishes])
        return Stretch(min(one.starts_at for one in held), max(one.ends_at for one in held))


@dataclass(frozen=True, kw_only=True)
class Clash:
    """One reason against a wish, or one thing to know about it.

    ``wish`` is the position in the request; ``facts`` are what the sentence needs.
    """

    source: str
    severity: Severity
    wish: int
    room_id: int
    stretch: Stretch
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def blocks(self) -> bool:
        return self.severity is Severity.BLOCKS


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """A room and a stretch that were free when asked, instead of the wish."""

    room_id: int
    room: str
    stretch: Stretch
    is_same_room: bool
    warnings: tuple[Clash, ...] = ()


Source = Callable[[Request], Iterable[Clash]]
Explain = Callable[[Clash], str]
_sources: dict[str, Source] = {}
_sentences: dict[str, Explain] = {}


def clash_source(key: str, *, explain: Explain | None = None) -> Callable[[Source], Source]:
    """Register the function as a source of clashes.

    A source above this floor brings its own ``explain``, which turns its clash into a sentence.
    """

    def register(source: Source) -> Source:
        _sources[key] = source
        if explain is not None:
            _sentences[key] = explain
        return source

    return register


def sources() -> dict[str, Source]:
    """All registered sources by key, in the order of registration."""
    return dict(_sources)


def sentence_of(key: str) -> Explain | None:
    """How a source from a higher floor explains itself."""
    return _sentences.get(key)
