"""What an operator may write into the environment: what it means, and how a slip is answered."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import CommandError

from kulisy.cli import prepare, program
from kulisy.config import environment


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "mysql://u:p@localhost/x",
        "postgres://u:p@localhost:abc/x",
        "postgres://u:p@localhost:99999/x",
        "postgres://u:p@[::1/x",
        "postgres://u:p@localhost",
    ],
)
def test_a_wrong_database_is_refused_without_repeating_its_password(url, tmp_path):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL should be") as no:
        environment.database(url, tmp_path)

    assert "u:p@" not in str(no.value)


def test_a_right_database_is_taken_apart(tmp_path):
    found = environment.database("postgres://an%40na:p%2Fw@db.example:5433/mok", tmp_path)

    assert [found[name] for name in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "an@na",
        "p/w",
        "db.example",
        "5433",
        "mok",
    ]
    assert environment.database("", tmp_path)["NAME"] == str(tmp_path / "kulisy.sqlite3")


@pytest.mark.parametrize(("value", "means"), [("", 7), ("0", 0), (" 25 ", 25)])
def test_a_number_is_read(value, means, monkeypatch):
    monkeypatch.setenv("KULISY_PROXIES", value)

    assert environment.number("KULISY_PROXIES", 7) == means


@pytest.mark.parametrize("value", ["x", "-1", "1.5", "²", "1 2"])
def test_what_is_no_number_is_refused(value, monkeypatch):
    monkeypatch.setenv("KULISY_PROXIES", value)

    with pytest.raises(ImproperlyConfigured, match="whole number"):
        environment.number("KULISY_PROXIES", 7)


@pytest.mark.parametrize(
    ("value", "means"),
    [
        ("", "http://a"),
        ("https://mok.example/", "https://mok.example"),
        ("http://mok.example:8000/kultura", "http://mok.example:8000/kultura"),
    ],
)
def test_an_address_is_read(value, means, monkeypatch):
    monkeypatch.setenv("KULISY_ADDRESS", value)

    assert environment.address("KULISY_ADDRESS", "http://a") == means


@pytest.mark.parametrize("value", ["mok.example", "ftp://mok.example", "https://", "https://a b"])
def test_what_is_no_address_is_refused(value, monkeypatch):
    monkeypatch.setenv("KULISY_ADDRESS", value)

    with pytest.raises(ImproperlyConfigured, match="should begin with https://"):
        environment.address("KULISY_ADDRESS", "http://a")


def test_a_level_of_the_log_is_read_or_refused(monkeypatch):
    monkeypatch.setenv("KULISY_LOG_LEVEL", "debug")
    assert environment.log_level("KULISY_LOG_LEVEL", "INFO") == "DEBUG"

    monkeypatch.setenv("KULISY_LOG_LEVEL", "loud")
    with pytest.raises(ImproperlyConfigured, match="one of DEBUG"):
        environment.log_level("KULISY_LOG_LEVEL", "INFO")


def test_a_folder_that_cannot_be_used_is_named(tmp_path, monkeypatch):
    taken = tmp_path / "file"
    taken.write_text("")
    monkeypatch.setenv("KULISY_VAR", str(taken))

    with pytest.raises(ImproperlyConfigured, match="name another in KULISY_VAR"):
        environment.var_folder()
    with pytest.raises(ImproperlyConfigured, match="name another in KULISY_VAR"):
        environment.secret_key(taken)


@pytest.mark.slow
@pytest.mark.parametrize("command", ["doctor", "demo", "--help"])
@pytest.mark.parametrize(
    ("language", "said"),
    [("pl_PL.UTF-8", "Ustawienia do siebie nie pasują"), ("C.UTF-8", "do not fit together")],
)
def test_broken_settings_are_a_sentence_in_either_language(command, language, said, tmp_path):
    (tmp_path / "file").write_text("")
    broken = {**os.environ, "KULISY_VAR": str(tmp_path / "file"), "LC_ALL": language}
    broken["DJANGO_SETTINGS_MODULE"] = "kulisy.config.settings"

    ended = subprocess.run(
        [sys.executable, "-m", "kulisy", command],
        env=broken,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 1
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("name", ["doctor", "import", "invite", "reindex", "sync_roles"])
def test_help_keeps_djangos_own_options_to_itself(name, monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    with pytest.raises(SystemExit) as ended:
        program.run(["kulisy", name, "--help"])

    assert ended.value.code == 0
    assert "--pythonpath" not in capsys.readouterr().out


def test_help_speaks_the_language_of_the_terminal(monkeypatch, capsys):
    shown = []
    for language in ("C.UTF-8", "pl_PL.UTF-8"):
        monkeypatch.setenv("LC_ALL", language)
        with pytest.raises(SystemExit):
            program.run(["kulisy", "restore", "--help"])
        shown.append(capsys.readouterr().out)

    assert "all or nothing" in shown[0]
    assert "wszystko albo nic" in shown[1]


def test_a_file_that_is_no_backup_is_refused_before_any_table_is_made(tmp_path, monkeypatch):
    made = []
    monkeypatch.setattr(prepare, "make_tables", lambda: made.append(1))
    (tmp_path / "letter.zip").write_text("Dear centre")

    with pytest.raises(CommandError):
        call_command("restore", tmp_path / "letter.zip", yes=True)

    assert made == []
