"""A small house built wrong on purpose, for proving that each rule can fail."""

import textwrap
from pathlib import Path

import pytest

from house import HERE, House


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Every problem on a line of its own, none left out."""
    if op == "==" and right == [] and isinstance(left, list):
        return [f"{len(left)} found", *map(str, left)]
    return None


@pytest.fixture(scope="session")
def house() -> House:
    return House()


@pytest.fixture
def small_house(tmp_path: Path):
    """``small_house({"kulisy/venues/views.py": "..."})`` with the real floors."""

    def build(files: dict[str, str]) -> House:
        (tmp_path / ".importlinter").write_text(
            (HERE / ".importlinter").read_text("utf-8"), "utf-8"
        )
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent(text), "utf-8")
            app = path.relative_to(tmp_path).parts[1]
            if name.startswith("kulisy/") and "/" in name.removeprefix("kulisy/"):
                (tmp_path / "kulisy" / app / "apps.py").touch()
        return House(tmp_path)

    return build
