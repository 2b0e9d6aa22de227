"""The page of an activity: what, when, where, for whom, who stands behind it."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kulisy.programme import api as programme
from kulisy.programme.api import Activity, Occurrence
from kulisy.website import jsonld, queries, search, words
from kulisy.website.addresses import poster_address
from kulisy.website.cards import admission, off_state, picture, place_of, row, state_words
from kulisy.website.context import facts_of
from kulisy.website.frame import Crumb, Sharing, page

PAST_SHOWN = 12
COMING_SHOWN = 30
NEXT_OF_CLASSES = 4
MOST_OF_CLASSES = 8  # of a year of them, for search engines: thirty weigh as much as the page


@require_safe
def activity(request: HttpRequest, slug: str) -> HttpResponse:
    """The page, also of a draft for those who may see it."""
    now = timezone.now()
    shown = programme.access.activity_seen(request.user, slug, now)
    staff = programme.access.may_see_drafts(request.user)
    dates = queries.dates_of(shown, staff=staff, now=now)
    for date in dates:
        date.activity = shown  # spares a query for each credit and parent of each date
    if shown.kind.is_regular:
        facts_of(request).under = reverse("website:classes")
    image = request.build_absolute_uri(share_image(shown, facts_of(request).accent))
    response = page(
        request,
        "website/activity.html",
        _context(shown, dates, now) | {"address": request.build_absolute_uri(request.path)},
        title=shown.title,
        crumbs=_crumbs(shown),
        description=shown.summary,
        graph=graph(request, shown, dates, image),
        sharing=Sharing(image=image, kind="article"),
    )
    if not shown.is_public(now):
        response["X-Robots-Tag"] = "noindex"
    return response


def _context(shown: Activity, dates: list[Occurrence], now: datetime) -> dict[str, Any]:
    return {
        "activity": shown,
        "is_preview": not shown.is_public(now),
        **_dates(dates, now),
        **_people(shown),
        **_more(shown, now),
        "picture": _photograph(shown),
        # Short things are often described by their own summary, which stands above already.
        "has_text": search.plain(shown.description).strip() != shown.summary.strip(),
        "price": admission(shown),
        "ages": words.ages(shown.age_from, shown.age_to),
        "state": state_words(shown.state if shown.state in words.OFF else "", shown.reason, None),
        "calendar_url": f"/wydarzenia/{shown.slug}.ics",
    }


def share_image(activity: Activity, accent: str) -> str:
    """The picture for social networks: the photograph, or the drawn poster."""
    if activity.picture:
        return str(activity.picture.get_rendition("fill-1200x630|format-jpeg").url)
    return poster_address(activity.art_family, activity.uid, accent)


def _photograph(shown: Activity) -> dict[str, Any] | None:
    return picture(
        shown.picture,
        shown.picture_alt,
        decorative=shown.picture_is_decorative,
        spec="max-960x1200|format-webp",
    )


def _dates(dates: list[Occurrence], now: datetime) -> dict[str, Any]:
    coming = [date for date in dates if not date.is_over(now)]
    past = [date for date in dates if date.is_over(now)]
    going = [date for date in coming if not date.is_off]
    first = next(iter(going or coming or past), None)
    near = coming[:COMING_SHOWN]
    if near and near[0].activity.kind.is_regular:
        # A year of Wednesdays says nothing; what comes next and what differs does.
        near = [
            date
            for n, date in enumerate(near)
            if n < NEXT_OF_CLASSES or date.is_off or date.moved_from
        ]
    return {
        "first": first,
        "dates": [_told(date) for date in near],
        "folded": [_told(date) for date in coming[:COMING_SHOWN] if date not in near],
        "dates_left": max(0, len(coming) - COMING_SHOWN),
        "past": [_told(date) for date in past[-PAST_SHOWN:]],
        "venues": list(
            {date.room.venue_id: date.room.venue for date in coming if date.room}.values()
        ),
        "features": _features(coming),
        "is_over": bool(past) and not coming,
    }


def _told(date: Occurrence) -> dict[str, Any]:
    state, label, why = state_words(off_state(date), date.reason, date.moved_from)
    return {
        "date": date,
        "place": place_of(date),
        "state": state,
        "state_label": label,
        "why": why,
        "is_tentative": date.state == Occurrence.State.TENTATIVE,
    }


def _features(coming: list[Occurrence]) -> list[dict[str, Any]]:
    """Each feature once; ``every`` when all coming dates offer it."""
    going = [date for date in coming if not date.is_off]
    counted: dict[int, int] = defaultdict(int)
    named = {}
    for date in going:
        for feature in date.features.all():
            counted[feature.pk] += 1
            named[feature.pk] = feature
    return [
        {"feature": feature, "every": counted[pk] == len(going)} for pk, feature in named.items()
    ]


def _people(shown: Activity) -> dict[str, Any]:
    credited: dict[str, list[Any]] = defaultdict(list)
    for credit in shown.credits.all():
        credited[credit.part].append(credit.contributor)
    backed: dict[str, list[Any]] = defaultdict(list)
    signs = []
    for backing in shown.backings.all():
        backed[backing.role].append(backing.organisation)
        if backing.sign_set is not None:
            signs.append(backing.sign_set)
    return {
        "credits": [(words.PARTS[part], credited[part]) for part in words.PARTS if credited[part]],
        "backings": [(words.ROLES[role], backed[role]) for role in words.ROLES if backed[role]],
        "sign_sets": signs,
    }


def _more(shown: Activity, now: datetime) -> dict[str, Any]:
    """Groups of regular classes, parts of a festival."""
    context: dict[str, Any] = {"groups": [], "parts": [], "parts_coming": []}
    if shown.kind.is_regular:
        found = list(
            shown.groups.select_related("activity__kind", "room__venue").prefetch_related(
                "recurrences", "instructors"
            )
        )
        context["groups"] = [(group, queries.meetings([group])) for group in found]
    else:
        context["parts"] = queries.tree_below(shown, now)
        if context["parts"]:
            context["parts_coming"] = [row(line, now) for line in queries.coming_of(shown, now)]
    return context


def _crumbs(shown: Activity) -> list[Crumb]:
    if shown.kind.is_regular:
        crumbs = [(_("Classes"), reverse("website:classes"))]
    else:
        crumbs = [(_("Calendar"), reverse("website:calendar"))]
    if shown.parent:
        crumbs.append((shown.parent.title, reverse("website:activity", args=[shown.parent.slug])))
    return [*crumbs, (shown.title, "")]


def graph(
    request: HttpRequest, shown: Activity, dates: list[Occurrence], image: str
) -> list[dict[str, Any]]:
    """The activity for search engines: each date, and what they are together."""
    url = request.build_absolute_uri(request.path)
    home = request.build_absolute_uri("/")
    organiser = jsonld.organisation(facts_of(request).centre, home)
    told = [date for date in dates if date.state != Occurrence.State.TENTATIVE]
    # The nearest ones: a class of three years has more dates than a search engine reads.
    now = timezone.now()
    nearest = [date for date in told if not date.is_over(now)] or told[-1:]
    nodes = [
        jsonld.event(date, url=url, image=image, organiser={"@id": organiser["@id"]})
        for date in nearest[: MOST_OF_CLASSES if shown.kind.is_regular else jsonld.MOST_EVENTS]
    ]
    found = [organiser, *nodes]
    if shown.kind.is_regular:
        groups = list(shown.groups.all().prefetch_related("instructors"))
        found.append(jsonld.course(shown, groups, url, {"@id": organiser["@id"]}))
    elif len(nodes) > 1 or shown.kind.shape == "collection":
        found.append(jsonld.series(shown, nearest, nodes, url))
    return found
