"""Starts another program that ends when its starter does: ``python -m kulisy.cli.leash PROGRAM``.

A supervisor that is killed outright cannot tell its children; on Linux the kernel does it then.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def hold(starter: int) -> None:
    """Ask for SIGTERM when the starter ends; elsewhere than on Linux do without."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    # It may have ended before the request: then nobody would ever send the signal.
    if os.getppid() != starter:
        raise SystemExit(0)


if __name__ == "__main__":
    hold(int(sys.argv[1]))
    os.execvp(sys.argv[2], sys.argv[2:])  # noqa: S606 - the supervisor names the program
