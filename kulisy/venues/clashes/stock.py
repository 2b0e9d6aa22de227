"""Source: equipment, of which there is only so much at any one moment."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from kulisy.kernel.time import Stretch
from kulisy.venues.clashes import known
from kulisy.venues.clashes.rules import Clash, Request, Severity, clash_source
from kulisy.venues.clashes.timeline import Timeline, peak
from kulisy.venues.models import Equipment, EquipmentBooking


@dataclass(frozen=True)
class Use:
    """So many pieces out for a while."""

    booking_id: int
    equipment_id: int
    quantity: int
    holds_from: datetime
    holds_until: datetime


def equipment(request: Request) -> dict[int, Equipment]:
    """The wished equipment by id."""
    return request.once("equipment", lambda: Equipment.objects.in_bulk(_wished(request)))


def uses(request: Request) -> dict[int, Timeline[Use]]:
    """What is out of the wished equipment during the request, by equipment."""
    return request.once("uses", lambda: _load_uses(request))


def _wished(request: Request) -> set[int]:
    return {pk for wish in request.wishes for pk in wish.equipment}


def _load_uses(request: Request) -> dict[int, Timeline[Use]]:
    rows = (
        EquipmentBooking.objects.filter(
            known.live_at(request.now, "booking__"),
            equipment__in=_wished(request),
            holds_from__lt=request.hull.ends_at,
            holds_until__gt=request.hull.starts_at,
        )
        .order_by()
        .values_list("booking_id", "equipment_id", "quantity", "holds_from", "holds_until")
    )
    lines: dict[int, Timeline[Use]] = defaultdict(Timeline)
    for row in rows:
        use = Use(*row)
        lines[use.equipment_id].add(use)
    return lines


def out_between(
    stretch: Stretch, things: Iterable[int], *, now: datetime, ignoring: Collection[int]
) -> list[tuple[datetime, datetime]]:
    """When some of the equipment (by id) is out, as far as it meets the stretch."""
    rows = EquipmentBooking.objects.filter(
        known.live_at(now, "booking__"),
        equipment__in=list(things),
        holds_from__lt=stretch.ends_at,
        holds_until__gt=stretch.starts_at,
    ).exclude(booking__in=ignoring)
    return list(rows.order_by().values_list("holds_from", "holds_until").distinct())


@clash_source("stock")
def equipment_stock(request: Request) -> Iterator[Clash]:
    """More is wished than is left at the busiest moment of the stretch."""
    if not _wished(request):
        return
    things, out = equipment(request), uses(request)
    rooms = known.rooms(request)
    for position, wish in enumerate(request.wishes):
        for pk, quantity in wish.equipment.items():
            thing = things[pk]
            taken = peak(
                (
                    (use.holds_from, use.holds_until, use.quantity)
                    for use in out.get(pk, Timeline()).meeting(wish.holds)
                    if use.booking_id not in wish.ignoring
                ),
                wish.holds,
            )
            is_far = not thing.is_portable and thing.home_id not in {
                None,
                rooms[wish.room_id].venue_id,
            }
            if taken + quantity <= thing.stock and not is_far:
                continue
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
                    "is_far": is_far,
                },
            )
