"""Puts a checked archive in the place of what is there: all of it, or nothing."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

from django.db import DataError, IntegrityError, connections, transaction

from kulisy.cli.archive import rows
from kulisy.cli.archive.checking import verified
from kulisy.cli.archive.manifest import Manifest, Part
from kulisy.cli.archive.rows import Damaged
from kulisy.cli.archive.words import Problem, sentence

Step = Callable[[int], None]


def restore(
    archive: zipfile.ZipFile,
    manifest: Manifest,
    uploads: Path,
    *,
    step: Step = lambda _: None,
    alias: str = "default",
) -> None:
    """Replace the database and the uploads.

    The rows go in within one transaction; the uploads are unpacked beside the old ones and change
    places with them as its last step, so that an interruption at any moment leaves one whole state.
    """
    unpacked = uploads.with_name(f"{uploads.name}.restoring")
    aside = uploads.with_name(f"{uploads.name}.before-restore")
    for leftover in (unpacked, aside):
        shutil.rmtree(leftover, ignore_errors=True)
    uploads.mkdir(parents=True, exist_ok=True)
    try:
        unpack(archive, manifest.uploads, unpacked, step)
        with transaction.atomic(using=alias):
            replace_rows(archive, manifest, step, alias)
            change_places(uploads, unpacked, aside)
    except BaseException as problem:
        if aside.exists():
            shutil.rmtree(uploads, ignore_errors=True)
            aside.rename(uploads)
        shutil.rmtree(unpacked, ignore_errors=True)
        if isinstance(problem, IntegrityError | DataError):
            raise Damaged(sentence(Problem.CONTRADICTION, why=str(problem).strip())) from problem
        raise
    shutil.rmtree(aside, ignore_errors=True)


def unpack(archive: zipfile.ZipFile, parts: list[Part], folder: Path, step: Step) -> None:
    folder.mkdir(parents=True)
    for part in parts:
        target = folder / part.name.removeprefix("uploads/")
        target.parent.mkdir(parents=True, exist_ok=True)
        with verified(archive, part) as member, target.open("xb") as written:
            for chunk in member.chunks():
                written.write(chunk)
        step(1)


def replace_rows(archive: zipfile.ZipFile, manifest: Manifest, step: Step, alias: str) -> None:
    """Keys between tables are looked at when all rows are there, so their order is free."""
    models = {model._meta.label_lower: model for model in rows.tables()}
    for model in (*rows.tied_to_rows(), *models.values()):
        rows.empty(model, alias)
    for part in manifest.parts:
        if part.table:
            with verified(archive, part) as member:
                for how_many in rows.fill(models[part.table], member.lines(), alias):
                    step(how_many)
    connections[alias].check_constraints()
    rows.reset_sequences(alias)


def change_places(uploads: Path, unpacked: Path, aside: Path) -> None:
    uploads.rename(aside)
    unpacked.rename(uploads)
