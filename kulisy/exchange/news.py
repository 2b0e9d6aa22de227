"""Coming activities as RSS 2.0."""

from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.feedgenerator import Enclosure, Rss201rev2Feed
from django.utils.translation import get_language
from wagtail.images.exceptions import InvalidFilterSpecError

from kulisy.exchange.calendar import address_of
from kulisy.exchange.outgoing import offer_of
from kulisy.programme.api import Activity, Occurrence, queries
from kulisy.ui.dates import clock, long_day

MOST = 50


def rss(dates: QuerySet[Occurrence], now: datetime, *, title: str, address: str) -> str:
    """The next date of each activity, the newest announced first.

    The guid is the activity's: a class that meets every week is news once.
    """
    feed = Rss201rev2Feed(
        title=title,
        link=f"{settings.PUBLIC_ADDRESS}/",
        description=title,
        language=get_language() or "pl",
        feed_url=address,
        ttl="60",  # type: ignore[arg-type]  # Django writes it as it is; the stubs want a number
    )
    for occurrence in _newest(dates, now):
        activity = occurrence.activity
        offer = offer_of(activity)
        feed.add_item(
            title=f"{_when(occurrence)}: {activity.title}",
            link=address_of(offer),
            description=activity.summary or offer.text,
            unique_id=f"urn:uuid:{activity.uid}",
            unique_id_is_permalink=False,
            pubdate=_announced(activity),
            categories=[word for word in (offer.kind, offer.section) if word],
            enclosures=_pictures(activity),
        )
    return feed.writeString("utf-8")


def _newest(dates: QuerySet[Occurrence], now: datetime) -> list[Occurrence]:
    newest = list(
        queries.public_activities(now)
        .filter(pk__in=dates.order_by().values("activity"))
        .order_by("-publish_at", "-pk")
        .values_list("pk", flat=True)[:MOST]
    )
    found: dict[int, Occurrence] = {}
    shown = queries.with_all_shown(dates.filter(activity__in=newest)).order_by("starts_at", "pk")
    for occurrence in shown.iterator(chunk_size=200):
        found.setdefault(occurrence.activity_id, occurrence)
        if len(found) == len(newest):
            break
    return [found[pk] for pk in newest if pk in found]


def _announced(activity: Activity) -> datetime:
    return max(activity.publish_at, activity.created_at)


def _when(occurrence: Occurrence) -> str:
    starts = timezone.localtime(occurrence.starts_at)
    language = get_language() or "pl"
    day = long_day(starts.date(), language)
    return day if occurrence.is_all_day else f"{day}, {clock(starts)}"


def _pictures(activity: Activity) -> list[Enclosure]:
    if activity.picture is None:
        return []
    try:
        rendition = activity.picture.get_rendition("max-1200x1200|format-jpeg")
        size = rendition.file.size
    except (OSError, ValueError, InvalidFilterSpecError):
        return []  # a picture whose file is gone must not take the feed with it
    address = rendition.url if "://" in rendition.url else settings.PUBLIC_ADDRESS + rendition.url
    return [Enclosure(address, str(size), "image/jpeg")]
