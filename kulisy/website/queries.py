"""What pages show, put together from the records of the apps below."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import (
    Exists,
    Max,
    Min,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    prefetch_related_objects,
)
from django.utils import timezone

from kulisy.kernel.time import WARSAW, day_stretch
from kulisy.programme import api as programme
from kulisy.programme.api import Activity, Contributor, Group, Occurrence, Section
from kulisy.venues.api import Venue
from kulisy.website.lines import Line, lines_of, with_features
from kulisy.website.models import NewsPage
from kulisy.website.wishes import ProgrammeFilter, Wish

WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
POSTERS_AT_HOME = 8
DATES_OF_ONE = 12  # a weekly cycle must not fill the wall: so many keys are read for a poster
NEWS_AT_HOME = 3
SECTION_FIELDS = ("id", "slug", "name", "name_en", "colour", "summary")
# A page of the list ends with a whole day: after two weeks, later when they are nearly empty,
# earlier when they are very full.
TWO_WEEKS = timedelta(days=14)
ROWS_ENOUGH = 12
ROWS_WANTED = 25
ROWS_NEAR = 40
NEAR = timedelta(days=45)
ROWS_READ = 120  # at most: a day of more is cut
FAR_AHEAD = datetime(9000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Today:
    """The run-down of a day: events as rows, regular classes gathered, what lasts for weeks."""

    day: date
    lines: list[Line]
    classes: list[tuple[datetime, str]]
    lasting: list[Line]


def today(now: datetime) -> Today:
    """What is on today."""
    day = timezone.localdate(now)
    public = programme.queries.public_occurrences(now)
    shown, told = parted(programme.queries.within(public, day_stretch(day)))
    lines = lines_of(shown)
    events = [line for line in lines if not line.is_long]
    with_features(events)
    classes = told_by_day(told.values_list("starts_at", "activity__title"))
    return Today(
        day, events, classes.get(day, []), [line for line in lines if line.is_long and not line.off]
    )


def posters(now: datetime, *, limit: int = POSTERS_AT_HOME) -> list[Occurrence]:
    """The next events after today's, one for each activity."""
    after = day_stretch(timezone.localdate(now)).ends_at
    events = ProgrammeFilter(classes="without")
    found = programme.queries.matching(programme.queries.public_occurrences(now), events)
    later = found.filter(starts_at__gte=after).order_by("starts_at", "pk")
    # First the keys: a festival's many dates would each be read with all that a poster shows.
    nearest: dict[int, int] = {}
    for activity_id, key in later.values_list("activity_id", "pk")[: limit * DATES_OF_ONE]:
        nearest.setdefault(activity_id, key)
    chosen = found.filter(pk__in=list(nearest.values())[:limit])
    shown = programme.queries.with_all_shown(chosen).defer("activity__description")
    posters = list(shown.order_by("starts_at", "pk"))
    prefetch_related_objects(posters, "activity__picture__renditions")
    return posters


def latest_news(limit: int = NEWS_AT_HOME) -> list[NewsPage]:
    """The latest pieces of news."""
    news = NewsPage.objects.live().select_related("picture").defer("body")
    return list(news.order_by("-published_on", "-pk")[:limit])


@dataclass(frozen=True)
class SectionCard:
    """A discipline with what it offers this season."""

    section: Section
    activities: list[str]
    groups: int
    full: int


def sections(now: datetime) -> list[SectionCard]:
    """Sections that have groups this season. Of each group only what is counted is read."""
    found = _groups(now).filter(activity__section__isnull=False).prefetch_related(None)
    rows = found.values_list(
        "activity__title", "is_full", *(f"activity__section__{name}" for name in SECTION_FIELDS)
    )
    by_section: dict[tuple[Any, ...], list[tuple[str, bool]]] = defaultdict(list)
    for title, is_full, *facts in rows:
        by_section[tuple(facts)].append((title, is_full))
    return [
        SectionCard(
            Section.from_db(None, SECTION_FIELDS, facts),
            list(dict.fromkeys(title for title, _is_full in groups)),
            len(groups),
            sum(is_full for _title, is_full in groups),
        )
        for facts, groups in by_section.items()
    ]


