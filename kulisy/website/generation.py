"""A number that changes when anything public does, shared by the processes of one machine.

It is the moment of last change of a file: reading it costs a microsecond, and it needs no service.
"""

import os
import time
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings

T = TypeVar("T")

NAME = "public.generation"
SECONDS = 60  # what changes without news, such as the name of a kind, shows after a minute
_kept: dict[Hashable, tuple[int, float, Any]] = {}


def _file() -> Path:
    return Path(settings.VAR) / NAME


def now() -> int:
    """The present generation."""
    try:
        return os.stat(f"{settings.VAR}/{NAME}").st_mtime_ns  # noqa: PTH116 - measured: half the time of Path.stat
    except FileNotFoundError:
        return 0


def advance() -> None:
    """Everything kept of the public pages is old."""
    file = _file()
    before = now()
    file.touch()
    if file.stat().st_mtime_ns <= before:
        # Two changes within one tick of the file system's clock are still two.
        os.utime(file, ns=(before + 1, before + 1))


def kept(key: Hashable, make: Callable[[], T]) -> T:
    """What every page repeats, made once for as long as a whole page would be kept."""
    if not getattr(settings, "PAGE_CACHE", True):
        return make()
    current, moment = now(), time.monotonic()
    found = _kept.get(key)
    if found is None or found[0] != current or found[1] <= moment:
        found = _kept[key] = (current, moment + SECONDS, make())
    made: T = found[2]
    return made


def forget() -> None:
    """Nothing is kept any more; for tests, whose rows come and go without news."""
    _kept.clear()
