"""Records as schema.org, for search engines and other calendars."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from kulisy.programme.api import Activity, Contributor, Group, Occurrence
from kulisy.venues.api import Centre, Room, Venue, access_profile

Node = dict[str, Any]
Absolute = Callable[[str], str]

# Inside <script> the parser of HTML looks for these before JSON does.
HIDDEN = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
MOST_EVENTS = 30
MODES = {
    "on_site": "https://schema.org/OfflineEventAttendanceMode",
    "online": "https://schema.org/OnlineEventAttendanceMode",
    "both": "https://schema.org/MixedEventAttendanceMode",
}


def written(nodes: Sequence[Node]) -> SafeString:
    """The graph as JSON that cannot end its script element."""
    text = json.dumps({"@context": "https://schema.org", "@graph": list(nodes)}, ensure_ascii=False)
    return mark_safe(text.translate(HIDDEN))  # noqa: S308 - no markup is left in it


def without_empty(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def breadcrumbs(crumbs: Iterable[tuple[str, str]], absolute: Absolute) -> Node:
    """The way here. The last step is this page and needs no address."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            without_empty(
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": str(label),
                    "item": absolute(url) if url else "",
                }
            )
            for position, (label, url) in enumerate(crumbs, start=1)
        ],
    }


def organisation(centre: Centre, url: str, logo: str = "") -> Node:
    """The centre itself."""
    return without_empty(
        {
            "@type": "Organization",
            "@id": f"{url}#centre",
            "name": centre.name,
            "alternateName": centre.short_name,
            "url": url,
            "logo": logo,
            "telephone": centre.phone,
            "email": centre.email,
            "address": postal(centre.street, centre.postcode, centre.town),
            "taxID": centre.nip,
        }
    )


def postal(street: str, postcode: str, town: str) -> Node:
    if not (street or town):
        return {}
    return without_empty(
        {
            "@type": "PostalAddress",
            "streetAddress": street,
            "postalCode": postcode,
            "addressLocality": town,
            "addressCountry": "PL",
        }
    )


def venue(place: Venue, url: str) -> Node:
    """A venue with what it offers to people with special needs."""
    return without_empty(
        {
            "@type": "Place",
            "@id": url,
            "name": place.name,
            "url": url,
            "address": postal(place.street, place.postcode, place.town),
            "geo": _geo(place),
            "amenityFeature": [
                amenity(str(line.feature.label), value=line.answer == "yes")
                for line in access_profile(place)
                if line.answer in {"yes", "no"}
            ],
        }
    )


def amenity(name: str, *, value: bool = True) -> Node:
    return {"@type": "LocationFeatureSpecification", "name": name, "value": value}


def _geo(place: Venue) -> Node:
    if place.latitude is None or place.longitude is None:
        return {}
    return {
        "@type": "GeoCoordinates",
        "latitude": float(place.latitude),
        "longitude": float(place.longitude),
    }


def event(occurrence: Occurrence, *, url: str, image: str, organiser: Node) -> Node:
    """One date of an activity."""
    activity = occurrence.activity
    return without_empty(
        {
            "@type": activity.kind.schema_type
            if not activity.kind.is_regular
            else "EducationEvent",
            "@id": f"{url}#{occurrence.uid}",
            "name": occurrence.label,
            "description": activity.summary,
            "url": url,
            "image": [image] if image else [],
            "startDate": moment(occurrence.starts_at, all_day=occurrence.is_all_day),
            # Stretches are half-open here; a day that schema.org names is included.
            "endDate": moment(
                occurrence.ends_at - timedelta(microseconds=occurrence.is_all_day),
                all_day=occurrence.is_all_day,
            ),
            "previousStartDate": (moment(occurrence.moved_from) if occurrence.moved_from else None),
            "eventStatus": f"https://schema.org/{status(occurrence)}",
            "eventAttendanceMode": MODES[occurrence.mode],
            "location": _locations(occurrence),
            "inLanguage": activity.language,
            "isAccessibleForFree": activity.is_free or None,
            "typicalAgeRange": ages(activity.age_from, activity.age_to),
            "maximumAttendeeCapacity": occurrence.capacity or activity.capacity,
            "offers": offer(occurrence, url),
            "organizer": organiser,
            "performer": [person(c.contributor) for c in activity.credits.all()],
            "superEvent": (
                {"@type": "EventSeries", "name": activity.parent.title} if activity.parent else None
            ),
        }
    )


