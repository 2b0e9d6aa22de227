"""Rows of CSV and XLSX as plain cells, one after another."""

import csv
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any, TextIO

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from kulisy.exchange.decoding import CHUNK, text_of
from kulisy.kernel.errors import Unreadable

MOST_COLUMNS = 60
LONGEST_CELL = 20_000
MOST_UNPACKED = 200 * 1024 * 1024
MOST_MERGED = 5_000
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')


@dataclass(frozen=True)
class Cells:
    """One row: its number as the program shows it, and its cells.

    ``uncounted`` are the columns whose formula nobody has counted yet: the file holds no result.
    """

    number: int
    cells: list[Any]
    uncounted: frozenset[int] = frozenset()
    sheet: str = ""


def csv_rows(path: Path) -> Iterator[Cells]:
    """Rows of a CSV file, whatever stands between its cells."""
    csv.field_size_limit(10 * LONGEST_CELL)
    with text_of(path, newline="") as text:
        reader = csv.reader(text, delimiter=_delimiter(text), strict=False)
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as broken:
                raise Unreadable(
                    _("Line %(line)s of the file is not CSV: a cell in it never ends.")
                    % {"line": reader.line_num}
                ) from broken
            yield Cells(reader.line_num, [cell[:LONGEST_CELL] for cell in cells[:MOST_COLUMNS]])


def _delimiter(text: TextIO) -> str:
    """What stands most often, and equally often, in the first lines outside quotes."""
    lines = [re.sub(r'"[^"]*"', "", line) for line in islice(text, 10)]
    text.seek(0)
    counts = {mark: [line.count(mark) for line in lines if line.strip()] for mark in ";,\t|"}
    return max(counts, key=lambda mark: (sum(c > 0 for c in counts[mark]), sum(counts[mark])))


def xlsx_rows(path: Path) -> Iterator[Cells]:
    """Rows of every visible sheet. Formulas are not counted: their last result is read."""
    names = _checked(path)
    # Opened here, because openpyxl looks at the file's name, which may be anything.
    with path.open("rb") as first, path.open("rb") as second, _told_plainly():
        values = load_workbook(first, read_only=True, data_only=True, keep_links=False)
        formulas = load_workbook(second, read_only=True, data_only=False, keep_links=False)
        merged = _merged(path, names)
        for at, sheet in enumerate(values.worksheets):
            if sheet.sheet_state == "visible":
                yield from _sheet_rows(sheet, formulas.worksheets[at], merged.get(at, []))


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Whatever openpyxl's parts raise: a stranger's file is unreadable, never a crash."""
    try:
        yield
    except (Unreadable, GeneratorExit):
        raise
    except Exception as broken:
        raise Unreadable(_("The file is no XLSX sheet, or it is damaged.")) from broken


def _checked(path: Path) -> list[str]:
    """Names of the sheets' parts; refuses what would unpack to more than memory holds."""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as broken:
        raise Unreadable(_("The file is no XLSX sheet, or it is damaged.")) from broken
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Unreadable(
            _("The sheet unpacks to more than can be read. Save only the rows needed.")
        )
    names = [p.filename for p in parts if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", p.filename)]
    return sorted(names, key=lambda name: int(re.sub(r"\D", "", name)))


def _merged(path: Path, names: list[str]) -> dict[int, list[tuple[int, ...]]]:
    """Merged areas by sheet; openpyxl does not tell them when it reads row by row."""
    found: dict[int, list[tuple[int, ...]]] = {}
    with zipfile.ZipFile(path) as packed:
        for at, name in enumerate(names):
            with packed.open(name) as part:
                tail = b""
                while chunk := part.read(CHUNK):
                    for match in MERGED.finditer(tail + chunk):
                        area = range_boundaries(match[1].decode())
                        if len(found.setdefault(at, [])) < MOST_MERGED and area not in found[at]:
                            found[at].append(tuple(int(edge or 0) for edge in area))
                    tail = chunk[-200:]
    return found


def _sheet_rows(sheet: Any, formulas: Any, merged: list[tuple[int, ...]]) -> Iterator[Cells]:
    kept: dict[tuple[int, ...], Any] = {}
    rows = zip_longest(
        sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS),
        formulas.iter_rows(values_only=True, max_col=MOST_COLUMNS),
        fillvalue=(),
    )
    for number, (values, written) in enumerate(rows, start=1):
        cells = [v[:LONGEST_CELL] if isinstance(v, str) else v for v in values]
        uncounted = frozenset(
            at
            for at, formula in enumerate(written)
            if isinstance(formula, str)
            and formula.startswith("=")
            and (at >= len(cells) or cells[at] is None)
        )
        for area in merged:
            left, top, right, bottom = area
            if top <= number <= bottom:
                if number == top:
                    kept[area] = cells[left - 1] if left <= len(cells) else None
                for at in range(left - 1, min(right, len(cells))):
                    cells[at] = kept.get(area)
        yield Cells(number, cells, uncounted, sheet.title)
