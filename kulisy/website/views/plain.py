"""Addresses for programs: theme, robots, sitemap, news feed, drawn pictures; and help on feeds."""

import re
import secrets
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from kulisy.ui import colour, poster_art
from kulisy.venues import api as venues
from kulisy.website import queries
from kulisy.website.addresses import USUAL_POSTER
from kulisy.website.context import accent_of
from kulisy.website.frame import page
from kulisy.website.models import NewsPage, SiteSettings

FOR_EVER = 365 * 24 * 3600
USUAL_ACCENT = "#8c1737"  # that of tokens.css
ART_EDITION = 2  # raised when the drawing changes, so that kept pictures are drawn anew


@cache_control(public=True, max_age=FOR_EVER, immutable=True)
def theme(request: HttpRequest) -> HttpResponse:
    """The centre's colour as a stylesheet: it stands in the address, so it never changes."""
    asked = request.META.get("QUERY_STRING", "")
    accent = f"#{asked}" if re.fullmatch(r"[0-9a-f]{6}", asked) else _accent()
    return HttpResponse(colour.theme_css(accent=accent or USUAL_ACCENT), content_type="text/css")


def _accent() -> str:
    return accent_of(SiteSettings.load(), venues.centre())


@cache_control(public=True, max_age=FOR_EVER, immutable=True)
def poster(request: HttpRequest, family: str, uid: UUID) -> FileResponse:
    """The drawn poster in pixels for social networks; drawn once for a colour of the centre."""
    del request
    # Of known things only: each is drawn for a second and kept for good.
    if str(uid) != USUAL_POSTER[1] and not queries.has_poster(uid, family, timezone.now()):
        raise Http404
    accent = _accent()
    folder = Path(settings.VAR) / "posters"
    kept = folder / f"{family}-{uid}-{ART_EDITION}{accent.replace('#', '-')}.png"
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        drawn = folder / f"{kept.name}.{secrets.token_hex(4)}"
        image = poster_art.picture(family=family, uid=str(uid), accent=accent)
        image.save(drawn, "PNG", optimize=True)
        drawn.replace(kept)
    return FileResponse(kept.open("rb"), content_type="image/png")


def robots(request: HttpRequest) -> HttpResponse:
    """What robots should leave alone: filters without end, and backstage."""
    lines = [
        "User-agent: *",
        "Disallow: /zaplecze/",
        "Disallow: /konto/",
        "Disallow: /szukaj/",
        "Disallow: /en/szukaj/",
        "Disallow: /*?*strona=",
        f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def subscribe(request: HttpRequest) -> HttpResponse:
    """How to have the calendar on one's own telephone."""
    title = _("Calendar on your phone")
    address = request.build_absolute_uri("/kalendarz.ics")
    context = {
        "ics": address,
        "webcal": re.sub(r"^https?", "webcal", address),
        "rss": request.build_absolute_uri("/kalendarz.rss"),
    }
    crumbs = [(_("Calendar"), reverse("website:calendar")), (title, "")]
    return page(request, "website/subscribe.html", context, title=title, crumbs=crumbs)


class NewsFeed(Feed):
    """The latest news as RSS."""

    def title(self) -> str:
        return _("News – %(centre)s") % {"centre": venues.centre().name}

    def link(self) -> str:
        return reverse("wagtail_serve", args=["aktualnosci/"])

    def description(self) -> str:
        return _("What is new at the centre.")

    def items(self) -> list[NewsPage]:
        return queries.latest_news(limit=20)

    def item_title(self, item: NewsPage) -> str:
        return str(item.title)

    def item_description(self, item: NewsPage) -> str:
        return str(item.lead)

    def item_link(self, item: NewsPage) -> str:
        return str(item.url)

    def item_pubdate(self, item: NewsPage) -> object:
        return item.first_published_at
