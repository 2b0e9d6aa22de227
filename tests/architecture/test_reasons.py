"""Every exception to a rule carries its reason; nothing tells of the machine it was written on."""

import re
import tomllib
from pathlib import Path

import pytest

from house import House

EXCUSE = re.compile(
    r"#\s*(noqa|type:\s*ignore|pragma|nosec|fmt:\s*(?:off|skip)|isort:\s*skip)\b(.*)"
)
CODES = re.compile(r"^\s*(?::\s*[A-Z]+[0-9]+(?:\s*,\s*[A-Z]+[0-9]+)*|\[[a-z, -]+\])?\s*")
SKIP = re.compile(r"@pytest\.mark\.(skip|xfail)\b(?!.*reason=)")
LATER = re.compile(r"#.*\b(TODO|FIXME|XXX|HACK)\b(?!.*#\d+)")
# Written in two halves: this file is read by its own rule.
ELSEWHERE = [
    "pypi" + ".org", "python" + "hosted", "registry." + "npmjs", "files." + "pythonhosted",
    "deb." + "debian.org", "npm" + "js.com/package", "ghcr" + ".io",
]  # fmt: skip
MACHINE = re.compile(
    r"(?<![\w.~-])/(?:"
    + "|".join(["work", "root", "home/[a-z]", "Users/[A-Z]", "opt/" + "wheels"])
    + r")\b"
)
# This file quotes what it looks for.
MINE = Path(__file__).resolve()
NOT_TEXT = {
    ".woff2",
    ".png",
    ".jpg",
    ".jpeg",
    ".webp",
    ".avif",
    ".ico",
    ".gif",
    ".pdf",
    ".xlsx",
    ".mo",
    ".zip",
}


def without_reason(house: House) -> list[str]:
    problems = []
    for module in [*house.modules(), *house.test_modules()]:
        if module.path == MINE:
            continue
        for number, line in enumerate(module.lines, start=1):
            if (found := EXCUSE.search(line)) and not reasoned(found):
                problems.append(f"{module.place}:{number}: {found.group(1)} without its reason")
            if SKIP.search(line):
                problems.append(f"{module.place}:{number}: a test is left out without its reason")
            if LATER.search(line):
                problems.append(f"{module.place}:{number}: a to-do without the number of its issue")
    return problems


def reasoned(found: re.Match[str]) -> bool:
    if found.group(1).startswith("fmt"):
        return True  # a table kept in shape explains itself
    rest = CODES.sub("", found.group(2), count=1)
    return len(re.sub(r"^[\s#:–—-]+", "", rest)) >= 8


def dependencies_without_reason(pyproject: Path) -> list[str]:
    text = pyproject.read_text("utf-8")
    declared = tomllib.loads(text)
    names = [*declared["project"].get("dependencies", [])]
    for group in declared.get("dependency-groups", {}).values():
        names += group
    reasoned_names = {
        match.group(1)
        for match in re.finditer(r'^\s*"([^"]+)",\s+#\s*\S.{7,}$', text, re.MULTILINE)
    }
    return [name for name in names if name not in reasoned_names]


def tells_of_a_machine(paths: list[Path], root: Path) -> list[str]:
    problems = []
    for path in paths:
        if path.suffix in NOT_TEXT:
            continue
        text = path.read_text("utf-8", errors="replace")
        place = path.relative_to(root)
        problems += [f"{place}: names the registry {host}" for host in ELSEWHERE if host in text]
        problems += [f"{place}: names the folder {m.group()}" for m in MACHINE.finditer(text)]
    return problems


def test_every_exception_carries_its_reason(house):
    assert without_reason(house) == []


def test_every_dependency_carries_its_reason(house):
    assert dependencies_without_reason(house.root / "pyproject.toml") == []


def test_no_file_tells_of_the_machine_it_was_written_on(house):
    assert tells_of_a_machine([path for path in house.tracked() if path != MINE], house.root) == []


@pytest.mark.parametrize(
    ("line", "caught"),
    [
        ("x = 1  # noqa", True),
        ("x = 1  # noqa: S608", True),
        ("x = 1  # noqa: S608, T201", True),
        ("x = 1  # type: ignore[arg-type]", True),
        ("x = 1  # " + "TODO: later", True),
        ("@pytest.mark.skip\ndef test_x(): pass", True),
        ("x = 1  # noqa: S608 - the table's name is a constant", False),
        ("x = 1  # type: ignore[arg-type]  # the stubs miss this form", False),
        ("x = 1  # " + "TODO #12: drop after the next release", False),
        ("@pytest.mark.skip(reason='needs a printer')\ndef test_x(): pass", False),
        ("x = 1  # an ordinary comment", False),
    ],
)
def test_an_exception_without_reason_is_caught(small_house, line, caught):
    assert bool(without_reason(small_house({"kulisy/venues/rules.py": line}))) is caught


def test_a_dependency_without_reason_is_caught(tmp_path):
    path = tmp_path / "pyproject.toml"
    path.write_text('[project]\ndependencies = [\n    "a>=1",  # because of this\n    "b>=2",\n]\n')

    assert dependencies_without_reason(path) == ["b>=2"]


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ("index = https://" + ELSEWHERE[0] + "/simple", True),
        ("cd /" + "work/main", True),
        ("see /" + "root/x", True),
        ("at home/work or in ./work/x", False),
        ("https://example.org/homework", False),
    ],
)
def test_a_trace_of_a_machine_is_caught(tmp_path, text, caught):
    path = tmp_path / "a.md"
    path.write_text(text)

    assert bool(tells_of_a_machine([path], tmp_path)) is caught
