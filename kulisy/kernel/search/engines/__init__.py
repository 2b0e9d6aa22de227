"""The port to the database's text search, and which engine stands behind it."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from django.db import connection

from kulisy.kernel.search.engines.postgresql import PostgresText
from kulisy.kernel.search.engines.sqlite import SqliteText
from kulisy.kernel.search.engines.text import Analysed, Match

__all__ = ["Analysed", "Match", "TextEngine", "engine"]


class TextEngine(Protocol):
    """Keeps the terms of each entry and says in SQL which entries have them."""

    def write(self, texts: Iterable[Analysed]) -> None:
        """Keep these texts in place of what was kept of the same entries."""

    def remove(self, entry_ids: Sequence[int]) -> None:
        """Forget the texts of these entries."""

    def tidy(self) -> None:
        """Put the index in good order after much writing."""

    def match(self, groups: Sequence[Sequence[str]], *, prefix: str) -> Match:
        """Entries with a term of every group; ``prefix`` adds what it begins to the last."""


def engine() -> TextEngine:
    """The engine of the configured database."""
    return _ENGINES[connection.vendor]()


_ENGINES: dict[str, Any] = {"sqlite": SqliteText, "postgresql": PostgresText}
