"""Indexing in the background."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from kulisy.kernel.jobs import job, later, progress
from kulisy.kernel.models import Job
from kulisy.kernel.search import actions


def reindex_later(kind: str, ids: Iterable[int]) -> Job | None:
    """Have these things indexed soon after the transaction; for listeners of news."""
    wanted = sorted(set(ids))
    return later("search.reindex", kind=kind, ids=wanted) if wanted else None


@job("search.reindex")
def reindex(kind: str, ids: list[int]) -> dict[str, Any]:
    return {"findable": actions.reindex(kind, ids)}


@job("search.reindex_all")
def reindex_all() -> dict[str, Any]:
    def say(kind: str, done: int, total: int | None) -> None:
        progress(done, total, _("Reading for search: %(kind)s.") % {"kind": kind})

    return {"findable": actions.reindex_all(progress=say)}
