"""One date as a list shows it, read without building a model: a month has hundreds of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from kulisy.kernel.time import WARSAW
from kulisy.programme import api as programme
from kulisy.programme.api import AccessibilityFeature, Occurrence, Section
from kulisy.ui import dates
from kulisy.website import words
from kulisy.website.addresses import activity_address

FIELDS = (
    "pk",
    "starts_at",
    "ends_at",
    "is_all_day",
    "title",
    "state",
    "reason",
    "moved_from",
    "is_sold_out",
    "mode",
    "place",
    "room__name",
    "room__venue__name",
    "room__venue__branch__is_main",
    "group__name",
    "activity__title",
    "activity__slug",
    "activity__uid",
    "activity__state",
    "activity__reason",
    "activity__is_free",
    "activity__price",
    "activity__kind__shape",
    "activity__kind__art",
    "activity__section__colour",
)
FEATURE_FIELDS = ("id", "name", "name_en", "tag", "tag_en")
OFF = {"cancelled", "postponed"}
COLOURS = {colour: f"s-{colour}" for colour in Section.Colour.values} | {"senior": "s-seniors"}
REGULAR = frozenset(str(shape) for shape in programme.queries.REGULAR)
# Longer than this it is not an event of its days but the background of them: an exhibition.
LONGEST_EVENT = timedelta(days=7)
MOST_DAYS = 1100


@dataclass(slots=True, eq=False)
class Line:
    """A date with what its row says. Moments are on the wall clock of the centre."""

    pk: int
    starts_at: datetime
    ends_at: datetime
    all_day: bool
    own_title: str
    state: str
    own_reason: str
    moved_from: datetime | None
    is_sold_out: bool
    mode: str
    place_words: str
    room: str | None
    venue: str | None
    is_main: bool | None
    group: str | None
    activity: str
    slug: str
    uid: Any
    activity_state: str
    activity_reason: str
    is_free: bool
    price: str
    shape: str
    art: str
    colour: str | None
    features: Sequence[AccessibilityFeature] = field(default_factory=list)

    @property
    def title(self) -> str:
        if self.own_title:
            return self.own_title
        return f"{self.activity}, {self.group}" if self.group else self.activity

    @property
    def is_regular(self) -> bool:
        return self.shape in REGULAR

    @property
    def is_long(self) -> bool:
        return self.ends_at - self.starts_at > LONGEST_EVENT

    @property
    def off(self) -> str:
        """Its state when nobody should come, else nothing."""
        if self.activity_state in OFF:
            return self.activity_state
        return self.state if self.state in OFF else ""

    @property
    def reason(self) -> str:
        return self.own_reason or self.activity_reason

    @property
    def was_moved(self) -> bool:
        return self.moved_from is not None and not self.off

    @property
    def place(self) -> str:
        if self.room:
            # Everybody knows the main seat; what is elsewhere has to be said.
            return self.room if self.is_main else f"{self.room}, {self.venue}"
        return self.place_words

    @property
    def css(self) -> str:
        """The class of its section's colour."""
        return COLOURS.get(self.colour or "", "s-plain")

    @property
    def url(self) -> str:
        return activity_address(self.slug)

    @property
    def clock(self) -> str:
        return dates.clock(self.starts_at)

    @property
    def wall(self) -> str:
        return self.starts_at.isoformat(timespec="minutes")

    @property
    def off_words(self) -> str:
        return str(words.OFF[self.off]) if self.off else ""

    @property
    def last_moment(self) -> datetime:
        return self.ends_at - timedelta(microseconds=1)


def lines_of(occurrences: QuerySet[Occurrence], *, limit: int | None = None) -> list[Line]:
    """The rows of these dates in one query, without their accessibility features."""
    rows = occurrences.values_list(*FIELDS)
    found = [Line(*row) for row in (rows if limit is None else rows[:limit])]
    for line in found:
        line.starts_at = line.starts_at.astimezone(WARSAW)
        line.ends_at = line.ends_at.astimezone(WARSAW)
    return found


def with_features(lines: Sequence[Line]) -> Sequence[Line]:
    """The same rows, each with what it offers to people with special needs, in one query."""
    if not lines:
        return lines
    offered: dict[int, list[AccessibilityFeature]] = defaultdict(list)
    known: dict[int, AccessibilityFeature] = {}
    dates = programme.queries.public_occurrences(timezone.now())
    rows = (
        dates.filter(pk__in=[line.pk for line in lines], features__isnull=False)
        .order_by("pk", "features__order")
        .values_list("pk", *(f"features__{name}" for name in FEATURE_FIELDS))
    )
    for line_id, *facts in rows:
        feature = known.get(facts[0]) or AccessibilityFeature.from_db(None, FEATURE_FIELDS, facts)
        offered[line_id].append(known.setdefault(feature.pk, feature))
    for line in lines:
        line.features = offered.get(line.pk, ())
    return lines


def by_day(lines: Iterable[Line], first: date, last: date) -> dict[date, list[Line]]:
    """The rows under each of their days from ``first`` to ``last``; long ones under none."""
    # A stretch asked for by hand may be of centuries; only days with something are then wanted.
    days: dict[date, list[Line]] = {
        first + timedelta(days=n): [] for n in range(min((last - first).days, MOST_DAYS) + 1)
    }
    last = max(days)
    for line in lines:
        if line.is_long:
            continue
        day = max(line.starts_at.date(), first)
        while day <= min(_last_day(line), last):
            days[day].append(line)
            day += timedelta(days=1)
    return days


def _last_day(line: Line) -> date:
    last = line.last_moment
    # A dance until 2.00 is still one evening.
    is_one_evening = line.ends_at - line.starts_at < timedelta(hours=12)
    return line.starts_at.date() if is_one_evening else last.date()
