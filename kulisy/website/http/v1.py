"""Version 1: what is public, read-only, for anybody and any page."""

import hashlib
from typing import Any
from uuid import UUID

from django.core.cache import BaseCache, caches
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from ninja import Field, NinjaAPI, Query, Router
from ninja.throttling import AnonRateThrottle

from kulisy.kernel.search.api import find
from kulisy.programme import api as programme
from kulisy.venues import api as venues
from kulisy.website.http.paging import Page, Paging, page_of
from kulisy.website.http.problems import Trouble, answer_problems
from kulisy.website.http.schemas import (
    ActivityOut,
    GroupOut,
    Kind,
    OccurrenceOut,
    Problem,
    VenueOut,
)

SECONDS_FRESH = 60
MOST_FOUND = 500
SAYS_NO = {422: Problem, 429: Problem}
DAY = r"^(\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})$"


class Api(NinjaAPI):
    """Every answer may be read from any page, kept a minute, and asked for only when it changed."""

    def create_response(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().create_response(request, *args, **kwargs)
        digest = hashlib.sha1(response.content, usedforsecurity=False).hexdigest()
        response["ETag"] = f'W/"{digest}"'
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag"
        response["Cache-Control"] = f"public, max-age={SECONDS_FRESH}"
        answer = get_conditional_response(request, etag=response["ETag"], response=response)
        return answer if isinstance(answer, HttpResponse) else response


class Generous(AnonRateThrottle):
    """Counted in each process: a limit for programs gone wild costs no write to the database."""

    @property
    def cache(self) -> BaseCache:  # type: ignore[override]  # asked for at each request, not kept
        return caches["renditions"]


class Wanted(Paging):
    """The filters of the public calendar under the same names."""

    od: str | None = Field(None, pattern=DAY, description="first day, 2026-11-21 or 21.11.2026")
    do: str | None = Field(None, pattern=DAY, description="last day, included")
    rodzaj: list[str] = Field([], description="kinds of activity, by slug")
    sekcja: list[str] = Field([], description="sections, by slug")
    dla: list[str] = Field([], description="audiences, by slug")
    miejsce: list[str] = Field([], description="venues, by slug")
    tryb: list[str] = Field([], description="on_site, online, both")
    ulatwienie: list[str] = Field([], description="accessibility features, all of them wanted")
    wstep: str | None = Field(None, description="wolny or platny: free or paid")
    wydarzenie: str | None = Field(None, description="one activity, by slug")
    cykl: str | None = Field(None, description="a festival or series with its parts, by slug")
    grupa: str | None = Field(None, description="one group, by uid")
    zajecia: str | None = Field(None, description="bez or tylko: without classes, or only them")
    szukaj: str | None = Field(None, max_length=200, description="words to search for")


api = Api(
    title="Kulisy",
    version="1",
    urls_namespace="api-v1",
    docs_url=None,
    openapi_url="/openapi.json",
    throttle=[Generous("600/m")],
    description="What a culture centre offers: public, read-only, without a key. Times are ISO "
    "8601 with their offset. Errors are application/problem+json (RFC 9457).",
)
answer_problems(api)
router = Router(tags=["programme"])


@router.get("/occurrences", response={200: Page[OccurrenceOut], **SAYS_NO})
def occurrences(request: HttpRequest, wanted: Query[Wanted]) -> Any:
    """Dates in the order of their start."""
    now = timezone.now()
    read = programme.filters.read_filter(dict(request.GET.lists()))
    if read.problems:
        name, value = read.problems[0]
        raise Trouble(422, name, f"“{value}” was not understood.")
    rows = programme.queries.occurrences_shown(None, read.filter, now)
    if read.filter.words:
        hits = find(read.filter.words, kinds=["activity"], limit=MOST_FOUND, now=now).hits
        rows = rows.filter(activity__in=[hit.pk for hit in hits])
    return page_of(rows, wanted, request, OccurrenceOut.of, by="starts_at")


@router.get("/activities", response={200: Page[ActivityOut], **SAYS_NO})
def activities(request: HttpRequest, wanted: Query[Paging]) -> Any:
    """Public activities, the oldest entered first."""
    rows = programme.queries.public_activities(timezone.now())
    rows = rows.select_related("kind", "section", "parent").prefetch_related("audiences")
    return page_of(rows, wanted, request, ActivityOut.of)


@router.get("/activities/{slug}", response={200: ActivityOut, 404: Problem, **SAYS_NO})
def activity(request: HttpRequest, slug: str) -> Any:
    """One activity."""
    del request
    rows = programme.queries.public_activities(timezone.now())
    found = rows.select_related("kind", "section", "parent").filter(slug=_clean(slug)).first()
    if found is None:
        raise Http404
    return ActivityOut.of(found)


@router.get("/groups", response={200: Page[GroupOut], **SAYS_NO})
def groups(request: HttpRequest, wanted: Query[Paging]) -> Any:
    """Groups of regular classes, with the rules of their meetings."""
    rows = programme.queries.groups_of(None, timezone.now())
    return page_of(rows, wanted, request, GroupOut.of)


@router.get("/groups/{uid}", response={200: GroupOut, 404: Problem, **SAYS_NO})
def group(request: HttpRequest, uid: UUID) -> Any:
    """One group."""
    del request
    found = programme.queries.groups_of(None, timezone.now()).filter(uid=uid).first()
    if found is None:
        raise Http404
    return GroupOut.of(found)


@router.get("/kinds", response={200: list[Kind], **SAYS_NO})
def kinds(request: HttpRequest) -> Any:
    """Kinds of activity that have something public."""
    del request
    return [
        Kind(slug=kind.slug, name=kind.name, shape=kind.shape)
        for kind in programme.queries.filter_choices().kinds
    ]


@router.get("/venues", response={200: list[VenueOut], **SAYS_NO})
def places(request: HttpRequest) -> Any:
    """Venues with their rooms."""
    del request
    return [VenueOut.of(venue) for venue in venues.venues()]


def _clean(slug: str) -> str:
    return slug.replace("\x00", "")


api.add_router("", router)
