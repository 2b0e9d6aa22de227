"""Imports of the tests: files in a folder of their own, and a source to bring them into."""

import pytest

from kulisy.exchange import runs
from kulisy.exchange.models import ImportSource
from kulisy.exchange.tests.factories import kind


@pytest.fixture
def imports_in_tmp(settings, tmp_path):
    settings.VAR = tmp_path
    return tmp_path / "imports"


@pytest.fixture
def source():
    return ImportSource.objects.create(name="Kalendarz", kind=kind(), state="confirmed")


@pytest.fixture
def bring(source, tmp_path, imports_in_tmp):
    """``bring(text)`` plans and carries out; the run comes back."""

    def brought(text, name="plik.ics", *, apply=True):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        run = runs.planned(runs.file_run(source, path, by=None))
        return runs.applied(run, by=None) if apply else run

    return brought
