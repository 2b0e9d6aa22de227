"""The piece of a text that shows why it was found, with the found words marked."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kulisy.kernel.search.analysis import Token, words

WIDTH = 220
LEAD = 60
# Long enough for any programme text; a book is not read through for one line of results.
FARTHEST = 20_000


@dataclass(frozen=True)
class Segment:
    """A run of plain text, marked or not. Escaping it is the template's work, as always."""

    text: str
    marked: bool = False


Segments = tuple[Segment, ...]


def marked(text: str, wanted: AbstractSet[str], *, prefix: str = "") -> Segments:
    """The whole text with the words that were asked for marked."""
    return _cut(text, 0, len(text), _finds(text, wanted, prefix))


def snippet(
    text: str, wanted: AbstractSet[str], *, prefix: str = "", width: int = WIDTH
) -> Segments:
    """The part of the text richest in the words asked for; its beginning when it has none."""
    text = " ".join(text[:FARTHEST].split())
    finds = _finds(text, wanted, prefix)
    starts = _best_start(text, finds, width)
    ends = starts + width
    if ends < len(text):
        ends = text.rfind(" ", starts, ends) + 1 or ends
    pieces = _cut(text, starts, ends, finds)
    before = (Segment("…"),) if starts else ()
    after = (Segment("…"),) if ends < len(text) else ()
    return before + pieces + after


def _finds(text: str, wanted: AbstractSet[str], prefix: str) -> list[Token]:
    return [
        Token(terms[0], place.start(), place.end())
        for place, terms in words(text)
        if (prefix and terms[0].startswith(prefix)) or not wanted.isdisjoint(terms)
    ]


def _best_start(text: str, finds: list[Token], width: int) -> int:
    def richness(first: Token) -> tuple[int, int]:
        seen = [find.surface for find in finds if 0 <= find.starts - first.starts < width - LEAD]
        return len(set(seen)), len(seen)

    if not finds or len(text) <= width:
        return 0
    # Beyond forty finds the first part of the text is as good as any other.
    best = max(finds[:40], key=richness)
    start = max(0, best.starts - LEAD)
    return text.find(" ", start, best.starts) + 1 if start else 0


def _cut(text: str, starts: int, ends: int, finds: list[Token]) -> Segments:
    pieces, here = [], starts
    for find in finds:
        if find.starts < starts or find.ends > ends:
            continue
        if find.starts > here:
            pieces.append(Segment(text[here : find.starts]))
        pieces.append(Segment(text[find.starts : find.ends], marked=True))
        here = find.ends
    if here < ends:
        pieces.append(Segment(text[here:ends]))
    return tuple(pieces)
