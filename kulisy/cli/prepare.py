"""What a site needs before it starts: tables, cache, static files. Done again, it is quick."""

import hashlib
import json
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

COLLECTED = ".collected"


def waiting_migrations() -> list[str]:
    """Names of the migrations that this version needs and the database lacks."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def unknown_migrations() -> list[str]:
    """Migrations that the database has and this version does not: a newer version made it."""
    executor = MigrationExecutor(connection)
    known = set(executor.loader.disk_migrations)
    return sorted(
        f"{app}.{name}"
        for app, name in executor.loader.applied_migrations
        if (app, name) not in known
    )


def make_tables() -> None:
    """The tables of this version, the cache's included."""
    if waiting_migrations():
        call_command("migrate", interactive=False, verbosity=0)
    make_cache_table()


def make_cache_table() -> None:
    """The cache's table, unless it is there; no migration makes it."""
    call_command("createcachetable", verbosity=0)


def static_fingerprint() -> str:
    """Changes when any static file does: names, sizes and times of all that would be collected."""
    digest = hashlib.sha256(str(settings.STORAGES["staticfiles"]["BACKEND"]).encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            digest.update(f"{name}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def collected() -> bool:
    """Whether the collected static files are those of this version."""
    note = Path(settings.STATIC_ROOT) / COLLECTED
    try:
        return bool(json.loads(note.read_text("utf-8"))["fingerprint"] == static_fingerprint())
    except (OSError, ValueError, KeyError):
        return False


def collect_static() -> None:
    """Collect, name by content and compress the static files, unless that is done."""
    if collected():
        return
    fingerprint = static_fingerprint()
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    note = Path(settings.STATIC_ROOT) / COLLECTED
    note.write_text(json.dumps({"fingerprint": fingerprint}), "utf-8")
