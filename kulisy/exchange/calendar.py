"""A calendar as iCalendar (RFC 5545, RFC 7986), made piece by piece while it is being sent."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Timezone

from kulisy.exchange.lines import clock, day, escaped, folded, moment
from kulisy.exchange.outgoing import Offer, Row, Shelf, batches_of
from kulisy.kernel.errors import Refused
from kulisy.kernel.time import WARSAW, wall
from kulisy.programme.api import Activity, Occurrence, Recurrence, actions
from kulisy.recurrence.api import Window, dtstart, wall_starts

OFF = {"postponed", "cancelled"}
# The rule of the Union since 1996 (directive 2000/84/EC), for as long as it lasts.
WARSAW_ZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Warsaw
BEGIN:DAYLIGHT
DTSTART:19970330T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n")


@dataclass(frozen=True)
class Cover:
    """What stands above the events: the name of the calendar, its address and colour."""

    name: str
    address: str
    colour: str = ""
    text: str = ""


def calendar(
    occurrences: QuerySet[Occurrence], cover: Cover, *, language: str = "pl"
) -> Iterator[str]:
    """The dates as one calendar, in pieces of some hundred events.

    Single dates first, then each rule with its exceptions. The language is set for each piece
    anew: between two of them the server may do something else in the same thread.
    """
    shelf = Shelf(host())
    with translation.override(language):
        head = _head(cover) + _zones(occurrences)
    yield head
    singles = occurrences.filter(recurrence__isnull=True).order_by("starts_at", "pk")
    for batch in batches_of(singles):
        with translation.override(language):
            shelf.fill(batch)
            piece = "".join(_single(row, shelf) for row in batch)
        yield piece
    ruled = occurrences.filter(recurrence__isnull=False)
    ruled = ruled.order_by("recurrence", "original_starts_at", "pk")
    kept: list[Row] = []
    for batch in batches_of(ruled):
        # A rule whose dates end in the next batch waits for it, with what the shelf knows of them.
        last = batch[-1].rule
        whole = [row for row in (*kept, *batch) if row.rule != last]
        kept = [row for row in (*kept, *batch) if row.rule == last]
        with translation.override(language):
            shelf.fill([*whole, *kept])
            piece = _ruled(whole, shelf)
        yield piece
    with translation.override(language):
        piece = _ruled(kept, shelf)
    yield piece + "END:VCALENDAR\r\n"


def _head(cover: Cover) -> str:
    lines = [
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kulisy//Kulisy//PL\r\n",
        "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n",
        folded(f"NAME:{escaped(cover.name)}"),
        folded(f"X-WR-CALNAME:{escaped(cover.name)}"),
        "X-WR-TIMEZONE:Europe/Warsaw\r\n",
        folded(f"SOURCE;VALUE=URI:{cover.address}"),
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n",
    ]
    if cover.text:
        lines.append(folded(f"X-WR-CALDESC:{escaped(cover.text)}"))
    if cover.colour:
        lines.append(f"COLOR:{cover.colour}\r\n")
    return "".join(lines)


def _zones(occurrences: QuerySet[Occurrence]) -> str:
    others = (
        occurrences.filter(recurrence__isnull=False)
        .exclude(recurrence__zone__in=["Europe/Warsaw", "UTC"])
        .order_by("recurrence__zone")
        .values_list("recurrence__zone", flat=True)
        .distinct()
    )
    return WARSAW_ZONE + "".join(
        Timezone.from_tzid(zone, first_date=date(2000, 1, 1)).to_ical().decode() for zone in others
    )


def _ruled(rows: Iterable[Row], shelf: Shelf) -> str:
    return "".join(
        _series(shelf.rules[pk], list(dates), shelf)
        for pk, dates in groupby(rows, key=lambda row: row.rule)
        if pk is not None
    )


def _single(row: Row, shelf: Shelf) -> str:
    uid = f"UID:{row.uid}@{shelf.host}"
    return _event(row, shelf, _times(row.starts_at, row.ends_at, row, "Europe/Warsaw"), uid=uid)


def _series(rule: Recurrence, rows: list[Row], shelf: Shelf) -> str:
    """One event with its RRULE, what it leaves out, and one more for each date told apart.

    The rule ends with the last date that is shown: a filter, an endless rule from elsewhere, or
    what is not yet public never reach further than the dates.
    """
    shown = {row.original_starts_at: row for row in rows if row.original_starts_at}
    zone = ZoneInfo(rule.zone)
    if not shown:
        return "".join(_single(row, shelf) for row in rows)
    last = max(shown).astimezone(zone).date()
    try:
        kept = actions.rule_of(rule)
        starts = wall_starts(kept, Window(through=last))
    except Refused:
        # A rule that this version no longer accepts: its dates are true all the same.
        return "".join(_single(row, shelf) for row in rows)
    first = dtstart(kept).replace(tzinfo=None)
    if first not in starts:
        starts.insert(0, first)
    by_rule = {wall(at.date(), at.time(), zone).astimezone(UTC): at for at in starts}
    dates = [(row, by_rule[at]) for at, row in shown.items() if at in by_rule]
    strays = [row for row in rows if row.original_starts_at not in by_rule]
    said = Counter(_said(row, shelf) for row, _start in dates).most_common(1)[0][0]
    pattern = next(row for row, _start in dates if _said(row, shelf) == said)
    series = _Series(rule, zone, pattern, f"UID:{rule.uid}@{shelf.host}")
    left_out = [at for moment_, at in by_rule.items() if moment_ not in shown]
    master = series.master([row for row, _start in dates], first, last, left_out, shelf)
    apart = (
        series.override(row, start, shelf)
        for row, start in dates
        if _said(row, shelf) != said or not series.keeps_time(row, start)
    )
    return "".join([master, *apart, *(_single(row, shelf) for row in strays)])


@dataclass(frozen=True)
class _Series:
    rule: Recurrence
    zone: ZoneInfo
    pattern: Row
    uid: str

    def keeps_time(self, row: Row, start: datetime) -> bool:
        """Whether the date is when the rule says."""
        end = start + timedelta(minutes=self.rule.minutes)
        return (
            row.starts_at == row.original_starts_at
            and row.ends_at == wall(end.date(), end.time(), self.zone)
            and row.is_all_day == self.pattern.is_all_day
        )

    def master(
        self, rows: list[Row], first: datetime, last: date, left_out: list[datetime], shelf: Shelf
    ) -> str:
        end = first + timedelta(minutes=self.rule.minutes)
        until = f"{last:%Y%m%d}"
        if not self.pattern.is_all_day:
            night = wall(last, time(23, 59, 59), self.zone)
            until = f"{night.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        parts = [p for p in self.rule.rrule.split(";") if not p.startswith(("UNTIL=", "COUNT="))]
        lines = _times(first, end, self.pattern, self.rule.zone)
        lines += folded(f"RRULE:{';'.join([*parts, f'UNTIL={until}'])}")
        lines += "".join(self._at("EXDATE", at) for at in left_out)
        changed_at = max(row.changed_at for row in rows)
        pattern = self.pattern._replace(sequence=0, changed_at=changed_at)
        return _event(pattern, shelf, lines, uid=self.uid, sequence=self.rule.sequence)

    def override(self, row: Row, start: datetime, shelf: Shelf) -> str:
        lines = _times(row.starts_at, row.ends_at, row, self.rule.zone)
        lines += self._at("RECURRENCE-ID", start)
        # Never below the rule's own: some calendars drop what seems older than the series.
        return _event(row, shelf, lines, uid=self.uid, sequence=self.rule.sequence)

    def _at(self, name: str, start: datetime) -> str:
        if self.pattern.is_all_day:
            return day(name, start.date())
        return clock(name, _local(start, self.rule.zone), self.rule.zone)


def _times(starts_at: datetime, ends_at: datetime, row: Row, zone: str) -> str:
    if row.is_all_day:
        # Days are the centre's own days; DTEND is the day after the last (RFC 5545, 3.6.1).
        first, after = _local(starts_at, "Europe/Warsaw"), _local(ends_at, "Europe/Warsaw")
        return day("DTSTART", first.date()) + day("DTEND", max(after.date(), first.date()))
    return clock("DTSTART", _local(starts_at, zone), zone) + clock(
        "DTEND", _local(ends_at, zone), zone
    )


def _local(at: datetime, zone: str) -> datetime:
    """By the zone's clocks; what has no zone was read from them already."""
    if at.tzinfo is None:
        return at.replace(tzinfo=UTC) if zone == "UTC" else at
    return at.astimezone(WARSAW if zone == "Europe/Warsaw" else ZoneInfo(zone))


