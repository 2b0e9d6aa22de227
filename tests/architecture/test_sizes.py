"""Budgets: what is small can be read. The list of exceptions may only shrink."""

import ast
from collections.abc import Iterator

import pytest

from house import House, functions

MODULE, FUNCTION, VIEW, TEMPLATE, TEST, APP = 500, 60, 25, 150, 40, 6_000

# Place -> why it is larger, for now. Lower the number below with every one that goes.
EXCEPTIONS: dict[str, str] = {}
MOST_EXCEPTIONS = 0


def over_budget(house: House) -> dict[str, str]:
    """Place -> how much it is over."""
    return dict([*modules(house), *bodies(house), *templates(house), *whole_apps(house)])


def modules(house: House) -> Iterator[tuple[str, str]]:
    for module in [*house.modules(), *house.test_modules()]:
        if (size := len(module.lines)) > MODULE:
            yield module.place, f"{size} lines, at most {MODULE}"


def bodies(house: House) -> Iterator[tuple[str, str]]:
    for module in [*house.modules(), *house.test_modules()]:
        for function in functions(module.tree):
            size = (function.end_lineno or function.lineno) - function.lineno + 1
            limit = FUNCTION
            if module.is_test and function.name.startswith("test_"):
                limit = TEST
            elif is_view(module.parts, function):
                limit = VIEW
            if size > limit:
                yield f"{module.place}::{function.name}", f"{size} lines, at most {limit}"


def is_view(parts: tuple[str, ...], function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    arguments = [argument.arg for argument in function.args.args]
    return "views" in parts and "request" in arguments[:2]


def templates(house: House) -> Iterator[tuple[str, str]]:
    for path in house.templates():
        if (size := len(path.read_text("utf-8").splitlines())) > TEMPLATE:
            yield str(path.relative_to(house.root)), f"{size} lines, at most {TEMPLATE}"


def whole_apps(house: House) -> Iterator[tuple[str, str]]:
    for app in house.apps():
        size = sum(len(module.lines) for module in house.modules() if module.app == app)
        if size > APP:
            yield f"kulisy/{app}", f"{size} lines, at most {APP}"


def test_everything_keeps_to_its_budget(house):
    over = {place: why for place, why in over_budget(house).items() if place not in EXCEPTIONS}

    assert over == {}


def test_exceptions_are_needed_and_fewer_than_before(house):
    stale = set(EXCEPTIONS) - set(over_budget(house))

    assert stale == set()
    assert len(EXCEPTIONS) == MOST_EXCEPTIONS


@pytest.mark.parametrize(
    ("name", "lines", "caught"),
    [
        ("kulisy/venues/rules.py", ["x = 1"] * 500, False),
        ("kulisy/venues/rules.py", ["x = 1"] * 501, True),
        ("kulisy/venues/rules.py", ["def f():", *["    x = 1"] * 59], False),
        ("kulisy/venues/rules.py", ["def f():", *["    x = 1"] * 60], True),
        ("kulisy/venues/views.py", ["def f(request):", *["    x = 1"] * 24], False),
        ("kulisy/venues/views.py", ["def f(request):", *["    x = 1"] * 25], True),
        ("kulisy/venues/tests/test_rules.py", ["def test_f():", *["    x = 1"] * 39], False),
        ("kulisy/venues/tests/test_rules.py", ["def test_f():", *["    x = 1"] * 40], True),
        ("kulisy/venues/templates/venues/a.html", ["<p>"] * 150, False),
        ("kulisy/venues/templates/venues/a.html", ["<p>"] * 151, True),
    ],
)
def test_what_is_too_large_is_caught(small_house, name, lines, caught):
    assert bool(over_budget(small_house({name: "\n".join(lines)}))) is caught
