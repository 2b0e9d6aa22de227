"""Real processes with real connections; the full race of 200 is bench/parallel_booking.py."""

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[3]


def address():
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite://{settings['NAME']}"
    who = ":".join(quote(settings[key], safe="") for key in ("USER", "PASSWORD") if settings[key])
    return f"postgres://{who}@{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"


@pytest.mark.slow
@pytest.mark.parallel
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize(
    ("scenario", "winners"),
    [("room", [["Hall"]]), ("hall", [["Hall"], ["Half A", "Half B"]])],
)
def test_parallel_processes_never_book_the_same_hour_twice(scenario, winners, tmp_path):
    race = [sys.executable, "bench/parallel_booking.py", "--prepared"]
    race += ["--processes", "24", "--scenario", scenario]
    surroundings = os.environ | {"DATABASE_URL": address(), "KULISY_VAR": str(tmp_path)}

    done = subprocess.run(
        race, cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=300, check=False
    )

    told = json.loads(done.stdout.splitlines()[-1]) if done.stdout else done.stderr
    assert done.returncode == 0, told
    assert told["rooms_booked"] in winners
    assert told["outcomes"] == {
        "booked": len(told["rooms_booked"]),
        "refused": 24 - len(told["rooms_booked"]),
    }
