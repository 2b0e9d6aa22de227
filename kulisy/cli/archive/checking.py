"""Reads an archive from end to end before anything is touched, and trusts nothing in it."""

import hashlib
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Self

from kulisy import __version__
from kulisy.cli.archive import manifest as listing
from kulisy.cli.archive import rows
from kulisy.cli.archive.manifest import Manifest, Part
from kulisy.cli.archive.rows import Damaged
from kulisy.cli.archive.words import Problem, sentence

CHUNK = 1024**2
MEGABYTE = 1024**2
# Beside the unpacked uploads, the database needs its rows and their indexes.
ROOM_FOR_ROWS = 3

UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


def opened(path: Path) -> zipfile.ZipFile:
    """The archive, if it is one and whole: its directory is at its end."""
    try:
        return zipfile.ZipFile(path)
    except FileNotFoundError:
        raise
    except UNREADABLE as problem:
        raise Damaged(sentence(Problem.NOT_AN_ARCHIVE, file=path.name)) from problem


def read_manifest(archive: zipfile.ZipFile) -> Manifest:
    file = Path(archive.filename or "").name
    try:
        entry = archive.getinfo(listing.NAME)
        if entry.file_size > listing.LARGEST:
            raise ValueError(entry.file_size)
        with archive.open(entry) as member:
            found = Manifest.from_bytes(member.read(listing.LARGEST))
    except (*UNREADABLE, KeyError, TypeError, AttributeError) as problem:
        raise Damaged(sentence(Problem.NO_MANIFEST, file=file)) from problem
    if found.format > listing.FORMAT:
        raise Damaged(sentence(Problem.NEWER_FORMAT, version=found.version))
    return found


def check(
    archive: zipfile.ZipFile, *, migrations: list[str], folder: Path, step: Callable[[int], None]
) -> Manifest:
    """The manifest of an archive that can be restored here; raises Damaged otherwise."""
    manifest = read_manifest(archive)
    check_version(manifest, migrations)
    check_names(archive, manifest)
    check_room(manifest, folder)
    models = {model._meta.label_lower: model for model in rows.tables()}
    for part in manifest.parts:
        if part.table and part.table not in models:
            raise Damaged(sentence(Problem.OTHER_MEMBERS, name=part.table))
        with verified(archive, part) as member:
            if part.table:
                for number, line in enumerate(member.lines(), start=1):
                    rows.row_of(models[part.table], line, number)
                    step(1)
            else:
                for _chunk in member.chunks():
                    pass
                step(1)
    return manifest


def check_names(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    held = [entry.filename for entry in archive.infolist()]
    listed = [part.name for part in manifest.parts] + [listing.NAME]
    odd = sorted(set(held) ^ set(listed))
    twice = (
        sorted({name for name in held if held.count(name) > 1})
        if len(set(held)) < len(held)
        else []
    )
    if odd or twice or len(set(listed)) < len(listed):
        raise Damaged(sentence(Problem.OTHER_MEMBERS, name=(odd or twice or ["?"])[0]))
    for part in manifest.parts:
        if not is_safe(part):
            raise Damaged(sentence(Problem.UNSAFE_NAME, name=repr(part.name)))
    missing = {model._meta.label_lower for model in rows.tables()} - {
        p.table for p in manifest.parts
    }
    if missing:
        raise Damaged(sentence(Problem.OTHER_MEMBERS, name=min(missing)))


def is_safe(part: Part) -> bool:
    """Whether the name stays in its folder on every system."""
    path = PurePosixPath(part.name)
    first = "rows" if part.table else "uploads"
    return (
        path.parts[:1] == (first,)
        and len(path.parts) > 1
        and ".." not in path.parts
        and not any(sign in part.name for sign in "\\:\0")
        and str(path) == part.name
    )


def check_version(manifest: Manifest, migrations: list[str]) -> None:
    difference = sorted(set(manifest.migrations) ^ set(migrations))
    if difference:
        facts = {"theirs": manifest.version, "ours": __version__, "difference": difference[0]}
        raise Damaged(sentence(Problem.OTHER_VERSION, **facts))


def check_room(manifest: Manifest, folder: Path) -> None:
    """Also against a bomb: what unpacks to more than there is room for is not unpacked."""
    uploads = sum(part.size for part in manifest.uploads)
    needed = uploads + ROOM_FOR_ROWS * (manifest.size - uploads)
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise Damaged(
            sentence(
                Problem.NO_ROOM, needed=needed // MEGABYTE + 1, free=free // MEGABYTE, folder=folder
            )
        )


class verified:  # noqa: N801 - read as a word: with verified(...) as member
    """A member that is read through; leaving the block raises unless all of it was as listed."""

    def __init__(self, archive: zipfile.ZipFile, part: Part) -> None:
        self._archive, self._part = archive, part
        self._digest, self._read = hashlib.sha256(), 0
        self._member: IO[bytes]

    def __enter__(self) -> Self:
        try:
            self._member = self._archive.open(self._part.name)
        except (*UNREADABLE, KeyError) as problem:
            raise self._damaged() from problem
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        self._member.close()
        whole = self._read == self._part.size and self._digest.hexdigest() == self._part.sha256
        if kind is None and not whole:
            raise self._damaged()

    def chunks(self) -> Iterator[bytes]:
        """At most as many bytes as the list allows, whatever the member unpacks to."""
        while chunk := self._next(lambda: self._member.read(CHUNK)):
            yield chunk

    def lines(self) -> Iterator[bytes]:
        while line := self._next(lambda: self._member.readline(rows.LONGEST_LINE)):
            yield line

    def _next(self, read: Callable[[], bytes]) -> bytes:
        try:
            chunk = read()
        except UNREADABLE as problem:
            raise self._damaged() from problem
        self._read += len(chunk)
        if self._read > self._part.size:
            raise self._damaged()
        self._digest.update(chunk)
        return chunk

    def _damaged(self) -> Damaged:
        return Damaged(sentence(Problem.CHANGED, name=self._part.name))
