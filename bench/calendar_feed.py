"""The whole calendar as iCalendar: 13,000 dates, how fast and with how much memory."""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
import tracemalloc
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
VAR = os.environ.get("KULISY_BENCH") or tempfile.mkdtemp(prefix="kulisy-bench-")
os.environ["DJANGO_SETTINGS_MODULE"] = "kulisy.config.settings_test"
os.environ["KULISY_VAR"] = VAR

import django  # noqa: E402 - the folder above must be known first

django.setup()

from django.core.management import call_command  # noqa: E402 - Django is set up first
from django.db import connection  # noqa: E402 - Django is set up first
from django.test import Client  # noqa: E402 - Django is set up first
from django.utils import timezone  # noqa: E402 - Django is set up first

from bench import measures  # noqa: E402 - Django is set up first
from kulisy.programme.models import Activity, ActivityKind, Occurrence, Recurrence  # noqa: E402 - Django is set up first

DATES, CLASSES, OFFERS = 13_000, 150, 1500
LIMIT = 1.5
START = datetime(2025, 9, 2, 15, tzinfo=UTC)


def fill(dates: int) -> None:
    """Half the dates by rules, as in life; the rest single ones of 1,500 activities."""
    kind = ActivityKind.objects.first() or ActivityKind.objects.create(slug="k", name="Koncert")
    now = timezone.now()
    offers = Activity.objects.bulk_create(
        Activity(
            title=f"Wydarzenie numer {n}, z gościem", slug=f"w-{n}", kind=kind, state="confirmed",
            summary="Spotkanie z muzyką, opowieścią i herbatą dla każdego, kto chce przyjść.",
            publish_at=now,
        )
        for n in range(OFFERS + CLASSES)
    )  # fmt: skip
    start = START
    rows = []
    per_class = dates // 2 // CLASSES
    for offer in offers[:CLASSES]:
        rule = Recurrence.objects.create(
            activity=offer, first_on=start.date(), starts="17:00", minutes=90,
            rrule="FREQ=WEEKLY;BYDAY=TU;COUNT=150",
        )  # fmt: skip
        local = timezone.localtime(start).replace(tzinfo=None)
        for week in range(per_class):
            at = timezone.make_aware(local + timedelta(weeks=week))
            rows.append(
                Occurrence(
                    activity=offer,
                    recurrence=rule,
                    original_starts_at=at,
                    starts_at=at,
                    ends_at=at + timedelta(minutes=90),
                )
            )
    for n in range(dates - len(rows)):
        at = start + timedelta(hours=2 * n)
        rows.append(
            Occurrence(
                activity=offers[CLASSES + n % OFFERS],
                starts_at=at,
                ends_at=at + timedelta(hours=2),
                place="Rynek w Kasztanowie",
            )
        )
    Occurrence.objects.bulk_create(rows, batch_size=1000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as every running database does by itself


def peak_of(client: Client, address: str) -> int:
    """The most memory that sending the calendar takes at any moment."""
    tracemalloc.start()
    for _piece in client.get(address).streaming_content:
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dates", type=int, default=DATES)
    dates = parser.parse_args().dates
    call_command("migrate", verbosity=0)
    fill(dates)
    client = Client()
    seconds, size, first = [], 0, 0.0
    for _run in range(5):
        begun = time.perf_counter()
        pieces = iter(client.get("/kalendarz.ics").streaming_content)
        size = len(next(pieces))
        first = time.perf_counter() - begun
        size += sum(len(piece) for piece in pieces)
        seconds.append(time.perf_counter() - begun)
    quarter = timezone.localdate(START + timedelta(hours=dates // 4))
    part, peak = peak_of(client, f"/kalendarz.ics?do={quarter}"), peak_of(client, "/kalendarz.ics")
    median = statistics.median(seconds)
    print("| measure | value | limit |\n| --- | --- | --- |")
    print(f"| whole calendar, {dates} dates, median of 5 | {median:.2f} s | {LIMIT} s |")
    print(f"| until the first piece | {first * 1000:.0f} ms | |")
    print(f"| size | {size / 1e6:.1f} MB | |")
    print(f"| peak memory, all and a quarter | {peak / 1e6:.1f}, {part / 1e6:.1f} MB | the same |")
    engine = connection.vendor
    measures.tell(
        measures.at_most(f"whole calendar of {dates:,} dates", engine, median, LIMIT, "s"),
        measures.noted("the same until its first piece", engine, first * 1000, "ms"),
        measures.noted("the same, its size", engine, size / 1e6, "MB"),
        measures.noted("the same, peak memory", engine, peak / 1e6, "MB"),
        # Most of a small calendar is one batch; only a large one shows that it is sent in pieces.
        measures.at_most("that, to the peak for a quarter", engine, peak / part, 1.5, "times")
        if dates >= DATES
        else measures.noted("that, to the peak for a quarter", engine, peak / part, "times"),
    )
    sys.exit(median > LIMIT)


if __name__ == "__main__":
    try:
        main()
    finally:
        shutil.rmtree(VAR, ignore_errors=True)
