"""The program from the shell: help that a person reads, codes that a script trusts."""

import os
import socket
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.utils import OperationalError
from django.test import override_settings

from kulisy.cli import demo_place, examination, prepare, program, scene, serving
from kulisy.cli.operator import terminal_language
from kulisy.kernel import demo, health


@pytest.fixture(autouse=True)
def _english_terminal(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.mark.parametrize("words", [[], ["--help"], ["-h"], ["help"]])
def test_the_overview_names_our_commands_before_djangos(words, capsys):
    code = program.run(["kulisy", *words])

    shown = capsys.readouterr().out
    places = [shown.index(f"  {name} ") for name in ("demo", "up", "doctor", "backup", "restore")]
    assert code == 0
    assert places == sorted(places)
    assert shown.index("dumpdata") > places[-1]


@pytest.mark.parametrize("name", ["demo", "up", "worker", "doctor", "backup", "restore"])
def test_each_command_explains_itself(name, capsys):
    with pytest.raises(SystemExit) as ended:
        program.run(["kulisy", name, "--help"])

    shown = capsys.readouterr().out
    assert ended.value.code == 0
    assert shown.startswith(f"usage: kulisy {name}")
    assert "--settings" not in shown


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["restore", "/nonexistent.zip"], 1),
        (["restore"], 2),
        (["backup", "a.zip", "--unknown"], 2),
        (["no-such-command"], 1),
    ],
)
def test_refusals_and_misuse_have_their_codes(words, code, capsys, db):
    with pytest.raises(SystemExit) as ended:
        program.run(["kulisy", *words])

    assert ended.value.code == code
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("failure", "code", "said"),
    [
        (KeyboardInterrupt(), 130, ""),
        (ImproperlyConfigured("x"), 1, "The settings do not fit together: x"),
        (OperationalError("no such table: a"), 1, "kulisy migrate"),
        (OperationalError("connection refused"), 1, "kulisy doctor"),
    ],
)
def test_what_stands_in_the_way_is_told_in_a_sentence(failure, code, said, capsys, monkeypatch):
    def fail(_: list[str]) -> None:
        raise failure

    monkeypatch.setattr(program, "execute_from_command_line", fail)

    assert program.run(["kulisy", "check"]) == code
    assert said in capsys.readouterr().err


@pytest.mark.slow
def test_a_reader_who_leaves_is_no_error():
    command = [sys.executable, "-m", "kulisy", "--help"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()

    assert process.wait(timeout=60) in {0, 141}
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.parametrize(
    ("value", "language"),
    [
        ("pl_PL.UTF-8", "pl"),
        ("pl", "pl"),
        ("en_GB.UTF-8", "en"),
        ("C.UTF-8", "en"),
        ("de_DE", "en"),
    ],
)
def test_a_polish_terminal_is_spoken_to_in_polish(value, language, monkeypatch):
    monkeypatch.setenv("LC_ALL", value)

    assert terminal_language() == language


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["demo"], "season"),
        (["demo", "--scene", "festival-night"], "festival-night"),
        (["demo", "--scene=festival-night"], "festival-night"),
        (["demo", "--scene", "../../etc"], "season"),
        (["demo", "--scene"], "season"),
    ],
)
def test_the_demo_finds_its_scene(words, name):
    assert demo_place.scene(words) == name


def test_the_demo_stays_away_from_the_real_centre(tmp_path, monkeypatch):
    for name in (*demo_place.NOT_FOR_THE_DEMO, "KULISY_DEMO", "KULISY_ADDRESS", "KULISY_DEBUG"):
        monkeypatch.setenv(name, "real")
    monkeypatch.setenv("KULISY_VAR", str(tmp_path))

    folder = demo_place.settle(["demo"])

    assert folder == tmp_path / "demo" / "season"
    assert os.environ["KULISY_VAR"] == str(folder)
    assert [name for name in demo_place.NOT_FOR_THE_DEMO if name in os.environ] == []


def test_an_unknown_scene_is_answered_with_those_there_are():
    with pytest.raises(CommandError, match="season") as refusal:
        call_command("demo", scene="no-such-night", no_serve=True)

    assert refusal.value.returncode == 2


