"""From who and which to a row or a 404: who may see and change imports."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from kulisy.exchange import queries
from kulisy.exchange.models import ImportRun, ImportSource

TO_IMPORT = "exchange.add_importsource"


def may_import(who: Any) -> bool:
    """Whether this person brings calendars and sheets into the programme."""
    return bool(who.is_authenticated and who.has_perm(TO_IMPORT))


def run_seen(who: Any, pk: int) -> ImportRun:
    """The run that this person may see and bring in, or 404."""
    if not may_import(who):
        raise Http404
    run: ImportRun = get_object_or_404(queries.recent_runs().select_related("job"), pk=pk)
    return run


def source_edited_by(who: Any, pk: int) -> ImportSource:
    """The source that this person may change, or 404."""
    if not may_import(who):
        raise Http404
    source: ImportSource = get_object_or_404(queries.sources(), pk=pk)
    return source
