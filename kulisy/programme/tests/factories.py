"""Rows for tests, made the short way; each call makes one valid row."""

from datetime import date, datetime, time, timedelta
from itertools import count

from kulisy.kernel.time import wall
from kulisy.programme.models import (
    Activity,
    ActivityKind,
    Group,
    Occurrence,
    Season,
    Section,
)
from kulisy.venues.api import Branch, Centre, Room, Venue

numbers = count(1)
SATURDAY = date(2026, 11, 21)


def at(hour: int, minute: int = 0, *, day: date = SATURDAY) -> datetime:
    return wall(day, time(hour, minute))


def room(name: str = "Sala kameralna", **facts) -> Room:
    venue = Venue.objects.first() or a_venue()
    number = next(numbers)
    return Room.objects.create(
        venue=venue, name=name, slug=f"sala-{number}", code=f"S{number}", **facts
    )


def a_venue() -> Venue:
    Centre.objects.get_or_create(pk=1, defaults={"name": "MOK w Kasztanowie", "short_name": "MOK"})
    branch, _ = Branch.objects.get_or_create(name="Siedziba", defaults={"slug": "siedziba"})
    return Venue.objects.create(branch=branch, name="Dom kultury", slug="dom-kultury")


def kind(slug: str = "koncert") -> ActivityKind:
    return ActivityKind.objects.get(slug=slug)


def section(slug: str = "muzyka", **facts) -> Section:
    return Section.objects.get_or_create(slug=slug, defaults={"name": slug.title(), **facts})[0]


def season(name: str = "2026/2027", first=date(2026, 9, 1), last=date(2027, 6, 25)) -> Season:
    return Season.objects.get_or_create(
        name=name, defaults={"slug": name.replace("/", "-"), "first_on": first, "last_on": last}
    )[0]


def activity(title: str = "Koncert", *, state: str = "confirmed", of: str = "koncert", **facts):
    facts.setdefault("slug", f"wydarzenie-{next(numbers)}")
    facts.setdefault("publish_at", at(0, day=date(2026, 1, 1)))
    return Activity.objects.create(title=title, kind=kind(of), state=state, **facts)


def group(name: str = "grupa I", **facts) -> Group:
    facts.setdefault("activity", None)
    if facts["activity"] is None:
        facts["activity"] = activity("Nauka gitary", of="zajecia")
    return Group.objects.create(name=name, **facts)


def occurrence(of: Activity | None = None, starts_at: datetime | None = None, **facts):
    starts_at = starts_at or at(18)
    facts.setdefault("ends_at", starts_at + timedelta(hours=1))
    return Occurrence.objects.create(activity=of or activity(), starts_at=starts_at, **facts)
