"""A backup comes back as it was, on either engine; a damaged one touches nothing."""

import threading
import zipfile
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, connections, transaction

from kulisy.cli.archive import checking, manifest, restoring, rows, writing
from kulisy.cli.tests.factories import member_of, rebuilt, relisted, replaced
from kulisy.people.api import Account
from kulisy.programme.api import Activity


@pytest.fixture
def uploads(tmp_path, settings):
    folder = tmp_path / "uploads"
    (folder / "pictures" / "ab").mkdir(parents=True)
    (folder / "pictures" / "ab" / "poster.jpg").write_bytes(b"\xff\xd8picture")
    (folder / "Ćma i żuk.txt").write_text("zażółć", "utf-8")
    settings.MEDIA_ROOT = folder
    return folder


@pytest.fixture
def centre(db, uploads):
    """A centre with a director, a role and two uploads."""
    director = Account.objects.create_user("director@kasztanowo.example", "x", name="Żaneta Ćwik")
    director.groups.add(Group.objects.create(name="Trying"))
    return director


@pytest.fixture
def backup(centre, uploads, tmp_path):
    path = tmp_path / "centre.zip"
    writing.write(path, uploads)
    return path


def checked(path: Path, tmp_path: Path) -> manifest.Manifest:
    with checking.opened(path) as archive:
        applied = manifest.applied_migrations("default")
        return checking.check(archive, migrations=applied, folder=tmp_path, step=lambda _: None)


def brought_back(path: Path, uploads: Path) -> None:
    found = checked(path, uploads.parent)
    with checking.opened(path) as archive:
        restoring.restore(archive, found, uploads)


def test_a_backup_holds_every_table_and_upload(backup, tmp_path):
    found = checked(backup, tmp_path)

    assert {part.table for part in found.parts if part.table} == {
        model._meta.label_lower for model in rows.tables()
    }
    assert [part.name for part in found.uploads] == [
        "uploads/pictures/ab/poster.jpg",
        "uploads/Ćma i żuk.txt",
    ]


def test_what_is_restored_is_what_was_kept(backup, uploads, centre, tmp_path):
    Account.objects.update(name="Somebody else")
    Account.objects.create_user("stranger@example.org", "x", name="Stranger")
    (uploads / "Ćma i żuk.txt").unlink()
    (uploads / "stray.txt").write_text("stray")

    brought_back(backup, uploads)

    account = Account.objects.get()
    assert (account.pk, account.name) == (centre.pk, "Żaneta Ćwik")
    assert account.joined_at == centre.joined_at
    assert [group.name for group in account.groups.all()] == ["Trying"]
    assert sorted(path.name for path in writing.files(uploads)) == ["poster.jpg", "Ćma i żuk.txt"]
    assert (uploads / "Ćma i żuk.txt").read_text("utf-8") == "zażółć"


def test_a_backup_of_what_was_restored_is_equal(backup, uploads, tmp_path):
    brought_back(backup, uploads)

    again = writing.write(tmp_path / "again.zip", uploads)

    assert again.content == checked(backup, tmp_path).content


def test_new_rows_get_keys_above_the_restored_ones(backup, uploads, centre):
    brought_back(backup, uploads)

    newcomer = Account.objects.create_user("new@kasztanowo.example", "x", name="New")

    assert newcomer.pk > centre.pk


def test_nobody_stays_logged_in(backup, client, centre, uploads, tmp_path):
    client.force_login(centre)

    with_session = writing.write(tmp_path / "b.zip", uploads)

    assert "sessions.session" not in {part.table for part in with_session.parts}


def cut_in_half(path: Path, target: Path) -> Path:
    target.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return target


