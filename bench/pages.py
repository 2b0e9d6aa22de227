"""How quickly pages answer over a calendar of 13,000 dates: uncached, and kept in memory.

    python bench/pages.py [--dates 600]

Makes a temporary database of its own. Uncached pages are measured in the process itself; kept ones
on a running Granian, in turns with an empty view of the same server, so that only their ratio
counts. With ``wrk`` on the machine that is what asks; else a client of this file.
"""

import argparse
import http.client
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from http import HTTPStatus
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HERE))
VAR = tempfile.mkdtemp(prefix="kulisy-bench-")
# Static files as they lie: collecting and compressing them would measure nothing of the pages.
Path(VAR, "bench_settings.py").write_text(
    "from kulisy.config.settings import *\n"
    "STORAGES['staticfiles'] = "
    "{'BACKEND': 'django.contrib.staticfiles.storage.StaticFilesStorage'}\n"
)
sys.path.insert(0, VAR)
os.environ.setdefault("KULISY_VAR", VAR)
os.environ["DJANGO_SETTINGS_MODULE"] = "bench_settings"
os.environ.setdefault("KULISY_LOG_LEVEL", "ERROR")

import django  # noqa: E402 - the folder above must be known first

django.setup()

from django.conf import settings  # noqa: E402 - after django.setup()
from django.core.management import call_command  # noqa: E402 - after django.setup()
from django.db import connection  # noqa: E402 - after django.setup()
from django.test import Client  # noqa: E402 - after django.setup()
from django.test.utils import CaptureQueriesContext  # noqa: E402 - after django.setup()

from bench import measures  # noqa: E402 - found through the path above
from kulisy.kernel.time import WARSAW  # noqa: E402 - after django.setup()
from kulisy.programme.models import Activity, ActivityKind, Group, Occurrence  # noqa: E402 - after django.setup()
from kulisy.venues.models import Branch, Centre, Room, Venue  # noqa: E402 - after django.setup()

DATES = 13_000
PROMISED_MS = 45
FIRST = date.today().replace(day=1) - timedelta(days=547)  # noqa: DTZ011 - the day of this machine is meant
DAYS = 3 * 365
ROUNDS = 40
SECONDS = 4
CLIENTS = 8
TURNS = 3
# On a machine that others use, the time of this process says more: BENCH_CLOCK=process.
clock = time.process_time if os.environ.get("BENCH_CLOCK") == "process" else time.perf_counter


def fill(dates: int) -> None:
    """13,000 dates over three years: two in three of regular classes, the rest events."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    if Occurrence.objects.count() >= dates:
        return  # a folder given in KULISY_VAR, filled before
    Centre.objects.get_or_create(pk=1, defaults={"name": "Ośrodek", "short_name": "MOK"})
    branch = Branch.objects.create(name="Główna", slug="glowna", is_main=True)
    venue = Venue.objects.create(branch=branch, name="Dom", slug="dom")
    rooms = [Room.objects.create(venue=venue, name=f"Sala {n}", slug=f"sala-{n}") for n in range(8)]
    kinds = {kind.slug: kind for kind in ActivityKind.objects.all()}
    events = [
        _activity(f"Wydarzenie {n} w dość długim tytule", kinds["koncert"]) for n in range(300)
    ]
    classes = [_activity(f"Zajęcia {n}", kinds["zajecia"]) for n in range(30)]
    groups = [Group.objects.create(activity=each, name="grupa I") for each in classes]
    rows = []
    for n in range(dates):
        day = FIRST + timedelta(days=n * DAYS // dates)
        starts_at = datetime(day.year, day.month, day.day, 8 + n % 12, 0, tzinfo=WARSAW)
        group = groups[n % 30] if n % 3 else None
        rows.append(
            Occurrence(
                activity=group.activity if group else events[n % 300], group=group,
                starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), room=rooms[n % 8],
            )
        )  # fmt: skip
    Occurrence.objects.bulk_create(rows, batch_size=1000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _activity(title: str, kind: ActivityKind) -> Activity:
    slug = re.sub(r"\W+", "-", title.lower())
    return Activity.objects.create(title=title, slug=slug, kind=kind, state="confirmed")


def uncached(addresses: dict[str, str]) -> list[tuple[str, float, float, int]]:
    """Name, median and 95th percentile in milliseconds, and the number of queries."""
    client = Client(HTTP_HOST="localhost")
    found = []
    for name, address in addresses.items():
        # A foreign parameter makes every request another page, so none is answered from memory.
        if (answer := client.get(f"{address}?bench=warm")).status_code != HTTPStatus.OK:
            raise SystemExit(f"{address} answers {answer.status_code}")
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{address}?bench=count")
        asked = len(queries)  # now, because every later request empties the log
        times = []
        for n in range(ROUNDS):
            begun = clock()
            client.get(f"{address}?bench={n}")
            times.append((clock() - begun) * 1000)
        times.sort()
        found.append((name, statistics.median(times), times[int(ROUNDS * 0.95)], asked))
    return found


@contextmanager
def server() -> Iterator[int]:
    """Granian with the site and an empty view, one worker, ended whatever happens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    application = Path(VAR) / "bench_application.py"
    application.write_text(
        "from django.core.wsgi import get_wsgi_application\n"
        "from django.http import HttpResponse\n"
        "from django.urls import path\n"
        "application = get_wsgi_application()\n"
        "from kulisy.config import urls\n"
        "urls.urlpatterns.insert(0, path('empty', lambda request: HttpResponse('')))\n"
    )
    options = f"--interface wsgi --workers 1 --port {port} --log-level error".split()
    command = [sys.executable, "-m", "granian", *options, "bench_application:application"]
    environment = {**os.environ, "PYTHONPATH": f"{VAR}:{HERE}"}
    running = subprocess.Popen(command, cwd=VAR, env=environment)  # noqa: S603 - our own server
    try:
        for _attempt in range(120):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.5)
        yield port
    finally:
        running.terminate()
        running.wait(10)


