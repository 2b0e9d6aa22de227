"""Sources: other bookings of the room, of rooms that exclude it, and of rooms that disturb it."""

from collections.abc import Iterable, Iterator

from kulisy.venues.clashes import known
from kulisy.venues.clashes.rules import Clash, Request, Severity, Wish, clash_source


@clash_source("room")
def same_room(request: Request) -> Iterator[Clash]:
    """The room itself is held."""
    for position, wish in enumerate(request.wishes):
        yield from _held(request, position, wish, [wish.room_id], "room", Severity.BLOCKS)


@clash_source("excluding")
def excluding_rooms(request: Request) -> Iterator[Clash]:
    """A room is held that shares a part with this one."""
    relations = known.relations(request)
    for position, wish in enumerate(request.wishes):
        others = sorted(relations.excluded(wish.room_id) - {wish.room_id})
        yield from _held(request, position, wish, others, "excluding", Severity.BLOCKS)


@clash_source("disturbing")
def disturbing_rooms(request: Request) -> Iterator[Clash]:
    """A room is held that would disturb this one, or be disturbed."""
    relations = known.relations(request)
    for position, wish in enumerate(request.wishes):
        for other, is_strict in sorted(relations.disturbing(wish.room_id).items()):
            severity = Severity.BLOCKS if is_strict else Severity.WARNS
            yield from _held(request, position, wish, [other], "disturbing", severity)


def _held(
    request: Request,
    position: int,
    wish: Wish,
    room_ids: Iterable[int],
    source: str,
    severity: Severity,
) -> Iterator[Clash]:
    lines, rooms = known.occupied(request), known.rooms(request)
    for room_id in room_ids:
        if room_id not in lines:
            continue
        for one in lines[room_id].meeting(wish.holds):
            if one.id in wish.ignoring:
                continue
            yield Clash(
                source=source,
                severity=severity,
                wish=position,
                room_id=wish.room_id,
                stretch=wish.stretch,
                facts={
                    "booking_id": one.id,
                    "title": one.title,
                    "is_private": one.is_private,
                    "room": rooms[room_id].name,
                    "room_accusative": rooms[room_id].name_accusative,
                    "wished_room": rooms[wish.room_id].name,
                    "starts_at": one.starts_at,
                    "ends_at": one.ends_at,
                    "holds_from": one.holds_from,
                    "free_at": one.holds_until,
                    "expires_at": one.expires_at,
                },
            )
