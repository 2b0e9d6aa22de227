"""Indexing in the background."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.utils.translation import gettext as _

from kulisy.kernel.jobs import job, later, progress
from kulisy.kernel.models import Job
from kulisy.kernel.search import actions

_gathered: ContextVar[dict[str, set[int]] | None] = ContextVar("gathered_for_search", default=None)


def reindex_later(kind: str, ids: Iterable[int]) -> Job | None:
    """Have these things indexed soon after the transaction; for listeners of news.

    None when there is nothing to index, or when ``gathered`` will ask for all at its end.
    """
    wanted = sorted(set(ids))
    if (gathering := _gathered.get()) is not None:
        gathering[kind].update(wanted)
        return None
    return later("search.reindex", kind=kind, ids=wanted) if wanted else None


@contextmanager
def gathered() -> Iterator[None]:
    """Whatever is to be indexed because of the work inside is one job a kind, not one a thing.

    It goes around the transaction: news is delivered when that commits. What was committed before
    the work broke is indexed all the same.
    """
    token = _gathered.set(defaultdict(set))
    try:
        yield
    finally:
        wanted = _gathered.get() or {}
        _gathered.reset(token)
        for kind, ids in wanted.items():
            reindex_later(kind, ids)


@job("search.reindex")
def reindex(kind: str, ids: list[int]) -> dict[str, Any]:
    return {"findable": actions.reindex(kind, ids)}


@job("search.reindex_all")
def reindex_all() -> dict[str, Any]:
    def say(kind: str, done: int, total: int | None) -> None:
        progress(done, total, _("Reading for search: %(kind)s.") % {"kind": kind})

    return {"findable": actions.reindex_all(progress=say)}
