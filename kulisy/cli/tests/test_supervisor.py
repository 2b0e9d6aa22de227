"""Whatever ends the supervisor, nothing that it started stays behind."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

# A child that starts a grandchild, writes both numbers down, and waits.
CHILD = """
import os, subprocess, sys, time
inner = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open(sys.argv[1] + "/" + str(os.getpid()), "w").close()
open(sys.argv[1] + "/" + str(inner.pid), "w").close()
time.sleep(float(sys.argv[2]))
"""
SUPERVISOR = """
import sys
from kulisy.cli.supervisor import Supervisor
child = open(sys.argv[1] + "/child.py").read()
with Supervisor(print, restarts=sys.argv[3] == "restarts") as watch:
    for _ in range(2):
        watch.start("child", [sys.executable, "-c", child, sys.argv[2], sys.argv[4]])
    sys.exit(watch.until_stopped())
"""


def alive(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
    return status.rsplit(")", 1)[1].split()[0] != "Z"


def wait_until(true, *, seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if true():
            return True
        time.sleep(0.02)
    return False


@pytest.fixture
def started(tmp_path):
    """Starts a supervisor with two children that have a child each; knows all their numbers."""
    pids = tmp_path / "pids"
    pids.mkdir()
    (tmp_path / "child.py").write_text(textwrap.dedent(CHILD))
    running: list[subprocess.Popen[bytes]] = []

    def start(mode: str = "once", lives: str = "60") -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", SUPERVISOR, str(tmp_path), str(pids), mode, lives]
        running.append(subprocess.Popen(command, stdout=subprocess.DEVNULL))
        assert wait_until(lambda: len(list(pids.iterdir())) >= 4)
        return running[-1]

    start.pids = lambda: [int(path.name) for path in pids.iterdir()]
    yield start
    for process in running:
        process.kill()
        process.wait()


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_children_and_grandchildren(started, number):
    supervisor = started()

    supervisor.send_signal(number)

    assert supervisor.wait(timeout=15) == 0
    assert [pid for pid in started.pids() if alive(pid)] == []


@pytest.mark.slow
def test_the_end_of_one_child_ends_all(started):
    supervisor = started(lives="0.5")

    assert supervisor.wait(timeout=15) == 1
    assert [pid for pid in started.pids() if alive(pid)] == []


@pytest.mark.slow
def test_a_fallen_child_is_started_again_where_that_is_wanted(started):
    supervisor = started("restarts", lives="0.2")

    assert wait_until(lambda: len(started.pids()) >= 8)
    supervisor.send_signal(signal.SIGTERM)

    assert supervisor.wait(timeout=15) == 0
    assert [pid for pid in started.pids() if alive(pid)] == []


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only the Linux kernel tells children so")
def test_a_supervisor_that_is_killed_outright_takes_its_children_along(started):
    supervisor = started()
    children = [pid for pid in started.pids() if os.getpgid(pid) == pid]

    supervisor.kill()
    supervisor.wait()

    assert len(children) == 2
    assert wait_until(lambda: not any(alive(pid) for pid in children))
