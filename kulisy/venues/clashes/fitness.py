"""Sources: a room that cannot be booked at all, and one too small for the people expected."""

from collections.abc import Iterator

from kulisy.venues.clashes import known
from kulisy.venues.clashes.rules import Clash, Request, Severity, clash_source


@clash_source("not_bookable")
def not_bookable(request: Request) -> Iterator[Clash]:
    """The room is kept out of bookings."""
    rooms = known.rooms(request)
    for position, wish in enumerate(request.wishes):
        room = rooms[wish.room_id]
        if not room.is_bookable:
            yield Clash(
                source="not_bookable",
                severity=Severity.BLOCKS,
                wish=position,
                room_id=wish.room_id,
                stretch=wish.stretch,
                facts={"room": room.name},
            )


@clash_source("capacity")
def too_many_people(request: Request) -> Iterator[Clash]:
    """More people are expected than the set-up, or the roomiest one, holds.

    It blocks: the number is what the fire brigade allowed.
    """
    rooms = known.rooms(request)
    for position, wish in enumerate(request.wishes):
        room = rooms[wish.room_id]
        holds = room.capacities.get(wish.set_up_id or 0, room.capacity)
        if wish.people is None or holds is None or wish.people <= holds:
            continue
        yield Clash(
            source="capacity",
            severity=Severity.BLOCKS,
            wish=position,
            room_id=wish.room_id,
            stretch=wish.stretch,
            facts={"room": room.name, "people": wish.people, "capacity": holds},
        )