def flipped(name_part: str):
    """One bit of a stored member is another."""

    def damage(path: Path, target: Path) -> Path:
        content = bytearray(path.read_bytes())
        with zipfile.ZipFile(path) as archive:
            entry = next(e for e in archive.infolist() if name_part in e.filename and e.file_size)
        header = 30 + len(entry.filename.encode()) + 20  # the zip64 field takes twenty bytes
        content[entry.header_offset + header + entry.compress_size // 2] ^= 1
        target.write_bytes(bytes(content))
        return target

    return damage


def changed(change):
    return lambda path, target: rebuilt(path, target, change)


def rename_listed(old: str, new: str):
    def change(members):
        members[new] = members.pop(old)
        text = members["manifest.json"].decode()
        members["manifest.json"] = text.replace(f'"{old}"', f'"{new}"').encode()

    return change


def without_rows_of_accounts(members):
    replaced(members, member_of(members, "people.account"), b"")


POSTER = "uploads/pictures/ab/poster.jpg"
DAMAGES = {
    "cut in half": cut_in_half,
    "empty": lambda _, target: (target.touch(), target)[1],
    "not a zip": lambda _, target: (target.write_text("hello"), target)[1],
    "a zip of something else": changed(lambda m: m.pop("manifest.json")),
    "a list that is none": changed(lambda m: m.update({"manifest.json": b"[1]"})),
    "a bit of the rows": flipped("people.account.jsonl"),
    "a bit of an upload": flipped("poster.jpg"),
    "another upload": changed(lambda m: m.update({POSTER: b"\xff\xd8picturf"})),
    "a member too many": changed(lambda m: m.update({"uploads/x.php": b"x"})),
    "a member too few": changed(lambda m: m.pop(POSTER)),
    "a table less": changed(
        lambda m: (
            m.pop(member_of(m, "people.account")),
            relisted(
                m,
                lambda k: k.update(parts=[p for p in k["parts"] if p["table"] != "people.account"]),
            ),
        )
    ),
    "keys that lead nowhere": changed(without_rows_of_accounts),
    "a bomb": changed(lambda m: m.update({POSTER: b"\0" * 10_000_000})),
    "up and away": changed(rename_listed(POSTER, "uploads/../../etc/cron.d/x")),
    "from the root": changed(rename_listed(POSTER, "/etc/cron.d/x")),
    "backwards": changed(rename_listed(POSTER, "uploads/..\\\\\\\\x")),
    "another version": changed(
        lambda m: relisted(m, lambda k: k["migrations"].append("people.9999_x"))
    ),
    "a newer format": changed(lambda m: relisted(m, lambda k: k.update(format=99))),
    "more than the disk": changed(
        lambda m: relisted(m, lambda k: k["parts"][-1].update(size=10**15))
    ),
    "no row": changed(lambda m: replaced(m, member_of(m, "people.account"), b"[1,2]\n")),
    "no json": changed(lambda m: replaced(m, member_of(m, "people.account"), b"hello\n")),
    "no date": changed(
        lambda m: replaced(
            m,
            member_of(m, "people.account"),
            m[member_of(m, "people.account")].replace(b'"20', b'"xx', 1),
        )
    ),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_backup_is_refused_and_touches_nothing(damage, backup, centre, uploads, tmp_path):
    damaged = damage(backup, tmp_path / "damaged.zip")

    with pytest.raises(CommandError, match=r"Nothing was changed\.|Nic nie zmieniono\."):
        call_command("restore", str(damaged), yes=True, stdout=None)

    assert Account.objects.get().name == "Żaneta Ćwik"
    assert sorted(path.name for path in writing.files(uploads)) == ["poster.jpg", "Ćma i żuk.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "centre.zip",
        "damaged.zip",
        "uploads",
    ]


def test_the_undamaged_neighbour_is_restored(backup, centre, uploads, tmp_path, capsys):
    whole = rebuilt(backup, tmp_path / "whole.zip", lambda _: None)
    Account.objects.update(name="Somebody else")

    call_command("restore", str(whole), yes=True)

    assert Account.objects.get().name == "Żaneta Ćwik"


def test_a_failure_in_the_middle_leaves_everything(backup, centre, uploads, monkeypatch):
    (uploads / "since.txt").write_text("since")
    Account.objects.update(name="Since")
    monkeypatch.setattr(rows, "reset_sequences", lambda _: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        brought_back(backup, uploads)

    assert Account.objects.get().name == "Since"
    assert (uploads / "since.txt").read_text() == "since"
    assert not uploads.with_name("uploads.restoring").exists()


def test_a_failed_backup_leaves_no_file(centre, uploads, tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "write_file", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        writing.write(tmp_path / "centre.zip", uploads)

    assert [path.name for path in tmp_path.iterdir()] == ["uploads"]


def test_an_existing_file_is_kept_unless_it_is_meant(backup):
    backup.write_bytes(b"an older one")

    with pytest.raises(CommandError):
        call_command("backup", str(backup))
    assert backup.read_bytes() == b"an older one"

    call_command("backup", str(backup), force=True, stdout=None)
    assert zipfile.is_zipfile(backup)


@pytest.mark.parallel
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_backup_shows_one_moment_and_stops_nobody():
    connection.close()  # as at the start of the program

    with writing.one_moment("default"):
        before = Group.objects.count()
        writer = threading.Thread(target=add_a_group)
        writer.start()
        writer.join(timeout=10)
        stuck, seen = writer.is_alive(), Group.objects.count()

    assert (stuck, seen, Group.objects.count()) == (False, before, before + 1)


def add_a_group() -> None:
    with transaction.atomic():
        Group.objects.create(name="Written meanwhile")
    connections.close_all()


@pytest.mark.slow
@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="crosses from PostgreSQL to SQLite and back"
)
def test_a_centre_moves_between_the_engines_and_stays_the_same(
    backup, uploads, tmp_path, other_engine
):
    away = tmp_path / "away.zip"
    other_engine("restore", str(backup), "--yes")
    other_engine("backup", str(away))

    brought_back(away, uploads)
    home = writing.write(tmp_path / "home.zip", uploads)

    with zipfile.ZipFile(backup) as first, zipfile.ZipFile(away) as second:
        there, elsewhere = checking.read_manifest(first), checking.read_manifest(second)
    assert (there.engine, elsewhere.engine) == ("postgresql", "sqlite")
    assert there.content == elsewhere.content == home.content


def test_blocks_read_the_same_in_whatever_order_an_engine_gives_their_keys():
    field = Activity._meta.get_field("description")
    kept = [
        rows.plain(field, Activity(description=text))
        for text in (
            '[{"type": "heading", "value": "Na warsztaty", "id": "a1"}]',
            '[{"id": "a1", "type": "heading", "value": "Na warsztaty"}]',
            '[{"id": "a1", "type": "heading", "value": "Po warsztatach"}]',
        )
    ]
    assert kept[0] == kept[1] != kept[2]
    assert "Na warsztaty" in kept[0]
