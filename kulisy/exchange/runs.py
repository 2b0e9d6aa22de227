"""From a file or an address to a run: what the command line, backstage and the worker call."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kulisy.exchange.apply import carry_out
from kulisy.exchange.fetch import fetch
from kulisy.exchange.models import ImportRun, ImportSource
from kulisy.exchange.plan import Told, plan
from kulisy.exchange.words import sentence
from kulisy.kernel import jobs
from kulisy.kernel.errors import Refused, Unreadable
from kulisy.kernel.search.api import gathered
from kulisy.people.api import Account

MOST_KEPT = 10  # runs of one source, with their lines


def file_run(source: ImportSource, path: Path, *, by: Account | None, name: str = "") -> ImportRun:
    """A run over a copy of the file, which stays for as long as the run does."""
    run = ImportRun(source=source, by=by, filename=(name or path.name)[:200])
    with path.open("rb") as content:
        run.file.save(Path(name or path.name).name[-80:], File(content), save=True)
    forget_old(source)
    return run


def new_source(name: str, **facts: Any) -> ImportSource:
    """A source of this name, or with a number behind it when another has the name."""
    stem, number = name.strip()[:110] or "import", 1
    while ImportSource.objects.filter(name=stem if number == 1 else f"{stem} ({number})").exists():
        number += 1
    return ImportSource.objects.create(name=stem if number == 1 else f"{stem} ({number})", **facts)


def begun(
    source: ImportSource, *, by: Account, path: Path | None = None, name: str = ""
) -> ImportRun:
    """A run that the worker reads soon, over the file or else over the source's address."""
    if path is None:
        run = ImportRun.objects.create(source=source, by=by, filename=_shown(source.address))
        forget_old(source)
    else:
        run = file_run(source, path, by=by, name=name)
    return later(run, "exchange.read_import", by=by)


def fetched(run: ImportRun) -> ImportRun:
    """The run with what its source's address holds now. Raises Unreadable with the reason."""
    try:
        found = fetch(run.source.address)
    except Unreadable as why:
        _fetched(run.source, problem=why.sentence)
        raise
    if found.path is None:
        raise Unreadable(_("The address answered nothing."))
    try:
        with found.path.open("rb") as content:
            run.file.save("calendar", File(content), save=True)
    finally:
        found.path.unlink()
    _fetched(run.source)
    return run


def _shown(address: str) -> str:
    """The address without its secret, which stands in its path or behind the question mark."""
    parts = urlsplit(address)
    return f"{parts.hostname}/…/{parts.path.rpartition('/')[2]}"[:200]


def address_run(source: ImportSource, *, by: Account | None) -> ImportRun | None:
    """A run over what the source's address holds now; None when it has not changed."""
    try:
        fetched = fetch(source.address, etag=source.etag, modified=source.modified)
    except Unreadable as why:
        _fetched(source, problem=why.sentence)
        raise
    if fetched.path is None:
        _fetched(source)
        return None
    try:
        run = file_run(source, fetched.path, by=by, name=_shown(source.address))
    finally:
        fetched.path.unlink()
    source.etag, source.modified = fetched.etag, fetched.modified
    return run


def _fetched(source: ImportSource, *, problem: str = "") -> None:
    source.fetched_at, source.problem = timezone.now(), problem[:300]
    source.save(update_fields=["fetched_at", "problem", "etag", "modified"])


def planned(run: ImportRun, *, told: Told | None = None) -> ImportRun:
    """The run with its difference. Raises Unreadable when the file is not understood."""
    return plan(run, Path(run.file.path), today=timezone.localdate(), told=told)


def applied(run: ImportRun, *, by: Account | None, told: Told | None = None) -> ImportRun:
    """Bring in what the run says. Raises Unreadable with the reason when it may not be."""
    try:
        # One job for all that came: one for each activity takes as long as bringing them in.
        with gathered():
            return carry_out(run, by=by, today=timezone.localdate(), told=told)
    except Refused as no:
        raise Unreadable(sentence(no)) from no


def follow(
    source: ImportSource, *, by: Account | None = None, told: Told | None = None
) -> ImportRun | None:
    """Fetch a subscribed calendar and bring in what changed there; None when nothing did.

    The validators are kept only after all is in: a run that failed is fetched again.
    """
    run = address_run(source, by=by)
    if run is None:
        return None
    try:
        planned(run, told=told)
        run.refresh_from_db()
        run = applied(run, by=by, told=told)
    except Unreadable as why:
        ImportSource.objects.filter(pk=source.pk).update(problem=why.sentence[:300])
        raise
    _fetched(source)
    return run


def forget_old(source: ImportSource) -> None:
    """Remove the oldest runs with their files; what they brought in stays."""
    for run in source.runs.order_by("-started_at", "-pk")[MOST_KEPT:]:
        run.file.delete(save=False)
        run.delete()


@transaction.atomic
def later(run: ImportRun, name: str, *, by: Account | None) -> ImportRun:
    """Have the worker read the run's file (``exchange.read_import``) or bring it in."""
    job = jobs.later(name, by_id=by.pk if by else None, run_id=run.pk)
    run.job = job
    applying = name == "exchange.apply_import"
    run.state = ImportRun.State.APPLYING if applying else ImportRun.State.WAITING
    run.save(update_fields=["job", "state"])
    return run
