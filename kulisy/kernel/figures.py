"""Figures: numbers a centre answers for. Each says what was counted, so it can be counted again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Period:
    """Whole days from ``first`` to ``last``, both included, as reports put it."""

    first: date
    last: date


@dataclass(frozen=True)
class Figure:
    """A counted number and the sentence that defines it."""

    key: str
    value: int | Decimal
    counted: str


Count = Callable[[Period], Figure]
_counts: dict[str, Count] = {}


def figure(key: str) -> Callable[[Count], Count]:
    """Register the function as the way to count this figure."""

    def register(count: Count) -> Count:
        _counts[key] = count
        return count

    return register


def known() -> list[str]:
    """Keys of all figures."""
    return sorted(_counts)


def count(key: str, period: Period) -> Figure:
    """The figure for the period."""
    return _counts[key](period)
