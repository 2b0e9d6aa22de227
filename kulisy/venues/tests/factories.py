"""Rooms and what surrounds them, with as few words as a test needs."""

import itertools
from datetime import date, datetime, time, timedelta

from kulisy.kernel.time import Stretch, wall
from kulisy.venues.models import Branch, Centre, Equipment, Room, RoomRelation, SetUp, Venue

_numbers = itertools.count(1)

DAY = date(2027, 3, 9)  # a Tuesday, far from both clock changes


def at(hour, minute=0, day=DAY):
    if hour == 24:
        return wall(day + timedelta(days=1), time(0, minute))
    return wall(day, time(hour, minute))


def span(starts, ends, day=DAY) -> Stretch:
    return Stretch(at(starts, day=day), at(ends, day=day))


def moment(text) -> datetime:
    return wall(date.fromisoformat(text[:10]), time.fromisoformat(text[11:]))


def make_centre(**fields):
    return Centre.objects.create(pk=1, **{"name": "Dom Kultury", "short_name": "DK"} | fields)


def make_venue(name="Dom Kultury", **fields):
    number = next(_numbers)
    branch = fields.pop("branch", None) or Branch.objects.create(
        name=f"Filia {number}", slug=f"filia-{number}"
    )
    return Venue.objects.create(name=name, slug=f"venue-{number}", branch=branch, **fields)


def make_room(name="Sala kameralna", *, venue=None, capacity=None, **fields):
    number = next(_numbers)
    room = Room.objects.create(
        name=name, slug=f"room-{number}", venue=venue or make_venue(), **fields
    )
    if capacity is not None:
        SetUp.objects.create(room=room, name="teatralnie", capacity=capacity)
    return room


def make_part(part, whole):
    return RoomRelation.objects.create(room=part, kind=RoomRelation.Kind.PART_OF, other=whole)


def make_disturbance(loud, quiet, *, strict=False):
    return RoomRelation.objects.create(
        room=loud, kind=RoomRelation.Kind.DISTURBS, other=quiet, is_strict=strict
    )


def make_equipment(name="Projektor", stock=2, **fields):
    return Equipment.objects.create(
        name=name, code=f"thing-{next(_numbers)}", stock=stock, **fields
    )
