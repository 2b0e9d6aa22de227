"""Disguised imports: inside functions, as strings, through signals and generic keys."""

import ast

import pytest

from house import House, Module, called, dotted, functions, imported

# Roles are granted after every migration; nothing else may hang on Django's own signals.
MAY_HEAR = {"people": {"post_migrate"}}


def inside_functions(house: House) -> list[str]:
    return [
        f"{module.place}:{node.lineno}: imports inside {function.name}; put it at the top, and if "
        "that makes a circle, publish an event instead"
        for module in house.modules()
        for function in functions(module.tree)
        for node in ast.walk(function)
        if isinstance(node, ast.ImportFrom | ast.Import) and touches_the_house(node)
    ]


def touches_the_house(node: ast.ImportFrom | ast.Import) -> bool:
    if isinstance(node, ast.ImportFrom):
        return bool(node.level) or (node.module or "").split(".")[0] == "kulisy"
    return any(alias.name.split(".")[0] == "kulisy" for alias in node.names)


def heard_signals(house: House) -> list[str]:
    return [
        f"{module.place}:{line}: listens to {name}; publish an event in the action instead"
        for module in house.modules()
        for line, source, name in imported(module)
        if source == "django.db.models.signals" and name not in MAY_HEAR.get(module.app, set())
    ]


def generic_keys(house: House) -> list[str]:
    return [
        f"{module.place}:{line}: {name} ties a row to any table; give it a key of its own"
        for module in house.modules()
        for line, _, name in imported(module)
        if name in {"GenericForeignKey", "GenericRelation"}
    ]


def by_string(house: House) -> list[str]:
    """Modules and models reached by their names as text."""
    problems = []
    for module in house.modules():
        problems += [
            f"{module.place}:{node.lineno}: {why}"
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Call) and (why := reaches_by_string(node, module))
        ]
    return problems


def reaches_by_string(node: ast.Call, module: Module) -> str:
    first = node.args[0] if node.args else None
    text = first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""
    if called(node) in {"import_module", "import_string", "__import__"} and text.startswith(
        "kulisy"
    ):
        return f"imports {text} by name"
    if called(node) == "get_model" and dotted(node.func).startswith(("apps.", "django.apps.")):
        label = text.split(".")[0].lower()
        if label and label != module.app and label in House(module.root).apps():
            return f"reaches for a model of {label} by name; ask its api"
    return ""


def test_nothing_of_the_house_is_imported_inside_a_function(house):
    assert inside_functions(house) == []


def test_nobody_listens_to_the_signals_of_models(house):
    assert heard_signals(house) == []


def test_no_key_points_to_just_anything(house):
    assert generic_keys(house) == []


def test_nothing_is_reached_by_its_name_as_text(house):
    assert by_string(house) == []


@pytest.mark.parametrize(
    ("rule", "text", "caught"),
    [
        (inside_functions, "def f():\n    from kulisy.people.api import Account", True),
        (inside_functions, "def f():\n    from . import models", True),
        (inside_functions, "class A:\n    def f(self):\n        import kulisy.people.api", True),
        (inside_functions, "def f():\n    import json", False),
        (inside_functions, "from kulisy.people.api import Account", False),
        (heard_signals, "from django.db.models.signals import post_save", True),
        (heard_signals, "from django.db.models.signals import post_migrate", True),
        (heard_signals, "from django.dispatch import Signal", False),
        (generic_keys, "from django.contrib.contenttypes.fields import GenericForeignKey", True),
        (generic_keys, "from django.db.models import ForeignKey", False),
        (
            by_string,
            "from importlib import import_module\nimport_module('kulisy.people.models')",
            True,
        ),
        (by_string, "from importlib import import_module\nimport_module('json')", False),
        (by_string, "from django.apps import apps\napps.get_model('people.Account')", True),
        (by_string, "from django.apps import apps\napps.get_model('venues', 'Room')", False),
    ],
)
def test_the_disguise_is_seen_through(small_house, rule, text, caught):
    small = small_house({"kulisy/venues/actions.py": text, "kulisy/people/models.py": ""})

    assert bool(rule(small)) is caught


def test_people_may_hear_of_migrations(small_house):
    small = small_house(
        {"kulisy/people/apps.py": "from django.db.models.signals import post_migrate"}
    )

    assert heard_signals(small) == []
