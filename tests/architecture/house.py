"""Reads the house as text: its apps, floors, modules and templates. Knows nothing of Django.

Every rule is a function from a ``House`` to sentences, each beginning with the place, so that it
can be tried on a small house built wrong on purpose.
"""

import ast
import configparser
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
OPEN_TO_ALL = {"kernel", "ui"}


@dataclass(frozen=True)
class Module:
    """One Python file: its name in dots, its app, and what it says."""

    path: Path
    root: Path

    @property
    def place(self) -> str:
        return str(self.path.relative_to(self.root))

    @property
    def parts(self) -> tuple[str, ...]:
        return self.path.relative_to(self.root).with_suffix("").parts

    @property
    def app(self) -> str:
        return self.parts[1] if len(self.parts) > 2 else ""

    @property
    def is_test(self) -> bool:
        return "tests" in self.parts or self.path.name == "conftest.py"

    @property
    def is_migration(self) -> bool:
        return "migrations" in self.parts

    @property
    def text(self) -> str:
        return self.path.read_text("utf-8")

    @property
    def tree(self) -> ast.Module:
        return parsed(self.path)

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=str(path))


@dataclass(frozen=True)
class House:
    """The repository, or a small wrong one with the same shape."""

    root: Path = HERE

    @property
    def package(self) -> Path:
        return self.root / "kulisy"

    def apps(self) -> list[str]:
        return sorted(entry.parent.name for entry in self.package.glob("*/apps.py"))

    def modules(self, *, tests: bool = False, migrations: bool = False) -> Iterator[Module]:
        for path in sorted(self.package.rglob("*.py")):
            module = Module(path, self.root)
            if (tests or not module.is_test) and (migrations or not module.is_migration):
                yield module

    def test_modules(self) -> Iterator[Module]:
        for path in sorted([*self.package.rglob("*.py"), *(self.root / "tests").rglob("*.py")]):
            if (module := Module(path, self.root)).is_test:
                yield module

    def templates(self) -> Iterator[Path]:
        yield from sorted(self.package.glob("*/templates/**/*.*"))

    def floors(self) -> dict[str, int]:
        """The height of every app, as the contract in .importlinter has it; the top is highest."""
        contract = configparser.ConfigParser()
        contract.read(self.root / ".importlinter")
        layers = contract["importlinter:contract:floors"]["layers"].split("\n")
        named = [re.findall(r"[a-z]+", layer) for layer in layers if layer.strip()]
        return {app: height for height, apps in enumerate(reversed(named)) for app in apps}

    def tracked(self) -> list[Path]:
        """Files that git keeps, or will on the next commit."""
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
            cwd=self.root,
            capture_output=True,
            text=True,
            check=True,
        )
        paths = (self.root / name for name in listed.stdout.split("\0") if name)
        return sorted(path for path in paths if path.is_file())


def imported(module: Module) -> Iterator[tuple[int, str, str]]:
    """Line, the module imported from, and the name taken ("" for a whole module)."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name, ""
        elif isinstance(node, ast.ImportFrom):
            source = node.module or ""
            if node.level:
                package = module.parts[: len(module.parts) - node.level]
                source = ".".join([*package, *([source] if source else [])])
            for alias in node.names:
                yield node.lineno, source, alias.name


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def called(node: ast.AST) -> str:
    """The last name of what is called: ``x`` for ``x()``, ``y`` for ``x.y()``."""
    if isinstance(node, ast.Call):
        node = node.func
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def dotted(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""
