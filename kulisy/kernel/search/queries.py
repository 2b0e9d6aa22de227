"""Finding: what matches, in order, with the reason shown and the filters counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import connection
from django.utils import timezone

from kulisy.kernel.search import analysis, spelling
from kulisy.kernel.search.analysis import Word
from kulisy.kernel.search.engines import Match, engine
from kulisy.kernel.search.models import SearchEntry
from kulisy.kernel.search.snippets import Segments, marked, snippet

# A word of one letter continues into half of the dictionary.
SHORTEST_PREFIX = 2
# With this few hits the visitor may have mistyped a word that happens to exist.
FEW = 2

Filters = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Hit:
    """One thing found. ``heading`` is its title and ``snippet`` its text, found words marked."""

    kind: str
    pk: int
    title: str
    url: str
    heading: Segments
    snippet: Segments
    score: float
    starts_at: datetime | None = None


@dataclass(frozen=True)
class Results:
    """One page of what was found.

    ``corrected_to`` is the query really answered when the one typed finds nothing;
    ``suggestions`` are others to offer. ``facets`` counts each value as if it were chosen as well.
    """

    query: str
    total: int = 0
    hits: tuple[Hit, ...] = ()
    corrected_to: str = ""
    suggestions: tuple[str, ...] = ()
    facets: Mapping[str, Mapping[str, int]] | None = None


@dataclass(frozen=True)
class _Question:
    """Everything that decides which entries match."""

    words: Sequence[Word]
    prefix: str
    filters: Filters
    staff: bool
    now: datetime

    def match(self) -> Match:
        if not self.words:
            return Match("kernel_searchentry e", "1 = 1", (), "1.0", ())
        return engine().match([word.terms for word in self.words], prefix=self.prefix)

    def where(self, match: Match, *, without: str = "") -> tuple[str, list[Any]]:
        """The conditions, less the filter named ``without``."""
        conditions, params = [match.condition], list(match.condition_params)
        if not self.staff:
            conditions.append("e.public AND (e.visible_from IS NULL OR e.visible_from <= %s)")
            params.append(_moment(self.now))
        for name, values in self.filters.items():
            if name == without:
                continue
            slots = ", ".join(["%s"] * len(values)) or "NULL"
            conditions.append(
                "EXISTS (SELECT 1 FROM kernel_searchfacet f WHERE f.entry_id = e.id "  # noqa: S608 - only placeholders are put in
                f"AND f.name = %s AND f.value IN ({slots}))"
            )
            params += [name, *values]
        return " AND ".join(conditions), params


def find(
    query: str,
    *,
    kinds: Sequence[str] | None = None,
    facets: Mapping[str, str | Sequence[str]] | None = None,
    count: Sequence[str] = (),
    limit: int = 20,
    offset: int = 0,
    staff: bool = False,
    now: datetime | None = None,
) -> Results:
    """Things that have every word of the query in any of its forms, the most fitting first.

    The last word may be unfinished. Values of one facet are alternatives, different facets all
    apply; ``count`` names the facets to be counted (``"kind"`` is one). Visitors see what is
    public by ``now``; ``staff`` see all. A query without words lists what the filters let through,
    soonest first, or nothing when there are no filters.
    """
    filters: dict[str, Sequence[str]] = {
        name: [values] if isinstance(values, str) else list(values)
        for name, values in (facets or {}).items()
    }
    if kinds is not None:
        filters["kind"] = list(kinds)
    asked = _question(query, filters, staff=staff, now=now or timezone.now())
    if not asked.words and (query.strip() or not filters):
        return Results(query)
    total, ranked = _page(asked, limit, offset)
    corrected_to = ""
    suggestions: tuple[str, ...] = ()
    if asked.words and total <= FEW:
        readings = _fuller_readings(asked, total)
        if readings and not total:
            corrected_to = readings.pop(0)[0]
            asked = _question(f"{corrected_to} ", filters, staff=staff, now=asked.now)
            total, ranked = _page(asked, limit, offset)
        suggestions = tuple(reading for reading, _ in readings)
    return Results(
        query,
        total=total,
        hits=_hits(asked, ranked),
        corrected_to=corrected_to,
        suggestions=suggestions,
        facets=_counts(asked, count),
    )


def _question(query: str, filters: Filters, *, staff: bool, now: datetime) -> _Question:
    words = analysis.words_of_query(query)
    last = words[-1].surface if words else ""
    # A space after the last word says that it is finished.
    unfinished = len(last) >= SHORTEST_PREFIX and not last.isdigit() and query[-1:].isalnum()
    return _Question(words, last if unfinished else "", filters, staff=staff, now=now)


def _fuller_readings(asked: _Question, total: int) -> list[tuple[str, int]]:
    """Other readings of the query that find more, the likeliest first, with their totals."""
    known = spelling.vocabulary()
    rare = asked.words if total else ()
    counted = [
        (reading, _total(replace(asked, words=analysis.words_of_query(reading), prefix="")))
        for reading in spelling.readings(asked.words, known, rare=rare)
    ]
    return [(reading, finds) for reading, finds in counted if finds > 2 * total]


def _total(asked: _Question) -> int:
    match = asked.match()
    where, params = asked.where(match)
    return int(_rows(f"SELECT COUNT(*) FROM {match.source} WHERE {where}", params)[0][0])  # noqa: S608 - all values are parameters


def _page(asked: _Question, limit: int, offset: int) -> tuple[int, list[tuple[int, float]]]:
    """How many match, and the entries of this page with their scores."""
    match = asked.match()
    where, params = asked.where(match)
    # What is still to come is worth more than what is over; what has no date stands between.
    timely = (
        "CASE WHEN e.starts_at IS NULL THEN 1.0 "
        "WHEN COALESCE(e.ends_at, e.starts_at) >= %s THEN 1.3 ELSE 0.6 END"
    )
    order = "score DESC, id" if asked.words else "score DESC, starts_at, id"
    rows = _rows(
        # Apart, because SQLite computes no rank beside a window function.
        f"WITH found AS MATERIALIZED (SELECT e.id, e.starts_at, {match.score} * {timely} AS score "  # noqa: S608 - all values are parameters
        f"FROM {match.source} WHERE {where}) "
        f"SELECT id, score, COUNT(*) OVER () FROM found ORDER BY {order} LIMIT %s OFFSET %s",
        [*match.score_params, _moment(asked.now), *params, limit, offset],
    )
    # Past the last page no row is left to bring the total along.
    total = rows[0][2] if rows else _total(asked) if offset or not limit else 0
    return total, [(pk, float(score)) for pk, score, _ in rows]


def _hits(asked: _Question, ranked: Sequence[tuple[int, float]]) -> tuple[Hit, ...]:
    entries = SearchEntry.objects.in_bulk([pk for pk, _ in ranked])
    wanted = frozenset(term for word in asked.words for term in word.terms)
    return tuple(
        Hit(
            kind=(entry := entries[pk]).kind,
            pk=entry.subject_id,
            title=entry.title,
            url=entry.url,
            heading=marked(entry.title, wanted, prefix=asked.prefix),
            snippet=snippet(entry.body, wanted, prefix=asked.prefix),
            score=score,
            starts_at=entry.starts_at,
        )
        for pk, score in ranked
        if pk in entries
    )


def _counts(asked: _Question, names: Sequence[str]) -> dict[str, dict[str, int]]:
    """Counts by value, the most frequent first. A facet's own filter does not narrow its counts."""
    counts: dict[str, dict[str, int]] = {name: {} for name in names}
    match = asked.match()
    free = [name for name in names if name not in asked.filters]
    for together in ([free] if free else []) + [[name] for name in names if name in asked.filters]:
        where, params = asked.where(match, without=together[0])
        slots = ", ".join(["%s"] * len(together))
        for name, value, times in _rows(
            # Materialised, so that no planner begins with the facets and searches for each.
            f"WITH found AS MATERIALIZED (SELECT e.id FROM {match.source} WHERE {where}) "  # noqa: S608 - all values are parameters
            "SELECT g.name, g.value, COUNT(*) AS times "
            "FROM found JOIN kernel_searchfacet g ON g.entry_id = found.id "
            f"WHERE g.name IN ({slots}) GROUP BY g.name, g.value ORDER BY times DESC, g.value",
            [*params, *together],
        ):
            counts[name][value] = times
    return counts


def _rows(sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def _moment(moment: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(moment)
