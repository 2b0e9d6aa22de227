"""``kulisy import`` for scripts: what it says, what it changes, and its exit codes."""

import io

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kulisy.exchange.models import ImportSource
from kulisy.exchange.tests.factories import event, ics, kind
from kulisy.programme.api import Activity, Occurrence

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("imports_in_tmp")]
SHEET = "Tytuł;Data;Godzina\nChór;21.11.2099;17.00\n"


@pytest.fixture
def run(tmp_path):
    kind()

    def ran(content, *options, name="plan.csv"):
        """The exit code and what was printed."""
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        said = io.StringIO()
        try:
            call_command("import", str(path), *options, stdout=said, stderr=said)
        except CommandError as no:
            return no.returncode, str(no)
        except SystemExit as end:
            return end.code, said.getvalue()
        return 0, said.getvalue()

    return ran


def test_without_apply_it_shows_and_changes_nothing(run):
    code, said = run(SHEET)

    assert (code, Occurrence.objects.count()) == (0, 0)
    assert "Chór" in said
    assert "--apply" in said


def test_with_apply_it_brings_in_and_the_second_time_nothing(run):
    first, _said = run(SHEET, "--apply", "--as", "confirmed")
    second, said = run(SHEET, "--apply")

    assert (first, second, Occurrence.objects.count()) == (0, 0, 1)
    assert Activity.objects.get().state == "confirmed"
    assert "1" in said


@pytest.mark.parametrize(
    ("content", "options", "code"),
    [
        pytest.param(SHEET + "Zły;31.02.2026;17.00\n", ["--apply"], 1, id="a damaged row"),
        pytest.param("", [], 2, id="empty"),
        pytest.param("<html>", [], 2, id="a web page"),
        pytest.param(SHEET, ["--kind", "nie-ma"], 2, id="no such kind"),
        pytest.param(SHEET, ["--format", "ics"], 2, id="not that format"),
    ],
)
def test_exit_codes_can_be_trusted(run, content, options, code):
    assert run(content, *options)[0] == code


def test_a_missing_file_and_no_file_are_told(tmp_path):
    for arguments in ([str(tmp_path / "nie-ma.ics")], []):
        with pytest.raises(CommandError) as no:
            call_command("import", *arguments)
        assert no.value.returncode == 2


def test_columns_can_be_named(run):
    code, said = run("Co;Data\nChór;21.11.2099\n", "--column", "title=Co", "--source", "Plan")

    assert (code, "Chór" in said) == (0, True)
    assert ImportSource.objects.get().columns == {"title": "Co"}


def test_all_subscribed_tells_each_and_fails_when_one_does(monkeypatch):
    ImportSource.objects.create(name="Zły adres", address="gopher://a")
    said = io.StringIO()

    with pytest.raises(SystemExit) as end:
        call_command("import", "--all-subscribed", stdout=said)

    assert (end.value.code, "Zły adres" in said.getvalue()) == (1, True)


@pytest.mark.slow
@given(content=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), database=None)
def test_no_file_ends_in_a_trace(run, content):
    whole = ics(event()).encode()

    assert run(content)[0] in {0, 1, 2}
    assert run(whole[: len(whole) // 2] + content + whole, name="a.ics")[0] in {0, 1, 2}
