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


def _closed(first: date, last: date, venues: set[int]) -> list[str]:
    """Why the doors are shut on these days, for the rooms that are shown."""
    return [
        words.closed(
            venue=row.venue.name if row.venue else "",
            reason=row.reason,
            first_on=row.first_on,
            last_on=row.last_on,
        )
        for row in queries.closed_days(first, last)
        if row.venue_id is None or row.venue_id in venues
    ]


@may_look
@require_safe
def day(request: HttpRequest) -> HttpResponse:
    """All rooms, or those ticked, over the hours of a day."""
    when = asked_day(request)
    rooms = list(queries.rooms())
    ticked = set(request.GET.getlist("sala"))
    shown = [room for room in rooms if room.slug in ticked]
    facts = frame(_("Rooms by day"), inside=False) | _rights(request)
    facts |= {
        "day": when,
        "previous": when - timedelta(days=1),
        "following": when + timedelta(days=1),
        "today": timezone.localdate(),
        "rooms": rooms,
        "shown": shown,
        "by_room": True,
        "as_list": request.GET.get("widok") == "lista",
        "closed": _closed(when, when, {room.venue_id for room in shown or rooms}),
        "plan": grid.plan(queries.day_plan(when, shown or rooms), timezone.now()),
    }
    return render(request, "venues/backstage/day.html", facts)


@may_look
@require_safe
def week(request: HttpRequest, slug: str) -> HttpResponse:
    """One room from Monday to Sunday."""
    room = access.room(slug)
    when = asked_day(request)
    monday = when - timedelta(days=when.weekday())
    sunday = monday + timedelta(days=6)
    facts = frame(room.name) | _rights(request)
    facts |= {
        "room": room,
        "rooms": list(queries.rooms()),
        "monday": monday,
        "sunday": sunday,
        "previous": monday - timedelta(days=7),
        "following": monday + timedelta(days=7),
        "as_list": request.GET.get("widok") == "lista",
        "closed": _closed(monday, sunday, {room.venue_id}),
        "plan": grid.plan(queries.week_plan(room, monday), timezone.now()),
    }
    return render(request, "venues/backstage/week.html", facts)


@may_look
@require_safe
def finder(request: HttpRequest) -> HttpResponse:
    """Dates first, then what is free."""
    asked = request.GET if "day" in request.GET else None
    form = FinderForm(asked, initial={"day": asked_day(request)})
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
