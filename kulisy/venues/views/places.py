"""Accessibility profiles, and secret addresses of calendars."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import permission_required

from kulisy.people.api import account_acting
from kulisy.venues import access, actions, queries
from kulisy.venues.forms import AccessForm
from kulisy.venues.models import Room, Venue
from kulisy.venues.views.frame import frame


@permission_required("venues.change_venueaccess")
@require_safe
def profiles(request: HttpRequest) -> HttpResponse:
    """Venues and rooms with how much is known about each, to choose one to describe."""
    facts = frame(_("Accessibility of venues and rooms"), icon="accessibility")
    found = list(queries.venues())
    return render(request, "venues/backstage/profiles.html", facts | {"venues": found})


@permission_required("venues.change_venueaccess")
def venue_profile(request: HttpRequest, slug: str) -> HttpResponse:
    """What a venue offers."""
    return _profile(request, access.venue(slug))


@permission_required("venues.change_roomaccess")
def room_profile(request: HttpRequest, slug: str) -> HttpResponse:
    """What a room offers beyond its venue."""
    return _profile(request, access.room(slug))


def _profile(request: HttpRequest, place: Venue | Room) -> HttpResponse:
    form = AccessForm(place, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.describe_access(
            place,
            form.facts(),
            by=account_acting(request),
            note=form.cleaned_data["note"],
            checked_on=form.cleaned_data["checked_on"],
        )
        messages.success(request, _("The profile is saved."))
        return redirect("venues_backstage:profiles")
    facts = frame(_("Accessibility: %(place)s") % {"place": place}, icon="accessibility")
    return render(request, "venues/backstage/profile.html", facts | {"form": form})


@permission_required("venues.change_room")
@require_safe
def addresses(request: HttpRequest) -> HttpResponse:
    """Calendar addresses of all rooms, to be given to a partner or a phone."""
    rows = [
        (
            room,
            request.build_absolute_uri(reverse("venues:busy_by_token", args=[room.feed_token])),
            request.build_absolute_uri(reverse("venues:busy_in_public", args=[room.slug])),
        )
        for room in queries.rooms()
    ]
    facts = frame(_("Calendar addresses"), icon="link")
    facts |= {"rows": rows, "is_public": queries.centre().shows_busy_times}
    return render(request, "venues/backstage/addresses.html", facts)


@permission_required("venues.change_room")
@require_POST
def renew_address(request: HttpRequest, slug: str) -> HttpResponse:
    """A new secret address; the old one stops at once."""
    room = actions.renew_feed_address(access.room(slug), by=account_acting(request))
    messages.success(
        request,
        _("%(room)s has a new address. The old one no longer works.") % {"room": room.name},
    )
    return redirect("venues_backstage:addresses")
