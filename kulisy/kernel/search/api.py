"""The door of search: register what can be found, keep it current, find it."""

import kulisy.kernel.search.checks  # noqa: F401 - registers itself with Django
from kulisy.kernel.search.actions import reindex, reindex_all
from kulisy.kernel.search.queries import Hit, Results, find
from kulisy.kernel.search.slot import Entry, searchable, sources
from kulisy.kernel.search.snippets import Segment, Segments
from kulisy.kernel.search.tasks import gathered, reindex_later

__all__ = [
    "Entry",
    "Hit",
    "Results",
    "Segment",
    "Segments",
    "find",
    "gathered",
    "reindex",
    "reindex_all",
    "reindex_later",
    "searchable",
    "sources",
]
