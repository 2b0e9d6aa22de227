"""Keeping the index as the records are."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import TypeVar

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from kulisy.kernel.search import analysis
from kulisy.kernel.search.engines import Analysed, engine
from kulisy.kernel.search.models import SearchEntry, SearchFacet, SearchWord
from kulisy.kernel.search.slot import Entry, source, sources

# Small enough that a writer waiting for SQLite's one lock hardly notices.
CHUNK = 200
# PostgreSQL keeps at most 1 MB of distinct words for one row.
MOST_WORDS_OF_BODY = 20_000
SHORTEST_KNOWN_WORD = 3

Said = Callable[[str, int, int | None], None]
T = TypeVar("T")


def reindex(kind: str, ids: Iterable[int]) -> int:
    """Bring these things into line with their records; those that are gone are taken out.

    Safe to run twice. Returns how many of them can be found now.
    """
    entries, found = source(kind).entries, 0
    for chunk in _chunks(sorted(set(ids))):
        with transaction.atomic():
            # Locked before the records are read: of two jobs for one thing the later reader
            # writes last, so an old text cannot return.
            rows = SearchEntry.objects.select_for_update().filter(kind=kind, subject_id__in=chunk)
            list(rows.values_list("pk"))
            fresh = _of_kind(kind, entries(chunk))
            _write(fresh)
            _remove(kind, set(chunk) - {entry.pk for entry in fresh})
            found += len(fresh)
    return found


def reindex_all(kinds: Iterable[str] | None = None, *, progress: Said | None = None) -> int:
    """Make the whole index again, chunk by chunk, while search goes on answering.

    Returns the number of entries. ``progress`` hears the kind, how many are done and of how many.
    """
    chosen = [source(kind) for kind in kinds] if kinds is not None else sources()
    newest_word = SearchWord.objects.aggregate(newest=Max("pk"))["newest"]
    words: set[str] = set()
    count = 0
    for one in chosen:
        started, total, done = timezone.now(), one.total() if one.total else None, 0
        for chunk in _chunks(one.entries(None)):
            _of_kind(one.kind, chunk)
            with transaction.atomic():
                words |= _write(chunk, started=started)
            done += len(chunk)
            if progress:
                progress(one.kind, done, total)
        _remove_stale(kind=one.kind, before=started)
        count += done
    if kinds is None:
        _remove_kinds_except([one.kind for one in chosen])
        _forget_words_except(words, up_to=newest_word or 0)
        engine().tidy()
    return count


def _of_kind(kind: str, entries: Iterable[Entry]) -> list[Entry]:
    """The entries, once it is sure that the next rebuild will know whose they are."""
    read = list(entries)
    if strangers := {entry.kind for entry in read} - {kind}:
        raise ValueError(f"the source of {kind} yields entries of {', '.join(sorted(strangers))}")
    return read


def _write(entries: Sequence[Entry], *, started: datetime | None = None) -> set[str]:
    """Write the entries, except those written by somebody else after ``started``."""
    if started is not None:
        newer = set(
            SearchEntry.objects.filter(
                kind__in={entry.kind for entry in entries},
                subject_id__in=[entry.pk for entry in entries],
                indexed_at__gt=started,
            ).values_list("kind", "subject_id")
        )
        entries = [entry for entry in entries if (entry.kind, entry.pk) not in newer]
    if not entries:
        return set()
    rows = _upsert(entries)
    _write_facets(entries, rows)
    engine().write([_analysed(rows[entry.kind, entry.pk], entry) for entry in entries])
    return _learn_words(entries)


def _upsert(entries: Sequence[Entry]) -> dict[tuple[str, int], int]:
    now = timezone.now()
    SearchEntry.objects.bulk_create(
        [
            SearchEntry(
                kind=entry.kind,
                subject_id=entry.pk,
                language=entry.language,
                public=entry.public,
                visible_from=entry.visible_from,
                starts_at=entry.starts_at,
                ends_at=entry.ends_at,
                indexed_at=now,
                url=_storable(entry.url),
                title=_storable(entry.title),
                body=_storable(entry.body),
            )
            for entry in entries
        ],
        update_conflicts=True,
        unique_fields=["kind", "subject_id"],
        update_fields=[
            "language", "public", "visible_from", "starts_at", "ends_at", "indexed_at",
            "url", "title", "body",
        ],
    )  # fmt: skip
    written = SearchEntry.objects.filter(
        kind__in={entry.kind for entry in entries}, subject_id__in=[entry.pk for entry in entries]
    )
    return {(kind, of): pk for pk, kind, of in written.values_list("pk", "kind", "subject_id")}


def _write_facets(entries: Sequence[Entry], rows: dict[tuple[str, int], int]) -> None:
    SearchFacet.objects.filter(entry_id__in=rows.values()).delete()
    SearchFacet.objects.bulk_create(
        SearchFacet(entry_id=rows[entry.kind, entry.pk], name=name, value=value)
        for entry in entries
        for name, value in dict.fromkeys(_facets(entry))
    )


def _facets(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "kind", entry.kind
    for name, values in entry.facets.items():
        for value in (values,) if isinstance(values, str) else values:
            yield name, _storable(value)[:200]


def _analysed(row: int, entry: Entry) -> Analysed:
    body = islice(analysis.terms(entry.body), MOST_WORDS_OF_BODY)
    return Analysed(
        entry_id=row,
        title=list(analysis.terms(entry.title)),
        keywords=list(analysis.terms(entry.keywords)),
        body=list(body),
    )


def _learn_words(entries: Sequence[Entry]) -> set[str]:
    """Add the words of these entries to those a misspelling may have meant."""
    shown: dict[str, str] = {}
    for entry in entries:
        for word in analysis.spellings(f"{entry.title} {entry.keywords} {entry.body}"):
            folded = analysis.fold(word)
            known = folded in shown and analysis.lemmas(shown[folded])
            if len(folded) >= SHORTEST_KNOWN_WORD and not folded.isdigit() and not known:
                shown[folded] = word
    missing = sorted(
        shown.keys() - set(SearchWord.objects.filter(word__in=shown).values_list("word", flat=True))
    )
    # Sorted: two jobs that add the same words wait for one another instead of locking crosswise.
    SearchWord.objects.bulk_create(
        [
            SearchWord(word=word, shown=shown[word][:80], root=analysis.main_root(shown[word]))
            for word in missing
        ],
        ignore_conflicts=True,
    )
    return set(shown)


def _forget_words_except(words: set[str], *, up_to: int) -> None:
    """Words learnt after ``up_to`` stay: they came from changes made meanwhile."""
    stale = [
        pk
        for pk, word in SearchWord.objects.filter(pk__lte=up_to)
        .values_list("pk", "word")
        .iterator()
        if word not in words
    ]
    for chunk in _chunks(stale):
        SearchWord.objects.filter(pk__in=chunk).delete()


def _remove(kind: str, ids: Iterable[int]) -> None:
    rows = SearchEntry.objects.filter(kind=kind, subject_id__in=list(ids))
    engine().remove(list(rows.values_list("pk", flat=True)))
    rows.delete()


def _remove_kinds_except(kinds: Sequence[str]) -> None:
    for kind in set(SearchEntry.objects.values_list("kind", flat=True)) - set(kinds):
        _remove_stale(kind=kind, before=timezone.now())


def _remove_stale(*, kind: str, before: datetime) -> None:
    stale = SearchEntry.objects.filter(kind=kind, indexed_at__lt=before)
    for chunk in _chunks(list(stale.values_list("subject_id", flat=True))):
        with transaction.atomic():
            _remove(kind, chunk)


def _storable(text: str) -> str:
    # PostgreSQL refuses the character NUL.
    return text.replace("\x00", "")


def _chunks(things: Iterable[T]) -> Iterator[list[T]]:
    source_of = iter(things)
    while chunk := list(islice(source_of, CHUNK)):
        yield chunk
