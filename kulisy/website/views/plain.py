"""Addresses for programs: theme, robots, sitemap, news feed, drawn pictures; and help on feeds."""

import re
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from kulisy.ui import colour, poster_art
from kulisy.venues import api as venues
from kulisy.website import queries
from kulisy.website.context import accent_of
from kulisy.website.frame import page
from kulisy.website.models import NewsPage, SiteSettings

FOR_EVER = 365 * 24 * 3600
ART_EDITION = 1  # raised when the drawing changes, so that kept pictures are drawn anew


@cache_control(public=True, max_age=FOR_EVER, immutable=True)
def theme(request: HttpRequest) -> HttpResponse:
    """The centre's colour as a stylesheet: it stands in the address, so it never changes."""
    asked = request.META.get("QUERY_STRING", "")
    if not re.fullmatch(r"[0-9a-f]{6}", asked):
        asked = accent_of(SiteSettings.load(), venues.centre()).lstrip("#") or "8c1737"
    return HttpResponse(colour.theme_css(accent=f"#{asked}"), content_type="text/css")


@cache_control(public=True, max_age=FOR_EVER, immutable=True)
def poster(request: HttpRequest, family: str, uid: UUID) -> FileResponse:
    """The drawn poster in pixels for social networks; drawn once and kept."""
    del request
    if family not in poster_art.art_families():
        raise Http404
    folder = Path(settings.VAR) / "posters"
    kept = folder / f"{family}-{uid}-{ART_EDITION}.png"
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        drawn = folder / f"{kept.name}.part"
        poster_art.picture(family=family, uid=str(uid)).save(drawn, "PNG", optimize=True)
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
