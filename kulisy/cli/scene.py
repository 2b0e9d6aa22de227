"""Fills the demo with a scene, once, and remembers what it printed."""

import fcntl
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import override

from kulisy.kernel import demo

NOTE = "played.json"
LOCK = "lock"


class InUse(Exception):
    """Another demo runs on the same data."""


@dataclass
class Played:
    """What is known about a scene that has been played to its end."""

    scene: str
    on: date
    logins: list[str] = field(default_factory=list)


def known_scenes() -> list[str]:
    """Scenes that the apps offer in their modules ``demo``."""
    autodiscover_modules("demo")
    return demo.scenes()


def played() -> Played | None:
    """The scene that the data tells, or None before and after a play that was broken off."""
    try:
        note = json.loads((Path(settings.VAR) / NOTE).read_text("utf-8"))
        return Played(note["scene"], date.fromisoformat(note["on"]), note["logins"])
    except (OSError, ValueError, KeyError):
        return None


def remember(told: Played) -> None:
    note = {"scene": told.scene, "on": told.on.isoformat(), "logins": told.logins}
    (Path(settings.VAR) / NOTE).write_text(json.dumps(note, ensure_ascii=False), "utf-8")


def clear() -> None:
    """Remove the demo's data; the collected static files stay, for they are the program's."""
    connections.close_all()
    for entry in Path(settings.VAR).iterdir():
        if entry.name in {LOCK, Path(settings.STATIC_ROOT).name}:
            continue
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def play(scene: str, *, say: Callable[[str], None], step: Callable[[], Any]) -> Played:
    """Play the acts in the order of their floors, in the centre's language.

    What they say about log-ins ("role: address / password") is kept, to be shown at every start.
    """
    told = Played(scene, timezone.localdate())

    def hear(line: str) -> None:
        if "@" in line and " / " in line:
            told.logins.append(line)
        else:
            say(line)

    stage = demo.Stage(today=told.on, say=hear)
    with override(settings.LANGUAGE_CODE):
        for act in demo.acts(scene):
            act(stage)
            step()
    remember(told)
    return told


@contextmanager
def alone() -> Iterator[Callable[[], None]]:
    """Holds the demo's data; yields a function that lets others use it as well.

    Filling needs them alone: two that fill at once would each find half of the other's.
    """
    path = Path(settings.VAR) / LOCK
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as problem:
            raise InUse from problem
        yield lambda: fcntl.flock(lock, fcntl.LOCK_SH)


@contextmanager
def together() -> Iterator[None]:
    """Holds the demo's data beside others that do; refused while one fills them."""
    path = Path(settings.VAR) / LOCK
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError as problem:
            raise InUse from problem
        yield
