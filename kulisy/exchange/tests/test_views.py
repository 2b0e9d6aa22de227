"""The import screens as staff use them, and as those who may not."""

from datetime import UTC, datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

from kulisy.exchange import tasks
from kulisy.exchange.models import ImportRun, ImportSource
from kulisy.exchange.tests.factories import event, ics, kind
from kulisy.kernel.errors import Unreadable
from kulisy.people.api import Role
from kulisy.people.tests.factories import make_account
from kulisy.programme.api import Activity

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("imports_in_tmp")]
HOME = "/zaplecze/import/"
SHEET = "Tytuł;Data;Godzina\nCeramika;21.11.2026;17.00\nBłąd;31.02.2026;19.00\n"


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(datetime(2026, 11, 1, 10, tzinfo=UTC), tick=True):
        yield


@pytest.fixture
def editor(client):
    kind()
    account = make_account(Role.PROGRAMME_EDITOR)
    client.force_login(account)
    return account


def upload(text, name="plan.csv"):
    return SimpleUploadedFile(name, text.encode())


def send(client, **typed):
    return client.post(HOME, {"state": "confirmed", **typed})


def seen(response):
    page = BeautifulSoup(response.content, "html.parser").select_one("main")
    return " ".join(page.get_text(" ").split())


def read(client, text=SHEET, **typed):
    """Upload and let the worker read; the run."""
    response = send(client, file=upload(text), **typed)
    run = ImportRun.objects.get(pk=int(response["Location"].split("/")[-2]))
    tasks.read_import(run.pk)
    run.refresh_from_db()
    return run


def test_a_sheet_is_uploaded_looked_at_and_brought_in(client, editor):
    run = read(client)
    page = client.get(f"{HOME}{run.pk}/")
    nothing_yet = Activity.objects.count()
    client.post(f"{HOME}{run.pk}/wprowadz/")
    tasks.apply_import(run.pk)
    run.refresh_from_db()

    assert "Ceramika" in seen(page)
    assert "31.2.2026" in seen(page)
    assert (nothing_yet, Activity.objects.get().title) == (0, "Ceramika")
    assert (run.state, run.by, run.added, run.damaged) == ("done", editor, 1, 1)
    assert client.get(f"{HOME}{run.pk}/").status_code == 200


def test_a_newer_version_shows_each_field_old_and_new(client, editor):
    first = read(client, "Tytuł;Data;Godzina;Miejsce\nCeramika;21.11.2026;17.00;Rynek\n")
    tasks.apply_import(first.pk)
    source = first.source

    newer = "Tytuł;Data;Godzina;Miejsce\nCeramika;21.11.2026;18.00;Rynek\n"
    run = read(client, newer, source=source.pk)
    page = BeautifulSoup(client.get(f"{HOME}{run.pk}/?pokaz=changed").content, "html.parser")

    assert (run.source, run.changed, run.added) == (source, 1, 0)
    assert [tag.text for tag in page.select("del, ins")][:2] == [
        "21.11.2026 17:00",
        "21.11.2026 18:00",
    ]


def test_while_it_is_read_the_page_looks_again_by_itself(client, editor):
    run = ImportRun.objects.get(pk=int(send(client, file=upload(SHEET))["Location"].split("/")[-2]))

    waiting = client.get(f"{HOME}{run.pk}/")
    tasks.read_import(run.pk)
    done = client.get(f"{HOME}{run.pk}/")

    first, last = (BeautifulSoup(each.content, "html.parser") for each in (waiting, done))
    assert first.select_one("head noscript meta[http-equiv=refresh]")["content"] == "3"
    assert first.select_one("[data-work=running] [data-work-rest] progress")
    assert last.select_one("meta[http-equiv=refresh]") is None
    assert last.select_one("[data-work=ended] [role=status]").text.startswith(
        "Oto, co by się zmieniło"
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param({}, "error", id="nothing"),
        pytest.param({"address": "gopher://a"}, "https://", id="not an address"),
    ],
)
def test_without_a_file_or_an_address_it_says_what_is_missing(client, editor, typed, said):
    response = send(client, **typed)

    assert response.status_code == 422
    assert said in response.content.decode()
    assert not ImportRun.objects.exists()


