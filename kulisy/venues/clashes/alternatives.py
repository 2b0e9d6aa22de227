"""What is free instead: the same room at a near time, or another room at the same time."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kulisy.kernel.time import WARSAW, Stretch, wall
from kulisy.venues.clashes import known, stock
from kulisy.venues.clashes.engine import clashes
from kulisy.venues.clashes.rules import Alternative, Clash, Request, Wish

DAYS_AHEAD = 7  # the same hour is looked for through the coming week
EARLIEST, LATEST = 6, 23  # hours: nobody is offered a rehearsal at four in the morning


def alternatives(wish: Wish, *, now: datetime, most: int = 3) -> list[Alternative]:
    """Free instead of the wish, nearest first: times in its room, then other rooms.

    Up to ``most`` of each. All candidates go through the same sources as the wish itself, in one
    asking, so what is offered here would be booked if asked for at once.
    """
    request = Request(wishes=(wish,), now=now)
    rooms = known.rooms(request)
    times = [replace(wish, stretch=one) for one in _near_times(wish, now)]
    has = known.features(request)
    nothing: frozenset[str] = frozenset()
    needs = has.get(wish.room_id, nothing)
    others = [
        replace(wish, room_id=room.id, set_up_id=None)
        for room in _by_likeness(rooms.values(), wish, rooms)
        if room.id != wish.room_id and room.is_bookable
    ]
    candidates = (*times, *others)
    if not candidates:
        return []
    against: dict[int, list[Clash]] = defaultdict(list)
    asked = Request(wishes=candidates, now=now)
    for clash in clashes(asked):
        against[clash.wish].append(clash)
    found = [
        Alternative(
            room_id=one.room_id,
            room=rooms[one.room_id].name,
            stretch=one.stretch,
            is_same_room=one.room_id == wish.room_id,
            warnings=tuple(against[position]),
        )
        for position, one in enumerate(candidates)
        if not any(clash.blocks for clash in against[position])
    ]
    near = sorted((one for one in found if one.is_same_room), key=lambda one: _distance(one, wish))
    elsewhere = sorted(
        (one for one in found if not one.is_same_room),
        # Stable: the order of likeness stays within those equally good.
        key=lambda one: (len(one.warnings), len(needs - has.get(one.room_id, nothing))),
    )
    return near[:most] + elsewhere[:most]


def _distance(one: Alternative, wish: Wish) -> tuple[int, timedelta, bool]:
    moved = one.stretch.starts_at.astimezone(UTC) - wish.stretch.starts_at.astimezone(UTC)
    return len(one.warnings), abs(moved), moved < timedelta(0)


def _by_likeness(
    found: Iterable[known.RoomFacts], wish: Wish, rooms: dict[int, known.RoomFacts]
) -> list[known.RoomFacts]:
    """Rooms of the same building first, then the smallest that still holds everybody."""
    home = rooms[wish.room_id].venue_id if wish.room_id in rooms else None
    wanted = wish.people or 0
    return sorted(
        found,
        key=lambda room: (
            room.venue_id != home,
            max((room.capacity or wanted) - wanted, 0),
            room.position,
            room.name,
        ),
    )


def _near_times(wish: Wish, now: datetime) -> list[Stretch]:
    """Candidates in the same room: beside whatever holds it that day, and the same hour later.

    The edges of what is held are the only places where the nearest free time can begin or end.
    """
    day = wish.stretch.starts_at.astimezone(WARSAW).date()
    around = Stretch(
        wall(day, datetime.min.time()).astimezone(UTC),
        wall(day + timedelta(days=1), datetime.min.time()).astimezone(UTC),
    )
    length = wish.stretch.ends_at.astimezone(UTC) - wish.stretch.starts_at.astimezone(UTC)
    before = timedelta(minutes=wish.minutes_setup)
    after = timedelta(minutes=wish.minutes_strike)
    starts: set[datetime] = set()
    excluded = known.load_relations().excluded(wish.room_id)
    edges = known.holding(room_ids=excluded, stretch=around, now=now).exclude(pk__in=wish.ignoring)
    held = list(edges.order_by().values_list("holds_from", "holds_until"))
    if wish.equipment:
        # What is out comes back when its booking ends, wherever that one is.
        held += stock.out_between(around, wish.equipment, now=now, ignoring=wish.ignoring)
    for holds_from, holds_until in held:
        starts |= {holds_until + before, holds_from - after - length}
    at = wish.stretch.starts_at.astimezone(WARSAW).time()
    starts |= {wall(day + timedelta(days=n), at).astimezone(UTC) for n in range(1, DAYS_AHEAD + 1)}
    nights = _nights(wish.stretch)
    found = [Stretch(start, start + length) for start in sorted(starts) if start >= now]
    return [
        one
        for one in found
        if EARLIEST <= one.starts_at.astimezone(WARSAW).hour < LATEST and _nights(one) == nights
    ]


def _nights(stretch: Stretch) -> int:
    """Midnights within: what is wished for an evening is not offered overnight."""
    last = (stretch.ends_at - timedelta(microseconds=1)).astimezone(WARSAW).date()
    return (last - stretch.starts_at.astimezone(WARSAW).date()).days
