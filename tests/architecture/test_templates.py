"""Templates: a template's name is an import too; and no style or script inside a page."""

import re
from pathlib import Path

import pytest

from house import House

NAMED = re.compile(r"""\{%-?\s*(?:extends|include)\s+["']([^"']+)["']""")
# Their names say whose they are: pages of libraries that an app puts its own in place of.
OF_LIBRARIES = {
    "allauth",
    "account",
    "mfa",
    "wagtailadmin",
    "wagtailimages",
    "wagtailusers",
    "django",
    "registration",
}
# What the Content-Security-Policy would stop in a browser anyway, found before it gets there.
INSIDE = {
    r"\sstyle\s*=": "style attribute; give it a class",
    r"<style\b": "style element; put it into a stylesheet",
    r"\son[a-z]+\s*=\s*[\"']": "handler attribute; put it into a module",
    r"javascript:": "script address; put it into a module",
}
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
COMMENT = re.compile(r"\{#.*?#\}|\{% comment.*?endcomment %\}|<!--.*?-->", re.DOTALL)


def read(path: Path) -> str:
    """The template with its comments blanked, its lines kept."""
    return COMMENT.sub(lambda m: "\n" * m.group().count("\n"), path.read_text("utf-8"))


def app_of(house: House, path: Path) -> str:
    return path.relative_to(house.package).parts[0]


def foreign(house: House) -> list[str]:
    problems = []
    for path in house.templates():
        own = app_of(house, path)
        for match in NAMED.finditer(read(path)):
            whose = match.group(1).split("/")[0]
            if whose in house.apps() and whose not in {own, "ui"}:
                problems.append(
                    f"{place(house, path, match.start())}: takes {match.group(1)} from {whose}"
                )
    return problems


def misplaced(house: House) -> list[str]:
    """Templates outside the folder of their app's name, where they would shadow another's."""
    problems = []
    for path in house.templates():
        inside = path.relative_to(house.package / app_of(house, path) / "templates").parts
        at_top = len(inside) == 1 and app_of(house, path) in {"website", "ui"}
        if not at_top and inside[0] not in {app_of(house, path), *OF_LIBRARIES}:
            problems.append(
                f"{path.relative_to(house.root)}: belongs into a folder of its app's name"
            )
    return problems


def inline(house: House) -> list[str]:
    problems = []
    for path in house.templates():
        if path.suffix not in {".html", ".svg"} or "email" in path.parts:
            continue
        text = read(path)
        for pattern, why in INSIDE.items():
            problems += [
                f"{place(house, path, m.start())}: {why}" for m in re.finditer(pattern, text)
            ]
        for match in SCRIPT.finditer(text):
            is_words = re.search(r"type=[\"']application/(ld\+)?json", match.group(1))
            if match.group(2).strip() and not is_words:
                problems.append(
                    f"{place(house, path, match.start())}: script in the page; put it into a module"
                )
    return problems


def place(house: House, path: Path, offset: int) -> str:
    line = read(path).count("\n", 0, offset) + 1
    return f"{path.relative_to(house.root)}:{line}"


def test_templates_use_their_own_and_shared_pieces(house):
    assert foreign(house) == []


def test_templates_lie_under_their_apps_name(house):
    assert misplaced(house) == []


def test_pages_hold_no_style_and_no_script(house):
    assert inline(house) == []


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ('{% include "venues/_room.html" %}', True),
        ("{% extends 'venues/base.html' %}", True),
        ('{% include "programme/_card.html" %}', False),
        ('{% extends "ui/base.html" %}', False),
        ('{# {% include "venues/_room.html" %} #}', False),
    ],
)
def test_a_foreign_template_is_caught(small_house, text, caught):
    small = small_house(
        {
            "kulisy/programme/templates/programme/a.html": text,
            "kulisy/venues/apps.py": "",
            "kulisy/ui/apps.py": "",
        }
    )

    assert bool(foreign(small)) is caught


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ('<p style="color: red">', True),
        ("<style>p {}</style>", True),
        ('<a onclick="go()">', True),
        ('<a href="javascript:go()">', True),
        ("<script>go()</script>", True),
        ("<script nonce='x'>go()</script>", True),
        ('<script type="module" src="{% static "ui/js/ease.mjs" %}"></script>', False),
        ('<script type="application/ld+json">{{ facts }}</script>', False),
        ('<p class="style">on = off</p>', False),
    ],
)
def test_style_and_script_in_a_page_are_caught(small_house, text, caught):
    assert bool(inline(small_house({"kulisy/venues/templates/venues/a.html": text}))) is caught


def test_a_template_that_shadows_is_caught(small_house):
    small = small_house(
        {"kulisy/venues/templates/base.html": "", "kulisy/venues/templates/venues/room.html": ""}
    )

    assert misplaced(small) == [
        "kulisy/venues/templates/base.html: belongs into a folder of its app's name"
    ]
