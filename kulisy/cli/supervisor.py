"""Starts programs, watches them, and ends all of them together, with whatever they started."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Self

ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

PATIENCE = 10.0  # seconds that a program has for finishing what it does
LOOK_EVERY = 0.2
# A program that fails at once is tried again later and later, so that its log can be read.
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
STEADY_AFTER = 60.0


@dataclass
class Child:
    """One program under supervision."""

    name: str
    command: list[str]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    pause: float = FIRST_PAUSE
    due_at: float = 0.0

    def start(self) -> None:
        leash = [sys.executable, "-m", "kulisy.cli.leash", str(os.getpid())]
        # A session of its own: Ctrl-C reaches the supervisor only, which ends them in order.
        command = [*leash, *self.command]
        self.process = subprocess.Popen(command, start_new_session=True)  # noqa: S603 - our own programs
        self.started_at = time.monotonic()

    @property
    def ended(self) -> int | None:
        """The exit code, or None while it runs."""
        return self.process.poll() if self.process else 0

    def ask_to_end(self) -> None:
        if self.process and self.ended is None:
            self.process.terminate()

    def end(self) -> None:
        """The program itself if it has not listened, and then all that it left behind."""
        if self.process:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


@dataclass
class Supervisor:
    """``with Supervisor(...) as watch: watch.start(...); watch.until_stopped()``."""

    say: Callable[[str], None]
    restarts: bool
    died: Callable[[str, int], str] = lambda name, code: f"{name} ended ({code})"
    children: list[Child] = field(default_factory=list)
    stopping: bool = False

    def __enter__(self) -> Self:
        for number in ENDINGS:
            signal.signal(number, self._stop)
        return self

    def __exit__(self, *_: object) -> None:
        # A second Ctrl-C while ending must not leave half of them running.
        for number in ENDINGS:
            signal.signal(number, signal.SIG_IGN)
        for child in self.children:
            child.ask_to_end()
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and any(child.ended is None for child in self.children):
            time.sleep(0.05)
        for child in self.children:
            child.end()
        for number in ENDINGS:
            signal.signal(number, signal.SIG_DFL)

    def _stop(self, _number: int, _frame: object) -> None:
        # Only noted: an exception here could fall between starting a program and knowing of it.
        self.stopping = True

    def start(self, name: str, command: list[str]) -> Child:
        child = Child(name, command)
        self.children.append(child)
        child.start()
        return child

    def wait_for(self, answers: Callable[[], bool], *, seconds: float) -> bool:
        """Whether it answers in time; a child's end stops the waiting."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and not self.stopping:
            if answers():
                return True
            if any(child.ended is not None for child in self.children):
                return False
            time.sleep(LOOK_EVERY)
        return False

    def until_stopped(self) -> int:
        """0 when somebody asked for the end, 1 when a program ended that should not have."""
        for child in self._fallen():
            self.say(self.died(child.name, child.ended or 0))
            if not self.restarts:
                return 1
            self._plan_restart(child)
        return 0

    def _fallen(self) -> Iterator[Child]:
        """Children that have just ended, until somebody asks for the end."""
        while not self.stopping:
            now = time.monotonic()
            for child in self.children:
                if child.due_at:
                    if now >= child.due_at:
                        child.due_at = 0.0
                        child.start()
                elif child.ended is not None:
                    yield child
            time.sleep(LOOK_EVERY)

    @staticmethod
    def _plan_restart(child: Child) -> None:
        ran = time.monotonic() - child.started_at
        # What it started may still hold the port.
        child.end()
        child.pause = FIRST_PAUSE if ran > STEADY_AFTER else min(child.pause * 2, LONGEST_PAUSE)
        child.due_at = time.monotonic() + child.pause
