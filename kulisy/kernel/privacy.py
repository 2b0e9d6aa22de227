"""Slot for the rights of a person over data about them: each app says what it keeps.

GDPR art. 15 (access), art. 17 (erasure) and art. 20 (portability).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Export = Callable[[int], dict[str, Any]]
Erase = Callable[[int], int]


@dataclass(frozen=True)
class Keeper:
    """An app that keeps data about an account: how to show it, and how to remove it."""

    name: str
    export: Export
    erase: Erase


_keepers: dict[str, Keeper] = {}


def keeper(name: str, *, export: Export, erase: Erase) -> None:
    """Register what the app keeps: how to export it, and how to erase it (returning rows)."""
    _keepers[name] = Keeper(name, export, erase)


def keepers() -> list[Keeper]:
    """All who keep something, by name."""
    return [_keepers[name] for name in sorted(_keepers)]
