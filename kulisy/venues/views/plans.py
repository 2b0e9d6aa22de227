"""Who is where: all rooms of a day, one room for a week, and what is free."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.auth import permission_required

from kulisy.people.api import account_acting
from kulisy.venues import access, grid, queries, words
from kulisy.venues.forms import FinderForm
from kulisy.venues.models import Room
from kulisy.venues.views.frame import frame

may_look = permission_required(access.VIEW)


def asked_day(request: HttpRequest) -> date:
    """The day in the address; nonsense there means today."""
    try:
        found = parse_date(request.GET.get("dzien", ""))
    except ValueError:
        found = None
    # The edges of the calendar itself: a week must fit on either side.
    if found is None or not date.min.year + 1 < found.year < date.max.year - 1:
        return timezone.localdate()
    return found


def _rights(request: HttpRequest) -> dict[str, bool]:
    account = account_acting(request)
    return {"may_book": access.may_book(account), "sees_private": access.sees_private(account)}


@may_look
@require_safe
def day(request: HttpRequest) -> HttpResponse:
    """All rooms, or those ticked, hour by hour."""
    when = asked_day(request)
    rooms = list(queries.rooms())
    ticked = set(request.GET.getlist("sala"))
    shown = [room for room in rooms if room.slug in ticked] or rooms
    facts = frame(_("Rooms by day"), inside=False) | _rights(request)
    facts |= {
        "day": when,
        "previous": when - timedelta(days=1),
        "following": when + timedelta(days=1),
        "today": timezone.localdate(),
        "rooms": rooms,
        "ticked": ticked,
        "columns": shown,
        "rows": grid.rows(queries.day_plan(when, shown)),
    }
    return render(request, "venues/backstage/day.html", facts)


@may_look
@require_safe
def week(request: HttpRequest, slug: str) -> HttpResponse:
    """One room from Monday to Sunday."""
    room = access.room(slug)
    when = asked_day(request)
    monday = when - timedelta(days=when.weekday())
    columns = queries.week_plan(room, monday)
    facts = frame(room.name) | _rights(request)
    facts |= {
        "room": room,
        "rooms": list(queries.rooms()),
        "monday": monday,
        "sunday": monday + timedelta(days=6),
        "previous": monday - timedelta(days=7),
        "following": monday + timedelta(days=7),
        "columns": columns,
        "rows": grid.rows(columns),
    }
    return render(request, "venues/backstage/week.html", facts)


@may_look
@require_safe
def finder(request: HttpRequest) -> HttpResponse:
    """Dates first, then what is free."""
    form = FinderForm(request.GET if "day" in request.GET else None)
    facts = frame(_("Find a free room"), icon="search") | _rights(request) | {"form": form}
    if form.is_bound and form.is_valid():
        facts |= _found(form)
    return render(request, "venues/backstage/finder.html", facts)


def _found(form: FinderForm) -> dict[str, Any]:
    stretch, people = form.cleaned_data["stretch"], form.cleaned_data["people"]
    features = [feature.slug for feature in form.cleaned_data["features"]]
    now = timezone.now()
    found = queries.free_rooms(stretch, capacity=people, features=features, now=now)
    rows: list[tuple[Room, int | None, list[str]]] = [
        (one.room, one.capacity, [words.explain(clash, now) for clash in one.warnings])
        for one in found
    ]
    return {"rows": rows, "stretch": stretch, "people": people}
