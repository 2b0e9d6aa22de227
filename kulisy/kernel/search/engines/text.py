"""What passes through the port of text search."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

WEIGHT_TITLE = 10.0
WEIGHT_KEYWORDS = 4.0
WEIGHT_BODY = 1.0


@dataclass(frozen=True)
class Analysed:
    """The terms of one entry by the place where they stand."""

    entry_id: int
    title: Sequence[str]
    keywords: Sequence[str]
    body: Sequence[str]


@dataclass(frozen=True)
class Match:
    """Pieces of SQL over the entries ``e``: where to look, what matches, how well."""

    source: str
    condition: str
    condition_params: tuple[Any, ...]
    score: str
    score_params: tuple[Any, ...]
