"""Stretches by day, so that what meets a stretch is found without looking at a whole year."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Generic, Protocol, TypeVar

from kulisy.kernel.time import Stretch


class Held(Protocol):
    """Anything that holds something for a while."""

    @property
    def holds_from(self) -> datetime: ...

    @property
    def holds_until(self) -> datetime: ...


H = TypeVar("H", bound=Held)


class Timeline(Generic[H]):
    """A pile of held things that answers which of them meet a stretch."""

    def __init__(self, held: Iterable[H] = ()) -> None:
        self._days: dict[date, list[H]] = defaultdict(list)
        for one in held:
            self.add(one)

    def add(self, one: H) -> None:
        for day in _days(one.holds_from, one.holds_until):
            self._days[day].append(one)

    def meeting(self, stretch: Stretch) -> list[H]:
        """Those that share a moment with the stretch, in order of their beginning."""
        found: dict[int, H] = {}
        for day in _days(stretch.starts_at, stretch.ends_at):
            for one in self._days.get(day, ()):
                if one.holds_from < stretch.ends_at and stretch.starts_at < one.holds_until:
                    found[id(one)] = one
        return sorted(found.values(), key=lambda one: one.holds_from)


def _days(starts_at: datetime, ends_at: datetime) -> Iterator[date]:
    day, last = starts_at.astimezone(UTC).date(), ends_at.astimezone(UTC).date()
    while day <= last:
        yield day
        day += timedelta(days=1)


def peak(uses: Iterable[tuple[datetime, datetime, int]], stretch: Stretch) -> int:
    """The most that is in use at any one moment of the stretch."""
    steps = []
    for starts_at, ends_at, quantity in uses:
        if starts_at < stretch.ends_at and stretch.starts_at < ends_at:
            steps.append((max(starts_at, stretch.starts_at), quantity))
            steps.append((min(ends_at, stretch.ends_at), -quantity))
    # What ends goes back on the shelf before what begins at the same moment takes it.
    steps.sort()
    most = now = 0
    for _, change in steps:
        now += change
        most = max(most, now)
    return most