def _groups(now: datetime) -> QuerySet[Group]:
    season = programme.queries.season_on(timezone.localdate(now))
    # Long texts of activities, which no list of groups shows.
    return programme.queries.groups_of(season, now).defer("activity__description")


@dataclass(frozen=True)
class Meeting:
    """When a group meets in an ordinary week."""

    weekday: int
    starts: Any
    ends: Any
    group: Group


def groups(now: datetime, section: str = "") -> list[Group]:
    """Groups of this season, in the order of sections; of one section when it is named."""
    found = _groups(now)
    return list(found.filter(activity__section__slug=section) if section else found)


def meetings(found: list[Group]) -> list[Meeting]:
    """The ordinary week of these groups, in order of time."""
    rows = [
        Meeting(weekday, rule.starts, _later(rule.starts, rule.minutes), group)
        for group in found
        for rule in group.recurrences.all()
        for weekday in weekdays(rule.rrule, rule.first_on)
    ]
    return sorted(rows, key=lambda one: (one.weekday, one.starts, one.group.activity.title))


def weekdays(rrule: str, first_on: date) -> list[int]:
    """Days of the week of a weekly rule; without BYDAY it is the day of its first date."""
    named = re.search(r"BYDAY=([A-Z,]+)", rrule)
    codes = [code for code in (named[1].split(",") if named else []) if code in WEEKDAY_CODES]
    return [WEEKDAY_CODES.index(code) for code in codes] or [first_on.weekday()]


def _later(starts: Any, minutes: int) -> Any:
    return (datetime.combine(date.min, starts) + timedelta(minutes=minutes)).time()


@dataclass(frozen=True)
class ListOfDays:
    """A page of the calendar as a list, whole days only, and where the next one begins."""

    first: date
    last: date
    lines: list[Line]
    classes: dict[date, list[tuple[datetime, str]]]
    next_first: date | None
    previous_first: date | None


def list_of_days(wish: Wish, now: datetime) -> ListOfDays:
    """Dates from the wished day on, or from today."""
    first = wish.filter.first or timezone.localdate(now)
    found = wish.narrowed(programme.queries.public_occurrences(now), now)
    after = found.filter(ends_at__gt=day_stretch(first).starts_at).order_by("starts_at", "pk")
    near = programme.queries.within(after, day_stretch(first, first + NEAR))
    shown, told = parted(after) if wish.gathers_classes else (after, None)
    near_shown, near_told = parted(near) if wish.gathers_classes else (near, None)
    lines, next_first = _page_of(shown, near_shown, first)
    # Where classes are all there is, the page ends after two weeks of them.
    if wish.gathers_classes and next_first is None and wish.filter.last is None:
        next_first = _end(lines, first) + TWO_WEEKS
    last = next_first - timedelta(days=1) if next_first else wish.filter.last
    classes: dict[date, list[tuple[datetime, str]]] = {}
    if told is not None and near_told is not None and last:
        # What is near has been found; only a page of a very quiet centre reaches further.
        if last <= first + NEAR:
            inside = near_told.filter(starts_at__lt=day_stretch(last).ends_at)
        else:
            inside = programme.queries.within(told, day_stretch(first, last))
        classes = told_by_day(inside.values_list("starts_at", "activity__title"))
    if next_first and not found.filter(starts_at__gte=day_stretch(next_first).starts_at).exists():
        next_first = None
    with_features(lines)
    return ListOfDays(
        first,
        last or _end(lines, first),
        lines,
        classes,
        next_first,
        _previous_first(wish, first, now),
    )


def _page_of(
    shown: QuerySet[Occurrence], near: QuerySet[Occurrence], first: date
) -> tuple[list[Line], date | None]:
    """The lines of a page. A busy centre's is full within weeks, and only they are read."""
    lines, next_first = _whole_days(lines_of(near, limit=ROWS_NEAR), first, ROWS_NEAR)
    if next_first is None or len(lines) == ROWS_NEAR:
        lines, next_first = _whole_days(lines_of(shown, limit=ROWS_READ), first, ROWS_READ)
    return lines, next_first


