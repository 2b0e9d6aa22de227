"""What the machine must have for bookings to be safe."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Warning, register  # noqa: A004 - Django's own name
from django.db import connections
from django.db.utils import DatabaseError

NET = "one_live_booking_at_a_time"
ASK = {
    "postgresql": "SELECT 1 FROM pg_constraint WHERE conname LIKE %s",
    "sqlite": "SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s",
}


def has_net(alias: str) -> bool:
    """Whether the database itself refuses two live bookings of one room at one time."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        cursor.execute(ASK[connection.vendor], [f"{NET}%"])
        return cursor.fetchone() is not None


@register("venues", "database")
def bookings_have_a_net(
    app_configs: Any,  # noqa: ARG001 - the signature of a check
    databases: Sequence[str] | None = None,
    **_kwargs: Any,
) -> list[CheckMessage]:
    """Bookings are locked by the program; the database should refuse what slips past it."""
    if "default" not in (databases or ()):
        return []
    try:
        if "venues_booking" not in connections["default"].introspection.table_names():
            return []
        is_safe = has_net("default")
    except DatabaseError:
        return []
    if is_safe:
        return []
    return [
        Warning(
            "The database does not refuse two bookings of one room at one time.",
            hint="Bookings are still safe by locks. On PostgreSQL install the extension "
            "btree_gist as its superuser, then run: kulisy migrate venues 0001 --fake, and "
            "kulisy migrate venues.",
            id="venues.W001",
        )
    ]
