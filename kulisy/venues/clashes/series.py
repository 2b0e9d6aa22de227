"""Clashes of a series with itself: two of its dates that want the same room or the last easel."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kulisy.venues.clashes import known, stock
from kulisy.venues.clashes.rules import Clash, Request, Severity, Wish
from kulisy.venues.clashes.timeline import Timeline, peak


@dataclass(frozen=True)
class Taken:
    """A wish of the same request that is granted before this one."""

    wish: Wish
    holds_from: datetime
    holds_until: datetime


def clashes_within(request: Request, refused: set[int]) -> list[Clash]:
    """What the granted wishes, in their order, leave impossible for those after them.

    ``refused`` are positions that already clash with something else and so take nothing.
    """
    found: list[Clash] = []
    if len(request.wishes) < 2:  # noqa: PLR2004 - one wish has nobody to meet
        return found
    lines: dict[int, Timeline[Taken]] = defaultdict(Timeline)
    for position, wish in enumerate(request.wishes):
        if position in refused:
            continue
        against = [
            *_same_room(request, position, lines),
            *_same_stock(request, position),
        ]
        found += against
        if not against:
            holds = wish.holds
            lines[wish.room_id].add(Taken(wish, holds.starts_at, holds.ends_at))
            for pk, quantity in wish.equipment.items():
                out = stock.uses(request).setdefault(pk, Timeline())
                out.add(stock.Use(-1, pk, quantity, holds.starts_at, holds.ends_at))
    return found


def _same_room(
    request: Request, position: int, lines: dict[int, Timeline[Taken]]
) -> Iterator[Clash]:
    wish = request.wishes[position]
    for room_id in sorted(known.relations(request).locked_with(wish.room_id)):
        if room_id not in lines:
            continue
        for taken in lines[room_id].meeting(wish.holds):
            yield Clash(
                source="series",
                severity=Severity.BLOCKS,
                wish=position,
                room_id=wish.room_id,
                stretch=wish.stretch,
                facts={
                    "room": known.rooms(request)[room_id].name,
                    "starts_at": taken.wish.stretch.starts_at,
                    "ends_at": taken.wish.stretch.ends_at,
                    "free_at": taken.holds_until,
                },
            )


def _same_stock(request: Request, position: int) -> Iterator[Clash]:
    wish = request.wishes[position]
    for pk, quantity in wish.equipment.items():
        thing = stock.equipment(request)[pk]
        out = stock.uses(request).get(pk, Timeline()).meeting(wish.holds)
        taken = peak(((use.holds_from, use.holds_until, use.quantity) for use in out), wish.holds)
        if taken + quantity > thing.stock:
            yield Clash(
                source="stock",
                severity=Severity.BLOCKS,
                wish=position,
                room_id=wish.room_id,
                stretch=wish.stretch,
                facts={
                    "equipment": thing.name,
                    "wished": quantity,
                    "left": max(thing.stock - taken, 0),
                    "stock": thing.stock,
                    "is_far": False,
                },
            )
