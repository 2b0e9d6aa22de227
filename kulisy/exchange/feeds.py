"""What leaves the programme for other calendars and readers: iCalendar and RSS."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kulisy.exchange.calendar import Cover, calendar
from kulisy.exchange.news import rss
from kulisy.exchange.outgoing import Version, version_of
from kulisy.kernel.search.api import find
from kulisy.programme.api import Occurrence, access, filters, queries
from kulisy.venues import api as venues

MINUTES_FRESH = 10
MOST_FOUND = 500


@require_safe
def calendar_feed(request: HttpRequest) -> HttpResponseBase:
    """All dates, or those of a filter, as a calendar."""
    wish, now = _wish(request), timezone.now()
    return _calendar(request, _dates(wish, now), lambda: _("Calendar"))


@require_safe
def group_feed(request: HttpRequest, uid: str) -> HttpResponseBase:
    """The dates of one group as a calendar."""
    now = timezone.now()
    group = access.group_seen(AnonymousUser(), uid, now)
    return _calendar(
        request, _dates(filters.ProgrammeFilter(group=str(group.uid)), now), lambda: str(group)
    )


@require_safe
def activity_feed(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The dates of one activity, with those of its parts, as a calendar."""
    now = timezone.now()
    activity = access.activity_seen(AnonymousUser(), slug, now)
    dates = _dates(filters.ProgrammeFilter(part_of=activity.slug), now)
    return _calendar(request, dates, lambda: activity.title)


@require_safe
def rss_feed(request: HttpRequest) -> HttpResponseBase:
    """Coming activities, the newest announced first."""
    wish, now = _wish(request), timezone.now()
    dates = _dates(wish, now).filter(ends_at__gt=now)
    language = _language(request)

    def answer() -> HttpResponse:
        with translation.override(language):
            text = rss(dates, now, title=_title(_("Coming events")), address=_address(request))
        return HttpResponse(text, content_type="application/rss+xml; charset=utf-8")

    return _unless_known(request, version_of(dates), now, answer)


def _calendar(
    request: HttpRequest, dates: QuerySet[Occurrence], name: Callable[[], str]
) -> HttpResponseBase:
    language = _language(request)

    def answer() -> HttpResponseBase:
        with translation.override(language):
            cover = Cover(name=_title(name()), address=_address(request), colour=_css_colour())
        head = request.method == "HEAD"
        pieces: Iterable[str] = () if head else calendar(dates, cover, language=language)
        response = StreamingHttpResponse(pieces, content_type="text/calendar; charset=utf-8")
        # Opened in a browser it is kept as a file; calendars that subscribe do not mind.
        response["Content-Disposition"] = 'inline; filename="kalendarz.ics"'
        return response

    return _unless_known(request, version_of(dates), timezone.now(), answer)


def _unless_known(
    request: HttpRequest, version: Version, now: datetime, answer: Callable[[], HttpResponseBase]
) -> HttpResponseBase:
    """The answer, or 304 when the reader has this version already."""
    # The day stands in the mark: what changes without a date of change (a venue's name, the
    # switch of a kind) reaches subscribers within a day.
    mark = (
        f"{request.get_full_path()}|{version.mark}|{version.changed_at}|{timezone.localdate(now)}"
    )
    etag = "W/" + quote_etag(hashlib.sha1(mark.encode(), usedforsecurity=False).hexdigest())
    # No If-Modified-Since: a date that was removed makes the latest change older, not newer.
    request.META.pop("HTTP_IF_MODIFIED_SINCE", None)
    known = get_conditional_response(request, etag=etag)
    response = known if isinstance(known, HttpResponse) and known.status_code == 304 else answer()  # noqa: PLR2004 - Not Modified
    response["ETag"] = etag
    if version.changed_at:
        response["Last-Modified"] = http_date(version.changed_at.timestamp())
    response["Access-Control-Allow-Origin"] = "*"
    patch_cache_control(response, public=True, max_age=MINUTES_FRESH * 60)
    return response


def _dates(wish: filters.ProgrammeFilter, now: datetime) -> QuerySet[Occurrence]:
    dates = queries.matching(queries.public_occurrences(now), wish)
    if wish.words:
        hits = find(wish.words, kinds=["activity"], limit=MOST_FOUND, now=now).hits
        dates = dates.filter(activity__in=[hit.pk for hit in hits])
    return dates


def _wish(request: HttpRequest) -> filters.ProgrammeFilter:
    # Nonsense is left out: a calendar has nobody to read a sentence about it.
    parameters: Mapping[str, list[str]] = dict(request.GET.lists())
    return filters.read_filter(parameters).filter


def _language(request: HttpRequest) -> str:
    return "en" if request.GET.get("jezyk") == "en" else "pl"


def _title(what: str) -> str:
    centre = venues.centre()
    name = centre.short_name or centre.name or "Kulisy"
    return f"{name}: {what}"


def _address(request: HttpRequest) -> str:
    return f"{settings.PUBLIC_ADDRESS}{request.get_full_path()}"


def _css_colour() -> str:
    """RFC 7986, 5.9: COLOR is a name of CSS3, not a number; the nearest of a calm few is sent."""
    accent = venues.centre().accent.lstrip("#")
    wanted = tuple(int(accent[at : at + 2], 16) for at in (0, 2, 4))
    return min(
        NAMED, key=lambda name: sum((a - b) ** 2 for a, b in zip(NAMED[name], wanted, strict=True))
    )


NAMED: dict[str, tuple[Any, ...]] = {
    "maroon": (128, 0, 0),
    "firebrick": (178, 34, 34),
    "crimson": (220, 20, 60),
    "sienna": (160, 82, 45),
    "darkgoldenrod": (184, 134, 11),
    "olive": (128, 128, 0),
    "darkgreen": (0, 100, 0),
    "seagreen": (46, 139, 87),
    "teal": (0, 128, 128),
    "steelblue": (70, 130, 180),
    "navy": (0, 0, 128),
    "midnightblue": (25, 25, 112),
    "indigo": (75, 0, 130),
    "purple": (128, 0, 128),
    "darkmagenta": (139, 0, 139),
    "dimgray": (105, 105, 105),
    "darkslategray": (47, 79, 79),
    "black": (0, 0, 0),
}
