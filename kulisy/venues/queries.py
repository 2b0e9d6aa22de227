"""Reads: who holds which room when, what is free, what is where."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from kulisy.kernel.time import Stretch, day_stretch
from kulisy.venues.clashes import known
from kulisy.venues.clashes.alternatives import alternatives
from kulisy.venues.clashes.engine import clashes
from kulisy.venues.clashes.rules import Clash, Request, Wish
from kulisy.venues.models import (
    AccessAnswer,
    AccessFeature,
    Booking,
    Branch,
    Centre,
    ClosedDay,
    Equipment,
    OpeningHours,
    Room,
    RoomAccess,
    Venue,
    VenueAccess,
)

__all__ = [
    "AccessLine",
    "BusyTime",
    "Column",
    "FreeRoom",
    "access_profile",
    "alternatives",
    "bookings_between",
    "branches",
    "busy_times",
    "centre",
    "clashes",
    "closed_days",
    "day_plan",
    "equipment_stock",
    "free_rooms",
    "rooms",
    "venues",
    "week_plan",
]


def centre() -> Centre:
    """The centre, or an unsaved one with an empty name before anybody has described it."""
    return Centre.objects.first() or Centre(pk=1)


def branches() -> QuerySet[Branch]:
    """Branches, the main seat first."""
    return Branch.objects.all()


def venues() -> QuerySet[Venue]:
    """Venues with branch, hours, accessibility and rooms, ready to be shown."""
    return Venue.objects.select_related("branch").prefetch_related(
        "access", "opening_hours", Prefetch("rooms", queryset=rooms())
    )


def rooms() -> QuerySet[Room]:
    """Rooms with venue, branch, set-ups, features and accessibility, in the order of calendars."""
    return Room.objects.select_related("venue__branch").prefetch_related(
        "set_ups", "features", "access"
    )


def equipment_stock() -> QuerySet[Equipment]:
    """All equipment with where it is kept."""
    return Equipment.objects.select_related("home")


def opening_hours_of(venue: Venue) -> QuerySet[OpeningHours]:
    """The rows of one venue by weekday."""
    return OpeningHours.objects.filter(venue=venue)


def closed_days(first: date, last: date) -> QuerySet[ClosedDay]:
    """What is closed on one of the days, both included, and why."""
    return ClosedDay.objects.filter(first_on__lte=last, last_on__gte=first).select_related("venue")


@dataclass(frozen=True)
class AccessLine:
    """One feature as a visitor reads it."""

    feature: AccessFeature
    answer: AccessAnswer
    note: str


def access_profile(place: Venue | Room) -> list[AccessLine]:
    """Every feature in the order of a visit; those nobody has looked at are "not checked"."""
    found: Iterable[VenueAccess | RoomAccess] = place.access.all()
    rows = {row.feature: row for row in found}
    return [
        AccessLine(
            feature,
            AccessAnswer(rows[feature].answer) if feature in rows else AccessAnswer.UNKNOWN,
            rows[feature].note if feature in rows else "",
        )
        for feature in AccessFeature
    ]


def bookings_between(
    stretch: Stretch, *, rooms: Collection[Room] | None = None, now: datetime | None = None
) -> QuerySet[Booking]:
    """Live bookings that hold one of the rooms, or any, at some moment of the stretch."""
    found = Booking.objects.filter(
        known.live_at(now or timezone.now()),
        holds_from__lt=stretch.ends_at,
        holds_until__gt=stretch.starts_at,
    ).select_related("room", "set_up", "made_by")
    if rooms is not None:
        found = found.filter(room__in=[room.pk for room in rooms])
    return found.order_by("starts_at", "pk")


@dataclass(frozen=True)
class BusyTime:
    """A stretch during which a room cannot be used, by its own booking or another room's."""

    uid: str
    sequence: int
    changed_at: datetime
    stretch: Stretch
    is_tentative: bool


