"""From a file to entries: which format it is, and within which bounds it is read."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from kulisy.exchange.clocks import zone_named
from kulisy.exchange.decoding import check_count, check_size, text_of
from kulisy.exchange.entries import Damaged, Entry
from kulisy.exchange.ics import read_ics
from kulisy.exchange.models import ImportSource
from kulisy.exchange.rows import csv_rows, xlsx_rows
from kulisy.exchange.tables import Sheet, read_table
from kulisy.kernel.errors import Unreadable
from kulisy.kernel.time import WARSAW

ZIP = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
FOREIGN = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", OLD_EXCEL)


def recognised(path: Path) -> str:
    """The format, by the file's first bytes: names and types lie."""
    with path.open("rb") as file:
        head = file.read(512)
    if head.startswith(ZIP):
        return ImportSource.Format.XLSX
    if head.startswith(FOREIGN):
        raise Unreadable(
            _(
                "This is neither a calendar (ICS) nor a sheet (CSV, XLSX). An old Excel file can "
                "be saved as XLSX."
            )
        )
    if b"BEGIN:VCALENDAR" in head.replace(b"\0", b"").upper():
        return ImportSource.Format.ICS
    with text_of(path) as text:
        beginning = text.read(512).lstrip().lower()
    if beginning.startswith(("<!doctype", "<html", "<?xml")):
        raise Unreadable(
            _(
                "This is a web page, not a calendar. Is the address the one “in iCal format”, and "
                "is the calendar shared?"
            )
        )
    return ImportSource.Format.CSV


def read(path: Path, source: ImportSource, *, today: date) -> Iterator[Entry | Damaged]:
    """Everything dated in the file, one after another.

    Raises Unreadable when the file as a whole is not understood, at once or when it breaks off.
    """
    check_size(path)
    kind = source.format or recognised(path)
    if kind == ImportSource.Format.ICS:
        found = read_ics(path, zone=source.zone, minutes=source.minutes)
    else:
        zone = zone_named(source.zone) or WARSAW
        sheet = Sheet(today, zone, source.minutes, source.columns)
        rows = csv_rows(path) if kind == ImportSource.Format.CSV else xlsx_rows(path)
        found = read_table(rows, sheet)
    for count, entry in enumerate(found, start=1):
        check_count(count)
        yield entry