def status(occurrence: Occurrence) -> str:
    """The word of schema.org for what happened to the date."""
    states = {occurrence.state, occurrence.activity.state}
    if "cancelled" in states:
        return "EventCancelled"
    if "postponed" in states:
        return "EventPostponed"
    return "EventRescheduled" if occurrence.moved_from else "EventScheduled"


def moment(value: datetime, *, all_day: bool = False) -> str:
    here = timezone.localtime(value)
    return here.date().isoformat() if all_day else here.isoformat()


def offer(occurrence: Occurrence, url: str) -> Node:
    """What it costs. A price known only in words is not repeated as a number."""
    activity = occurrence.activity
    if not activity.is_free and activity.price_from is None:
        return {}
    left = "SoldOut" if occurrence.is_sold_out else "InStock"
    return {
        "@type": "Offer",
        "price": str(activity.price_from or 0),
        "priceCurrency": activity.currency,
        "availability": f"https://schema.org/{left}",
        "url": url,
    }


def person(contributor: Contributor, url: str = "") -> Node:
    """Somebody of the programme; with an address, as the subject of the page."""
    about = (contributor.headline or contributor.about[:200]) if url else ""
    return without_empty(
        {"@type": "Person", "name": contributor.name, "description": about, "url": url}
    )


def ages(first: int | None, last: int | None) -> str:
    if first is None and last is None:
        return ""
    return f"{first or 0}-{'' if last is None else last}"


def _locations(occurrence: Occurrence) -> Any:
    found = []
    if occurrence.mode != "online":
        found.append(_site(occurrence))
    if occurrence.mode != "on_site":
        found.append(
            without_empty(
                {"@type": "VirtualLocation", "url": occurrence.online_url, "name": "online"}
            )
        )
    found = [node for node in found if node]
    return found[0] if len(found) == 1 else found


def _site(occurrence: Occurrence) -> Node:
    room: Room | None = occurrence.room
    offered = [amenity(feature.name) for feature in occurrence.features.all()]
    if room is None:
        if not occurrence.place:
            return {}
        return without_empty(
            {"@type": "Place", "name": occurrence.place, "amenityFeature": offered}
        )
    place = room.venue
    return without_empty(
        {
            "@type": "Place",
            "name": f"{room.name}, {place.name}",
            "address": postal(place.street, place.postcode, place.town),
            "geo": _geo(place),
            "amenityFeature": offered,
        }
    )


def series(
    activity: Activity, dates: Sequence[Occurrence], nodes: Sequence[Node], url: str
) -> Node:
    """A cycle or a festival: one thing of many dates."""
    return without_empty(
        {
            "@type": "Festival" if activity.kind.schema_type == "Festival" else "EventSeries",
            "@id": url,
            "name": activity.title,
            "description": activity.summary,
            "url": url,
            "startDate": moment(dates[0].starts_at) if dates else None,
            "endDate": moment(max(one.ends_at for one in dates)) if dates else None,
            "subEvent": [{"@id": node["@id"]} for node in nodes],
        }
    )


def course(activity: Activity, found: Sequence[Group], url: str, provider: Node) -> Node:
    """Regular classes: a course with an instance for each group."""
    return without_empty(
        {
            "@type": "Course",
            "@id": url,
            "name": activity.title,
            "description": activity.summary or activity.title,
            "url": url,
            "provider": provider,
            "inLanguage": activity.language,
            "isAccessibleForFree": activity.is_free or None,
            "hasCourseInstance": [
                without_empty(
                    {
                        "@type": "CourseInstance",
                        "name": group.name,
                        "courseMode": "online" if activity.mode == "online" else "onsite",
                        "instructor": [person(who) for who in group.instructors.all()],
                        "location": group.room.venue.name if group.room else "",
                    }
                )
                for group in found
            ],
        }
    )


def listed(urls: Iterable[tuple[str, str]], absolute: Absolute) -> Node:
    """Things on a page in their order: ``(name, url)``."""
    return {
        "@type": "ItemList",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": name, "url": absolute(url)}
            for n, (name, url) in enumerate(urls, start=1)
        ],
    }
