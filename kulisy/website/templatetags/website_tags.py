"""What pages edited backstage show of the records, and the frame around every page."""

from datetime import time
from typing import Any

from django import template
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Page

from kulisy.programme import api as programme
from kulisy.ui import dates
from kulisy.venues import api as venues
from kulisy.website import jsonld, queries, words
from kulisy.website.addresses import USUAL_POSTER, activity_address, in_language, poster_address
from kulisy.website.cards import card, gathered, picture, row
from kulisy.website.frame import home_crumb
from kulisy.website.models import NewsPage
from kulisy.website.views.calendar import day_address, month_address

register = template.Library()
HOME_DEPTH = 2  # in the tree of pages; the root of all sites is 1


@register.simple_tag
def home_programme() -> dict[str, Any]:
    """Today, the coming posters, sections and news."""
    now = timezone.now()
    today = queries.today(now)
    posters = queries.posters(now)
    return {
        "today": today.day,
        "today_url": day_address(today.day),
        "month_url": month_address(today.day),
        "rows": [row(line, now) for line in today.lines],
        "classes": len(today.classes),
        "classes_told": gathered(today.classes),
        "lasting": [row(line, now) for line in today.lasting],
        "bill": _bill(today, posters),
        "cards": [card(one) for one in posters],
        "sections": queries.sections(now),
        "news": queries.latest_news(),
    }


def _bill(today: queries.Today, posters: list[Any]) -> dict[str, Any] | None:
    """The one poster that hangs askew: the evening's, else the next."""
    tonight = [line for line in today.lines if not line.off]
    if tonight:
        line = tonight[-1]
        return {
            "family": line.art,
            "uid": line.uid,
            "url": activity_address(line.slug),
            "label": line.title,
        }
    if posters:
        activity = posters[0].activity
        return {
            "family": activity.art_family,
            "uid": activity.uid,
            "url": activity_address(activity.slug),
            "label": activity.title,
        }
    return None


@register.simple_tag
def news_picture(
    news: NewsPage, *, decorative: bool = True, spec: str = ""
) -> dict[str, Any] | None:
    """The photograph of a piece of news."""
    return picture(
        news.picture,
        news.picture_alt,
        decorative=decorative or news.picture_is_decorative,
        spec=spec or "fill-640x400|format-webp",
    )


@register.simple_tag
def all_venues() -> list[venues.Venue]:
    """Venues for the contact page."""
    return list(venues.venues())


@register.simple_tag(takes_context=True)
def page_crumbs(context: dict[str, Any]) -> list[tuple[str, str]]:
    """The way to a page edited backstage, or the one that a view has laid."""
    page = context.get("page")
    if not isinstance(page, Page):
        return context.get("crumbs") or []
    request = context.get("request")
    if page.depth <= HOME_DEPTH:
        return []
    above = page.get_ancestors().live().filter(depth__gt=HOME_DEPTH)
    steps = [(one.title, one.get_url(request) or "") for one in above]
    return [home_crumb(), *steps, (page.title, "")]


@register.simple_tag(takes_context=True)
def page_graph(context: dict[str, Any], crumbs: list[tuple[str, str]]) -> SafeString | str:
    """The page as schema.org; nothing when there is nothing to say."""
    request: HttpRequest | None = context.get("request")
    if request is None:
        return ""
    nodes = list(context.get("graph") or ())
    page = context.get("page")
    if isinstance(page, NewsPage):
        nodes.append(_article(page, request))
    elif isinstance(page, Page) and not crumbs and (centre := context["site"].centre).name:
        nodes.append(jsonld.organisation(centre, request.build_absolute_uri("/")))
    if crumbs:
        nodes.append(jsonld.breadcrumbs(crumbs, request.build_absolute_uri))
    return jsonld.written(nodes) if nodes else ""


def _article(page: NewsPage, request: HttpRequest) -> dict[str, Any]:
    return {
        "@type": "NewsArticle",
        "headline": page.title,
        "description": page.lead,
        "datePublished": page.published_on.isoformat(),
        "url": request.build_absolute_uri(page.get_url(request) or ""),
        "inLanguage": "pl",
    }


@register.simple_tag(takes_context=True)
def absolute(context: dict[str, Any], address: str) -> str:
    """The address with its host, for sharing."""
    request: HttpRequest | None = context.get("request")
    return request.build_absolute_uri(address) if request else address


@register.simple_tag
def usual_share_image(accent: str = "") -> str:
    """The drawn picture of the centre, for pages without their own."""
    return poster_address(*USUAL_POSTER, accent)


@register.simple_tag
def content_language() -> str:
    """``lang="pl"`` where the text of the centre stands in an English interface."""
    return "" if get_language() == "pl" else SafeString(' lang="pl"')


@register.filter
def colour_of(section: programme.Section | None) -> str:
    """The class that colours a section's titles and blocks."""
    return f"s-{section.colour}".replace("s-senior", "s-seniors") if section else "s-plain"


@register.filter
def clock_of(at: time) -> str:
    """A time of day that belongs to no date, as posters write it."""
    return dates.clock(at)


@register.filter
def weekday_of(meeting: queries.Meeting) -> str:
    """The weekday of an ordinary week."""
    return str(venues.Weekday(meeting.weekday).label)


@register.simple_tag
def group_ages(group: programme.Group) -> str:
    """For what age the group is, with what separates it from the next words."""
    told = words.ages(group.age_from, group.age_to)
    return f"{told} · " if told else ""


register.filter(in_language)
