"""Polish first: no sentence without its Polish, and no catalogue that lags behind the code."""

import os
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import polib
import pytest

from house import HERE, House

IN_CI = os.environ.get("CI", "") not in {"", "0", "false"}
NO_GETTEXT = "GNU gettext is not installed (apt install gettext), so no sentence can be looked for"
EXTRACT = ["makemessages", "-l", "pl", "--no-location", "--no-obsolete", "--no-wrap", "-v0"]


def catalogues(house: House) -> list[Path]:
    return sorted(house.package.glob("**/locale/pl/LC_MESSAGES/*.po"))


def without_polish(catalogue: Path) -> list[str]:
    found = polib.pofile(str(catalogue))
    gaps = [entry.msgid for entry in found if not entry.obsolete and not translated(entry)]
    if found.metadata.get("Plural-Forms", "").count("nplurals=3") == 0 and any(
        e.msgid_plural for e in found
    ):
        gaps.append("Plural-Forms: Polish has three")
    return gaps


def translated(entry: polib.POEntry) -> bool:
    if entry.fuzzy:
        return False
    if entry.msgid_plural:
        return len(entry.msgstr_plural) == 3 and all(entry.msgstr_plural.values())
    return bool(entry.msgstr)


def in_code(app: Path, scratch: Path) -> set[str]:
    """The sentences of an app as GNU gettext finds them, extracted into a copy."""
    shutil.copytree(
        app,
        scratch,
        ignore=shutil.ignore_patterns("*.po", "*.mo", "tests", "__pycache__", "vendor"),
    )
    (scratch / "locale").mkdir(exist_ok=True)
    # -P: a module of the app must not stand in for one of the standard library.
    command = [sys.executable, "-P", "-m", "django", *EXTRACT]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": ""}
    ended = subprocess.run(
        command, cwd=scratch, check=False, env=environment, capture_output=True, text=True
    )
    assert ended.returncode == 0, ended.stderr
    made = scratch / "locale" / "pl" / "LC_MESSAGES" / "django.po"
    return {entry.msgid for entry in polib.pofile(str(made))} if made.exists() else set()


def apps_with_words(house: House) -> list[str]:
    return house.apps()


@pytest.mark.parametrize(
    "catalogue", catalogues(House()), ids=lambda path: path.relative_to(HERE / "kulisy").parts[0]
)
def test_no_sentence_lacks_its_polish(catalogue):
    assert without_polish(catalogue) == []


@pytest.mark.slow
@pytest.mark.skipif(
    not IN_CI and shutil.which("xgettext") is None,
    reason=NO_GETTEXT,
)
@pytest.mark.parametrize("app", apps_with_words(House()))
def test_catalogues_know_every_sentence_of_the_code(house, app, tmp_path):
    catalogue = house.package / app / "locale" / "pl" / "LC_MESSAGES" / "django.po"
    known = (
        {e.msgid for e in polib.pofile(str(catalogue)) if not e.obsolete}
        if catalogue.exists()
        else set()
    )

    found = in_code(house.package / app, tmp_path / app)

    # Taken in with: make messages
    assert sorted(found - known) == []


@pytest.mark.parametrize(
    ("body", "gaps"),
    [
        ('msgid "Room"\nmsgstr "Sala"', []),
        ('msgid "Room"\nmsgstr ""', ["Room"]),
        ('#, fuzzy\nmsgid "Room"\nmsgstr "Pokój"', ["Room"]),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] "y"\nmsgstr[2] "z"', []),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] "y"', ["a"]),
    ],
)
def test_a_sentence_without_polish_is_caught(tmp_path, body, gaps):
    path = tmp_path / "django.po"
    header = (
        'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=3; plural=0;\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    )
    path.write_text(header + body + "\n", "utf-8")

    assert without_polish(path) == gaps


@pytest.mark.skipif(
    not IN_CI and shutil.which("xgettext") is None,
    reason=NO_GETTEXT,
)
def test_a_sentence_in_the_code_is_found(tmp_path):
    app = tmp_path / "venues"
    app.mkdir()
    (app / "words.py").write_text(
        'from django.utils.translation import gettext as _\nX = _("Room is taken.")\n'
    )

    assert in_code(app, tmp_path / "copy") == {"Room is taken."}


def two_ways(catalogues: list[Path]) -> dict[str, set[str]]:
    """Sentences with two Polish texts: Django shows one of them in every app."""
    said: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    for catalogue in catalogues:
        for entry in polib.pofile(str(catalogue)):
            if entry.msgstr:
                said[entry.msgctxt, entry.msgid].add(entry.msgstr)
    return {msgid: texts for (_context, msgid), texts in said.items() if len(texts) > 1}


def test_a_sentence_is_said_one_way_in_all_apps(house):
    assert two_ways(catalogues(house)) == {}, "where Polish needs two words, use pgettext"


@pytest.mark.parametrize(
    ("second", "found"),
    [
        pytest.param('msgid "Home"\nmsgstr "Start"', {"Home": {"Dom", "Start"}}, id="two words"),
        pytest.param('msgid "Home"\nmsgstr "Dom"', {}, id="the same word"),
        pytest.param('msgctxt "a way"\nmsgid "Home"\nmsgstr "Start"', {}, id="another context"),
    ],
)
def test_a_sentence_said_two_ways_is_caught(tmp_path, second, found):
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    paths = [tmp_path / "a.po", tmp_path / "b.po"]
    paths[0].write_text(f'{header}msgid "Home"\nmsgstr "Dom"\n', "utf-8")
    paths[1].write_text(f"{header}{second}\n", "utf-8")

    assert two_ways(paths) == found
