"""``kulisy import`` without ``--apply`` leaves nothing behind that acts later."""

import io
import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kulisy.exchange import runs
from kulisy.exchange.fetch import Fetched
from kulisy.exchange.models import ImportSource
from kulisy.exchange.tests.factories import event, ics, kind
from kulisy.programme.api import Occurrence

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("imports_in_tmp")]
ADDRESS = "https://calendar.example/basic.ics"


@pytest.fixture(autouse=True)
def _calendar(tmp_path, monkeypatch):
    kept = tmp_path / "kept.ics"
    kept.write_text(ics(event(start="20991121T190000")))

    def fetched(address, **_facts):
        assert address == ADDRESS
        return Fetched(Path(shutil.copy(kept, tmp_path / "fetched.ics")))

    monkeypatch.setattr(runs, "fetch", fetched)


def brought(*words):
    said = io.StringIO()
    call_command("import", *words, stdout=said)
    return said.getvalue()


def test_an_address_that_was_only_looked_at_is_not_fetched_later():
    kind()

    brought(ADDRESS, "--source", "Kino", "--kind", "koncert-proba")
    brought("--all-subscribed")

    assert (ImportSource.objects.get().address, Occurrence.objects.count()) == ("", 0)


def test_an_address_that_was_brought_in_is_remembered():
    kind()

    brought(ADDRESS, "--source", "Kino", "--kind", "koncert-proba", "--apply")

    assert (ImportSource.objects.get().address, Occurrence.objects.count()) == (ADDRESS, 1)
    assert "Kino" in brought("--all-subscribed")


def test_a_missing_file_leaves_no_source(tmp_path):
    with pytest.raises(CommandError):
        call_command("import", str(tmp_path / "nie-ma.ics"), "--apply")

    assert ImportSource.objects.count() == 0
