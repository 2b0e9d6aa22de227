"""Is the house alive: the database answers, and the worker has been seen lately."""

import time

from django.core.cache import cache
from django.db import DatabaseError, connection

BEAT = "kulisy.worker-beat"
BEAT_EVERY = 20.0
# Three beats may be lost to a busy database before anybody need worry.
LATE_AFTER = 4 * BEAT_EVERY


def beat() -> None:
    """Leave a sign of life of the worker, where every process of the centre can see it."""
    cache.set(BEAT, time.time(), timeout=24 * 3600)


def seconds_since_beat() -> float | None:
    """How long ago the worker was seen; None when it never was, or not since yesterday."""
    seen = cache.get(BEAT)
    return None if seen is None else max(0.0, time.time() - float(seen))


def database_answers() -> bool:
    """Whether a question gets an answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone())
    except DatabaseError:
        return False
