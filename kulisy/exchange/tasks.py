"""Imports in the background."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from kulisy.exchange import runs
from kulisy.exchange.models import ImportRun, ImportSource
from kulisy.kernel.errors import Unreadable
from kulisy.kernel.jobs import job, progress


def _told(done: int, what: str) -> None:
    progress(done, None, what)


@job("exchange.read_import")
def read_import(run_id: int) -> dict[str, Any]:
    """Read the run's file and say what would change. Run again it reads again."""
    run = ImportRun.objects.select_related("source").get(pk=run_id)
    with _ends_well(run):
        if not run.file:
            run = runs.fetched(run)
        runs.planned(run, told=_told)
    return {"added": run.added, "changed": run.changed, "gone": run.gone}


@job("exchange.apply_import")
def apply_import(run_id: int) -> dict[str, Any]:
    """Bring the run in. One that is in already stays so."""
    run = ImportRun.objects.select_related("source", "by").get(pk=run_id)
    if run.state == ImportRun.State.DONE:
        return {}
    with _ends_well(run):
        runs.applied(run, by=run.by, told=_told)
    return {"added": run.added, "changed": run.changed, "gone": run.gone}


@job("exchange.fetch_calendars")
def fetch_calendars(source_id: int | None = None) -> dict[str, Any]:
    """Fetch all subscribed calendars, or one. One that fails does not stop the others."""
    sources = ImportSource.objects.exclude(address="")
    if source_id is not None:
        sources = sources.filter(pk=source_id)
    fetched, problems = 0, []
    for done, source in enumerate(sources, start=1):
        try:
            runs.follow(source)
            fetched += 1
        except Unreadable as why:
            problems.append(f"{source.name}: {why.sentence}")
        progress(done, len(sources), source.name)
    if problems and not fetched:
        raise Unreadable(" ".join(problems))
    return {"fetched": fetched, "problems": problems}


class _ends_well:  # noqa: N801 - reads as what it promises
    """A run never stays half-way: what breaks it is written into it."""

    def __init__(self, run: ImportRun) -> None:
        self.run = run

    def __enter__(self) -> None: ...

    def __exit__(
        self, kind: type[BaseException] | None, why: BaseException | None, _trace: object
    ) -> None:
        if why is None:
            return
        sentence = (
            why.sentence
            if isinstance(why, Unreadable)
            else _("It broke off; nothing was brought in.")
        )
        ImportRun.objects.filter(pk=self.run.pk).update(
            state=ImportRun.State.FAILED, problem=sentence, ended_at=timezone.now()
        )
