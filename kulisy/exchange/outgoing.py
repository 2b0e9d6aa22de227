"""Facts of dates as a calendar shows them, read in batches so that memory stays flat."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import CharField, Count, Max, QuerySet, Sum
from django.db.models.functions import Cast
from django.utils.html import strip_tags
from django.utils.translation import get_language

from kulisy.programme.api import Activity, Occurrence, Recurrence, queries
from kulisy.venues import api as venues

BATCH = 500
LONGEST_TEXT = 2000


class Row(NamedTuple):
    """A date as plain values; 13,000 objects of models would cost a second."""

    pk: int
    uid: Any
    activity: int
    rule: int | None
    original_starts_at: datetime | None
    starts_at: datetime
    ends_at: datetime
    is_all_day: bool
    state: str
    sequence: int
    changed_at: datetime
    # From here on: what is said of it, and may differ between the dates of one rule.
    group: str | None
    title: str
    note: str
    mode: str
    room: int | None
    place: str
    online_url: str
    is_sold_out: bool
    reason: str

    @property
    def said(self) -> tuple[Any, ...]:
        return (self.state, *self[11:])


MOMENTS = ("original_starts_at", "starts_at", "ends_at", "changed_at")
# As text: Django's own reading of 50,000 moments would take a third of the whole calendar's time.
COLUMNS = tuple(
    Cast(name, CharField())
    if name in MOMENTS
    else {"rule": "recurrence", "group": "group__name"}.get(name, name)
    for name in Row._fields
)
MOMENTS_AT = tuple(Row._fields.index(name) for name in MOMENTS)


@dataclass(frozen=True)
class Offer:
    """What a calendar says of the activity, in the language of the reader."""

    slug: str
    title: str
    text: str
    state: str
    reason: str
    kind: str
    section: str
    price: str
    is_free: bool
    changed_at: datetime
    rendered: dict[str, str] = field(default_factory=dict, compare=False)  # lines of all its dates


@dataclass(frozen=True)
class Place:
    """Where a room is."""

    name: str
    latitude: Any = None
    longitude: Any = None


@dataclass
class Shelf:
    """What the dates read so far need. A centre's activities are thousands, and texts are short."""

    host: str
    offers: dict[int, Offer] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    rules: dict[int, Recurrence] = field(default_factory=dict)
    features: dict[int, list[str]] = field(default_factory=dict)

    def fill(self, rows: list[Row]) -> None:
        """Read what these dates need and what is not here yet, with one query of each kind."""
        missing = {row.activity for row in rows} - self.offers.keys()
        # Without the people, backers and pictures that a page would show.
        rows_of_offers = queries.facts_of(missing).prefetch_related(None).select_related(None)
        for activity in rows_of_offers.select_related("kind", "section"):
            self.offers[activity.pk] = offer_of(activity)
        if rules := {row.rule for row in rows if row.rule} - self.rules.keys():
            # The rows come in the order of their rules: those before are done with.
            self.rules = queries.rules_by_id({*rules, *(r.rule for r in rows if r.rule)})
        if rooms := {row.room for row in rows if row.room} - self.places.keys():
            self._fill_places(rooms)
        self._fill_features([row.pk for row in rows])

    def _fill_places(self, rooms: set[int]) -> None:
        for room in venues.rooms().filter(pk__in=rooms).prefetch_related(None):
            named = (room.name, room.venue.name, room.venue.address)
            name = ", ".join(dict.fromkeys(part for part in named if part))
            self.places[room.pk] = Place(name, room.venue.latitude, room.venue.longitude)

    def _fill_features(self, pks: list[int]) -> None:
        language = "tag_en" if get_language() == "en" else "tag"
        self.features = {}
        rows = queries.features_of(pks).order_by("accessibilityfeature__order")
        for pk, tag, polish in rows.values_list(
            "occurrence_id", f"accessibilityfeature__{language}", "accessibilityfeature__tag"
        ):
            self.features.setdefault(pk, []).append(tag or polish)


def offer_of(activity: Activity) -> Offer:
    """The activity in the words of a calendar."""
    return Offer(
        slug=activity.slug,
        title=activity.title,
        text=plain_text(activity),
        state=activity.state,
        reason=activity.reason,
        kind=activity.kind.label,
        section=activity.section.label if activity.section else "",
        price=activity.price,
        is_free=activity.is_free,
        changed_at=activity.changed_at,
    )


def plain_text(activity: Activity) -> str:
    """Summary and description without marks, not longer than calendars show."""
    parts = [activity.summary]
    for block in activity.description.raw_data if activity.description else ():
        value = block.get("value")
        if isinstance(value, dict):
            value = value.get("text")
        if isinstance(value, str):
            parts.append(strip_tags(value.replace("</p>", "\n").replace("<br/>", "\n")).strip())
    return "\n\n".join(part for part in parts if part)[:LONGEST_TEXT]


def batches_of(occurrences: QuerySet[Occurrence]) -> Iterator[list[Row]]:
    """The dates in batches, as the query orders them."""
    rows = occurrences.values_list(*COLUMNS).iterator(chunk_size=BATCH)
    while batch := [_row(list(row)) for row in islice(rows, BATCH)]:
        yield batch


def _row(values: list[Any]) -> Row:
    for at in MOMENTS_AT:
        if values[at] is not None:
            # Both engines keep UTC; SQLite does not say so.
            values[at] = datetime.fromisoformat(values[at]).replace(tzinfo=UTC)
    return Row._make(values)


@dataclass(frozen=True)
class Version:
    """What changes when the calendar does: for ETag and Last-Modified."""

    changed_at: datetime | None
    mark: str


def version_of(occurrences: QuerySet[Occurrence]) -> Version:
    """The version of a calendar with these dates, from one query."""
    found = occurrences.order_by().aggregate(
        count=Count("pk"),
        sum=Sum("pk"),
        dates=Max("changed_at"),
        offers=Max("activity__changed_at"),
        rules=Max("recurrence__sequence"),
    )
    moments = [found[name] for name in ("dates", "offers") if found[name]]
    changed_at = max(moments, default=None)
    mark = "-".join(str(found[name] or 0) for name in ("count", "sum", "rules"))
    return Version(changed_at, mark)
