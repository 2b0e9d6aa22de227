"""What of the public site can be found: activities, people, places, news and pages."""

from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import override
from wagtail.models import Page

from kulisy.kernel.search.api import Entry, searchable
from kulisy.programme import api as programme
from kulisy.programme.api import Activity, Group
from kulisy.venues import api as venues
from kulisy.website import queries
from kulisy.website.models import ContactPage, ContentPage, NewsPage

BATCH = 500


def activities(ids: Iterable[int] | None) -> Iterator[Entry]:
    """Every activity, those not yet public as such."""
    found = queries.activities_to_find(ids)
    for activity in found.iterator(chunk_size=BATCH):
        yield _activity(activity)


def _activity(activity: Activity) -> Entry:
    ends = vars(activity)  # annotated by the query
    regular = activity.kind.is_regular  # a class of a year is neither coming nor past
    people = [credit.contributor.name for credit in activity.credits.all()]
    groups = list(activity.groups.all())
    people += [who.name for group in groups for who in group.instructors.all()]
    named = [
        activity.kind.name,
        activity.section.name if activity.section else "",
        *(audience.name for audience in activity.audiences.all()),
        *(tag.name for tag in activity.tags.all()),
        *people,
        *(backing.organisation.name for backing in activity.backings.all()),
        *(group.name for group in groups),
        *_places(activity, groups),
    ]
    with override("pl"):
        address = reverse("website:activity", args=[activity.slug])
    return Entry(
        kind="activity",
        pk=activity.pk,
        title=activity.title,
        body=text_of(activity),
        keywords=" ".join(dict.fromkeys(word for word in named if word)),
        url=address,
        public=activity.state in Activity.PUBLIC_STATES,
        visible_from=activity.publish_at,
        starts_at=None if regular else ends["first_at"],
        ends_at=None if regular else ends["last_at"],
        facets={"rodzaj": activity.kind.slug},
    )


def _places(activity: Activity, groups: list[Group]) -> Iterator[str]:
    """Where it happens: people remember the room or the village sooner than the title."""
    for where in (*groups, *vars(activity)["dates_of_events"]):
        if where.room is not None:
            yield from (where.room.name, where.room.venue.name)
        else:
            yield getattr(where, "place", "")


def text_of(activity: Activity) -> str:
    """Summary and description; once, where one repeats the other."""
    described = plain(activity.description).strip()
    return described if described == activity.summary else f"{activity.summary} {described}"


def plain(stream: Any) -> str:
    """The words of a text made of blocks, without mark-up."""
    # Paragraphs have no space between them, and words are stored as HTML writes them.
    found = "".join(f" {block}" for block in stream or ()).replace("<", " <")
    return " ".join(unescape(strip_tags(found)).split())


def people(ids: Iterable[int] | None) -> Iterator[Entry]:
    """People of the programme who have a page."""
    found = programme.queries.contributors_listed(timezone.now())
    if ids is not None:
        found = found.filter(pk__in=list(ids))
    for who in found:
        with override("pl"):
            address = reverse("website:person", args=[who.slug])
        yield Entry(
            kind="person",
            pk=who.pk,
            title=who.name,
            body=f"{who.headline} {who.about}",
            url=address,
        )


def places(ids: Iterable[int] | None) -> Iterator[Entry]:
    """Venues with their rooms."""
    found = venues.venues()
    if ids is not None:
        found = found.filter(pk__in=list(ids))
    for venue in found:
        with override("pl"):
            address = reverse("website:place", args=[venue.slug])
        yield Entry(
            kind="place",
            pk=venue.pk,
            title=venue.name,
            url=address,
            body=f"{venue.address} {venue.access_note} {venue.directions}",
            keywords=" ".join(room.name for room in venue.rooms.all()),
        )


def news(ids: Iterable[int] | None) -> Iterator[Entry]:
    """News that are published."""
    found = NewsPage.objects.live().public()
    if ids is not None:
        found = found.filter(pk__in=list(ids))
    for page in found:
        yield Entry(
            kind="news",
            pk=page.pk,
            title=page.title,
            body=f"{page.lead} {plain(page.body)}",
            url=_address(page),
        )


def pages(ids: Iterable[int] | None) -> Iterator[Entry]:
    """Free pages that are published."""
    for model in (ContentPage, ContactPage):
        found = model.objects.live().public()
        if ids is not None:
            found = found.filter(pk__in=list(ids))
        for page in found:
            yield Entry(
                kind="page",
                pk=page.pk,
                title=page.title,
                body=f"{page.lead} {plain(page.body)}",
                url=_address(page),
            )


def _address(page: Page) -> str:
    with override("pl"):
        return str(page.url or "")


searchable("activity", entries=activities)
searchable("person", entries=people)
searchable("place", entries=places)
searchable("news", entries=news)
searchable("page", entries=pages)