def test_a_scene_is_played_once_and_its_logins_are_kept(tmp_path, monkeypatch):
    played = []
    monkeypatch.setattr(
        demo,
        "_acts",
        {"tiny": [(1, "a", played.append), (2, "b", lambda s: s.say("role: a@b.example / pw"))]},
    )

    with override_settings(VAR=tmp_path):
        before = scene.played()
        scene.play("tiny", say=print, step=lambda: None)
        after = scene.played()

    assert (before, len(played)) == (None, 1)
    assert (after.scene, after.logins) == ("tiny", ["role: a@b.example / pw"])


def test_two_demos_do_not_fill_the_same_data(tmp_path):
    with (
        override_settings(VAR=tmp_path),
        scene.alone(),
        pytest.raises(scene.InUse),
        scene.together(),
    ):
        pass


def test_two_demos_may_run_on_the_same_data(tmp_path):
    with override_settings(VAR=tmp_path), scene.together(), scene.together():
        pass


def test_a_taken_port_is_stepped_over():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]

        assert serving.free_port("127.0.0.1", taken) != taken


def test_static_files_are_collected_once(tmp_path, monkeypatch):
    calls = []
    monkeypatch.setattr(prepare, "static_fingerprint", lambda: "one")
    monkeypatch.setattr(
        prepare,
        "call_command",
        lambda *_, **__: (tmp_path / "static").mkdir(exist_ok=True) or calls.append(1),
    )

    with override_settings(STATIC_ROOT=tmp_path / "static"):
        prepare.collect_static()
        prepare.collect_static()
        monkeypatch.setattr(prepare, "static_fingerprint", lambda: "two")
        prepare.collect_static()

    assert len(calls) == 2


def test_health_is_told_without_a_log_in(client, db):
    away = client.get("/health")
    health.beat()
    there = client.get("/health")

    assert (away.status_code, away.json()) == (
        200,
        {"status": "ok", "database": True, "worker": False},
    )
    assert there.json()["worker"] is True


def test_health_is_503_while_the_database_is_away(client, db, monkeypatch):
    monkeypatch.setattr(health, "database_answers", lambda: False)

    answer = client.get("/health")

    assert (answer.status_code, answer.json()["status"]) == (503, "unwell")


def test_the_doctor_sees_a_late_worker_and_a_lively_one(db):
    late = [problem.id for problem in examination.worker()]
    health.beat()

    assert (late, examination.worker()) == (["cli.W009"], [])


@pytest.mark.parametrize(
    ("free", "found"),
    [(100 * 1024**2, ["cli.E005"]), (1024**3, ["cli.W005"]), (10 * 1024**3, [])],
)
def test_the_doctor_looks_at_the_disk(free, found, monkeypatch):
    usage = type("Usage", (), {"free": free})
    monkeypatch.setattr(examination.shutil, "disk_usage", lambda _: usage)

    assert [problem.id for problem in examination.disk()] == found


@pytest.mark.parametrize(
    ("waiting", "unknown", "found"),
    [([], [], []), (["people.0002_x"], [], ["cli.E003"]), ([], ["people.0009_x"], ["cli.E002"])],
)
def test_the_doctor_looks_at_the_state_of_the_database(waiting, unknown, found, monkeypatch):
    monkeypatch.setattr(prepare, "waiting_migrations", lambda: waiting)
    monkeypatch.setattr(prepare, "unknown_migrations", lambda: unknown)

    assert [problem.id for problem in examination.migrations()] == found


def test_the_doctor_ends_with_one_when_something_is_wrong(db, monkeypatch, capsys):
    wrong = examination.Error("It leaks.", hint="Close it.", id="cli.E999")
    monkeypatch.setattr(
        "kulisy.cli.management.commands.doctor.EXAMINATIONS", {"roof": lambda: [wrong]}
    )

    with pytest.raises(CommandError, match="1 thing has to be put right"):
        call_command("doctor")

    shown = capsys.readouterr().out
    assert "It leaks.  (cli.E999)" in shown
    assert "    Close it." in shown


def test_up_waits_for_migrations(monkeypatch):
    monkeypatch.setattr(prepare, "waiting_migrations", lambda: ["people.0002_x"])

    with pytest.raises(CommandError, match=r"people\.0002_x"):
        call_command("up")


@pytest.mark.django_db
def test_the_cache_works_on_a_database_that_was_only_migrated(settings):
    settings.CACHES = {
        **settings.CACHES,
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "kulisy_cache_of_a_test",
        },
    }
    assert "kulisy_cache_of_a_test" not in connection.introspection.table_names()

    prepare.make_cache_table()
    prepare.make_cache_table()

    assert "kulisy_cache_of_a_test" in connection.introspection.table_names()
