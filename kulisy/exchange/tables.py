"""Sheets read row by row: a heading is looked for, and each row below it is a date."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from kulisy.exchange.clocks import NIGHT_ENDS, Hours, plain, read_days, read_hours
from kulisy.exchange.columns import is_heading, matched
from kulisy.exchange.entries import Damaged, Entry
from kulisy.exchange.marks import Marks
from kulisy.exchange.rows import Cells
from kulisy.kernel.errors import Unreadable
from kulisy.kernel.time import ClockOddity, clock_oddity, wall

STATES = {
    "tentative": "tentative wstepny wstepnie niepotwierdzone niepotwierdzony rezerwacja planowane",
    "confirmed": "confirmed potwierdzone potwierdzony aktualne ok",
    "cancelled": "cancelled canceled odwolane odwolany odwolana anulowane anulowany",
}
BY_WORD = {word: state for state, words in STATES.items() for word in words.split()}


@dataclass
class Sheet:
    """What is known while a sheet is read: its columns, and how often a title had a day."""

    today: date
    zone: ZoneInfo
    minutes: int
    override: Mapping[str, str]
    columns: dict[str, int] = field(default_factory=dict)
    name: str = ""
    seen: Marks = field(default_factory=Marks)
    again: Counter[str] = field(default_factory=Counter)


def read_table(rows: Iterable[Cells], sheet: Sheet) -> Iterator[Entry | Damaged]:
    """Every row below a heading as an entry, or as damaged with its reason."""
    ever = False
    for row in rows:
        if row.sheet != sheet.name:
            sheet.name, sheet.columns = row.sheet, {}
        if not sheet.columns:
            found = matched(row.cells, sheet.override)
            if is_heading(found):
                sheet.columns, ever = found, True
            continue
        if not any(cell not in (None, "") and str(cell).strip() for cell in row.cells):
            continue
        title = _text(row, sheet, "title")
        try:
            yield _entry(row, sheet, " ".join(title.split()))
        except Unreadable as why:
            yield Damaged(row.number, title[:160], why.sentence)
    if not ever:
        raise Unreadable(
            _(
                "No row names the columns. One of the first rows should have at least the headings "
                "“Title” and “Date”."
            )
        )


def _entry(row: Cells, sheet: Sheet, title: str) -> Entry:
    for name in ("title", "day", "hours", "ends"):
        if sheet.columns.get(name) in row.uncounted:
            raise Unreadable(
                _(
                    "A cell holds a formula without its result. Open the file in a spreadsheet, "
                    "save it and bring it again."
                )
            )
    if not title:
        raise Unreadable(_("It has no title."))
    first, last = _days(row, sheet)
    if _cell(row, sheet, "last_day") not in (None, ""):
        last = read_days(_cell(row, sheet, "last_day"), today=first)[1]
    starts_at, ends_at, is_all_day = _span(row, sheet, first, last)
    if ends_at <= starts_at:
        raise Unreadable(_("It ends before it starts."))
    return Entry(
        line=row.number,
        uid=_uid(row, sheet, title, first),
        title=title[:160],
        starts_at=starts_at.astimezone(UTC),
        ends_at=ends_at.astimezone(UTC),
        is_all_day=is_all_day,
        zone=sheet.zone.key,
        text=_text(row, sheet, "text")[:4000],
        place=" ".join(_text(row, sheet, "place").split())[:200],
        category=_text(row, sheet, "category")[:80],
        section=_text(row, sheet, "section")[:80],
        price=_text(row, sheet, "price")[:120],
        state=BY_WORD.get(plain(_text(row, sheet, "state")), ""),
        capacity=_capacity(_text(row, sheet, "capacity")),
        online_url=_address(_text(row, sheet, "online_url")),
        notes=_notes(row, sheet, first),
    )


def _notes(row: Cells, sheet: Sheet, first: date) -> tuple[str, ...]:
    """What somebody should look at, though it was understood."""
    hours = _hours(row, sheet)
    if hours is None or clock_oddity(first, hours.starts, sheet.zone) is not ClockOddity.MISSING:
        return ()
    sentence = _("%(hour)s does not exist on this day, so it is an hour later.")
    return (sentence % {"hour": f"{hours.starts:%H:%M}"},)


def _days(row: Cells, sheet: Sheet) -> tuple[date, date]:
    day = _cell(row, sheet, "day")
    if day in (None, ""):
        raise Unreadable(_("It has no date."))
    return read_days(day, today=sheet.today)


def _span(row: Cells, sheet: Sheet, first: date, last: date) -> tuple[datetime, datetime, bool]:
    hours = _hours(row, sheet)
    if hours is None:
        return wall(first, time.min), wall(last + timedelta(days=1), time.min), True
    starts_at = wall(first, hours.starts, sheet.zone)
    if hours.ends is None:
        if last > first:
            # Days with one hour: open from that hour of the first to the end of the last.
            return starts_at, wall(last + timedelta(days=1), time.min, sheet.zone), False
        return starts_at, starts_at.astimezone(UTC) + timedelta(minutes=sheet.minutes), False
    if hours.ends <= hours.starts and last == first and hours.ends <= NIGHT_ENDS:
        last += timedelta(days=1)  # a dance until 2.00
    return starts_at, wall(last, hours.ends, sheet.zone), False


def _hours(row: Cells, sheet: Sheet) -> Hours | None:
    begin, end = _cell(row, sheet, "hours"), _cell(row, sheet, "ends")
    day = _cell(row, sheet, "day")
    if begin in (None, ""):
        # One cell may hold the day and the hour.
        if isinstance(day, datetime) and (day.hour or day.minute):
            begin = day
        elif found := re.search(r"\s(\d{1,2}:\d{2})(?::\d{2})?$", str(day)):
            begin = found[1]
        else:
            return None
    hours = read_hours(begin)
    return Hours(hours.starts, read_hours(end).starts) if end not in (None, "") else hours


def _uid(row: Cells, sheet: Sheet, title: str, first: date) -> str:
    """What stays when the hour, the room or the description of a row changes."""
    if given := _text(row, sheet, "uid"):
        return given[:200]
    mark = f"{plain(title)}|{first.isoformat()}"
    # Most titles have a day once: only those that come again are counted.
    if mark in sheet.seen:
        sheet.again[mark] += 1
    sheet.seen.add(mark)
    return f"row:{mark}|{sheet.again.get(mark, 0) + 1}"


def _cell(row: Cells, sheet: Sheet, name: str) -> Any:
    at = sheet.columns.get(name)
    if at is None or at >= len(row.cells):
        return None
    value = row.cells[at]
    return value.strip() if isinstance(value, str) else value


def _text(row: Cells, sheet: Sheet, name: str) -> str:
    value = _cell(row, sheet, name)
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).replace("\x00", "").strip()


def _capacity(text: str) -> int | None:
    found = re.match(r"\d{1,6}", text)
    return int(found[0]) if found else None


def _address(text: str) -> str:
    return text if re.fullmatch(r"https?://[^\s<>\"]{3,190}", text) else ""
