"""A whole centre for the journeys: the demo, filled once and served by the real web server."""

import fcntl
import hashlib
import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kulisy.cli import serving

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "kasztanowo-demo"
START_UP = 120  # seconds; a loaded machine fills its first caches slowly
SETTINGS = "import django; django.setup(); from kulisy.cli import prepare, scene\n"
FILL = f"""{SETTINGS}
prepare.make_tables()
scene.known_scenes()
scene.play("season", say=print, step=lambda: None)
"""
COLLECT = f"{SETTINGS}prepare.collect_static()"
# What they are made of. Templates and translations are read by the server itself.
RECORDS = ("*/migrations/*.py", "*/demo.py", "*/demo/*.py", "kasztanowo/*.py")
FILES = ("*/static/**/*",)


@dataclass(frozen=True)
class Centre:
    """The running centre of Kasztanowo."""

    address: str
    folder: Path


@dataclass(frozen=True)
class Filled:
    """A centre at rest: its records, and the static files of this version."""

    records: Path
    static: Path


def filled(kept: Path, migrated: Path | None) -> Filled:
    """A centre filled today by these very sources; made unless it is there."""
    today = date.today().isoformat()  # noqa: DTZ011 - the demo's day is the machine's too
    with (kept / "lock").open("w") as lock:
        # Workers of one run would each spend half a minute on the same.
        fcntl.flock(lock, fcntl.LOCK_EX)
        return Filled(
            records=_made(kept, f"records-{today}-{_hash(RECORDS)}", FILL, migrated),
            static=_made(kept, f"static-{_hash(FILES)}", COLLECT) / "static",
        )


def _made(kept: Path, name: str, script: str, migrated: Path | None = None) -> Path:
    folder = kept / name
    if not folder.exists():
        for old in kept.glob(f"{name.partition('-')[0]}-*"):
            shutil.rmtree(old, ignore_errors=True)
        half = kept / "half"
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir()
        if migrated and migrated.exists():
            shutil.copyfile(migrated, half / "kulisy.sqlite3")
        _run(half, script)
        half.rename(folder)
    return folder


@contextmanager
def running(source: Filled, folder: Path) -> Iterator[Centre]:
    """A copy of the filled centre, served until the end of the block."""
    shutil.copytree(source.records, folder, dirs_exist_ok=True)
    (folder / "static").symlink_to(source.static)
    port = _free_port()
    address = f"http://localhost:{port}"
    log = folder / "server.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            serving.web("127.0.0.1", port, 1),
            env=_surroundings(folder) | {"KULISY_ADDRESS": address},
            cwd=ROOT,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(port, server, log)
            yield Centre(address, folder)
        finally:
            server.terminate()
            server.wait(timeout=20)


def _run(folder: Path, script: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=_surroundings(folder),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-500:] + done.stderr[-3000:]


def _surroundings(folder: Path) -> dict[str, str]:
    own = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("KULISY_", "DATABASE_", "DJANGO_", "REDIS_"))
    }
    return own | {
        "KULISY_VAR": str(folder),
        "KULISY_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "kulisy.config.settings",
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_UP
    while time.monotonic() < until:
        assert server.poll() is None, log.read_text()[-3000:]
        if serving.answers("127.0.0.1", port):
            return
        time.sleep(0.1)
    raise http.client.HTTPException(f"No answer on {port}: {log.read_text()[-3000:]}")


def _hash(patterns: tuple[str, ...]) -> str:
    found = hashlib.sha256()
    for pattern in patterns:
        for file in sorted((ROOT / "kulisy").glob(pattern)):
            if file.is_file():
                found.update(str(file).encode() + file.read_bytes())
    return found.hexdigest()[:16]
