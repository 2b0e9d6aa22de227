"""Venues: where they are, how one gets in, what is on there."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kulisy.venues import api as venues
from kulisy.venues.api import Venue, Weekday
from kulisy.website import jsonld, queries, words
from kulisy.website.cards import row
from kulisy.website.frame import page


def index(request: HttpRequest) -> HttpResponse:
    """All venues with their addresses."""
    found = list(venues.venues())
    title = _("Places")
    return page(
        request,
        "website/places.html",
        {"venues": [(place, told(place)) for place in found]},
        title=title,
        crumbs=[(title, "")],
        description=_("Where we are, when we are open, and how to get in."),
    )


def place(request: HttpRequest, slug: str) -> HttpResponse:
    """One venue."""
    shown = get_object_or_404(venues.venues(), slug=slug)
    now = timezone.now()
    url = request.build_absolute_uri(request.path)
    context = {
        "venue": shown,
        "access": profile(shown),
        "rooms": [(room, words.floor(room.floor), told(room)) for room in shown.rooms.all()],
        "hours": hours(shown),
        "rows": [row(line, now) for line in queries.coming_at(shown, now)],
        "calendar_query": f"miejsce={shown.slug}",
    }
    crumbs = [(_("Places"), reverse("website:places")), (shown.name, "")]
    return page(
        request,
        "website/place.html",
        context,
        title=shown.name,
        crumbs=crumbs,
        description=shown.address,
        graph=[jsonld.venue(shown, url)],
    )


def profile(place: Venue) -> list[tuple[str, str, str, str]]:
    """Every feature with its answer in words: ``(feature, key, answer, note)``."""
    return [
        (str(line.feature.label), str(line.answer), str(words.ANSWERS[line.answer]), line.note)
        for line in venues.access_profile(place)
    ]


def told(place: Any) -> list[str]:
    """What is certainly there, in a few words."""
    lines = venues.access_profile(place)
    return [str(line.feature.label) for line in lines if line.answer == "yes"]


def hours(place: Venue) -> list[tuple[str, list[Any]]]:
    """Opening hours that hold today, by weekday; a day without any is closed."""
    today = timezone.localdate()
    rows = [
        row
        for row in place.opening_hours.all()
        if (row.valid_from is None or row.valid_from <= today)
        and (row.valid_until is None or row.valid_until >= today)
    ]
    if not rows:
        return []
    return [(str(day.label), [row for row in rows if row.weekday == day]) for day in Weekday]