def _whole_days(lines: list[Line], first: date, most: int) -> tuple[list[Line], date | None]:
    """As many whole days as make a page, and the day after them if there is more."""
    day = first
    for position, line in enumerate(lines):
        starts_on = max(line.starts_at.date(), first)
        if starts_on != day and _is_long_enough(position, starts_on - first):
            return lines[:position], starts_on
        day = starts_on
    if len(lines) == most:
        # A day that was cut in the middle belongs to the next page.
        kept = [line for line in lines if max(line.starts_at.date(), first) < day]
        return (kept, day) if kept else (lines, day + timedelta(days=1))
    return lines, None


def _is_long_enough(rows: int, covered: timedelta) -> bool:
    return rows >= ROWS_WANTED or (rows >= ROWS_ENOUGH and covered >= TWO_WEEKS)


def _end(lines: list[Line], first: date) -> date:
    days = [line.starts_at.date() for line in lines]
    return max([first, *days])


def _previous_first(wish: Wish, first: date, now: datetime) -> date | None:
    """The day from which a page of about the same length ends just before ``first``."""
    if wish.filter.first and wish.filter.last:
        return None  # a closed stretch was asked for; it has no pages before it
    # Its first day is where the other page ends, so it does not bound this one.
    undated = Wish(wish.filter.without_days, wish.options)
    found = undated.narrowed(programme.queries.public_occurrences(now), now)
    earlier = found.filter(starts_at__lt=day_stretch(first).starts_at)
    if wish.gathers_classes:
        earlier = earlier.exclude(activity__kind__shape__in=programme.queries.REGULAR)
    moments = earlier.order_by("-starts_at").values_list("starts_at", flat=True)[:ROWS_WANTED]
    days = [timezone.localdate(moment) for moment in moments]
    for rows, day in enumerate(days, start=1):
        # The rest of that day belongs to the page as well, so it is the next day that ends it.
        if _is_long_enough(rows, first - day):
            return day
    return days[-1] if days else None


@dataclass(frozen=True)
class Stretch:
    """Dates to show, and regular classes that are only told: ``(starts_at, title)`` by day."""

    lines: list[Line]
    classes: dict[date, list[tuple[datetime, str]]]


def between(wish: Wish, first: date, last: date, now: datetime) -> Stretch:
    """Dates of a month or a week. Their own bounds hold, not those of the wish."""
    found = _within(wish, first, last, now)
    if not wish.gathers_classes:
        return Stretch(lines_of(found), {})
    shown, told = parted(found)
    return Stretch(lines_of(shown), told_by_day(told.values_list("starts_at", "activity__title")))


def parted(
    found: QuerySet[Occurrence],
) -> tuple[QuerySet[Occurrence], QuerySet[Occurrence]]:
    """Dates to show in full, and ordinary classes. Two in three dates are classes."""
    ordinary = Q(
        activity__kind__shape__in=programme.queries.REGULAR,
        activity__state="confirmed",
        state="confirmed",
        moved_from=None,
    )
    # A cancelled or moved class is news and is shown.
    return found.filter(~ordinary), found.filter(ordinary)


def told_by_day(rows: Iterable[tuple[datetime, str]]) -> dict[date, list[tuple[datetime, str]]]:
    """Classes under their days, with moments on the wall clock."""
    days: dict[date, list[tuple[datetime, str]]] = defaultdict(list)
    for moment, title in rows:
        starts_at = moment.astimezone(WARSAW)
        days[starts_at.date()].append((starts_at, title))
    return days


def all_between(wish: Wish, first: date, last: date, now: datetime) -> list[Line]:
    """The same with every class in full, for the page of a day."""
    return lines_of(_within(wish, first, last, now))


def _within(wish: Wish, first: date, last: date, now: datetime) -> QuerySet[Occurrence]:
    inside = Wish(wish.filter.without_days, wish.options)
    found = inside.narrowed(programme.queries.public_occurrences(now), now)
    return programme.queries.within(found, day_stretch(first, last))


def bounds(now: datetime) -> tuple[datetime | None, datetime | None]:
    """The first and the last moment of the public calendar."""
    ends = programme.queries.public_occurrences(now).aggregate(Min("starts_at"), Max("starts_at"))
    return ends["starts_at__min"], ends["starts_at__max"]


def has_poster(uid: UUID, family: str, now: datetime) -> bool:
    """Whether something public is drawn as that poster."""
    found = programme.queries.public_activities(now).filter(uid=uid).select_related("kind")
    return any(one.art_family == family for one in found)


