"""Fixtures and manners that every test of the house shares."""

import hashlib
import os
import shutil
import sqlite3
from pathlib import Path

import django
import pytest
import wagtail
from django.conf import settings as project
from django.core.cache import cache
from django.db import connection
from pytest_django.plugin import blocking_manager_key

IN_CI = os.environ.get("CI", "") not in {"", "0", "false"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
INSTALL_A_BROWSER = (
    "no Chromium on this machine (apt install chromium, or name one in KULISY_CHROMIUM)"
)


def browser() -> str | None:
    """The Chromium that journeys use: the one named, or one that is installed."""
    named = os.environ.get("KULISY_CHROMIUM")
    return named or next((path for name in BROWSERS if (path := shutil.which(name))), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys wait for a browser; where tests decide over a change, its absence is a failure."""
    journeys = [test for test in items if test.get_closest_marker("journey")]
    if not journeys or browser():
        return
    if IN_CI:
        raise pytest.UsageError(f"{len(journeys)} journeys cannot run: {INSTALL_A_BROWSER}.")
    for test in journeys:
        test.add_marker(pytest.mark.skip(reason=INSTALL_A_BROWSER))


def pytest_unconfigure() -> None:
    """The folder that the test settings made goes with the run."""
    folder = getattr(project, "VAR", None) if project.configured else None
    if folder and folder.name.startswith("kulisy-test-"):
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the browser."""
    found = browser()
    assert found, INSTALL_A_BROWSER
    return found


@pytest.fixture(autouse=True)
def _uploads_in_tmp(settings, tmp_path):
    """No test leaves a file behind."""
    settings.MEDIA_ROOT = tmp_path / "uploads"


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """No test finds what another left in the cache: throttles, a worker's sign of life."""
    cache.clear()


@pytest.fixture(scope="session")
def migrated_once(request, django_db_modify_db_settings):
    """A copy of the database that an earlier run migrated with the very same migrations.

    Migrating takes half a minute of every run and of every worker; the first run after a change
    of any migration does it for real and leaves the copy. PostgreSQL always migrates.
    """
    if connection.vendor != "sqlite":
        return None
    kept = Path(request.config.cache.mkdir("migrated")) / f"{_migrations_hash()}.sqlite3"
    if kept.exists():
        target = Path(connection.settings_dict["TEST"]["NAME"])
        for leftover in target.parent.glob(f"{target.name}*"):
            leftover.unlink()
        shutil.copyfile(kept, target)
    return kept


@pytest.fixture(scope="session")
def django_db_keepdb(migrated_once, request):
    copied = migrated_once is not None and migrated_once.exists()
    return copied or request.config.option.reuse_db


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, migrated_once, django_db_blocker):
    """After a run that migrated, keep the copy for the next ones."""
    if migrated_once is None or migrated_once.exists():
        return
    with django_db_blocker.unblock():
        connection.close()
        half = migrated_once.with_suffix(f".{os.getpid()}")
        with sqlite3.connect(connection.settings_dict["NAME"]) as source:
            source.execute("VACUUM INTO ?", [str(half)])
        source.close()
        half.replace(migrated_once)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item):
    """A test with real transactions ends with every table emptied: the rows that migrations made
    come back for the tests after it, which in another worker's order may be any."""
    outcome = yield
    marker = item.get_closest_marker("django_db")
    if marker and marker.kwargs.get("transaction"):
        with item.config.stash[blocking_manager_key].unblock():
            rows = connection._test_serialized_contents  # noqa: SLF001 - where Django's own tests find it
            connection.creation.deserialize_db_from_string(rows)
    return outcome


def _migrations_hash() -> str:
    """One value for the migrations here and the versions of those who bring others."""
    found = hashlib.sha256(f"{django.VERSION}{wagtail.VERSION}".encode())
    for file in sorted(Path(__file__).parent.glob("kulisy/*/migrations/*.py")):
        found.update(file.read_bytes())
    for lock in sorted(Path(__file__).parent.glob("requirements/*.lock")):
        found.update(lock.read_bytes())
    return found.hexdigest()[:20]
