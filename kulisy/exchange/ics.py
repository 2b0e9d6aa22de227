"""iCalendar read event by event: a calendar of 20 MB is never in memory as a whole."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from icalendar import Timezone

from kulisy.exchange.clocks import zone_named
from kulisy.exchange.decoding import check_count, text_of
from kulisy.exchange.entries import Damaged, Entry
from kulisy.exchange.lines import Property, read_property, unfolded
from kulisy.kernel.errors import Unreadable
from kulisy.kernel.time import WARSAW, wall

LONGEST_LINE = 20_000
MOST_PROPERTIES = 300
MOST_DATES = 400
# All that an entry is made of; attachments, alarms and the like are not even kept in memory.
WANTED = frozenset(
    [
        "UID",
        "DTSTART",
        "DTEND",
        "DURATION",
        "SUMMARY",
        "DESCRIPTION",
        "LOCATION",
        "STATUS",
        "RRULE",
        "RDATE",
        "EXDATE",
        "RECURRENCE-ID",
        "CATEGORIES",
        "URL",
        "COMMENT",
        "CONFERENCE",
        "X-GOOGLE-CONFERENCE",
        "SEQUENCE",
    ]
)
STATES = {"TENTATIVE": "tentative", "CANCELLED": "cancelled", "CONFIRMED": "confirmed"}
DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
MOMENT = re.compile(r"(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(Z?)")
DURATION = re.compile(
    r"\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?"
)


@dataclass
class Zones:
    """Zones that the file names, and what each turned out to mean."""

    of_calendar: ZoneInfo = WARSAW
    given: dict[str, str] = field(default_factory=dict)
    known: dict[str, tzinfo | None] = field(default_factory=dict)

    def named(self, name: str) -> tzinfo:
        """The zone, by its name or by the VTIMEZONE that the file gives; refused when unknown."""
        if name not in self.known:
            self.known[name] = zone_named(name) or self._given(name)
        zone = self.known[name]
        if zone is None:
            raise Unreadable(
                _("The time zone “%(zone)s” is not known, and the file does not describe it.")
                % {"zone": name[:60]}
            )
        return zone

    def _given(self, name: str) -> tzinfo | None:
        try:
            described = Timezone.from_ical(self.given[name])
            if not isinstance(described, Timezone):
                return None
            given = described.to_tz()
        except Exception:  # noqa: BLE001 - whatever is wrong with a stranger's zone, it is unknown
            return None
        year = datetime.now(tz=UTC).year
        days = [datetime(year, month, 15, 12) for month in range(1, 13)]  # noqa: DTZ001 - by the clock
        try:
            if all(given.utcoffset(at) == WARSAW.utcoffset(at) for at in days):
                return WARSAW
        except Exception:  # noqa: BLE001 - whatever is wrong with a stranger's zone, it is unknown
            return None
        return given


def read_ics(
    path: Path, *, zone: str = "Europe/Warsaw", minutes: int = 60
) -> Iterator[Entry | Damaged]:
    """Everything dated in the file, in its order; what is damaged is said and passed over."""
    zones = Zones(zone_named(zone) or WARSAW)
    with text_of(path) as text:
        if not _is_calendar(text, zones):
            raise Unreadable(
                _("This is no iCalendar file: it does not begin with BEGIN:VCALENDAR.")
            )
    with text_of(path) as text:
        for number, properties in _events(unfolded(text, longest=LONGEST_LINE)):
            yield from _read_event(number, properties, zones, minutes)


def _is_calendar(text: Iterable[str], zones: Zones) -> bool:
    """First pass: zones may be described after the events that use them."""
    found, count, block = False, 0, list[str]()
    for _number, line in unfolded(text, longest=LONGEST_LINE):
        head = line[:40].upper()
        if head.startswith("BEGIN:VCALENDAR"):
            found = True
        elif not found and line.strip():
            return False
        elif head.startswith("BEGIN:VEVENT"):
            # Counted before anything is staged: a calendar too large is refused at once.
            count += 1
            check_count(count)
        elif head.startswith("X-WR-TIMEZONE:"):
            zones.of_calendar = zone_named(line.partition(":")[2]) or zones.of_calendar
        elif head.startswith("BEGIN:VTIMEZONE"):
            block = [line]
        elif block and len(block) < MOST_PROPERTIES:
            block.append(line)
            if head.startswith("END:VTIMEZONE"):
                names = [li.partition(":")[2] for li in block if li.upper().startswith("TZID")]
                zones.given[names[0].strip() if names else ""] = "\r\n".join(block)
                block = []
    return found


def _events(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, list[Property]]]:
    """Each VEVENT's own properties; those of alarms inside it belong to nobody here."""
    inside, begun, properties = list[str](), 0, list[Property]()
    for number, line in lines:
        head = line[:30].upper().rstrip()
        if head.startswith("BEGIN:"):
            if head == "BEGIN:VEVENT":
                # One that never ended is given up with what it had.
                if "VEVENT" in inside:
                    yield begun, properties
                inside, begun, properties = ["VEVENT"], number, []
            else:
                inside.append(head[6:])
        elif head.startswith("END:"):
            if head == "END:VEVENT" and "VEVENT" in inside:
                yield begun, properties
                inside = []
            elif inside:
                inside.pop()
        elif inside[-1:] == ["VEVENT"]:
            _keep(properties, read_property(line))
    if "VEVENT" in inside:
        yield begun, properties