def _said(row: Row, shelf: Shelf) -> tuple[object, ...]:
    return (*row.said, *shelf.features.get(row.pk, ()))


def _event(row: Row, shelf: Shelf, times: str, *, uid: str, sequence: int = 0) -> str:
    offer = shelf.offers[row.activity]
    title = row.title or offer.title
    changed = moment("DTSTAMP", max(row.changed_at, offer.changed_at))
    reason = row.reason or offer.reason
    lines = [
        "BEGIN:VEVENT\r\n",
        folded(uid),
        changed,
        changed.replace("DTSTAMP", "LAST-MODIFIED"),
        f"SEQUENCE:{sequence + row.sequence}\r\n",
        times,
        folded(f"SUMMARY:{escaped(f'{title}, {row.group}' if row.group else title)}"),
        _description(row, offer, shelf, reason),
        _place(row, shelf),
        _of_all(offer),
        f"STATUS:{_status(row.state, offer.state)}\r\n",
    ]
    if row.online_url:
        lines.append(folded(f"CONFERENCE;VALUE=URI;FEATURE=VIDEO:{row.online_url}"))
    if reason:
        lines.append(folded(f"COMMENT:{escaped(reason)}"))
    if row.is_all_day:
        lines.append("TRANSP:TRANSPARENT\r\n")
    lines.append("CLASS:PUBLIC\r\nEND:VEVENT\r\n")
    return "".join(lines)