def dates_of(activity: Activity, *, staff: bool, now: datetime) -> list[Occurrence]:
    """All dates of an activity in order of time; tentative ones for staff only."""
    wish = ProgrammeFilter(activity=activity.slug)
    shown = programme.queries.occurrences_shown(None, wish, now, staff=staff)
    return list(shown.defer("activity__description"))


@dataclass(frozen=True)
class Part:
    """A part of a festival or series with its nearest date and its own parts."""

    activity: Activity
    first: datetime | None
    parts: list["Part"]


def tree_below(activity: Activity, now: datetime, *, levels: int = 3) -> list[Part]:
    """Public parts with theirs, in order of time: a query a level, however many parts."""
    level, children = [activity.pk], defaultdict(list)
    first_date = Min("occurrences__starts_at")
    for _level in range(levels):
        rows = (
            programme.queries.public_activities(now)
            .filter(parent__in=level)
            .select_related("kind", "section")
            .annotate(first_at=first_date)
            .order_by("first_at", "title")
        )
        for row in rows:
            children[row.parent_id].append(row)
        level = [row.pk for row in rows]
        if not level:
            break

    def below(pk: int) -> list[Part]:
        return [Part(row, row.first_at, below(row.pk)) for row in children[pk]]

    return below(activity.pk)


def coming_of(activity: Activity, now: datetime, *, limit: int = 60) -> list[Line]:
    """Coming dates of the activity's parts, for a festival's own run-down."""
    wish = ProgrammeFilter(part_of=activity.slug)
    found = programme.queries.matching(programme.queries.public_occurrences(now), wish)
    lines = lines_of(found.filter(ends_at__gt=now).order_by("starts_at", "pk"), limit=limit)
    with_features(lines)
    return lines


def coming_at(venue: Venue, now: datetime, *, limit: int = 12) -> list[Line]:
    """What is on in the venue next, regular classes left out."""
    wish = ProgrammeFilter(venues=(venue.slug,), classes="without")
    found = programme.queries.matching(programme.queries.public_occurrences(now), wish)
    lines = lines_of(found.filter(ends_at__gt=now).order_by("starts_at", "pk"), limit=limit)
    with_features(lines)
    return lines


def work_of(contributor: Contributor, now: datetime) -> list[Activity]:
    """Public activities in which the person has a part, the latest changed first."""
    credited = contributor.credits.filter(activity=OuterRef("pk"))
    leads = contributor.groups.filter(activity=OuterRef("pk"))
    return list(
        programme.queries.public_activities(now)
        .filter(Exists(credited) | Exists(leads))
        .select_related("kind", "section", "picture")
        .prefetch_related(Prefetch("credits", queryset=contributor.credits.all()))
        .annotate(last_at=Max("occurrences__starts_at"))
        .order_by("-last_at", "title")
    )


def dates_with(contributor: Contributor, now: datetime, *, limit: int = 12) -> list[Line]:
    """Coming events in which the person has a part."""
    found = programme.queries.public_occurrences(now).filter(
        ends_at__gt=now, activity__in=contributor.credits.values("activity")
    )
    lines = lines_of(found.order_by("starts_at", "pk"), limit=limit)
    with_features(lines)
    return lines


def activities_to_find(ids: Iterable[int] | None) -> QuerySet[Activity]:
    """Activities with all that search reads of them; all, or those of these ids."""
    # An iterator prefetches a batch at a time, so that a whole season does not lie in memory.
    found = programme.queries.facts_of(ids) if ids is not None else _every_activity()
    # Classes meet where their groups do, so that only the dates of events are read for places.
    events = programme.queries.public_occurrences(FAR_AHEAD).filter(group=None)
    dates = events.select_related("room__venue").only(
        "activity", "place", "room__name", "room__venue__name"
    )
    places = Prefetch("occurrences", queryset=dates.order_by("pk"), to_attr="dates_of_events")
    return found.prefetch_related("groups__instructors", "groups__room__venue", places).annotate(
        first_at=Min("occurrences__starts_at"), last_at=Max("occurrences__ends_at")
    )


def _every_activity() -> QuerySet[Activity]:
    # Drafts are found by nobody; what waits for its day of publication is kept ready.
    return programme.queries.activity_with_all(programme.queries.public_activities(FAR_AHEAD))
