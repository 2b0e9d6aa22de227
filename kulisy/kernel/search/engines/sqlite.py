"""Text search of SQLite: an FTS5 table whose rowid is the entry's id."""

from collections.abc import Iterable, Sequence

from django.db import connection

from kulisy.kernel.search.engines.text import (
    WEIGHT_BODY,
    WEIGHT_KEYWORDS,
    WEIGHT_TITLE,
    Analysed,
    Match,
)


class SqliteText:
    """FTS5 ranked by BM25. Terms are ASCII letters, digits and our two marks, always quoted."""

    def write(self, texts: Iterable[Analysed]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT OR REPLACE INTO kernel_searchtext (rowid, title, keywords, body) "
                "VALUES (%s, %s, %s, %s)",
                [
                    (
                        text.entry_id,
                        *(" ".join(zone) for zone in (text.title, text.keywords, text.body)),
                    )
                    for text in texts
                ],
            )

    def remove(self, entry_ids: Sequence[int]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                "DELETE FROM kernel_searchtext WHERE rowid = %s", [(pk,) for pk in entry_ids]
            )

    def tidy(self) -> None:
        with connection.cursor() as cursor:
            # Entries deleted past this door, as by the flush of a test database.
            cursor.execute(
                "DELETE FROM kernel_searchtext "
                "WHERE rowid NOT IN (SELECT id FROM kernel_searchentry)"
            )
            cursor.execute("INSERT INTO kernel_searchtext (kernel_searchtext) VALUES ('optimize')")

    def match(self, groups: Sequence[Sequence[str]], *, prefix: str) -> Match:
        wanted = [[f'"{term}"' for term in group] for group in groups]
        if prefix:
            wanted[-1].append(f'"{prefix}"*')
        query = " AND ".join(f"({' OR '.join(group)})" for group in wanted)
        return Match(
            # CROSS JOIN fixes the order: started from the entries, SQLite would search the text
            # anew for each of them.
            source="kernel_searchtext CROSS JOIN kernel_searchentry e",
            condition="kernel_searchtext MATCH %s AND e.id = kernel_searchtext.rowid",
            condition_params=(query,),
            # BM25 is negative here: the better, the lower.
            score=f"-bm25(kernel_searchtext, {WEIGHT_TITLE}, {WEIGHT_KEYWORDS}, {WEIGHT_BODY})",
            score_params=(),
        )
