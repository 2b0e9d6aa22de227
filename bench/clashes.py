"""How long one clash check takes against 100,000 bookings, every source asked.

    python bench/clashes.py
    DATABASE_URL=postgres://... python bench/clashes.py

Eight rooms over ten years, a hall in two halves, a disturbance, opening hours, closed days and
equipment. Each check asks about a random free or taken hour of the next year with equipment and
people, which is the dearest question there is.
"""

import argparse
import os
import random
import statistics
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import measures
from bench.parallel_booking import fresh_database

NOW = datetime(2027, 1, 11, 12, tzinfo=UTC)
ROOMS, YEARS_BACK, SLOTS_A_DAY = 8, 8, 4


def fill(count: int) -> tuple[list[int], int]:
    """Rooms full of two-hour bookings, most of them history, a sixth of them with equipment."""
    from datetime import time as clock

    from kulisy.venues import models

    branch = models.Branch.objects.create(name="Bench", slug="bench")
    venue = models.Venue.objects.create(name="Bench", slug="bench", branch=branch)
    rooms = [
        models.Room.objects.create(name=f"Room {n}", slug=f"bench-{n}", venue=venue)
        for n in range(ROOMS)
    ]
    kinds = models.RoomRelation.Kind
    for part in rooms[1:3]:
        models.RoomRelation.objects.create(room=part, kind=kinds.PART_OF, other=rooms[0])
    models.RoomRelation.objects.create(room=rooms[3], kind=kinds.DISTURBS, other=rooms[4])
    for room in rooms:
        models.SetUp.objects.create(room=room, name="rows", capacity=100)
    models.OpeningHours.objects.bulk_create(
        models.OpeningHours(venue=venue, weekday=n, opens=clock(8), closes=clock(22))
        for n in range(7)
    )
    thing = models.Equipment.objects.create(name="Projector", code="projector", stock=3)
    first = NOW - timedelta(days=YEARS_BACK * 365)
    rows = [_booking(models, rooms[n % ROOMS].pk, first, n // ROOMS) for n in range(count)]
    made = models.Booking.objects.bulk_create(rows, batch_size=2000)
    models.EquipmentBooking.objects.bulk_create(
        (
            models.EquipmentBooking(
                booking=row,
                equipment=thing,
                holds_from=row.holds_from,
                holds_until=row.holds_until,
            )
            for row in made[::6]
        ),
        batch_size=2000,
    )
    return [room.pk for room in rooms], thing.pk


def _booking(models: Any, room_id: int, first: datetime, slot: int) -> Any:
    day, hour = divmod(slot, SLOTS_A_DAY)
    starts_at = (first + timedelta(days=day)).replace(hour=8 + 3 * hour)
    ends_at = starts_at + timedelta(hours=2)
    return models.Booking(
        room_id=room_id,
        title=f"Booking {slot}",
        starts_at=starts_at,
        ends_at=ends_at,
        holds_from=starts_at,
        holds_until=ends_at,
    )


def measure(room_ids: list[int], thing_id: int, checks: int) -> dict[str, Any]:
    """Milliseconds of one check after another, in one process on one connection."""
    from kulisy.kernel.time import Stretch
    from kulisy.venues import api

    chance = random.Random(1)
    took, worked, clashing = [], [], 0
    for _ in range(checks):
        starts_at = NOW + timedelta(hours=chance.randrange(24 * 365))
        wish = api.Wish(
            room_id=chance.choice(room_ids),
            stretch=Stretch(starts_at, starts_at + timedelta(hours=2)),
            people=60,
            equipment={thing_id: 1},
        )
        began, busy = time.perf_counter(), time.process_time()
        found = api.clashes(api.Request(wishes=(wish,), now=NOW))
        took.append((time.perf_counter() - began) * 1000)
        worked.append((time.process_time() - busy) * 1000)
        clashing += any(clash.blocks for clash in found)
    took.sort()
    return {
        "checks": checks,
        "clashing": clashing,
        "median_ms": round(statistics.median(took), 2),
        "p95_ms": round(took[int(checks * 0.95)], 2),
        # Of this process alone, so that a busy machine can be told from a slow check.
        "median_cpu_ms": round(statistics.median(worked), 2),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bookings", type=int, default=100_000)
    parser.add_argument("--checks", type=int, default=300)
    parser.add_argument("--most-ms", type=float, default=10.0, help="the median that passes")
    asked = parser.parse_args()
    with fresh_database(is_prepared="KULISY_BENCH" in os.environ):
        from django.db import connection

        room_ids, thing_id = fill(asked.bookings)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        found = measure(room_ids, thing_id, asked.checks)
        found = {"engine": connection.vendor, "bookings": asked.bookings} | found
    name = f"clash check against {asked.bookings:,} bookings"
    measures.tell(
        measures.at_most(name, found["engine"], found["median_ms"], asked.most_ms, "ms"),
        measures.noted(f"{name}, 95th percentile", found["engine"], found["p95_ms"], "ms"),
        **found,
    )
    return 0 if found["median_ms"] <= asked.most_ms else 1


if __name__ == "__main__":
    sys.exit(main())
