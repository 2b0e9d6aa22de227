"""Background work by name: ``later("venues.rebuild", venue_id=3)`` runs the job of that name.

A job has a row that says how far it is and, when it failed, why; it can be tried again. The row is
ours, the queue is the task library's, so the same job runs on the database queue or on Redis.
"""

import logging
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kulisy.kernel.errors import Unreadable
from kulisy.kernel.models import Job
from kulisy.kernel.queue import task

log = logging.getLogger(__name__)

Work = Callable[..., dict[str, Any] | None]
_works: dict[str, Work] = {}
_running: ContextVar[int | None] = ContextVar("running_job", default=None)


def job(name: str) -> Callable[[Work], Work]:
    """Register the function as the work behind this name. It must be safe to run twice."""

    def register(work: Work) -> Work:
        _works[name] = work
        return work

    return register


def known() -> list[str]:
    """Names of all registered jobs."""
    return sorted(_works)


def later(name: str, *, by_id: int | None = None, **arguments: Any) -> Job:
    """Queue the named work; the row tells its progress. Enqueued when the transaction commits."""
    if name not in _works:
        raise LookupError(f"no job is called {name}")
    row = Job.objects.create(name=name, arguments=arguments, by_id=by_id)
    transaction.on_commit(lambda: run.enqueue(row.pk))
    return row


def again(row: Job) -> Job:
    """Queue a failed job once more."""
    Job.objects.filter(pk=row.pk, state=Job.State.FAILED).update(
        state=Job.State.WAITING, reason="", message="", done=0, ended_at=None
    )
    transaction.on_commit(lambda: run.enqueue(row.pk))
    row.refresh_from_db()
    return row


def progress(done: int, total: int | None = None, message: str = "") -> None:
    """Say from inside a job how far it is. Outside one it does nothing."""
    if (pk := _running.get()) is not None:
        Job.objects.filter(pk=pk).update(done=done, total=total, message=message[:300])


@task()
def run(job_id: int) -> None:
    """The one task the queue knows: do the work of this row."""
    row = Job.objects.get(pk=job_id)
    if row.state == Job.State.DONE:
        return
    Job.objects.filter(pk=job_id).update(
        state=Job.State.RUNNING, started_at=timezone.now(), tries=row.tries + 1
    )
    token = _running.set(job_id)
    try:
        result = _works[row.name](**row.arguments)
    except Unreadable as problem:
        _end(job_id, state=Job.State.FAILED, reason=problem.sentence)
    except Exception:
        # The trace goes to the log; the person gets a sentence and a way to try again.
        log.exception("jobs.failed job=%s name=%s", job_id, row.name)
        _end(
            job_id,
            state=Job.State.FAILED,
            reason=_("Something in the program failed. Nothing was lost; it can be tried again."),
        )
    else:
        _end(job_id, state=Job.State.DONE, result=result or {})
    finally:
        _running.reset(token)


def _end(job_id: int, **facts: Any) -> None:
    Job.objects.filter(pk=job_id).update(ended_at=timezone.now(), **facts)
