"""Texts of the demo, typed as one writes a letter, as the blocks of a description."""

from html import escape
from itertools import groupby

Block = tuple[str, str | dict[str, str]]


def blocks(text: str) -> list[Block]:
    """Parts between empty lines: ``#`` heading, ``-`` list, ``>`` words | whose, ``|`` table.

    The first line of a table is its caption. Paragraphs that follow each other are one block.
    """
    parts = [part.splitlines() for part in text.strip().split("\n\n") if part.strip()]
    found: list[Block] = []
    for mark, held in groupby(parts, key=_mark):
        if mark in READ:
            found += [READ[mark](lines) for lines in held]
        else:
            found.append(("paragraph", "".join(_paragraph(lines) for lines in held)))
    return found


def _mark(lines: list[str]) -> str:
    return lines[0][0] if lines[0][0] in READ else ""


def _paragraph(lines: list[str]) -> str:
    return f"<p>{escape(' '.join(lines), quote=False)}</p>"


def _heading(lines: list[str]) -> Block:
    return ("heading", {"text": _joined(lines, "#")[0], "level": "2"})


def _points(lines: list[str]) -> Block:
    rows = "".join(f"<li>{escape(row, quote=False)}</li>" for row in _joined(lines, "-"))
    return ("paragraph", f"<ul>{rows}</ul>")


def _quote(lines: list[str]) -> Block:
    words, _bar, source = " ".join(line.lstrip("> ") for line in lines).partition(" | ")
    return ("quote", {"text": words, "source": source})


def _table(lines: list[str]) -> Block:
    caption, *rows = _joined(lines, "|")
    return ("table", {"caption": caption, "rows": "\n".join(rows)})


def _joined(lines: list[str], mark: str) -> list[str]:
    """Rows that begin with the mark, each with the lines that go on with it."""
    rows: list[str] = []
    for line in lines:
        if line.startswith(mark):
            rows.append(line.removeprefix(mark).strip())
        else:
            rows[-1] = f"{rows[-1]} {line.strip()}"
    return rows


READ = {"#": _heading, "-": _points, ">": _quote, "|": _table}
