"""Names: a module or variable called ``utils`` or ``data`` tells the reader nothing."""

import ast
from collections.abc import Iterator

import pytest

from house import House, Module, functions

BANNED = {
    "utils", "helpers", "common", "misc", "base", "core", "manager", "service", "data", "info",
    "item", "obj", "tmp",
}  # fmt: skip
BANNED_STARTS = ("new_", "my_")
# Verbs of machines; at a desk nobody processes.
BANNED_VERBS = ("process_", "handle_", "manage_", "perform_", "do_")


def says_nothing(name: str) -> bool:
    return name.lower() in BANNED or name.startswith(BANNED_STARTS)


def empty_names(house: House) -> list[str]:
    return [problem for module in house.modules() for problem in in_module(module)]


def in_module(module: Module) -> Iterator[str]:
    if any(says_nothing(part) for part in module.parts[1:]):
        yield f"{module.place}: names a module after nothing in particular"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and says_nothing(node.id):
            yield f"{module.place}:{node.lineno}: {node.id} says nothing; name what it is"
    for function in functions(module.tree):
        for argument in parameters(function):
            if says_nothing(argument.arg):
                yield f"{module.place}:{argument.lineno}: {argument.arg} says nothing"


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.arg]:
    """Of plain functions; a method's are often named by the framework that calls it."""
    every = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return [] if every[:1] and every[0].arg in {"self", "cls"} else every


def machine_verbs(house: House) -> list[str]:
    return [
        f"{module.place}:{function.lineno}: {function.name} is a machine's verb; take the desk's"
        for module in house.modules()
        if module.parts[-1] in {"actions", "queries", "rules", "api"} or "actions" in module.parts
        for function in module.tree.body
        if isinstance(function, ast.FunctionDef)
        and (
            function.name.startswith(BANNED_VERBS)
            or (module.parts[-1] == "queries" and function.name.startswith("get_"))
        )
    ]


def test_modules_and_variables_say_what_they_are(house):
    assert empty_names(house) == []


def test_actions_are_verbs_of_the_desk(house):
    assert machine_verbs(house) == []


@pytest.mark.parametrize(
    ("name", "text", "caught"),
    [
        ("kulisy/venues/utils.py", "", True),
        ("kulisy/venues/core/rules.py", "", True),
        ("kulisy/venues/rules.py", "data = 1", True),
        ("kulisy/venues/rules.py", "for item in []: pass", True),
        ("kulisy/venues/rules.py", "def f(new_room): pass", True),
        ("kulisy/venues/rules.py", "def f(*, obj): pass", True),
        ("kulisy/venues/rules.py", "class A:\n    def f(self, obj): pass", False),
        ("kulisy/venues/rules.py", "room = 1", False),
    ],
)
def test_an_empty_name_is_caught(small_house, name, text, caught):
    assert bool(empty_names(small_house({name: text}))) is caught


@pytest.mark.parametrize(
    ("name", "text", "caught"),
    [
        ("kulisy/venues/actions.py", "def process_booking(): pass", True),
        ("kulisy/venues/actions.py", "def do_book(): pass", True),
        ("kulisy/venues/queries.py", "def get_bookings(): pass", True),
        ("kulisy/venues/actions.py", "def book(): pass", False),
        ("kulisy/venues/queries.py", "def bookings(): pass", False),
    ],
)
def test_a_verb_of_a_machine_is_caught(small_house, name, text, caught):
    assert bool(machine_verbs(small_house({name: text}))) is caught
