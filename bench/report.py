"""Runs every benchmark, one after another, and writes docs/reference/performance.md.

    python bench/report.py                 all, on both engines, on a machine that does nothing else
    python bench/report.py --only clashes  one of them, printed and not written
    python bench/report.py --small         all of them at a size that only shows that they run

Every benchmark prints as its last line what ``measures.py`` describes.
"""

import argparse
import json
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

HERE = Path(__file__).resolve().parents[1]
PAGE = HERE / "docs" / "reference" / "performance.md"
SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
ENGINES = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
QUIET = 0.7  # load of the last minute; above it, something else takes the time as well
LONGEST = 1800  # seconds; a benchmark that hangs must not keep the others from being told


@dataclass(frozen=True)
class Bench:
    """One file, what it shows, and how it is made small."""

    file: str
    shows: str
    options: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    engines: tuple[str, ...] = (SQLITE, POSTGRESQL)

    @property
    def command(self) -> str:
        return " ".join(("python", f"bench/{self.file}", *self.options))


BENCHES = (
    Bench("pages.py", "pages over a calendar of 13,000 dates", small=("--dates", "600")),
    Bench("calendar_feed.py", "the whole calendar as iCalendar", small=("--dates", "600")),
    Bench("clashes.py", "a clash check against 100,000 bookings",
          small=("--bookings", "2000", "--checks", "40")),
    Bench("search.py", "search over 20,000 Polish texts", small=("--texts", "400")),
    Bench("imports.py", "importing 5,000 rows, and the same once more", small=("--rows", "200")),
    Bench("parallel_booking.py", "200 processes want one room at one hour",
          small=("--processes", "20")),
    Bench("parallel_booking.py", "200 processes want a hall or its two halves",
          options=("--scenario", "hall"), small=("--processes", "20")),
)  # fmt: skip


@dataclass
class Told:
    """What one run of one benchmark came to."""

    bench: Bench
    engine: str
    measures: list[dict[str, Any]] = field(default_factory=list)
    problem: str = ""


