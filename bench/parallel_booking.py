"""Many processes want one room at one hour: exactly one may get it.

Every attempt is a process of its own with a database connection of its own. All of them stand at
a barrier, connected, and book at the same instant. Run it on both engines:

    python bench/parallel_booking.py
    DATABASE_URL=postgres://... python bench/parallel_booking.py

Without ``--prepared`` it works in a fresh database: a temporary file, or one that it makes and
drops on the PostgreSQL server named.
"""

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

STRETCH = (datetime(2027, 3, 9, 16, tzinfo=UTC), datetime(2027, 3, 9, 18, tzinfo=UTC))


def attempt(number: int, room_id: int, start: Any, answers: Any) -> None:
    """Book once, and say what came of it."""
    from django.db import connection

    from kulisy.kernel.errors import Refused
    from kulisy.kernel.time import Stretch
    from kulisy.venues import api

    try:
        room = api.rooms().get(pk=room_id)  # connects, so that the race is for the room alone
        start.wait()
        began = time.perf_counter()
        try:
            api.book(room=room, stretch=Stretch(*STRETCH), title=f"Attempt {number}", by=None)
            outcome = "booked"
        except Refused as no:
            clashes = no.facts.get("clashes", ())
            named = bool(clashes) and bool(api.why_not(no, datetime.now(UTC)))
            outcome = "refused" if named else "refused without a reason"
    except Exception as problem:  # noqa: BLE001 - whatever it was is the answer of this process
        outcome, began = f"failed: {type(problem).__name__}: {problem}", time.perf_counter()
    answers.put((outcome, room_id, time.perf_counter() - began))
    connection.close()


def race(room_ids: list[int], processes: int) -> dict[str, Any]:
    """Let the processes loose on the rooms in turn, and count what became of them."""
    from django.db import connections

    from kulisy.venues.models import Booking

    connections.close_all()  # a forked process must not speak through its parent's connection
    forks = multiprocessing.get_context("fork")
    start, answers = forks.Barrier(processes + 1), forks.Queue()
    runners = [
        forks.Process(target=attempt, args=(n, room_ids[n % len(room_ids)], start, answers))
        for n in range(processes)
    ]
    for runner in runners:
        runner.start()
    start.wait(timeout=300)
    began = time.perf_counter()
    told = [answers.get(timeout=300) for _ in runners]
    seconds = time.perf_counter() - began
    for runner in runners:
        runner.join(timeout=60)
    waits = sorted(wait for _, _, wait in told)
    held = Booking.objects.filter(room__in=room_ids, state__in=Booking.LIVE)
    return {
        "processes": processes,
        "outcomes": dict(Counter(outcome for outcome, _, _ in told)),
        "rooms_booked": sorted(held.values_list("room__name", flat=True)),
        "seconds": round(seconds, 2),
        "median_wait_ms": round(waits[len(waits) // 2] * 1000),
        "longest_wait_ms": round(waits[-1] * 1000),
    }


def make_rooms(scenario: str) -> list[int]:
    """One room, or a hall with its two halves."""
    from kulisy.venues.models import Branch, Room, RoomRelation, Venue

    mark = f"{scenario}-{os.getpid()}"
    branch = Branch.objects.create(name=f"Branch {mark}", slug=mark)
    venue = Venue.objects.create(name=f"Venue {mark}", slug=mark, branch=branch)
    names = ["Hall"] if scenario == "room" else ["Hall", "Half A", "Half B"]
    rooms = [
        Room.objects.create(name=name, slug=f"{mark}-{n}", venue=venue)
        for n, name in enumerate(names)
    ]
    for half in rooms[1:]:
        RoomRelation.objects.create(room=half, kind=RoomRelation.Kind.PART_OF, other=rooms[0])
    return [room.pk for room in rooms]


@contextmanager
def fresh_database(*, is_prepared: bool) -> Iterator[None]:
    """Django on a database that is empty but for its tables."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("KULISY_VAR", folder)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kulisy.config.settings")
        import django

        django.setup()
        if is_prepared:
            yield
            return
        from django.db import connection

        old = connection.settings_dict["NAME"]
        # A name of its own; on SQLite a file, because memory is not shared between processes.
        is_file = connection.vendor == "sqlite"
        fresh = str(Path(folder) / "race.sqlite3") if is_file else f"kulisy_bench_{os.getpid()}"
        connection.settings_dict["TEST"]["NAME"] = fresh
        connection.creation.create_test_db(verbosity=0, serialize=False)
        try:
            yield
        finally:
            connection.close()
            connection.creation.destroy_test_db(old, verbosity=0)


def tell(found: dict[str, Any]) -> None:
    """Print the figures: who won, and how many were refused with a reason."""
    from bench import measures

    wanted = "one room" if found["scenario"] == "room" else "a hall and its two halves"
    name = f"{found['processes']} processes want {wanted}"
    booked, refused = (found["outcomes"].get(outcome, 0) for outcome in ("booked", "refused"))
    # The halves may both be booked, if the hall itself was not.
    fair = 2 if "Half A" in found["rooms_booked"] else 1
    engine = found["engine"]
    measures.tell(
        measures.exactly(f"{name}: bookings", engine, booked, fair, ""),
        measures.exactly(f"{name}: refusals", engine, refused, found["processes"] - fair, ""),
        measures.noted(f"{name}: until the last answer", engine, found["seconds"], "s"),
        **found,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--processes", type=int, default=200)
    parser.add_argument("--scenario", choices=["room", "hall"], default="room")
    parser.add_argument("--prepared", action="store_true", help="use DATABASE_URL as it is")
    asked = parser.parse_args()
    with fresh_database(is_prepared=asked.prepared or "KULISY_BENCH" in os.environ):
        from django.db import connection

        found = race(make_rooms(asked.scenario), asked.processes)
        found = {"engine": connection.vendor, "scenario": asked.scenario} | found
    tell(found)
    winners = [["Hall"]] if asked.scenario == "room" else [["Hall"], ["Half A", "Half B"]]
    is_fair = found["rooms_booked"] in winners and set(found["outcomes"]) == {"booked", "refused"}
    return 0 if is_fair else 1


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    sys.exit(main())
