"""CSV and XLSX as offices keep them."""

import io
import zipfile
from datetime import UTC, date, datetime, time

import pytest
from openpyxl import Workbook

from kulisy.exchange.columns import matched
from kulisy.exchange.entries import Damaged
from kulisy.exchange.models import ImportSource
from kulisy.exchange.reading import read
from kulisy.exchange.tests.factories import at
from kulisy.kernel.errors import Unreadable

TODAY = date(2026, 11, 1)
HEAD = ["Tytuł", "Data", "Godzina", "Miejsce"]


@pytest.fixture
def entries(tmp_path):
    def found(content, **facts):
        path = tmp_path / "plan"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(read(path, ImportSource(name="plan", **facts), today=TODAY))

    return found


def xlsx(*rows, change=lambda _sheet: None):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    change(book.active)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def told(found):
    return [(one.title, one.starts_at) for one in found if not isinstance(one, Damaged)]


def test_dates_may_be_dates_or_words(entries):
    found = entries(
        xlsx(
            HEAD,
            ["Data", datetime(2026, 11, 21, tzinfo=UTC).replace(tzinfo=None), time(19), "Rynek"],
            ["Słowa", "21 listopada 2026 r.", "godz. 19.00", "Rynek"],
            ["Skrót", "sob. 21.11", "19:00–21:00", "Rynek"],
            ["Liczba", "21.11.2026", 19 / 24, "Rynek"],
            ["Razem", datetime(2026, 11, 21, 19, tzinfo=UTC).replace(tzinfo=None), None, "Rynek"],
        )
    )

    assert told(found) == [
        (name, at("2026-11-21").astimezone(UTC))
        for name in ("Data", "Słowa", "Skrót", "Liczba", "Razem")
    ]


def test_merged_cells_hold_for_all_their_rows(entries):
    def merge(sheet):
        sheet.merge_cells("B2:B4")

    rows = [["Chór", "21.11.2026", "17.00"], ["Kino", None, "19.00"], ["Bal", None, "21.00"]]

    found = entries(xlsx(HEAD[:3], *rows, change=merge))

    assert [start.date().isoformat() for _title, start in told(found)] == ["2026-11-21"] * 3


def test_a_formula_without_a_result_is_told_and_the_rest_is_read(entries):
    found = entries(
        xlsx(
            HEAD[:3],
            ["Chór", "=TODAY()", "17.00"],
            ["Kino", "21.11.2026", "=1+1"],
            ["Bal", "22.11"],
        )
    )

    assert [(one.line, type(one).__name__) for one in found] == [
        (2, "Damaged"),
        (3, "Damaged"),
        (4, "Entry"),
    ]


def test_only_visible_sheets_are_read_and_each_with_its_own_heading(tmp_path, entries):
    book = Workbook()
    book.active.append(["Ośrodek kultury", None])
    book.active.append(HEAD[:2])
    book.active.append(["Chór", "21.11.2026"])
    hidden = book.create_sheet("Archiwum")
    hidden.append(HEAD[:2])
    hidden.append(["Ukryty", "22.11.2026"])
    hidden.sheet_state = "hidden"
    other = book.create_sheet("Filia")
    other.append(["Termin", "Nazwa wydarzenia"])
    other.append(["23.11.2026", "Kino"])
    file = io.BytesIO()
    book.save(file)

    assert [title for title, _start in told(entries(file.getvalue()))] == ["Chór", "Kino"]


def with_part(name, content):
    """A sheet with one of its parts exchanged."""
    file = io.BytesIO(xlsx(HEAD, ["Chór", "21.11.2026", "17.00"]))
    changed = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return changed.getvalue()


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + ']><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData><row><c t='inlineStr'><is><t>&i;</t></is></c></row></sheetData></worksheet>"
)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(with_part("xl/worksheets/sheet1.xml", LAUGHS), id="billion laughs"),
        pytest.param(with_part("xl/workbook.xml", "<nie-xml"), id="broken part"),
        pytest.param(with_part("xl/worksheets/sheet1.xml", " " * 210_000_000), id="zip bomb"),
        pytest.param(xlsx(HEAD, ["Chór", "21.11.2026"])[:900], id="cut off"),
    ],
)
def test_a_hostile_or_broken_sheet_is_refused_in_a_sentence(entries, content):
    with pytest.raises(Unreadable) as no:
        entries(content)

    assert no.value.sentence


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (["Chór", "31.02.2026", "17.00"], "31.2.2026"),
        (["Chór", "31 lutego", "17.00"], "31.2"),
        (["Chór", "kiedyś", "17.00"], "kiedyś"),
        (["Chór", "21.11.2026", "25.70"], "25.70"),
        (["", "21.11.2026", "17.00"], ""),
        (["Chór", "", "17.00"], ""),
        (["Chór", "pn 21.11.2026; wt", "17.00"], ""),
    ],
)
def test_a_damaged_row_says_its_line_and_why(entries, cells, why):
    found = entries(";".join(HEAD[:3]) + "\n" + ";".join(f'"{cell}"' for cell in cells) + "\n")

    assert [(type(one).__name__, one.line, why in one.why) for one in found] == [
        ("Damaged", 2, True)
    ]


@pytest.mark.parametrize(
    ("hour", "utc", "notes"),
    [
        (
            "29.03.2026;2.30",
            "01:30",
            ("Godziny 02:30 tego dnia nie ma, więc jest godzinę później.",),
        ),
        ("25.10.2026;2.30", "00:30", ()),
        ("29.03.2026;3.30", "01:30", ()),
    ],
)
def test_hours_of_the_clock_change_are_understood(entries, hour, utc, notes):
    [entry] = entries(f"Tytuł;Data;Godzina\nNocne granie;{hour}\n")

    assert (f"{entry.starts_at:%H:%M}", entry.notes) == (utc, notes)


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "utf-16"])
def test_any_delimiter_in_any_encoding(entries, mark, encoding):
    text = (
        mark.join(HEAD) + "\n" + mark.join(["Święto gęsi", "21.11.2026", "19.00", "Rynek"]) + "\n"
    )

    [entry] = entries(text.encode(encoding))

    assert (entry.title, entry.place) == ("Święto gęsi", "Rynek")


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["Nazwa wydarzenia", "Kiedy", "Od", "Do"], {"title": 0, "day": 1, "hours": 2, "ends": 3}),
        (["Event", "Start date", "Start time"], {"title": 0, "day": 1, "hours": 2}),
        (["Tytul wydarzena", "Data rozpoczecia"], {"title": 0, "day": 1}),
        (["TYTUŁ:", " data ", "Sala"], {"title": 0, "day": 1, "place": 2}),
        (["Co", "Gdzie"], {"place": 1}),
    ],
)
def test_headings_are_recognised(headings, expected):
    assert matched(headings) == expected


def test_what_is_said_of_a_column_comes_first(entries):
    text = "Nazwa;Co naprawdę;Data\nZajęcia;Chór;21.11.2026\n"

    [entry] = entries(text, columns={"title": "Co naprawdę"})

    assert entry.title == "Chór"


def test_a_sheet_without_headings_says_which_are_needed(entries):
    with pytest.raises(Unreadable, match=r"Tytuł|Title"):
        entries("Chór;21.11.2026\nKino;22.11.2026\n")