def throughput(port: int, path: str) -> float:
    """Answers in a second."""
    if wrk := shutil.which("wrk"):
        command = [wrk, "-t1", f"-c{CLIENTS}", f"-d{SECONDS}s", "-H", "Accept-Encoding: br, gzip"]
        command.append(f"http://localhost:{port}{path}")
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - wrk as found
        return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    return _asked_by_hand(port, path)


def _asked_by_hand(port: int, path: str) -> float:
    answered, until = [0] * CLIENTS, time.perf_counter() + SECONDS

    def ask(number: int) -> None:
        line = http.client.HTTPConnection("localhost", port)
        while time.perf_counter() < until:
            line.request("GET", path, headers={"Accept-Encoding": "br, gzip"})
            line.getresponse().read()
            answered[number] += 1

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(answered) / SECONDS


def tell(pages: list[tuple[str, float, float, int]], ratio: float, dates: int) -> None:
    engine = connection.vendor
    told = []
    for name, median, _late, queries in pages:
        said = f"{name} page over {dates:,} dates, uncached"
        if name in {"month", "list"}:
            told.append(measures.at_most(said, engine, median, PROMISED_MS, "ms"))
        else:
            told.append(measures.noted(said, engine, median, "ms"))
        told.append(measures.noted(f"{name} page, queries", engine, queries, ""))
    told.append(
        measures.at_least(
            "cached month page to an empty view: answers in a second", engine, ratio, 0.7, ""
        )
    )
    measures.tell(*told)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dates", type=int, default=DATES)
    dates = parser.parse_args().dates
    begun = time.perf_counter()
    fill(dates)
    print(f"{Occurrence.objects.count()} dates made in {time.perf_counter() - begun:.0f} s\n")
    today = date.today()  # noqa: DTZ011 - the day of this machine is meant
    year, week, _weekday = today.isocalendar()
    addresses = {
        "month": f"/kalendarz/{today:%Y/%m}/",
        "list": "/kalendarz/",
        "week": f"/kalendarz/{year}/tydzien/{week}/",
        "day": f"/kalendarz/{today:%Y/%m/%d}/",
        "home": "/",
    }
    settings.ALLOWED_HOSTS = ["*"]
    print(
        "| page, uncached | median ms | 95th percentile ms | queries |\n| --- | --- | --- | --- |"
    )
    pages = uncached(addresses)
    for name, median, late, queries in pages:
        print(f"| {name} | {median:.1f} | {late:.1f} | {queries} |")
    with server() as port:
        throughput(port, "/empty")
        throughput(port, addresses["month"])
        pairs = [
            (throughput(port, "/empty"), throughput(port, addresses["month"])) for _ in range(TURNS)
        ]
    empty, kept = (statistics.median(column) for column in zip(*pairs, strict=True))
    print("\n| the same server | answers a second |\n| --- | --- |")
    print(f"| empty view | {empty:.0f} |\n| month page, kept | {kept:.0f} |")
    print(f"\nRatio of the kept page to the empty view: {kept / empty:.2f} (wanted: 0.7)")
    tell(pages, kept / empty, dates)


if __name__ == "__main__":
    try:
        main()
    finally:
        shutil.rmtree(VAR, ignore_errors=True)
