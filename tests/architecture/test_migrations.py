"""Migrations are named by intent, can be undone, and never break the version that still runs."""

import ast
import re

import pytest

from house import House, Module, called

# While an update goes through, the old program runs on the new tables: what it uses may not go.
DANGEROUS = {"RemoveField", "DeleteModel", "RenameField", "RenameModel", "AlterModelTable"}
PERMISSION = re.compile(r"^# Permitted: .{10,}", re.MULTILINE)


def doubtful(house: House) -> list[str]:
    return [
        problem
        for module in house.modules(migrations=True)
        if module.is_migration and module.path.name != "__init__.py"
        for problem in in_migration(module)
    ]


def in_migration(module: Module) -> list[str]:
    problems = []
    name = module.path.stem
    if not re.fullmatch(r"\d{4}_[a-z0-9_]+", name) or "_auto_" in name:
        problems.append(f"{module.place}: name the migration after what it is for")
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        if called(node) in DANGEROUS and not PERMISSION.search(module.text):
            problems.append(
                f"{module.place}:{node.lineno}: {called(node)} breaks a program that still runs; "
                'say why it may, in a line "# Permitted: ..."'
            )
        if called(node) in {"RunPython", "RunSQL"} and not can_be_undone(node):
            problems.append(f"{module.place}:{node.lineno}: {called(node)} cannot be undone")
    return problems


def can_be_undone(node: ast.Call) -> bool:
    return len(node.args) > 1 or bool(
        {keyword.arg for keyword in node.keywords} & {"reverse_code", "reverse_sql"}
    )


def test_migrations_are_safe_to_run_and_to_undo(house):
    assert doubtful(house) == []


@pytest.mark.parametrize(
    ("name", "text", "caught"),
    [
        ("0002_auto_20260101_1200", "", True),
        ("0002_booking_ends_after_start", "", False),
        ("0002_x", "migrations.RemoveField('a', 'b')", True),
        (
            "0002_x",
            "# Permitted: nothing has read it since 0.2.\nmigrations.RemoveField('a', 'b')",
            False,
        ),
        ("0002_x", "migrations.RunPython(f)", True),
        ("0002_x", "migrations.RunPython(f, g)", False),
        ("0002_x", "migrations.RunSQL('x', reverse_sql='y')", False),
    ],
)
def test_a_doubtful_migration_is_caught(small_house, name, text, caught):
    assert bool(doubtful(small_house({f"kulisy/venues/migrations/{name}.py": text}))) is caught
