"""Words: every refusal has its sentence, and the reference knows every name a person may meet."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import get_commands

from house import House, Module, called
from kulisy.kernel import demo, figures, jobs

VARIABLE = re.compile(r"[\"'](KULISY_[A-Z_]+|DATABASE_URL|REDIS_URL)[\"']")


# --- Refusals


def refusals(module: Module) -> Iterator[tuple[str, str]]:
    """The reasons for saying no that a module defines: the enum's name and the member's."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef) and node.name.endswith("Refusal"):
            for line in node.body:
                if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
                    yield node.name, line.targets[0].id


def without_sentence(house: House) -> list[str]:
    problems = []
    for module in house.modules():
        for enum, member in refusals(module):
            words = [
                other.text
                for other in house.modules()
                if other.app == module.app and "words" in other.parts
            ]
            if not any(re.search(rf"\b{enum}\.{member}\b", text) for text in words):
                problems.append(f"{module.place}: {enum}.{member} has no sentence in words.py")
    return problems


# --- The reference


def listed(page: Path) -> set[str]:
    """Names in the first column of the page's tables, or in its headings."""
    if not page.is_file():
        return set()
    return set(re.findall(r"^(?:\||#+)\s*`([^`]+)`", page.read_text("utf-8"), re.MULTILINE))


def variables(house: House) -> set[str]:
    return {name for module in house.modules() for name in VARIABLE.findall(module.text)}


def events(house: House) -> set[str]:
    """Classes that are events, or the base of some in the same module."""
    found = set()
    for module in house.modules():
        kinds = {"Event"}
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef) and kinds & {called(base) for base in node.bases}:
                kinds.add(node.name)
                found.add(f"{module.app}.{node.name}")
    return found


def own_commands() -> set[str]:
    return {name for name, app in get_commands().items() if str(app).startswith("kulisy.")}


def permissions() -> set[str]:
    return {
        f"{model._meta.app_label}.{codename}"
        for model in apps.get_models()
        if model.__module__.startswith("kulisy.")
        for codename, _ in model._meta.permissions
    }


def difference(real: set[str], page: Path) -> list[str]:
    written = listed(page)
    missing = [f"{page.name} lacks {name}" for name in sorted(real - written)]
    stale = [f"{page.name} tells of {name}, which is gone" for name in sorted(written - real)]
    return missing + stale


def test_every_refusal_has_its_sentence(house):
    assert without_sentence(house) == []


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("settings", lambda: variables(House())),
        ("events", lambda: events(House())),
        ("commands", own_commands),
        ("permissions", permissions),
        ("figures", lambda: set(figures.known())),
        ("jobs", lambda: set(jobs.known())),
        ("scenes", lambda: set(demo.scenes())),
    ],
)
def test_the_reference_knows_every_name(house, page, names):
    assert difference(names(), house.root / "docs" / "reference" / f"{page}.md") == []


@pytest.mark.parametrize(
    ("words", "caught"),
    [
        ("SORRY = {Refusal.FULL: 'Full.', Refusal.CLOSED: 'Closed.'}", False),
        ("SORRY = {Refusal.FULL: 'Full.'}", True),
    ],
)
def test_a_refusal_without_a_sentence_is_caught(small_house, words, caught):
    small = small_house(
        {
            "kulisy/venues/rules.py": "class Refusal(Enum):\n    FULL = 1\n    CLOSED = 2",
            "kulisy/venues/words.py": words,
        }
    )

    assert bool(without_sentence(small)) is caught


def test_a_name_missing_from_the_reference_or_left_in_it_is_caught(tmp_path):
    page = tmp_path / "settings.md"
    page.write_text("| variable | meaning |\n| --- | --- |\n| `A` | x |\n| `OLD` | y |\n\n## `B`\n")

    assert difference({"A", "B"}, page) == ["settings.md tells of OLD, which is gone"]
    assert difference({"A", "B", "C", "OLD"}, page) == ["settings.md lacks C"]


def test_names_are_found_in_the_code(small_house):
    small = small_house(
        {
            "kulisy/venues/events.py": "class RoomClosed(Event): pass\nclass Other: pass",
            "kulisy/venues/engines.py": "x = text('KULISY_PRINTER')",
        }
    )

    assert (events(small), variables(small)) == ({"venues.RoomClosed"}, {"KULISY_PRINTER"})
