"""What the address asks for: the filter, its searched words, and what of it was not understood."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import get_language

from kulisy.kernel.search import api as search
from kulisy.programme import api as programme
from kulisy.programme.api import Occurrence
from kulisy.venues import api as venues
from kulisy.website import generation

FILTER_NAMES = programme.filters.NAMES
ProgrammeFilter = programme.filters.ProgrammeFilter
MOST_FOUND = 500  # things by words; beyond that the words say nothing


@dataclass(frozen=True)
class Options:
    """What can be chosen, as the filter form offers it: ``(slug, name)`` by field."""

    by_field: dict[str, list[tuple[str, str]]]

    def known(self, name: str) -> Collection[str]:
        return {slug for slug, _ in self.by_field.get(name, ())}


def options() -> Options:
    """Kinds, sections, audiences, places and features that exist."""
    return generation.kept(("options", get_language()), _options)


def _options() -> Options:
    choices = programme.queries.filter_choices()
    return Options(
        {
            "kinds": [(row.slug, row.label) for row in choices.kinds],
            "sections": [(row.slug, row.label) for row in choices.sections],
            "audiences": [(row.slug, row.label) for row in choices.audiences],
            "venues": list(venues.venues().values_list("slug", "name")),
            "features": [(row.slug, row.label) for row in choices.features],
        },
    )


@dataclass(frozen=True)
class Wish:
    """A filter understood, what can be chosen beside it, and what was left out of it."""

    filter: programme.filters.ProgrammeFilter
    options: Options
    problems: list[tuple[str, str]] = field(default_factory=list)

    @cached_property
    def query(self) -> str:
        """The canonical address after the question mark."""
        return self.filter.query_string()

    @cached_property
    def query_without_days(self) -> str:
        return self.filter.without_days.query_string()

    @property
    def gathers_classes(self) -> bool:
        """Whether regular classes are told in one line a day, so that events are seen."""
        wish = self.filter
        named = wish.sections or wish.activity or wish.group or wish.part_of or wish.words
        return not (wish.classes or wish.kinds or named)

    def narrowed(self, occurrences: QuerySet[Occurrence], now: datetime) -> QuerySet[Occurrence]:
        """The dates that fulfil it, those of its words included."""
        found = programme.queries.matching(occurrences, self.filter)
        if self.filter.words:
            found = found.filter(activity_id__in=_activities_with(self.filter.words, now))
        return found


def read(parameters: QueryDict) -> Wish:
    """The wish of an address. What nobody knows is reported and left out."""
    # A form sends empty fields as well, and a shared address may carry foreign ones.
    given = programme.filters.read_filter(dict(parameters.lists()))
    offered = options()
    problems = list(given.problems)
    wish = given.filter
    for name in offered.by_field:
        chosen = getattr(wish, name)
        if unknown := [slug for slug in chosen if slug not in offered.known(name)]:
            problems += [(FILTER_NAMES[name], slug) for slug in unknown]
            kept: dict[str, Any] = {name: tuple(s for s in chosen if s not in unknown)}
            wish = replace(wish, **kept)
    return Wish(wish, offered, problems)


def _activities_with(words: str, now: datetime) -> list[int]:
    found = search.find(words, kinds=["activity"], limit=MOST_FOUND, now=now)
    return [hit.pk for hit in found.hits]