def test_the_upload_is_kept_when_something_else_is_wrong(client, editor):
    wrong = send(client, file=upload(SHEET, "sezon.csv"), address="https://example.org/a.ics")
    right = send(client)

    assert (wrong.status_code, right.status_code) == (422, 302)
    assert "sezon.csv" in seen(wrong)
    assert ImportRun.objects.get().filename == "sezon.csv"


def test_a_file_that_cannot_be_read_is_kept_and_read_again_with_a_heading(client, editor):
    response = send(client, file=upload("Co gramy;Kiedy to będzie\nKoncert;21.11.2026\n"))
    run = ImportRun.objects.get(pk=int(response["Location"].split("/")[-2]))
    with pytest.raises(Unreadable):
        tasks.read_import(run.pk)
    refused = client.get(f"{HOME}{run.pk}/")
    said = {"column_title": "Co gramy", "column_day": "Kiedy to będzie"}
    settings = {"name": "Plan", "state": "draft", "when_gone": "keep", "minutes": "60"}
    client.post(f"{HOME}zrodla/{run.source_id}/", settings | said)
    again = client.post(f"{HOME}{run.pk}/jeszcze-raz/")
    tasks.read_import(int(again["Location"].split("/")[-2]))

    assert ImportRun.objects.get(pk=run.pk).problem in seen(refused)
    assert ImportRun.objects.latest("pk").added == 1


def test_a_calendar_by_its_address_is_followed(client, editor, monkeypatch, tmp_path):
    def fetched(address, **_known):
        path = tmp_path / "fetched.ics"
        path.write_text(ics(event()))
        return type("Fetched", (), {"path": path})

    monkeypatch.setattr("kulisy.exchange.runs.fetch", fetched)
    response = send(client, address="https://kalendarz.example/tajny.ics?klucz=1")
    tasks.read_import(int(response["Location"].split("/")[-2]))

    run = ImportRun.objects.get()
    assert (run.added, run.state, run.source.name) == (1, "planned", "kalendarz.example")
    assert "klucz" not in run.filename
    assert client.post(f"{HOME}zrodla/{run.source_id}/pobierz/").status_code == 302


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.PROGRAMME_EDITOR, Role.PROMOTION])
def test_only_director_and_programme_editor_bring_anything_in(client, role):
    source = ImportSource.objects.create(name="Plan")
    run = ImportRun.objects.create(source=source, state="planned")
    client.force_login(make_account(role))

    answers = [
        client.get(HOME).status_code,
        client.get(f"{HOME}{run.pk}/").status_code,
        client.get(f"{HOME}zrodla/{source.pk}/").status_code,
    ]
    client.post(f"{HOME}{run.pk}/wprowadz/")
    run.refresh_from_db()

    allowed = role is not Role.PROMOTION
    assert answers == [200, 200, 200] if allowed else [302, 302, 302]
    assert run.state == ("applying" if allowed else "planned")
    assert ("/zaplecze/import/" in client.get("/zaplecze/").content.decode()) is allowed


@pytest.mark.parametrize("rows", [1, 3])
def test_the_number_of_queries_does_not_grow(client, editor, django_assert_num_queries, rows):
    for number in range(rows):
        source = ImportSource.objects.create(name=f"Plan {number}")
        ImportRun.objects.create(source=source, by=editor)

    with django_assert_num_queries(12):
        client.get(HOME)


def test_rows_not_understood_wait_for_a_decision_until_they_are_read_well(client, editor):
    run = read(client)
    link = f"{HOME}{run.pk}/?pokaz=damaged"
    told = client.get("/zaplecze/").content.decode()
    read(client, SHEET.replace("31.02", "28.02"), source=run.source.pk)

    assert link in told
    assert link not in client.get("/zaplecze/").content.decode()
