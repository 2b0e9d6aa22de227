"""Fixtures and manners that every test of the house shares."""

import os
import shutil

import pytest
from django.conf import settings as project

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
