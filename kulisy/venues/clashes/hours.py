"""Sources: opening hours of the venue, and days when it is closed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from django.db.models import Q

from kulisy.kernel.time import WARSAW, Stretch, day_stretch, wall
from kulisy.venues.clashes import known
from kulisy.venues.clashes.rules import Clash, Request, Severity, clash_source
from kulisy.venues.models import ClosedDay, OpeningHours


def open_stretches(hours: Iterable[OpeningHours], day: date) -> list[Stretch]:
    """When doors are open that were opened on the day; the last may close after midnight."""
    found = []
    for row in hours:
        in_season = (row.valid_from or day) <= day <= (row.valid_until or day)
        if row.weekday == day.weekday() and in_season:
            closing_day = day if row.closes > row.opens else day + timedelta(days=1)
            opens, closes = wall(day, row.opens), wall(closing_day, row.closes)
            found.append(Stretch(opens.astimezone(UTC), closes.astimezone(UTC)))
    return sorted(found)


def is_covered(stretch: Stretch, by: Iterable[Stretch]) -> bool:
    """Whether every moment of the stretch lies in one of the given ones."""
    reached = stretch.starts_at
    for one in sorted(by):
        if one.starts_at <= reached < one.ends_at:
            reached = one.ends_at
    return reached >= stretch.ends_at


def days_of(stretch: Stretch) -> list[date]:
    """Local days that the stretch touches; an end at midnight does not touch the next one."""
    day = stretch.starts_at.astimezone(WARSAW).date()
    last = (stretch.ends_at - timedelta(microseconds=1)).astimezone(WARSAW).date()
    return [day + timedelta(days=n) for n in range((last - day).days + 1)]


@clash_source("hours")
def outside_opening_hours(request: Request) -> Iterator[Clash]:
    """The venue is shut for some of the time: a warning, since staff hold keys."""
    by_venue = request.once("hours", _load_hours)
    rooms = known.rooms(request)
    for position, wish in enumerate(request.wishes):
        room = rooms[wish.room_id]
        rows = by_venue.get(room.venue_id)
        if not rows:
            continue
        # In UTC: two moments of one zone are compared by their wall clocks otherwise.
        asked = Stretch(
            wish.stretch.starts_at.astimezone(UTC), wish.stretch.ends_at.astimezone(UTC)
        )
        days = days_of(asked)
        opened = [
            one for day in [days[0] - timedelta(days=1), *days] for one in open_stretches(rows, day)
        ]
        if is_covered(asked, opened):
            continue
        yield Clash(
            source="hours",
            severity=Severity.WARNS,
            wish=position,
            room_id=wish.room_id,
            stretch=wish.stretch,
            facts={
                "room": room.name,
                "venue": room.venue,
                "day": days[0],
                "open": tuple(open_stretches(rows, days[0])),
            },
        )


def _load_hours() -> dict[int, list[OpeningHours]]:
    found: dict[int, list[OpeningHours]] = defaultdict(list)
    for row in OpeningHours.objects.all():
        found[row.venue_id].append(row)
    return dict(found)


@clash_source("closed")
def closed_days(request: Request) -> Iterator[Clash]:
    """The venue or the whole centre is closed on one of the days."""
    closures = request.once("closed", lambda: _load_closed(request))
    rooms = known.rooms(request)
    for position, wish in enumerate(request.wishes):
        room, asked = rooms[wish.room_id], wish.stretch
        for row, whole in closures:
            if row.venue_id not in {None, room.venue_id} or not _meet(whole, asked):
                continue
            yield Clash(
                source="closed",
                severity=Severity.BLOCKS if row.is_strict else Severity.WARNS,
                wish=position,
                room_id=wish.room_id,
                stretch=wish.stretch,
                facts={
                    "room": room.name,
                    "venue": room.venue if row.venue_id else "",
                    "reason": row.reason,
                    "first_on": row.first_on,
                    "last_on": row.last_on,
                },
            )


def _meet(whole: tuple[datetime, datetime], asked: Stretch) -> bool:
    return whole[0] < asked.ends_at.astimezone(UTC) and asked.starts_at.astimezone(UTC) < whole[1]


def _load_closed(request: Request) -> list[tuple[ClosedDay, tuple[datetime, datetime]]]:
    days = days_of(request.hull)
    rows = ClosedDay.objects.filter(Q(first_on__lte=days[-1]) & Q(last_on__gte=days[0]))
    found = []
    for row in rows:
        whole = day_stretch(row.first_on, row.last_on)
        found.append((row, (whole.starts_at.astimezone(UTC), whole.ends_at.astimezone(UTC))))
    return found
