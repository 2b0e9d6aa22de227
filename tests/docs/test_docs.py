"""The documents tell the truth: links lead somewhere, commands exist, help can be asked for."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

from house import HERE

LINK = re.compile(r"(?<!\!)\[[^\]]*\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
# In a fence or in backticks: "kulisy word", also behind a path or a variable.
SAID = re.compile(r"(?:^|[\s`/])kulisy ([a-z][a-z_-]+)")
TARGET = re.compile(r"(?:^|[`$]\s*|\s{2})make ([a-z][a-z-]+)", re.MULTILINE)
OPTION = re.compile(r"--[a-z][a-z-]+")


def pages(root: Path = HERE) -> list[Path]:
    found = [*root.glob("*.md"), *(root / "docs").rglob("*.md"), *root.glob("kulisy/*/README.md")]
    return sorted(page for page in found if "node_modules" not in page.parts)


def prose(page: Path) -> str:
    """The text without its blocks of code, in which brackets are not links."""
    return FENCE.sub("", page.read_text("utf-8"))


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings
    }


def dead_links(page: Path, root: Path = HERE) -> list[str]:
    problems = []
    for link in [
        *LINK.findall(prose(page)),
        *(target for _, target in PICTURE.findall(prose(page))),
    ]:
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists():
            problems.append(f"{page.relative_to(root)}: {link} leads nowhere")
        elif anchor and target.suffix == ".md" and anchor not in anchors(target):
            problems.append(f"{page.relative_to(root)}: {link}: there is no such heading")
    return problems


def code(page: Path) -> str:
    """What stands in code, in blocks and in backticks."""
    text = page.read_text("utf-8")
    blocks = [body for _, body in FENCE.findall(text)]
    return "\n".join([*blocks, *re.findall(r"`([^`\n]+)`", FENCE.sub("", text))])


def unknown_commands(
    page: Path, commands: set[str], targets: set[str], root: Path = HERE
) -> list[str]:
    said = code(page)
    wrong = [f"kulisy {name}" for name in SAID.findall(said) if name not in commands]
    wrong += [f"make {name}" for name in TARGET.findall(said) if name not in targets]
    return [f"{page.relative_to(root)}: there is no command {name}" for name in wrong]


def unknown_options(page: Path) -> list[str]:
    """Options shown behind one of our commands, or in its section of the reference."""
    problems = []
    shown = [(name, line) for line in code(page).splitlines() for name in SAID.findall(line)[:1]]
    if page.name == "commands.md":
        sections = re.split(r"^## ", page.read_text("utf-8"), flags=re.MULTILINE)[1:]
        shown += [(re.findall(r"`([a-z_]+)`", section)[0], section) for section in sections]
    for name, text in shown:
        if str(get_commands().get(name, "")).startswith("kulisy."):
            known = options_of(name)
            problems += [
                f"{page.name}: {name} has no {o}" for o in OPTION.findall(text) if o not in known
            ]
    return problems


def options_of(name: str) -> set[str]:
    parser = load_command_class(get_commands()[name], name).create_parser("kulisy", name)
    return {option for action in parser._actions for option in action.option_strings} | {"--help"}


def make_targets(root: Path = HERE) -> set[str]:
    return set(
        re.findall(r"^([a-z][a-z-]*):", (root / "Makefile").read_text("utf-8"), re.MULTILINE)
    )


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(HERE)))
def test_links_lead_somewhere(page):
    assert dead_links(page) == []


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(HERE)))
def test_commands_and_options_exist(page):
    assert unknown_commands(page, set(get_commands()), make_targets()) == []
    assert unknown_options(page) == []


def test_every_page_can_be_reached_from_the_first():
    seen, open_ends = set(), [HERE / "README.md"]
    while open_ends:
        page = open_ends.pop()
        if page in seen or not page.exists() or page.suffix != ".md":
            continue
        seen.add(page)
        open_ends += [
            (page.parent / link.split("#")[0]).resolve() for link in LINK.findall(prose(page))
        ]

    # The card of an app is read where the app is.
    cards = set(HERE.glob("kulisy/*/README.md"))
    assert [str(page.relative_to(HERE)) for page in pages() if page not in seen | cards] == []


def test_every_picture_has_words():
    wordless = [
        f"{page.name}: {target}"
        for page in pages()
        for words, target in PICTURE.findall(page.read_text("utf-8"))
        if not words
    ]

    assert wordless == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    sorted(
        {
            line.removeprefix("$ ")
            for page in pages()
            for language, body in FENCE.findall(page.read_text("utf-8"))
            if language == "console"
            for line in body.splitlines()
            if line.startswith("$ kulisy ") and line.endswith("--help")
        }
    )
    or ["kulisy --help"],
)
def test_help_that_is_shown_can_be_asked_for(line):
    command = [sys.executable, "-m", *shlex.split(line)]

    ended = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)

    assert ended.returncode == 0, ended.stderr


def test_the_two_commands_of_the_readme_are_the_ones_there_are():
    shown = [body.strip() for _, body in FENCE.findall((HERE / "README.md").read_text("utf-8"))]

    assert shown == ["make demo", "make test"]


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ("[a](gone.md)", True),
        ("[a](b.md#nothing)", True),
        ("![a](gone.png)", True),
        ("[a](b.md)", False),
        ("[a](b.md#a-heading)", False),
        ("[a](https://example.org/x)", False),
        ("```\n[a](gone.md)\n```", False),
    ],
)
def test_a_dead_link_is_caught(tmp_path, text, caught):
    (tmp_path / "b.md").write_text("# B\n\n## A heading\n")
    page = tmp_path / "a.md"
    page.write_text(text)

    assert bool(dead_links(page, tmp_path)) is caught


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ("`kulisy fly`", True),
        ("```\nmake coffee\n```", True),
        ("```console\n$ .venv/bin/kulisy fly\n```", True),
        ("`kulisy backup FILE`", False),
        ("`make demo`", False),
        ("They make coffee at kulisy fly.", False),
    ],
)
def test_a_command_that_does_not_exist_is_caught(tmp_path, text, caught):
    page = tmp_path / "a.md"
    page.write_text(text)

    assert bool(unknown_commands(page, {"backup"}, {"demo"}, tmp_path)) is caught


@pytest.mark.parametrize(
    ("text", "caught"),
    [("`kulisy backup x --fly`", True), ("`kulisy backup x --force`", False)],
)
def test_an_option_that_does_not_exist_is_caught(tmp_path, text, caught):
    page = tmp_path / "a.md"
    page.write_text(text)

    assert bool(unknown_options(page)) is caught