def busy_times(room: Room, stretch: Stretch, *, now: datetime | None = None) -> list[BusyTime]:
    """What a calendar of the room may show to everybody: times, and nothing else."""
    excluded = known.load_relations().excluded(room.pk)
    rows = known.holding(room_ids=excluded, stretch=stretch, now=now or timezone.now())
    return [
        BusyTime(
            uid=row.uid if row.room_id == room.pk else f"{room.pk}-{row.uid}",
            sequence=row.sequence,
            changed_at=row.changed_at,
            stretch=Stretch(row.holds_from, row.holds_until),
            is_tentative=row.state == Booking.State.TENTATIVE,
        )
        for row in rows.order_by("holds_from", "pk")
    ]


@dataclass(frozen=True)
class Entry:
    """A booking in a plan; ``is_own`` is False where another room's booking shuts this one."""

    booking: Booking
    is_own: bool


@dataclass(frozen=True)
class Column:
    """One room, or one day of a room, with what is in it."""

    room: Room
    day: date
    entries: Sequence[Entry]


def day_plan(day: date, rooms: Sequence[Room], *, now: datetime | None = None) -> list[Column]:
    """The rooms of a day, each with its bookings and those of rooms that exclude it."""
    found = _entries(day_stretch(day), rooms, now)
    whole = day_stretch(day)
    return [Column(room, day, _within(found[room.pk], whole)) for room in rooms]


def week_plan(room: Room, first: date, *, now: datetime | None = None) -> list[Column]:
    """Seven days of one room from ``first``."""
    days = [first + timedelta(days=n) for n in range(7)]
    found = _entries(day_stretch(days[0], days[-1]), [room], now)[room.pk]
    return [Column(room, day, _within(found, day_stretch(day))) for day in days]


def _entries(
    stretch: Stretch, rooms: Sequence[Room], now: datetime | None
) -> dict[int, list[Entry]]:
    relations = known.load_relations()
    excluded = {room.pk: relations.excluded(room.pk) for room in rooms}
    wanted = frozenset().union(*excluded.values()) if excluded else frozenset()
    rows = bookings_between(stretch, now=now).filter(room__in=wanted)
    found: dict[int, list[Entry]] = defaultdict(list)
    for row in rows.prefetch_related("equipment__equipment"):
        for room_id, others in excluded.items():
            if row.room_id in others:
                found[room_id].append(Entry(row, is_own=row.room_id == room_id))
    return found


def _within(entries: Iterable[Entry], stretch: Stretch) -> list[Entry]:
    return [
        entry
        for entry in entries
        if entry.booking.holds_from < stretch.ends_at
        and stretch.starts_at < entry.booking.holds_until
    ]


@dataclass(frozen=True)
class FreeRoom:
    """A room that can be booked for the stretch, with what to know before one does."""

    room: Room
    capacity: int | None
    warnings: Sequence[Clash]


def free_rooms(
    stretch: Stretch,
    *,
    capacity: int | None = None,
    features: Collection[str] = (),
    minutes_setup: int = 0,
    minutes_strike: int = 0,
    now: datetime | None = None,
) -> list[FreeRoom]:
    """Dates first, then what is free: rooms with the features (by slug) for so many people.

    Those without warnings come first, then the smallest that is large enough.
    """
    candidates = [
        room
        for room in rooms().filter(is_bookable=True)
        if set(features) <= {feature.slug for feature in room.features.all()}
        and (capacity is None or _most_people(room) is not None)
    ]
    wishes = tuple(
        Wish(
            room_id=room.pk,
            stretch=stretch,
            minutes_setup=minutes_setup,
            minutes_strike=minutes_strike,
            people=capacity,
        )
        for room in candidates
    )
    against: dict[int, list[Clash]] = defaultdict(list)
    for clash in clashes(Request(wishes=wishes, now=now or timezone.now())):
        against[clash.wish].append(clash)
    found = [
        FreeRoom(room, _most_people(room), against[position])
        for position, room in enumerate(candidates)
        if not any(clash.blocks for clash in against[position])
    ]
    return sorted(found, key=lambda one: (len(one.warnings), one.capacity or 0))


def _most_people(room: Room) -> int | None:
    return max((one.capacity for one in room.set_ups.all()), default=None)
