"""One thing read from somebody's calendar or sheet, whatever the format was."""

import hashlib
import json
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any

LONGEST_KEY = 250
SINGLE, SERIES, OVERRIDE = "single", "series", "override"
MOMENTS = ("starts_at", "ends_at")
# What a row says about where it stands, not about what happens.
NOT_CONTENT = frozenset({"line", "uid", "notes"})
OFFER = ("title", "text", "category", "section", "price")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A dated thing as its source has it. Moments are in UTC; ``zone`` is whose clock it keeps."""

    line: int
    title: str
    starts_at: datetime
    ends_at: datetime
    uid: str = ""
    rid: str = ""
    is_all_day: bool = False
    zone: str = "Europe/Warsaw"
    rrule: str = ""
    exdates: tuple[str, ...] = ()
    text: str = ""
    place: str = ""
    online_url: str = ""
    category: str = ""
    section: str = ""
    price: str = ""
    state: str = ""
    reason: str = ""
    capacity: int | None = None
    notes: tuple[str, ...] = ()

    @property
    def shape(self) -> str:
        """A single date, a rule of many, or one date of a rule told apart."""
        if self.rid:
            return OVERRIDE
        return SERIES if self.rrule else SINGLE

    @property
    def key(self) -> str:
        """UID and RECURRENCE-ID: what stays when the content changes."""
        key = f"{self.uid}|{self.rid}" if self.rid else self.uid
        return key if len(key) <= LONGEST_KEY else f"sha1:{_digest(key)}"

    @property
    def series_key(self) -> str:
        """The key of the series that an override belongs to."""
        return replace(self, rid="").key

    @property
    def content_hash(self) -> str:
        """Equal for two readings of the same content, whatever UID and line they came with."""
        return _digest({n: v for n, v in self.plain().items() if n not in NOT_CONTENT})

    @property
    def offer_hash(self) -> str:
        """Equal for rows that tell dates of one and the same activity."""
        return _digest([" ".join(getattr(self, name).casefold().split()) for name in OFFER])

    def plain(self) -> dict[str, Any]:
        """The entry as JSON keeps it, empty values left out."""
        found: dict[str, Any] = {}
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, datetime):
                found[each.name] = value.astimezone(UTC).isoformat()
            elif value not in ("", None, (), False):
                found[each.name] = list(value) if isinstance(value, tuple) else value
        return found


def entry_of(plain: dict[str, Any]) -> Entry:
    """The entry that ``plain`` kept."""
    restored: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in plain.items()
    }
    for name in MOMENTS:
        restored[name] = datetime.fromisoformat(plain[name])
    return Entry(**restored)


@dataclass(frozen=True)
class Damaged:
    """A row that could not be understood: where, what it was called if it said so, and why."""

    line: int
    title: str
    why: str


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()
