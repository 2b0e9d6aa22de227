"""Slot for demo data: each app registers scenes that it plays through its own actions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass
class Stage:
    """What the scenes share: the day it is, who acts, and what earlier scenes left behind."""

    today: date
    by: Any = None
    say: Callable[[str], None] = print
    props: dict[str, Any] | None = None

    def __post_init__(self) -> None:
        self.props = {} if self.props is None else self.props


Act = Callable[[Stage], None]
_acts: dict[str, list[tuple[int, str, Act]]] = {}


def act(scene: str, *, order: int) -> Callable[[Act], Act]:
    """Register the function as part of the scene; lower floors use lower numbers."""

    def register(play: Act) -> Act:
        _acts.setdefault(scene, []).append((order, f"{play.__module__}.{play.__qualname__}", play))
        return play

    return register


def scenes() -> list[str]:
    """Names of the scenes that can be played."""
    return sorted(_acts)


def acts(scene: str) -> list[Act]:
    """The acts of a scene in the order of their floors."""
    return [play for _, _, play in sorted(_acts.get(scene, []), key=lambda row: row[:2])]
