"""A small shelf of findable things for the tests of search."""

from collections.abc import Iterable, Iterator

from kulisy.kernel.search import slot
from kulisy.kernel.search.api import Entry


class Shelf:
    """A source whose entries a test puts there and takes away."""

    def __init__(self, kind: str = "thing") -> None:
        self.kind = kind
        self.entries: dict[int, Entry] = {}

    def put(self, title: str, body: str = "", **facts) -> int:
        pk = facts.pop("pk", len(self.entries) + 1)
        self.entries[pk] = Entry(kind=self.kind, pk=pk, title=title, body=body, **facts)
        return pk

    def __call__(self, ids: Iterable[int] | None) -> Iterator[Entry]:
        wanted = list(self.entries) if ids is None else ids
        return iter([self.entries[pk] for pk in wanted if pk in self.entries])

    def register(self) -> "Shelf":
        slot.searchable(self.kind, entries=self, total=lambda: len(self.entries))
        return self
