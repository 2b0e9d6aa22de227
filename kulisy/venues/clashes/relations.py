"""Which rooms get in each other's way, from the pairs the centre has written down."""

from collections import defaultdict
from collections.abc import Iterable


class Relations:
    """Rooms as a graph: parts of wholes, and disturbances between them.

    Two rooms exclude each other when they share any part: a hall and its half do, two halves do
    not, and two joined thirds that share the middle one do. So the relation is symmetric, and it
    is not transitive: half A and half B each exclude the hall but not one another.
    """

    def __init__(
        self,
        parts: Iterable[tuple[int, int]] = (),
        disturbs: Iterable[tuple[int, int, bool]] = (),
    ) -> None:
        self._parts: dict[int, set[int]] = defaultdict(set)
        self._wholes: dict[int, set[int]] = defaultdict(set)
        for part, whole in parts:
            self._parts[whole].add(part)
            self._wholes[part].add(whole)
        self._disturbs = list(disturbs)
        self._excluded: dict[int, frozenset[int]] = {}
        self._disturbing: dict[int, dict[int, bool]] = {}

    def excluded(self, room_id: int) -> frozenset[int]:
        """The room itself and all that cannot be used at the same time."""
        if room_id not in self._excluded:
            parts = _reach(self._parts, {room_id})
            self._excluded[room_id] = frozenset(_reach(self._wholes, parts))
        return self._excluded[room_id]

    def disturbing(self, room_id: int) -> dict[int, bool]:
        """Rooms that disturb this one or are disturbed by it; True where that is strict.

        What is said of a whole holds for its parts, and the other way round. Rooms that exclude
        this one are left out: they cannot be in use at all.
        """
        if room_id not in self._disturbing:
            self._disturbing[room_id] = self._find_disturbing(room_id)
        return self._disturbing[room_id]

    def _find_disturbing(self, room_id: int) -> dict[int, bool]:
        family = self._family(room_id)
        found: dict[int, bool] = {}
        for loud, quiet, is_strict in self._disturbs:
            ends = [far for near, far in ((loud, quiet), (quiet, loud)) if near in family]
            for far in ends:
                for other in self._family(far) - self.excluded(room_id):
                    found[other] = found.get(other, False) or is_strict
        return found

    def _family(self, room_id: int) -> set[int]:
        return _reach(self._parts, {room_id}) | _reach(self._wholes, {room_id})

    def locked_with(self, room_id: int) -> frozenset[int]:
        """Rooms whose rows must be locked before this one may be booked."""
        strict = {other for other, is_strict in self.disturbing(room_id).items() if is_strict}
        return self.excluded(room_id) | strict

    def would_circle(self, part: int, whole: int) -> bool:
        """Whether the room would become a part of itself."""
        return part == whole or whole in _reach(self._parts, {part})


def _reach(steps: dict[int, set[int]], start: set[int]) -> set[int]:
    seen, waiting = set(start), list(start)
    while waiting:
        for following in steps.get(waiting.pop(), ()):
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return seen
