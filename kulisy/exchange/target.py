"""What an entry should look like here: which activity, which room, which state."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from html import escape
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from rapidfuzz import process

from kulisy.exchange.clocks import plain
from kulisy.exchange.entries import Entry
from kulisy.exchange.models import ImportSource
from kulisy.programme.api import Activity, ActivityKind, Mode, Occurrence, Section, queries
from kulisy.recurrence.api import AnyRule, Window, from_rrule
from kulisy.venues import api as venues
from kulisy.venues.api import Room

Row = TypeVar("Row")
FREE = frozenset(
    {
        "0",
        "0 zl",
        "wolny",
        "wstep wolny",
        "bezplatny",
        "bezplatnie",
        "bezplatne",
        "darmowy",
        "free",
        "free admission",
        "wstep bezplatny",
        "gratis",
        "za darmo",
    }
)
CLOSE_ENOUGH = 88
SUMMARY = 300
DAYS_BACK, DAYS_AHEAD, DAYS_BEFORE_MORE = 366, 548, 365
# What is written on the activity, and what on the date. Both are compared before a change.
OF_OFFER = ("title", "text", "kind", "section", "price", "is_free")
OF_DATE = (
    "starts_at",
    "ends_at",
    "is_all_day",
    "room",
    "place",
    "online_url",
    "mode",
    "capacity",
    "state",
)


@dataclass
class Lists:
    """Kinds, sections and rooms by every name that a stranger may call them."""

    source: ImportSource
    kinds: dict[str, ActivityKind] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)
    rooms: dict[str, Room] = field(default_factory=dict)
    kind: ActivityKind | None = None

    @classmethod
    def of(cls, source: ImportSource) -> "Lists":
        lists, known = cls(source), queries.filter_choices(only_used=False)
        offered = [kind for kind in known.kinds if kind.is_offered]
        lists.kinds = _by_names((row, (row.slug, row.name, row.name_en)) for row in offered)
        lists.sections = _by_names(
            (row, (row.slug, row.name, row.name_en)) for row in known.sections
        )
        events = [kind for kind in offered if kind.shape == ActivityKind.Shape.EVENT]
        lists.kind = source.kind or next(iter([*events, *known.kinds]), None)
        rooms = list(venues.rooms().prefetch_related(None))
        lists.rooms = _by_names((room, _names_of(room)) for room in rooms)
        by_slug = {room.slug: room for room in rooms}
        for words, slug in dict(source.rooms).items():
            if slug in by_slug:
                lists.rooms[plain(str(words))] = by_slug[slug]
        lists.rooms.pop("", None)
        return lists

    def kind_by_id(self, pk: int) -> ActivityKind | None:
        rows = [self.kind, *self.kinds.values()]
        return next((row for row in rows if row is not None and row.pk == pk), None)

    def section_by_id(self, pk: int | None) -> Section | None:
        rows = [self.source.section, *self.sections.values()]
        return next((row for row in rows if row is not None and row.pk == pk), None)

    def kind_of(self, entry: Entry) -> ActivityKind | None:
        return _nearest(entry.category, self.kinds) or self.kind

    def section_of(self, entry: Entry) -> Section | None:
        named = entry.section or entry.category
        return _nearest(named, self.sections) or self.source.section

    def room_of(self, entry: Entry) -> Room | None:
        return self.rooms.get(plain(entry.place))


def _by_names(rows: Iterable[tuple[Row, Iterable[str]]]) -> dict[str, Row]:
    """Rows by each of their names; of two with one name the first keeps it."""
    found: dict[str, Row] = {}
    for row, names in rows:
        for name in names:
            found.setdefault(plain(name), row)
    found.pop("", None)
    return found


def _names_of(room: Room) -> tuple[str, ...]:
    venue = room.venue
    whole = ", ".join(part for part in (room.name, venue.name, venue.address) if part)
    return (room.slug, room.name, f"{room.name}, {venue.name}", whole, room.code)


def _nearest(words: str, known: dict[str, Any]) -> Any:
    words = plain(words)
    if not words or words in known:
        return known.get(words)
    best = process.extractOne(words, known.keys(), score_cutoff=CLOSE_ENOUGH)
    return known[best[0]] if best else None


def offer_facts(entry: Entry, lists: Lists) -> dict[str, Any]:
    """What the activity says."""
    is_free = plain(entry.price).strip(" .") in FREE
    kind, section = lists.kind_of(entry), lists.section_of(entry)
    return {
        "title": entry.title,
        "text": entry.text,
        "kind": kind.pk if kind else None,
        "section": section.pk if section else None,
        "price": "" if is_free else entry.price,
        "is_free": is_free,
    }


def date_facts(entry: Entry, lists: Lists) -> dict[str, Any]:
    """What the date says. Rooms are named by their key, moments as they are kept."""
    room = lists.room_of(entry)
    mode = Mode.ON_SITE
    if entry.online_url:
        mode = Mode.BOTH if entry.place else Mode.ONLINE
    state = entry.state
    if state != Occurrence.State.CANCELLED:
        tentative = Activity.State.TENTATIVE in {lists.source.state, entry.state}
        state = Occurrence.State.TENTATIVE if tentative else Occurrence.State.CONFIRMED
    return {
        "starts_at": entry.starts_at,
        "ends_at": entry.ends_at,
        "is_all_day": entry.is_all_day,
        "room": room.pk if room else None,
        "place": "" if room else entry.place,
        "online_url": entry.online_url,
        "mode": str(mode),
        "capacity": entry.capacity,
        "state": str(state),
    }


def texts(text: str) -> dict[str, str]:
    """A description as the activity keeps it: a short one as summary, a long one as paragraphs."""
    if len(text) <= SUMMARY and "\n" not in text:
        return {"summary": text, "description": "[]"}
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in text.split("\n") if part.strip())
    return {"summary": "", "description": json.dumps([{"type": "paragraph", "value": paragraphs}])}


def rule_of_entry(entry: Entry) -> AnyRule:
    """The rule of a series by the clocks of its zone. Raises Refused when it is none."""
    zone = ZoneInfo(entry.zone)
    starts, ends = entry.starts_at.astimezone(zone), entry.ends_at.astimezone(zone)
    length = ends.replace(tzinfo=None, fold=0) - starts.replace(tzinfo=None, fold=0)
    return from_rrule(
        entry.rrule, starts, minutes=round(length.total_seconds() / 60), zone=entry.zone
    )


def window(today: date) -> Window:
    """Which dates of a rule are brought in: a year of the past, and eighteen months ahead."""
    return Window(
        since=today - timedelta(days=DAYS_BACK), through=today + timedelta(days=DAYS_AHEAD)
    )


def is_endless(entry: Entry) -> bool:
    rule = entry.rrule.upper()
    return bool(rule) and "UNTIL=" not in rule and "COUNT=" not in rule


def needs_more(entry: Entry, written_through: date | None, today: date) -> bool:
    """Whether an endless rule has to be written further."""
    if written_through is None or not is_endless(entry):
        return False
    return written_through < today + timedelta(days=DAYS_BEFORE_MORE)


def left_out(entry: Entry) -> set[datetime]:
    return {datetime.fromisoformat(at) for at in entry.exdates}
