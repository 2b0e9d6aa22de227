"""What a misspelt query may have meant, judged by the words that do occur in the index."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import Count
from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from kulisy.kernel.search import stems
from kulisy.kernel.search.analysis import LEMMA, ROOT, STOP_WORDS, Word
from kulisy.kernel.search.models import SearchWord

CANDIDATES_PER_WORD = 3
MOST_READINGS = 4
# One slip in a word of four letters, two in six, three in eleven.
SLIPS_FORGIVEN_FROM = (4, 6, 11)


@dataclass(frozen=True)
class Vocabulary:
    """Every word of the index, folded; how it is shown; and a word to show for each root."""

    words: dict[str, str]
    roots: dict[str, str]

    def knows(self, word: Word) -> bool:
        """Whether something in the index has this word in any form."""
        return any(
            term[1:] in self.roots if term[0] == ROOT else term.removeprefix(LEMMA) in self.words
            for term in word.terms
        )


_kept: dict[str, tuple[Any, Vocabulary]] = {}


def vocabulary() -> Vocabulary:
    """The words of the index, kept in memory until the table has changed."""
    generation = (
        SearchWord.objects.aggregate(Count("pk")),
        SearchWord.objects.order_by("-pk").values_list("pk", "word").first(),
    )
    name = str(connection.settings_dict["NAME"])
    if name not in _kept or _kept[name][0] != generation:
        _kept[name] = (generation, _read())
    return _kept[name][1]


def readings(query: Sequence[Word], known: Vocabulary, *, rare: Sequence[Word] = ()) -> list[str]:
    """Queries that may have been meant, the likeliest first; none when every word is known.

    Words in ``rare`` are doubted although they occur.
    """
    doubted = [word in rare or not known.knows(word) for word in query]
    if not any(doubted):
        return []
    choices = [
        list(islice(_near(word, known), CANDIDATES_PER_WORD)) if doubt else [word.typed]
        for word, doubt in zip(query, doubted, strict=True)
    ]
    if not all(choices):
        return []
    likeliest = [options[0] for options in choices]
    found = [likeliest]
    # Then one doubted word at a time is read otherwise; all combinations would be too many.
    for place, options in enumerate(choices):
        found += [[*likeliest[:place], other, *likeliest[place + 1 :]] for other in options[1:]]
    return [" ".join(words) for words in found[:MOST_READINGS]]


def _near(word: Word, known: Vocabulary) -> Iterator[str]:
    """Words of the index close to this one, then words whose root is close to its root."""
    seen = {word.typed}
    for shown in (
        *_closest(word.surface, known.words),
        *_closest(stems.rough_root(word.surface), known.roots),
    ):
        if shown not in seen:
            seen.add(shown)
            yield shown


def _closest(wanted: str, among: dict[str, str]) -> list[str]:
    bound = _mistakes_forgiven(wanted)
    if not bound:
        return []
    near = process.extract(wanted, among.keys(), scorer=OSA.distance, score_cutoff=bound, limit=12)
    # Of equally near words the one that begins alike is likelier: people mistype in the middle.
    near.sort(key=lambda hit: (hit[1], -JaroWinkler.similarity(wanted, hit[0])))
    return [among[hit[0]] for hit in near if hit[1]]


def _mistakes_forgiven(word: str) -> int:
    return bisect_right(SLIPS_FORGIVEN_FROM, len(word))


def _read() -> Vocabulary:
    words: dict[str, str] = {}
    roots: dict[str, str] = {}
    for word, shown, root in SearchWord.objects.values_list("word", "shown", "root").iterator():
        if word in STOP_WORDS:
            continue
        words[word] = shown
        # The shortest word of a family is most often its plain name.
        if root not in roots or (len(shown), shown) < (len(roots[root]), roots[root]):
            roots[root] = shown
    return Vocabulary(words, roots)
