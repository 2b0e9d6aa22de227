"""An upload that waits while its form is corrected: browsers do not send a file twice."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.core.files.uploadedfile import UploadedFile

NAME = "import_kept"
SECONDS_KEPT = 24 * 3600


@dataclass(frozen=True)
class Kept:
    """A file on the disk, and what it was called where it came from."""

    path: Path
    name: str


def keep(session: SessionBase, upload: UploadedFile) -> Kept:
    """Put the upload aside for this session; the one kept before goes."""
    forget(session)
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    path = folder / uuid4().hex
    with path.open("wb") as file:
        for chunk in upload.chunks():
            file.write(chunk)
    name = Path(str(upload.name)).name
    session[NAME] = {"file": path.name, "name": name}
    return Kept(path, name)


def kept_in(session: SessionBase) -> Kept | None:
    """What this session put aside and has not used yet."""
    known: dict[str, Any] = session.get(NAME, {})
    path = _folder() / Path(known.get("file", "")).name
    return Kept(path, known["name"]) if known and path.is_file() else None


def forget(session: SessionBase) -> None:
    """Remove what this session put aside."""
    if found := kept_in(session):
        found.path.unlink(missing_ok=True)
    session.pop(NAME, None)


def _folder() -> Path:
    return Path(settings.VAR) / "imports" / "kept"


def _sweep(folder: Path) -> None:
    """Somebody closed the page: what lies for more than a day goes."""
    for path in folder.iterdir():
        if path.stat().st_mtime < time.time() - SECONDS_KEPT:
            path.unlink(missing_ok=True)
