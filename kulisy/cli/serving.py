"""The programs that make up a running centre, and where they answer."""

import errno
import http.client
import os
import socket
import sys

PORTS_TRIED = 100
# Pages are work for the processor, which one thread at a time has; the others wait for the database
# or for somebody's slow line. Each keeps a connection to the database.
THREADS = 4


def web(host: str, port: int, workers: int) -> list[str]:
    """The web server: Granian with one process per core (docs/decisions/0006-web-server.md)."""
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi",
        "--host", host, "--port", str(port), "--workers", str(workers),
        "--blocking-threads", str(THREADS), "--no-ws",
        "--respawn-failed-workers", "--workers-kill-timeout", "8",
        "--log-level", "warning",
        "kulisy.config.wsgi:application",
    ]  # fmt: skip


def worker() -> list[str]:
    """The background worker."""
    return [sys.executable, "-m", "kulisy", "worker", "--quiet"]


def cores() -> int:
    """Cores that this process may use, which in a container are fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def free_port(host: str, wanted: int) -> int | None:
    """The wanted port, or the next one that nobody listens on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for port in range(wanted, min(wanted + PORTS_TRIED, 65536)):
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            # As the server does it: a port that was left a moment ago counts as free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as problem:
                if problem.errno not in {errno.EADDRINUSE, errno.EACCES}:
                    raise
            else:
                return port
    return None


def answers(host: str, port: int) -> bool:
    """Whether the site says that it is there; how well it is does not matter here."""
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
    connection = http.client.HTTPConnection(reachable, port, timeout=2)
    try:
        connection.request("GET", "/health", headers={"Host": "localhost"})
        return connection.getresponse().status in {200, 503}
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
