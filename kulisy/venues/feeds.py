"""Busy times of a room as iCalendar: when, never what or who."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe
from icalendar import Calendar
from icalendar import Event as VEvent

from kulisy.kernel.time import Stretch
from kulisy.venues import access, queries
from kulisy.venues.models import Room

PAST = timedelta(days=31)
AHEAD = timedelta(days=400)
REFRESH = timedelta(minutes=30)


@require_safe
def busy_by_token(request: HttpRequest, token: str) -> HttpResponse:
    """The secret address: it works until the room gets a new one."""
    answer = _answer(request, access.room_by_token(token))
    patch_cache_control(answer, private=True, max_age=300)
    return answer


@require_safe
def busy_in_public(request: HttpRequest, slug: str) -> HttpResponse:
    """The public address, where the centre shows its busy times."""
    answer = _answer(request, access.public_room(slug))
    patch_cache_control(answer, public=True, max_age=300)
    return answer


def _answer(request: HttpRequest, room: Room) -> HttpResponse:
    language = "en" if request.GET.get("lang") == "en" else "pl"
    with override(language):
        text = calendar_of(room).to_ical()
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{room.slug}.ics"'
    answer["X-Robots-Tag"] = "noindex"
    return answer


def calendar_of(room: Room) -> Calendar:
    """The room's calendar from a month ago to a year ahead, in UTC, with stable uids."""
    now = timezone.now()
    found = Calendar()
    found.add("prodid", "-//Kulisy//busy times//PL")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", _("%(room)s: busy times") % {"room": room.name})
    found.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    found.add("x-published-ttl", REFRESH)
    for busy in queries.busy_times(room, Stretch(now - PAST, now + AHEAD), now=now):
        event = VEvent()
        event.add("uid", busy.uid)
        event.add("sequence", busy.sequence)
        event.add("dtstamp", busy.changed_at)
        event.add("dtstart", busy.stretch.starts_at)
        event.add("dtend", busy.stretch.ends_at)
        event.add("summary", _("busy"))
        event.add("transp", "OPAQUE")
        event.add("class", "PUBLIC")
        event.add("status", "TENTATIVE" if busy.is_tentative else "CONFIRMED")
        found.add_component(event)
    return found