def ran(bench: Bench, ground: dict[str, str], engine: str, *, small: bool) -> Told:
    """The figures of one benchmark on one engine, or what stood in the way."""
    told = Told(bench, engine)
    if not (HERE / "bench" / bench.file).exists():
        told.problem = f"there is no bench/{bench.file}"
        return told
    command = [sys.executable, f"bench/{bench.file}", *bench.options]
    command += bench.small if small else ()
    try:
        ended = subprocess.run(  # noqa: S603 - our own benchmarks
            command, cwd=HERE, env=surroundings() | ground, capture_output=True, text=True,
            timeout=LONGEST, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        told.problem = f"not done after {LONGEST} s"
        return told
    last = (ended.stdout.strip().splitlines() or [""])[-1]
    try:
        told.measures = json.loads(last)["measures"]
    except (ValueError, KeyError, TypeError):
        told.problem = (ended.stderr.strip().splitlines() or ["it told no figures"])[-1]
    return told


def surroundings() -> dict[str, str]:
    """The environment of every run, so that no real centre is touched."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KULISY_")}
    kept.pop("DATABASE_URL", None)
    return kept | {"PYTHONPATH": str(HERE), "KULISY_LOG_LEVEL": "ERROR"}


class Ground:
    """Databases with tables and nothing else, one for each run, copied from the first.

    Making the tables takes longer than most benchmarks, and is none of what they measure.
    """

    def __init__(self, folder: Path, server: str = "") -> None:
        self.folder, self.server = folder, server
        self.runs = 0
        self._kulisy("migrate", "--verbosity=0")

    def _kulisy(self, *words: str) -> None:
        told = {"KULISY_VAR": str(self.folder / "first"), "DATABASE_URL": self.server}
        command = [sys.executable, "-m", "kulisy", *words]
        subprocess.run(command, cwd=HERE, env=surroundings() | told, check=True)  # noqa: S603 - our own program

    @contextmanager
    def of_one_run(self) -> Iterator[dict[str, str]]:
        self.runs += 1
        folder = self.folder / f"run-{self.runs}"
        shutil.copytree(self.folder / "first", folder)
        told = {"KULISY_VAR": str(folder), "KULISY_BENCH": str(folder)}
        name = f"run_{self.runs}"
        if self.server:
            self._say("CREATE DATABASE {} TEMPLATE {}", name, self.server.rpartition("/")[2])
            told["DATABASE_URL"] = f"{self.server.rpartition('/')[0]}/{name}"
        try:
            yield told
        finally:
            if self.server:
                self._say("DROP DATABASE {} WITH (FORCE)", name)
            shutil.rmtree(folder, ignore_errors=True)

    def _say(self, sentence: str, *names: str) -> None:
        elsewhere = f"{self.server.rpartition('/')[0]}/postgres"
        with psycopg.connect(elsewhere, autocommit=True) as connection:
            connection.execute(sql.SQL(sentence).format(*map(sql.Identifier, names)))


@contextmanager
def ground(engine: str) -> Iterator[Ground]:
    """Where the benchmarks of one engine stand; on PostgreSQL a server that ends with them."""
    with tempfile.TemporaryDirectory(prefix="kulisy-bench-") as folder:
        (Path(folder) / "first").mkdir()
        if engine == SQLITE:
            yield Ground(Path(folder))
            return
        # It says where it is, and lives until nobody speaks to it any more.
        command = ["sh", ".ci/postgres.sh", "sh", "-c", 'echo "$DATABASE_URL"; exec cat']
        with subprocess.Popen(  # noqa: S603 - our own script
            command, cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as running:
            if running.stdin is None or running.stdout is None:
                raise RuntimeError("The server cannot be spoken to.")
            try:
                yield Ground(Path(folder), running.stdout.readline().strip())
            finally:
                running.stdin.close()


def machine() -> list[tuple[str, str]]:
    """What the figures were taken on, in words that let somebody compare."""
    return [
        ("Day", date.today().isoformat()),  # noqa: DTZ011 - the day of this machine is meant
        ("Processor", f"{_processor()}, {len(os.sched_getaffinity(0))} cores in use"),
        ("Memory", _memory()),
        ("System", f"{platform.system()} {platform.release()}"),
        ("Python", platform.python_version()),
        ("Django, Wagtail", f"{version('django')}, {version('wagtail')}"),
        ("Web server", f"Granian {version('granian')}"),
        (SQLITE, sqlite3.sqlite_version),
        (POSTGRESQL, _postgresql()),
    ]


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
        if line.startswith(("model name", "Model")):
            return line.partition(":")[2].strip()
    return platform.machine()


def _memory() -> str:
    kilobytes = Path("/proc/meminfo").read_text("utf-8").split("MemTotal:")[1].split()[0]
    return f"{int(kilobytes) / 1024 / 1024:.0f} GiB"


def _postgresql() -> str:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    program = str(found[-1]) if found else shutil.which("postgres")
    if program is None:
        return "not on this machine"
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603 - a program of this machine
    return said.split()[2]


def page(runs: list[Told], load: float) -> str:
    """The whole document; ``load`` is what else the machine was doing when it began."""
    runs = sorted(runs, key=lambda told: (BENCHES.index(told.bench), told.engine == POSTGRESQL))
    quiet = load < QUIET
    truth = (
        "on a machine that did nothing else."
        if quiet
        else f"while other programs ran beside (load {load:.1f}), so they are too long."
    )
    lines = [
        "# Performance",
        "",
        "Written by `make bench`; do not change it by hand. Every figure can be taken again with",
        f"the command named below. Times are medians, taken {truth}",
        "",
        "| | |",
        "| --- | --- |",
        *(f"| {name} | {value} |" for name, value in machine()),
        "",
        "| what | engine | promised | found | |",
        "| --- | --- | --- | --- | --- |",
    ]
    lines += [_row(measure) for told in runs for measure in told.measures]
    lines += ["", "## How each was taken", ""]
    for bench in dict.fromkeys(told.bench for told in runs):
        lines.append(f"- {bench.shows}: `{bench.command}`")
    lines += [
        "",
        "On PostgreSQL the same command runs behind `sh .ci/postgres.sh`, which starts a server",
        "for it and throws it away. That the number of queries of a list does not grow with its",
        "rows is held by the tests of every list, which ask for one row and for three.",
    ]
    if problems := [told for told in runs if told.problem]:
        lines += ["", "## Not measured", ""]
        lines += [f"- `{told.bench.command}` on {told.engine}: {told.problem}" for told in problems]
    return "\n".join(lines) + "\n"


def _row(measure: dict[str, Any]) -> str:
    value = f"{measure['value']:,.2f}".rstrip("0").rstrip(".") if measure["value"] else "0"
    unit = measure["unit"]
    target = f"{measure['target']} {unit}".strip() if measure["target"] else ""
    verdict = {True: "kept", False: "**not kept**", None: ""}[measure["ok"]]
    engine = ENGINES.get(measure["engine"], measure["engine"])
    return f"| {measure['name']} | {engine} | {target} | {value} {unit} | {verdict} |"


def chosen(only: str | None, engine: str | None) -> dict[str, list[Bench]]:
    """What runs on which engine."""
    engines = [engine] if engine else [SQLITE, POSTGRESQL]
    of_file = [bench for bench in BENCHES if only is None or bench.file.startswith(only)]
    return {name: [bench for bench in of_file if name in bench.engines] for name in engines}


def all_of(benches: list[Bench], engine: str, *, small: bool) -> Iterator[Told]:
    with ground(engine) as prepared:
        for bench in benches:
            began = time.monotonic()
            with prepared.of_one_run() as told_where:
                told = ran(bench, told_where, engine, small=small)
            said = told.problem or f"{len(told.measures)} figures"
            seconds = time.monotonic() - began
            print(f"{bench.command} on {engine}: {said}, {seconds:.0f} s", flush=True)
            yield told


def left_over(wanted: dict[str, list[Bench]], runs: list[Told]) -> list[Told]:
    """What was not reached."""
    done = {(told.bench, told.engine) for told in runs}
    return [
        Told(bench, engine, problem="not run")
        for engine, benches in wanted.items()
        for bench in benches
        if (bench, engine) not in done
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", help="the beginning of a benchmark's name")
    parser.add_argument("--engine", choices=[SQLITE, POSTGRESQL])
    parser.add_argument("--small", action="store_true", help="small sizes; nothing is written")
    asked = parser.parse_args()
    is_whole = not (asked.only or asked.engine or asked.small)
    before = os.getloadavg()[0]
    wanted = chosen(asked.only, asked.engine)
    runs: list[Told] = []
    for engine, benches in wanted.items():
        for told in all_of(benches, engine, small=asked.small):
            runs.append(told)
            if is_whole:  # as soon as it is known: a run that is broken off keeps what it has
                PAGE.write_text(page(runs + left_over(wanted, runs), before), "utf-8")
    if is_whole:
        print(f"Written: {PAGE.relative_to(HERE)}")
    else:
        print(page(runs, before))
    is_kept = all(measure["ok"] is not False for told in runs for measure in told.measures)
    return 0 if is_kept and not any(told.problem for told in runs) else 1


if __name__ == "__main__":
    sys.exit(main())