def _place(row: Row, shelf: Shelf) -> str:
    if row.room is None:
        return folded(f"LOCATION:{escaped(row.place)}") if row.place else ""
    place = shelf.places[row.room]
    where = folded(f"LOCATION:{escaped(place.name)}")
    if place.latitude is not None:
        where += f"GEO:{place.latitude};{place.longitude}\r\n"
    return where


def _of_all(offer: Offer) -> str:
    """The lines that all dates of the activity share, made once."""
    if "of_all" not in offer.rendered:
        words = ",".join(escaped(word) for word in (offer.kind, offer.section) if word)
        offer.rendered["of_all"] = folded(f"URL:{address_of(offer)}") + folded(
            f"CATEGORIES:{words}"
        )
    return offer.rendered["of_all"]


def _description(row: Row, offer: Offer, shelf: Shelf, reason: str) -> str:
    features = shelf.features.get(row.pk)
    is_plain = not (reason or row.note or row.is_sold_out or features)
    if is_plain and "description" in offer.rendered:
        return offer.rendered["description"]
    parts = [
        reason,
        row.note,
        _("No places left.") if row.is_sold_out else "",
        offer.text,
        _("Admission free.") if offer.is_free else offer.price,
    ]
    if features:
        parts.append(_("Accessibility: %(features)s.") % {"features": ", ".join(features)})
    text = escaped("\n\n".join(part for part in parts if part))
    line = folded(f"DESCRIPTION:{text}") if text else ""
    if is_plain:
        offer.rendered["description"] = line
    return line


def _status(state: str, offer_state: str) -> str:
    """RFC 5545 knows no "postponed": until there is a new date, nobody should come on the old."""
    if state in OFF or offer_state in OFF:
        return "CANCELLED"
    tentative = Activity.State.TENTATIVE
    return "TENTATIVE" if tentative in {state, offer_state} else "CONFIRMED"


def host() -> str:
    """What stands behind the @ of every UID; it comes from the settings and never changes."""
    return str(settings.PUBLIC_ADDRESS).partition("://")[2].partition("/")[0].partition(":")[0]


def address_of(offer: Offer) -> str:
    """Where the activity is on the site."""
    return f"{settings.PUBLIC_ADDRESS}/wydarzenia/{offer.slug}/"