def _keep(properties: list[Property], found: Property | None) -> None:
    if found is not None and found.name in WANTED and len(properties) < MOST_PROPERTIES:
        properties.append(found)


def _read_event(
    number: int, properties: list[Property], zones: Zones, minutes: int
) -> Iterator[Entry | Damaged]:
    first = {found.name: found for found in reversed(properties)}
    title = first["SUMMARY"].text if "SUMMARY" in first else ""
    try:
        entry = _entry(number, title, first, zones, minutes)
        left_out = _dates(properties, "EXDATE", entry, zones)
        more = _dates(properties, "RDATE", entry, zones)
        yield replace(entry, exdates=tuple(sorted(at.isoformat() for at in left_out)))
    except Unreadable as why:
        yield Damaged(number, title[:160], why.sentence)
        return
    length = entry.ends_at - entry.starts_at
    for at in more:
        # A date added to a rule is a date of its own; its place in the UID keeps it the same.
        yield replace(
            entry, uid=f"{entry.uid}#{at:%Y%m%dT%H%MZ}", rrule="", starts_at=at, ends_at=at + length
        )


def _entry(
    number: int, title: str, first: dict[str, Property], zones: Zones, minutes: int
) -> Entry:
    if "DTSTART" not in first:
        raise Unreadable(_("It has no beginning (DTSTART)."))
    if not title:
        raise Unreadable(_("It has no title (SUMMARY)."))
    starts_at, zone, is_all_day = _moment(first["DTSTART"], zones)
    ends_at = _end(first, zones, starts_at, minutes, is_all_day=is_all_day)
    if ends_at <= starts_at:
        raise Unreadable(_("It ends before it starts."))
    rid = first.get("RECURRENCE-ID")
    rule = first["RRULE"].value.strip() if "RRULE" in first and rid is None else ""
    if rule and first["DTSTART"].value.strip().endswith("Z"):
        zone = ZoneInfo("UTC")  # a rule in UTC does not follow the clock changes
    name = getattr(zone, "key", "")
    if rule and not name:
        raise Unreadable(
            _("It repeats in a time zone that has no name; its dates cannot be known.")
        )
    entry = Entry(
        line=number,
        uid=first["UID"].text if "UID" in first else "",
        rid=_moment(rid, zones)[0].astimezone(UTC).isoformat() if rid else "",
        title=" ".join(title.split())[:160],
        starts_at=starts_at.astimezone(UTC),
        ends_at=ends_at.astimezone(UTC),
        is_all_day=is_all_day,
        zone=name or "Europe/Warsaw",
        rrule=rule[:300],
        text=_description(first),
        place=_text(first, "LOCATION")[:200].replace("\n", ", "),
        online_url=_online(first),
        category=first["CATEGORIES"].value.split(",")[0].strip() if "CATEGORIES" in first else "",
        state=STATES.get(_text(first, "STATUS").upper(), ""),
        reason=_text(first, "COMMENT")[:200],
    )
    # Without a UID the content stands for it: the second reading finds the same.
    return entry if entry.uid else replace(entry, uid=f"content:{_mark(entry)}")


