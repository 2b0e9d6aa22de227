"""What the API answers with. Names are stable within the version; fields may be added."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from ninja import Field, Schema

from kulisy.programme.api import Activity, Group, Occurrence
from kulisy.venues.api import Venue


class Kind(Schema):
    slug: str
    name: str
    shape: str = Field(description="event, exhibition, collection, classes, course or ensemble")


class Place(Schema):
    name: str
    room: str | None = None
    venue: str | None = Field(None, description="slug of the venue")
    address: str | None = None
    latitude: float | None = None
    longitude: float | None = None


class ActivityOut(Schema):
    uid: UUID
    slug: str
    url: str
    title: str
    summary: str
    kind: str
    section: str | None
    audiences: list[str]
    state: str
    reason: str
    mode: str
    age_from: int | None
    age_to: int | None
    is_free: bool
    price: str
    language: str
    part_of: str | None
    changed_at: datetime

    @classmethod
    def of(cls, row: Activity) -> "ActivityOut":
        return cls(
            uid=row.uid,
            slug=row.slug,
            url=address_of(row.slug),
            title=row.title,
            summary=row.summary,
            kind=row.kind.slug,
            section=row.section.slug if row.section else None,
            audiences=[audience.slug for audience in row.audiences.all()],
            state=row.state,
            reason=row.reason,
            mode=row.mode,
            age_from=row.age_from,
            age_to=row.age_to,
            is_free=row.is_free,
            price=row.price,
            language=row.language,
            part_of=row.parent.slug if row.parent else None,
            changed_at=timezone.localtime(row.changed_at),
        )


class OccurrenceOut(Schema):
    uid: UUID
    activity: str
    url: str
    title: str
    kind: str
    group: UUID | None
    starts_at: datetime
    ends_at: datetime
    is_all_day: bool
    state: str = Field(description="confirmed, postponed or cancelled")
    reason: str
    moved_from: datetime | None
    mode: str
    place: Place | None
    online_url: str
    is_sold_out: bool
    features: list[str]
    changed_at: datetime

    @classmethod
    def of(cls, row: Occurrence) -> "OccurrenceOut":
        whole = (
            row.activity.state if row.activity.state in {"cancelled", "postponed"} else row.state
        )
        return cls(
            uid=row.uid,
            activity=row.activity.slug,
            url=address_of(row.activity.slug),
            title=row.label,
            kind=row.activity.kind.slug,
            group=row.group.uid if row.group else None,
            starts_at=timezone.localtime(row.starts_at),
            ends_at=timezone.localtime(row.ends_at),
            is_all_day=row.is_all_day,
            state=whole,
            reason=row.reason or row.activity.reason,
            moved_from=timezone.localtime(row.moved_from) if row.moved_from else None,
            mode=row.mode,
            place=_place(row),
            online_url=row.online_url,
            is_sold_out=row.is_sold_out,
            features=[f.slug for f in row.features.all()],
            changed_at=timezone.localtime(row.changed_at),
        )


class GroupOut(Schema):
    uid: UUID
    activity: str
    name: str
    level: str
    age_from: int | None
    age_to: int | None
    is_full: bool
    instructors: list[str]
    room: str | None
    rules: list["RuleOut"]

    @classmethod
    def of(cls, row: Group) -> "GroupOut":
        return cls(
            uid=row.uid,
            activity=row.activity.slug,
            name=row.name,
            level=row.level,
            age_from=row.age_from,
            age_to=row.age_to,
            is_full=row.is_full,
            instructors=[person.name for person in row.instructors.all() if person.is_listed],
            room=row.room.name if row.room else None,
            rules=[
                RuleOut(
                    rrule=rule.rrule,
                    first_on=rule.first_on,
                    starts=f"{rule.starts:%H:%M}",
                    minutes=rule.minutes,
                    zone=rule.zone,
                )
                for rule in row.recurrences.all()
            ],
        )


class RuleOut(Schema):
    rrule: str = Field(description="RFC 5545, without the dates left out; /kalendarz.ics has those")
    first_on: date
    starts: str
    minutes: int
    zone: str


class VenueOut(Schema):
    slug: str
    name: str
    url: str
    address: str
    latitude: float | None
    longitude: float | None
    is_outdoor: bool
    rooms: list[str]

    @classmethod
    def of(cls, row: Venue) -> "VenueOut":
        return cls(
            slug=row.slug,
            name=row.name,
            url=f"{settings.PUBLIC_ADDRESS}/miejsca/{row.slug}/",
            address=row.address,
            latitude=_number(row.latitude),
            longitude=_number(row.longitude),
            is_outdoor=row.is_outdoor,
            rooms=[room.name for room in row.rooms.all()],
        )


class Problem(Schema):
    """RFC 9457."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[dict[str, str]] = []


def address_of(slug: str) -> str:
    return f"{settings.PUBLIC_ADDRESS}/wydarzenia/{slug}/"


def _place(row: Occurrence) -> Place | None:
    if row.room is None:
        return Place(name=row.place, venue=None) if row.place else None
    venue = row.room.venue
    return Place(
        name=", ".join(dict.fromkeys((row.room.name, venue.name))),
        room=row.room.name,
        venue=venue.slug,
        address=venue.address or None,
        latitude=_number(venue.latitude),
        longitude=_number(venue.longitude),
    )


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
