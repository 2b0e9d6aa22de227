"""Importing 5,000 rows: how fast, with how much memory, and how fast when nothing changed."""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
import tracemalloc
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ["DJANGO_SETTINGS_MODULE"] = "kulisy.config.settings_test"
VAR = os.environ.get("KULISY_BENCH") or tempfile.mkdtemp(prefix="kulisy-bench-")
os.environ["KULISY_VAR"] = VAR

import django  # noqa: E402 - the folder above must be known first

django.setup()

from django.core.management import call_command  # noqa: E402 - Django is set up first
from django.db import connection  # noqa: E402 - Django is set up first

from bench import measures  # noqa: E402 - Django is set up first
from kulisy.exchange import runs  # noqa: E402 - Django is set up first
from kulisy.exchange.models import ImportRun, ImportSource  # noqa: E402 - Django is set up first
from kulisy.programme.api import Occurrence  # noqa: E402 - Django is set up first

ROWS, LIMIT, RATIO = 5_000, 60, 5


def sheet(path: Path, rows: int) -> Path:
    day = date(2026, 1, 1)
    with path.open("w", encoding="utf-8") as file:
        file.write("Tytuł;Data;Godziny;Miejsce;Opis;Cena\n")
        for n in range(rows):
            on = day + timedelta(days=n % 700)
            file.write(
                f"Spotkanie {n // 3};{on:%d.%m.%Y};{9 + n % 10}.00–{10 + n % 10}.30;"
                f"Rynek {n % 7};Opis spotkania, które warto zobaczyć.;20 zł\n"
            )
    return path


def bring(source: ImportSource, path: Path) -> tuple[ImportRun, float]:
    begun = time.perf_counter()
    run = runs.planned(runs.file_run(source, path, by=None))
    run = runs.applied(run, by=None)
    return run, time.perf_counter() - begun


def peak_of_plan(rows: int) -> float:
    source = ImportSource.objects.create(name=f"pamięć {rows}")
    path = sheet(Path(os.environ["KULISY_VAR"]) / f"{rows}.csv", rows)
    run = runs.file_run(source, path, by=None)
    tracemalloc.start()
    runs.planned(run)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=ROWS)
    rows = parser.parse_args().rows
    call_command("migrate", verbosity=0)
    source = ImportSource.objects.create(name="arkusz", state="confirmed")
    path = sheet(Path(os.environ["KULISY_VAR"]) / "arkusz.csv", rows)
    _first, seconds = bring(source, path)
    dates = Occurrence.objects.count()
    repeated = [bring(source, path) for _ in range(3)]
    second, again = repeated[0][0], statistics.median(seconds for _, seconds in repeated)
    print("| measure | value | limit |\n| --- | --- | --- |")
    print(f"| first import of {rows} rows, {dates} dates | {seconds:.1f} s | {LIMIT} s |")
    print(f"| second import of the same ({second.would_change} changes) | {again:.1f} s | |")
    print(f"| ratio | {seconds / again:.1f} | {RATIO} |")
    small, large = peak_of_plan(rows * 2 // 5), peak_of_plan(rows * 8 // 5)
    print(
        f"| peak memory, {rows * 2 // 5} and {rows * 8 // 5} rows | {small:.1f}, {large:.1f} MB | |"
    )
    engine = connection.vendor
    measures.tell(
        measures.at_most(f"import of {rows:,} rows", engine, seconds, LIMIT, "s"),
        measures.noted("the same file once more", engine, again, "s"),
        measures.at_least("how much quicker that is", engine, seconds / again, RATIO, "times"),
        measures.exactly("what it changes", engine, second.would_change, 0, "rows"),
        measures.at_most(
            "memory of four times the rows to that of one",
            engine,
            large / small,
            1.5,
            "times",
        ),
    )
    sys.exit(seconds > LIMIT or seconds / again < RATIO or second.would_change > 0)


if __name__ == "__main__":
    try:
        main()
    finally:
        shutil.rmtree(VAR, ignore_errors=True)