def _mark(entry: Entry) -> str:
    mark = f"{entry.title}|{entry.starts_at}|{entry.place}"
    return hashlib.sha1(mark.encode(), usedforsecurity=False).hexdigest()


def _end(
    first: dict[str, Property], zones: Zones, starts_at: datetime, minutes: int, *, is_all_day: bool
) -> datetime:
    if "DTEND" in first:
        ends_at, _zone, _days = _moment(first["DTEND"], zones)
        # Programs that write a day's end as the day itself mean that day.
        return ends_at + timedelta(days=1) if is_all_day and ends_at == starts_at else ends_at
    if "DURATION" in first:
        return starts_at + _duration(first["DURATION"].value)
    if is_all_day:
        after = starts_at.date() + timedelta(days=1)
        return wall(after, time.min)
    return starts_at + timedelta(minutes=minutes)


def _duration(value: str) -> timedelta:
    found = DURATION.fullmatch(value.strip())
    if found is None or not any(found.groups()):
        raise Unreadable(_("Its length “%(value)s” is not understood.") % {"value": value[:40]})
    weeks, days, hours, minutes, seconds = (int(number or 0) for number in found.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def _moment(found: Property, zones: Zones) -> tuple[datetime, tzinfo, bool]:
    """The moment, the zone it was written in, and whether it is a whole day."""
    value = found.value.strip()
    try:
        if day := DAY.fullmatch(value):
            on = date(*(int(part) for part in day.groups()))
            return wall(on, time.min), WARSAW, True
        at = MOMENT.fullmatch(value)
        # No moment at all falls through as the day 0 of the month 0.
        parts = [int(part or 0) for part in at.groups()[:6]] if at else [0] * 6
        on, clock = date(*parts[:3]), time(parts[3], parts[4], min(parts[5], 59))
    except ValueError:
        raise Unreadable(
            _("“%(value)s” is not a moment that a calendar knows.") % {"value": value[:40]}
        ) from None
    if at is not None and at[7]:
        # Google writes single events in UTC; whoever reads them means the calendar's clocks.
        return datetime.combine(on, clock, UTC), zones.of_calendar, False
    zone = (
        zones.named(found.parameters["TZID"]) if "TZID" in found.parameters else zones.of_calendar
    )
    if isinstance(zone, ZoneInfo):
        return wall(on, clock, zone), zone, False
    return datetime.combine(on, clock, zone), zone, False


def _dates(properties: list[Property], name: str, entry: Entry, zones: Zones) -> list[datetime]:
    found: list[datetime] = []
    for each in properties:
        if each.name != name:
            continue
        for value in each.value.split(",")[:MOST_DATES]:
            start = replace(each, value=value.partition("/")[0])
            at, _zone, is_day = _moment(start, zones)
            if is_day and not entry.is_all_day:
                # A day left out of a rule with an hour means the date of that day.
                local = entry.starts_at.astimezone(ZoneInfo(entry.zone))
                at = wall(at.date(), local.time(), ZoneInfo(entry.zone))
            found.append(at.astimezone(UTC))
    return found[:MOST_DATES]


def _text(first: dict[str, Property], name: str) -> str:
    return first[name].text if name in first else ""


def _description(first: dict[str, Property]) -> str:
    text = _text(first, "DESCRIPTION")
    if "<" in text and ">" in text:  # Google sends what was typed there as HTML
        text = strip_tags(text.replace("<br>", "\n").replace("</p>", "\n"))
    return "\n".join(line.rstrip() for line in text.replace("\x00", "").splitlines()).strip()[:4000]


def _online(first: dict[str, Property]) -> str:
    for name in ("CONFERENCE", "X-GOOGLE-CONFERENCE"):
        address = first[name].value.strip() if name in first else ""
        if re.fullmatch(r"https?://[^\s<>\"]{3,190}", address):
            return address
    return ""
