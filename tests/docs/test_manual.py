"""The manual for staff names buttons as they stand on the screen, and its pictures are light."""

import re
from functools import cache
from pathlib import Path

import polib
import pytest
import wagtail

from house import HERE

MANUAL = HERE / "docs" / "podrecznik"
IMAGES = HERE / "docs" / "images"
LARGEST = 150_000  # bytes: the manual is read on telephones as well
NAME = re.compile(r"„([^„”]+)”")
BLANK = re.compile(r"%\(\w+\)[sd]|%[sd]")
# Said of the manual itself, not of the screen.
NOT_ON_SCREEN = {"w cudzysłowie"}


def plain(text: str) -> str:
    """As the eye reads it: one kind of space, no difference between great and small letters."""
    return " ".join(text.replace("\u2060", "").split()).casefold()


@cache
def said() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Every Polish sentence of the program, and those with a blank in them as patterns."""
    catalogues = [
        *HERE.glob("kulisy/*/locale/pl/LC_MESSAGES/django.po"),
        *Path(wagtail.__file__).parent.rglob("locale/pl/LC_MESSAGES/django*.po"),
    ]
    words, patterns = set(), []
    for catalogue in catalogues:
        for entry in polib.pofile(str(catalogue)):
            for text in filter(None, [entry.msgstr, *entry.msgstr_plural.values()]):
                pieces = [re.escape(plain(piece)) for piece in BLANK.split(text)]
                if len(pieces) == 1:
                    words.add(plain(text))
                elif any(len(piece) > 4 for piece in pieces):  # a blank alone would fit everything
                    patterns.append(re.compile(".+".join(pieces)))
    return frozenset(words), tuple(patterns)


def is_on_screen(name: str) -> bool:
    words, patterns = said()
    return plain(name) in words or any(pattern.fullmatch(plain(name)) for pattern in patterns)


def unknown_names(text: str) -> list[str]:
    return [
        name for name in NAME.findall(text) if name not in NOT_ON_SCREEN and not is_on_screen(name)
    ]


@pytest.mark.parametrize("chapter", sorted(MANUAL.glob("*.md")), ids=lambda page: page.name)
def test_names_in_the_manual_stand_on_the_screen(chapter):
    assert unknown_names(chapter.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ("Kliknij „Zaloguj się”.", False),
        ("Kliknij „Zarezerwuj: Sala kameralna”.", False),
        ("Kliknij „Zrób mi kawę”.", True),
        ("Zaloguj się i zrób kawę.", False),
    ],
)
def test_a_button_that_does_not_exist_is_caught(text, caught):
    assert bool(unknown_names(text)) is caught


def test_every_chapter_stands_in_the_table_of_contents():
    contents = (MANUAL / "README.md").read_text("utf-8")

    missing = [page.name for page in MANUAL.glob("*.md") if page.name != "README.md"
               and f"({page.name})" not in contents]  # fmt: skip
    assert missing == []


def test_pictures_are_light_and_used():
    pages = [HERE / "README.md", *(HERE / "docs").rglob("*.md")]
    told = "".join(page.read_text("utf-8") for page in pages)
    pictures = sorted(IMAGES.glob("*.png"))

    heavy = [picture.name for picture in pictures if picture.stat().st_size > LARGEST]
    unused = [picture.name for picture in pictures if f"images/{picture.name})" not in told]
    assert (heavy, unused) == ([], [])
