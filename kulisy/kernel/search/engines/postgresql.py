"""Text search of PostgreSQL: a ``tsvector`` column of the entries under a GIN index."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db import connection

from kulisy.kernel.search.engines.text import (
    WEIGHT_BODY,
    WEIGHT_KEYWORDS,
    WEIGHT_TITLE,
    Analysed,
    Match,
)

# Rank hardly grows with the fifth occurrence, the vector does.
OCCURRENCES_KEPT = 4


class PostgresText:
    """Vectors are written whole, so no text search configuration of the server takes part."""

    def write(self, texts: Iterable[Analysed]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                "UPDATE kernel_searchentry SET terms = %s::tsvector WHERE id = %s",
                [(vector(text), text.entry_id) for text in texts],
            )

    def remove(self, entry_ids: Sequence[int]) -> None:
        """Nothing is left to do: the vector goes with its row."""

    def tidy(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE kernel_searchentry, kernel_searchfacet")

    def match(self, groups: Sequence[Sequence[str]], *, prefix: str) -> Match:
        wanted = [[f"'{term}'" for term in group] for group in groups]
        if prefix:
            wanted[-1].append(f"'{prefix}':*")
        every = " & ".join(f"({' | '.join(group)})" for group in wanted)
        # Ranked by any of the terms: the rank of an AND measures distances between synonyms.
        some = " | ".join(term for group in wanted for term in group)
        scale = f"{{{WEIGHT_BODY / WEIGHT_TITLE}, 0.2, {WEIGHT_KEYWORDS / WEIGHT_TITLE}, 1.0}}"
        return Match(
            source="kernel_searchentry e",
            condition="e.terms @@ %s::tsquery",
            condition_params=(every,),
            score="ts_rank(%s::real[], e.terms, %s::tsquery)",
            score_params=(scale, some),
        )


def vector(text: Analysed) -> str:
    """The text as PostgreSQL writes vectors: ``'ceramika':1A,2D '~ceramika':1A``."""
    places: dict[str, list[str]] = {}
    for label, zone in (("A", text.title), ("B", text.keywords), ("D", text.body)):
        for term, times in Counter(zone).items():
            kept = places.setdefault(term, [])
            first = len(kept) + 1
            kept += [f"{n}{label}" for n in range(first, first + min(times, OCCURRENCES_KEPT))]
    return " ".join(f"'{term}':{','.join(kept)}" for term, kept in places.items())
