"""How a benchmark tells its figures: the last line it prints is JSON that ``report.py`` reads.

With ``KULISY_BENCH`` set, ``KULISY_VAR`` or ``DATABASE_URL`` name a database that has its tables
and nothing else, made for this one run; without it a benchmark makes its own.
"""

import json
from typing import TypedDict


class Measure(TypedDict):
    """One promise and what was found; ``ok`` is None where no limit was promised."""

    name: str
    engine: str
    value: float
    unit: str
    target: str
    ok: bool | None


def at_most(name: str, engine: str, value: float, limit: float, unit: str) -> Measure:
    return _measure(name, engine, value, unit, f"≤ {limit:g}", ok=value <= limit)


def at_least(name: str, engine: str, value: float, limit: float, unit: str) -> Measure:
    return _measure(name, engine, value, unit, f"≥ {limit:g}", ok=value >= limit)


def exactly(name: str, engine: str, value: float, wanted: float, unit: str) -> Measure:
    return _measure(name, engine, value, unit, f"{wanted:g}", ok=value == wanted)


def noted(name: str, engine: str, value: float, unit: str) -> Measure:
    """A figure that explains another one and has no limit of its own."""
    return _measure(name, engine, value, unit, "", ok=None)


def _measure(
    name: str, engine: str, value: float, unit: str, target: str, *, ok: bool | None
) -> Measure:
    return Measure(name=name, engine=engine, value=value, unit=unit, target=target, ok=ok)


def tell(*measures: Measure, **facts: object) -> None:
    """Print the figures for ``report.py``, beside what else was found; the last line of a run."""
    print(json.dumps({**facts, "measures": measures}, ensure_ascii=False))
