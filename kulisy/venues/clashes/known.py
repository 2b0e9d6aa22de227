"""What several sources need to know, each loaded once for a request."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from kulisy.kernel.time import Stretch
from kulisy.venues.clashes.relations import Relations
from kulisy.venues.clashes.rules import Request
from kulisy.venues.clashes.timeline import Timeline
from kulisy.venues.models import Booking, Room, RoomFeature, RoomRelation, SetUp


@dataclass(frozen=True)
class RoomFacts:
    """A room as the sources see it."""

    id: int
    name: str
    name_accusative: str
    is_bookable: bool
    venue_id: int
    venue: str
    position: int
    capacities: dict[int, int]

    @property
    def capacity(self) -> int | None:
        """The most people any set-up holds; None where no set-up is known."""
        return max(self.capacities.values(), default=None)


@dataclass(frozen=True)
class Occupied:
    """A live booking, read without its row."""

    id: int
    room_id: int
    title: str
    is_private: bool
    starts_at: datetime
    ends_at: datetime
    holds_from: datetime
    holds_until: datetime
    expires_at: datetime | None


def load_relations() -> Relations:
    parts, disturbs = [], []
    rows = RoomRelation.objects.order_by("pk")
    for room_id, kind, other_id, is_strict in rows.values_list(
        "room_id", "kind", "other_id", "is_strict"
    ):
        if kind == RoomRelation.Kind.PART_OF:
            parts.append((room_id, other_id))
        else:
            disturbs.append((room_id, other_id, is_strict))
    return Relations(parts, disturbs)


def relations(request: Request) -> Relations:
    return request.once("relations", load_relations)


def rooms(request: Request) -> dict[int, RoomFacts]:
    """All rooms of the centre by id: a few dozen rows at most."""
    return request.once("rooms", _load_rooms)


def _load_rooms() -> dict[int, RoomFacts]:
    # Plain values: building model instances took most of the time of a whole check.
    capacities: dict[int, dict[int, int]] = defaultdict(dict)
    for pk, room_id, capacity in SetUp.objects.order_by().values_list("pk", "room_id", "capacity"):
        capacities[room_id][pk] = capacity
    rows = Room.objects.order_by().values_list(
        "pk", "name", "name_accusative", "is_bookable", "venue_id", "venue__name", "position"
    )
    return {row[0]: RoomFacts(*row, capacities=capacities.get(row[0], {})) for row in rows}


def features(request: Request) -> dict[int, frozenset[str]]:
    """Slugs of what each room has, by room; only the search for alternatives asks."""
    return request.once("features", _load_features)


def _load_features() -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for room_id, slug in RoomFeature.objects.order_by().values_list("rooms", "slug"):
        found[room_id].add(slug)
    return {room_id: frozenset(slugs) for room_id, slugs in found.items()}


def live_at(now: datetime, path: str = "") -> Q:
    """Bookings that hold their room: confirmed, or tentative and not yet expired."""
    return Q(**{f"{path}state": Booking.State.CONFIRMED}) | Q(
        **{f"{path}state": Booking.State.TENTATIVE, f"{path}expires_at__gt": now}
    )


def holding(*, room_ids: Iterable[int], stretch: Stretch, now: datetime) -> QuerySet[Booking]:
    """Live bookings that hold any of the rooms at any moment of the stretch."""
    return Booking.objects.filter(
        live_at(now),
        room_id__in=set(room_ids),
        holds_from__lt=stretch.ends_at,
        holds_until__gt=stretch.starts_at,
    )


def occupied(request: Request) -> dict[int, Timeline[Occupied]]:
    """Everything that holds a room any wish could meet, by room."""
    return request.once("occupied", lambda: _load_occupied(request))


def _load_occupied(request: Request) -> dict[int, Timeline[Occupied]]:
    known = relations(request)
    wanted: set[int] = set()
    for room_id in {wish.room_id for wish in request.wishes}:
        wanted |= known.excluded(room_id) | known.disturbing(room_id).keys()
    rows = holding(room_ids=wanted, stretch=request.hull, now=request.now).values_list(
        "pk",
        "room_id",
        "title",
        "is_private",
        "starts_at",
        "ends_at",
        "holds_from",
        "holds_until",
        "expires_at",
    )
    lines: dict[int, Timeline[Occupied]] = defaultdict(Timeline)
    for row in rows.order_by():
        one = Occupied(*row)
        lines[one.room_id].add(one)
    return lines
