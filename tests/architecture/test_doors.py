"""Doors: from another app, only its ``api`` or ``events``; a door holds names, not deeds."""

import ast
import importlib
import inspect

import pytest

from house import OPEN_TO_ALL, House, Module, imported


def through_the_wall(house: House) -> list[str]:
    """Imports from another app that do not go through its door."""
    return [
        f"{module.place}:{line}: imports {source}; take it from kulisy.{source.split('.')[1]}.api"
        for module in house.modules()
        if module.app in house.apps()
        for line, source, name in imported(module)
        if walled(module, f"{source}.{name}" if name else source, house.apps())
    ]


def walled(module: Module, target: str, apps: list[str]) -> bool:
    parts = target.split(".")
    if parts[0] != "kulisy" or len(parts) < 2 or parts[1] not in apps:
        return False
    app, *inside = parts[1:]
    return app not in {module.app, *OPEN_TO_ALL} and inside[:1] not in (["api"], ["events"])


def furnished(house: House) -> list[str]:
    """Doors in which something is done instead of named."""
    allowed = (ast.Import, ast.ImportFrom)
    problems = []
    for module in house.modules():
        if module.parts[2:] != ("api",):
            continue
        for position, node in enumerate(module.tree.body):
            is_docstring = position == 0 and ast.get_docstring(module.tree) is not None
            names_all = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
            if not (isinstance(node, allowed) or is_docstring or names_all):
                problems.append(f"{module.place}:{node.lineno}: a door names, it does not do")
        if not any(isinstance(n, ast.Assign) for n in module.tree.body):
            problems.append(f"{module.place}:1: a door lists its names in __all__")
    return problems


def test_apps_use_one_another_through_their_doors(house):
    assert through_the_wall(house) == []


def test_doors_hold_only_names(house):
    assert furnished(house) == []


def test_every_app_has_a_card(house):
    """A README of one screen: what for, its words, its promises, what it is not."""
    cards = {app: house.package / app / "README.md" for app in house.apps()}

    missing = [app for app, card in cards.items() if not card.is_file()]
    long = [
        app
        for app, card in cards.items()
        if card.is_file() and len(card.read_text("utf-8").splitlines()) > 80
    ]

    assert (missing, long) == ([], [])


def test_what_a_door_offers_says_what_it_promises(house):
    silent = []
    for app in house.apps():
        if not (house.package / app / "api.py").is_file():
            continue
        door = importlib.import_module(f"kulisy.{app}.api")
        for name in door.__all__:
            offered = getattr(door, name)
            if (inspect.isclass(offered) or inspect.isroutine(offered)) and not (
                offered.__doc__ or ""
            ).strip():
                silent.append(f"kulisy.{app}.api.{name}")

    assert silent == []


@pytest.mark.parametrize(
    ("line", "caught"),
    [
        ("from kulisy.people.models import Account", True),
        ("import kulisy.people.models", True),
        ("from kulisy.people import models", True),
        ("from ..people.queries import x", True),
        ("from kulisy.people.api import Account", False),
        ("from kulisy.people import api as people", False),
        ("from kulisy.people import events", False),
        ("from kulisy.kernel.time import wall", False),
        ("from kulisy.venues.models import Room", False),
        ("from .models import Room", False),
    ],
)
def test_an_import_past_the_door_is_caught(small_house, line, caught):
    small = small_house({"kulisy/venues/views.py": line, "kulisy/people/models.py": ""})

    assert bool(through_the_wall(small)) is caught


@pytest.mark.parametrize(
    ("body", "caught"),
    [
        ('"""Door."""\nfrom .models import A\n__all__ = ["A"]', False),
        ('__all__ = ["f"]\ndef f():\n    """Do."""', True),
        ("from .models import A", True),
    ],
)
def test_a_door_that_does_something_is_caught(small_house, body, caught):
    assert bool(furnished(small_house({"kulisy/venues/api.py": body}))) is caught
