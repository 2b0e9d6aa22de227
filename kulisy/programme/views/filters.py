"""Filters of the lists backstage."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from kulisy.programme import queries
from kulisy.programme.models import Activity, Occurrence, SchoolBreak
from kulisy.recurrence.api import VOIVODESHIPS
from kulisy.venues import api as venues


def _only(label: Any, wanted: Any, method: str) -> django_filters.BooleanFilter:
    """All rows, or only those that want something done."""
    choices = [("", gettext_lazy("All")), ("true", wanted)]
    return django_filters.BooleanFilter(
        label=label, method=method, widget=forms.RadioSelect(choices=choices)
    )


class ActivityFilters(WagtailFilterSet):
    """By state, kind, season and section; what lacks words, what has no dates."""

    state = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("State"),
        choices=Activity.State.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    words_missing = _only(
        gettext_lazy("Alternative text"), gettext_lazy("Missing"), "without_words"
    )
    without_dates = _only(gettext_lazy("Dates"), gettext_lazy("Has none"), "dateless")

    class Meta:
        model = Activity
        fields = ["state", "kind", "season", "section", "is_free"]

    def without_words(self, rows: QuerySet[Any], _name: str, wanted: bool) -> QuerySet[Any]:  # noqa: FBT001 - the signature is django-filter's
        return rows.filter(pk__in=queries.pictures_without_words().values("pk")) if wanted else rows

    def dateless(self, rows: QuerySet[Any], _name: str, wanted: bool) -> QuerySet[Any]:  # noqa: FBT001 - the signature is django-filter's
        has_dates = Exists(Occurrence.objects.filter(activity=OuterRef("pk")))
        return rows.exclude(has_dates) if wanted else rows


class OccurrenceFilters(WagtailFilterSet):
    """By day, state and room; what is still without its room."""

    starts_at = django_filters.DateFromToRangeFilter(
        label=gettext_lazy("Day"), widget=DateRangePickerWidget
    )
    state = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("State"),
        choices=Occurrence.State.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    room = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Room"), queryset=lambda _request: venues.rooms()
    )
    without_room = _only(gettext_lazy("Room taken"), gettext_lazy("Without their room"), "roomless")

    class Meta:
        model = Occurrence
        fields = ["starts_at", "state", "room"]

    def roomless(self, rows: QuerySet[Any], _name: str, wanted: bool) -> QuerySet[Any]:  # noqa: FBT001 - the signature is django-filter's
        if not wanted:
            return rows
        return rows.filter(pk__in=queries.dates_without_room(timezone.now()).values("pk"))


class BreakFilters(WagtailFilterSet):
    """School holidays of one voivodeship."""

    voivodeship = django_filters.ChoiceFilter(
        label=gettext_lazy("Voivodeship"),
        choices=sorted(VOIVODESHIPS.items(), key=lambda pair: pair[1]),
    )

    class Meta:
        model = SchoolBreak
        fields = ["voivodeship"]
