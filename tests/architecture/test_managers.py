"""Nobody calls ``.objects`` on another app's model: its queries know what may be seen."""

import ast

import pytest

from house import House, Module, imported


def foreign_names(module: Module, apps: list[str]) -> dict[str, str]:
    """Names in the module that came out of another app's door."""
    found = {}
    for _, source, name in imported(module):
        parts = source.split(".")
        if parts[0] == "kulisy" and len(parts) > 2 and parts[1] in apps and parts[1] != module.app:
            found[name] = parts[1]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom):
            found |= {a.asname: found[a.name] for a in node.names if a.asname and a.name in found}
    return found


def foreign_managers(house: House) -> list[str]:
    problems = []
    for module in house.modules():
        foreign = foreign_names(module, house.apps())
        for node in ast.walk(module.tree):
            if not (
                isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager"}
            ):
                continue
            model = ast.unparse(node.value)
            if (app := foreign.get(model.split(".")[0])) and app != "kernel":
                problems.append(
                    f"{module.place}:{node.lineno}: reads the table of {model}; ask {app}.api"
                )
    return problems


def test_tables_are_read_by_their_own_app(house):
    assert foreign_managers(house) == []


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ("from kulisy.venues.api import Room\nRoom.objects.all()", True),
        ("from kulisy.venues.api import Room as R\nR.objects.all()", True),
        ("from kulisy.venues.api import Room\nRoom._default_manager.all()", True),
        ("from kulisy.programme.models import Activity\nActivity.objects.all()", False),
        ("from kulisy.venues.api import rooms\nrooms().filter(pk=1)", False),
    ],
)
def test_a_foreign_manager_is_caught(small_house, text, caught):
    small = small_house({"kulisy/programme/queries.py": text, "kulisy/venues/api.py": ""})

    assert bool(foreign_managers(small)) is caught
