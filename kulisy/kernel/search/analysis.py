"""What a word is searched by: itself, its dictionary forms and the root it shares with relatives.

Every token of a text yields up to three sorts of terms, marked so that they never meet by accident:
``warsztatow`` (as written), ``~warsztaty`` (dictionary form), ``=warsztat`` (root). A query yields
the same terms, so the rarer and closer ones weigh more, on either database engine.
"""

import re
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from anyascii import anyascii

from kulisy.kernel.search import stems

try:
    import morfeusz2
except ImportError:  # no wheel for Linux on ARM: roots are then guessed from endings
    morfeusz2 = None

LEMMA = "~"
ROOT = "="

LONGEST_WORD = 40
LONGEST_QUERY = 300
MOST_QUERY_WORDS = 12

_WORD = re.compile(r"[^\W_]+")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")

# Where the Polish spelling of Ukrainian differs from the English one that anyascii gives.
_CYRILLIC_AS_POLISH = str.maketrans(
    dict(
        zip(
            "вгєжиїйхцчшщьюя",
            ("w", "h", "je", "z", "y", "ji", "j", "ch", "c", "cz", "sz", "szcz", "", "ju", "ja"),
            strict=True,
        )
    )
)

# Words so frequent that asking for them finds everything; a query of nothing else keeps them.
STOP_WORDS = frozenset(
    """
    a aby albo ale and at bo by co czy dla do for from gdzie i in is jak jest juz kiedy ku lub ma
    moze na nad nasz nie o od of on or oraz po pod przed przez przy sa sie ta tak te tej ten tez
    to tu tych tym u w we with z za ze
    """.split()  # noqa: SIM905 - a list of words is read as words
)


@dataclass(frozen=True)
class Token:
    """One word of a text and where it stands."""

    surface: str
    starts: int
    ends: int


@dataclass(frozen=True)
class Word:
    """One word of a query: what was typed, and the terms any of which finds it."""

    typed: str
    surface: str
    terms: tuple[str, ...]


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Lower case without Polish or other accents: ``Świetlicę`` is ``swietlice``.

    Unicode does not decompose ``ł``, hence anyascii. Ukrainian is spelt as Poles spell it, so that
    a guest's ``концерт`` and ``koncert`` meet.
    """
    spelt = unicodedata.normalize("NFKC", word).lower().translate(_CYRILLIC_AS_POLISH)
    return _NOT_PLAIN.sub("", anyascii(spelt).lower())[:LONGEST_WORD]


def has_dictionary() -> bool:
    """Whether Polish dictionary forms are known here, or only guessed at."""
    return morfeusz2 is not None


@lru_cache(maxsize=131_072)
def lemmas(word: str) -> tuple[str, ...]:
    """Dictionary forms of a Polish word with their accents; none when the word is unknown."""
    if not has_dictionary() or len(word) > LONGEST_WORD:
        return ()
    with _LOCK:
        readings = _dictionary().analyse(word)
    # "byłem" is read as "był" + "em": the first piece carries the meaning.
    return tuple(
        sorted(
            {
                lemma.split(":")[0].lower()
                for start, _, (_, lemma, tag, *_rest) in readings
                if start == 0 and tag not in _UNKNOWN
            }
        )
    )


@lru_cache(maxsize=131_072)
def terms_of(word: str) -> tuple[str, ...]:
    """All terms under which this word, as written and lower-cased, is kept in the index."""
    surface = fold(word)
    if not surface:
        return ()
    if surface in STOP_WORDS or surface.isdigit():
        return (surface,)
    known = lemmas(word)
    forms = dict.fromkeys(folded for lemma in known if (folded := fold(lemma)))
    roots = dict.fromkeys(stems.root(form) for form in forms) or {stems.rough_root(surface): None}
    return (surface, *(LEMMA + form for form in forms), *(ROOT + root for root in roots))


def words(text: str) -> Iterator[tuple[re.Match[str], tuple[str, ...]]]:
    """The words of the text in order: where each stands, and its terms."""
    for match in _WORD.finditer(text):
        if found := terms_of(match[0].casefold()):
            yield match, found


def terms(text: str) -> Iterator[str]:
    """The terms of every word of the text, in order."""
    for _, found in words(text):
        yield from found


def spellings(text: str) -> set[str]:
    """The words of the text as they are written, and their dictionary forms."""
    written = {match[0].casefold() for match in _WORD.finditer(text)}
    return {
        word
        for word in written.union(*map(lemmas, written))
        if (surface := fold(word)) and surface not in STOP_WORDS
    }


@lru_cache(maxsize=65_536)
def main_root(word: str) -> str:
    """One root of the word, for comparing it with misspellings."""
    return next((term[1:] for term in terms_of(word) if term.startswith(ROOT)), fold(word))


def words_of_query(query: str) -> list[Word]:
    """The words to look for, each with its terms; at most a dozen, and without mere joints.

    A word typed without Polish letters is also tried by its guessed root: ``swietlicy``.
    """
    found: dict[str, Word] = {}
    for match in _WORD.finditer(query[:LONGEST_QUERY]):
        typed = match[0].casefold()
        terms = list(terms_of(typed))
        if not terms:
            continue
        surface = terms[0]
        if typed == surface and surface not in STOP_WORDS and not surface.isdigit():
            terms.append(ROOT + stems.rough_root(surface))
        found.setdefault(surface, Word(typed, surface, tuple(dict.fromkeys(terms))))
    telling = [word for word in found.values() if word.surface not in STOP_WORDS]
    return (telling or list(found.values()))[:MOST_QUERY_WORDS]


@cache
def _dictionary() -> Any:
    # Loaded on first use: commands that never search do not pay for it.
    return morfeusz2.Morfeusz(generate=False)


# The analyser keeps state between calls, and web workers are threads.
_LOCK = threading.Lock()
_UNKNOWN = frozenset({"ign", "interp"})
