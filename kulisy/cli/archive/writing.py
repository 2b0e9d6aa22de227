"""Writes a backup: the database as it was at one moment, then the uploads."""

import hashlib
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.db import connections, transaction

from kulisy.cli.archive import rows
from kulisy.cli.archive.manifest import NAME, Manifest, Part, applied_migrations

CHUNK = 1024**2
# These do not get smaller a second time.
PACKED = {
    ".jpg",
    ".jpeg",
    ".png",
    ".webp",
    ".avif",
    ".gif",
    ".pdf",
    ".zip",
    ".mp3",
    ".mp4",
    ".docx",
    ".xlsx",
}

Step = Callable[[int], None]


@contextmanager
def one_moment(alias: str) -> Iterator[None]:
    """A transaction in which the database stands still for the reader and for nobody else."""
    connection: Any = connections[alias]
    if connection.in_atomic_block:
        # Whoever began the transaction has chosen its moment.
        yield
        return
    if connection.vendor == "postgresql":
        with transaction.atomic(using=alias), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    connection.ensure_connection()  # which sets the mode, so that it must not come later
    # The usual IMMEDIATE would make every writer wait until the backup is done.
    usual, connection.transaction_mode = connection.transaction_mode, "DEFERRED"
    try:
        with transaction.atomic(using=alias):
            yield
    finally:
        connection.transaction_mode = usual


def write(
    target: Path, uploads: Path, *, step: Step = lambda _: None, alias: str = "default"
) -> Manifest:
    """Write the archive. Until it is whole it has another name, and a failure leaves nothing."""
    partial = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(partial, "x", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            manifest = Manifest(
                made_at=datetime.now(UTC).isoformat(timespec="seconds"),
                engine=connections[alias].vendor,
            )
            with one_moment(alias):
                manifest.migrations = applied_migrations(alias)
                for number, model in enumerate(rows.tables()):
                    name = f"rows/{number:03}-{model._meta.label_lower}.jsonl"
                    manifest.parts.append(
                        write_rows(
                            archive, name, model._meta.label_lower, rows.lines(model, alias), step
                        )
                    )
            for path in files(uploads):
                if part := write_file(
                    archive, f"uploads/{path.relative_to(uploads).as_posix()}", path
                ):
                    manifest.parts.append(part)
                    step(1)
            archive.writestr(NAME, manifest.to_bytes())
        with partial.open("rb") as whole:
            os.fsync(whole.fileno())
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    return manifest


def files(uploads: Path) -> list[Path]:
    """Every upload; a link is not followed, for it may lead anywhere."""
    return sorted(path for path in uploads.rglob("*") if path.is_file() and not path.is_symlink())


def write_rows(
    archive: zipfile.ZipFile, name: str, table: str, lines: Iterable[bytes], step: Step
) -> Part:
    digest, size, count, content = hashlib.sha256(), 0, 0, Content()
    with archive.open(name, "w", force_zip64=True) as member:
        for line in lines:
            member.write(line)
            digest.update(line)
            content.add(line)
            size += len(line)
            count += 1
            step(1)
    return Part(name, size, digest.hexdigest(), table, count, content.sum)


def write_file(archive: zipfile.ZipFile, name: str, path: Path) -> Part | None:
    """The part, or None when the file went away meanwhile: then its row was on its way as well."""
    try:
        source = path.open("rb")
    except FileNotFoundError:
        return None
    entry = zipfile.ZipInfo(name, date_time=datetime.now(UTC).timetuple()[:6])
    entry.compress_type = (
        zipfile.ZIP_STORED if path.suffix.lower() in PACKED else zipfile.ZIP_DEFLATED
    )
    digest, size = hashlib.sha256(), 0
    with source, archive.open(entry, "w", force_zip64=True) as member:
        while chunk := source.read(CHUNK):
            member.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    return Part(name, size, digest.hexdigest())


class Content:
    """A sum over lines that does not depend on their order, which engines do not agree about."""

    def __init__(self) -> None:
        self._total = 0

    def add(self, line: bytes) -> None:
        self._total += int.from_bytes(hashlib.sha256(line).digest(), "big")

    @property
    def sum(self) -> str:
        return f"{self._total % 2**256:064x}"
