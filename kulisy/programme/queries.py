"""Reading the programme: what is on, when, where and for whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from kulisy.kernel.time import Stretch, day_stretch
from kulisy.programme import rules
from kulisy.programme.filters import ProgrammeFilter
from kulisy.programme.models import (
    AccessibilityFeature,
    Activity,
    ActivityKind,
    Audience,
    Backing,
    Contributor,
    Credit,
    Group,
    Occurrence,
    Recurrence,
    SchoolBreak,
    Season,
    Section,
)
from kulisy.recurrence import api as recurrence
from kulisy.recurrence.api import AnyRule, Meeting, Window

MOST_KEYS = 1000
REGULAR = (
    ActivityKind.Shape.CLASSES,
    ActivityKind.Shape.COURSE,
    ActivityKind.Shape.ENSEMBLE,
)


def public_activities(now: datetime) -> QuerySet[Activity]:
    """Activities that visitors may see at this moment."""
    return Activity.objects.filter(state__in=Activity.PUBLIC_STATES, publish_at__lte=now)


def public_occurrences(now: datetime) -> QuerySet[Occurrence]:
    """Dates that visitors may see: of a public activity, and no longer tentative."""
    return Occurrence.objects.filter(
        activity__state__in=Activity.PUBLIC_STATES, activity__publish_at__lte=now
    ).exclude(state=Occurrence.State.TENTATIVE)


def with_all_shown(occurrences: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    """The same dates with everything a list shows, in a fixed number of queries."""
    return occurrences.select_related(
        "activity__kind", "activity__section", "activity__picture", "group", "room__venue"
    ).prefetch_related(
        Prefetch("features", queryset=AccessibilityFeature.objects.order_by("order"))
    )


def within(occurrences: QuerySet[Occurrence], stretch: Stretch) -> QuerySet[Occurrence]:
    """Dates that share any moment with ``[starts_at, ends_at)``, in order of time."""
    # Two branches, an index for each: those that begin inside, and those that still go on. A pair
    # of bounds would read all that is yet to come; beside the joins a planner begins elsewhere.
    begins = Q(starts_at__gte=stretch.starts_at, starts_at__lt=stretch.ends_at)
    goes_on = Q(starts_at__lt=stretch.starts_at, ends_at__gt=stretch.starts_at)
    inside = Occurrence.objects.order_by().filter(begins | goes_on).values_list("pk", flat=True)
    # Asked for at once: no planner guesses how few they are, and it would join all dates first.
    keys = list(inside[:MOST_KEYS])
    chosen = keys if len(keys) < MOST_KEYS else inside
    return occurrences.filter(pk__in=chosen).order_by("starts_at", "pk")


def matching(occurrences: QuerySet[Occurrence], wish: ProgrammeFilter) -> QuerySet[Occurrence]:
    """Dates that fulfil the filter (its words are the search's business)."""
    found = occurrences.filter(_facts_wanted(wish))
    if wish.audiences:
        through = Activity.audiences.through.objects.filter(
            activity_id=OuterRef("activity_id"), audience__slug__in=wish.audiences
        )
        found = found.filter(Exists(through))
    # Somebody who needs a loop and an interpreter needs both on the same date.
    for slug in wish.features:
        through = Occurrence.features.through.objects.filter(
            occurrence_id=OuterRef("pk"), accessibilityfeature__slug=slug
        )
        found = found.filter(Exists(through))
    if wish.first:
        found = found.filter(ends_at__gt=day_stretch(wish.first).starts_at)
    if wish.last:
        found = found.filter(starts_at__lt=day_stretch(wish.last).ends_at)
    return found


# Field of the filter -> the lookup that fulfils it; lists mean any of their values.
LOOKUPS = {
    "kinds": "activity__kind__slug__in",
    "sections": "activity__section__slug__in",
    "venues": "room__venue__slug__in",
    "modes": "mode__in",
    "activity": "activity__slug",
    "group": "group__uid",
}


def _facts_wanted(wish: ProgrammeFilter) -> Q:
    wanted = Q(
        **{lookup: value for name, lookup in LOOKUPS.items() if (value := getattr(wish, name))}
    )
    if wish.admission:
        wanted &= Q(activity__is_free=wish.admission == "free")
    if wish.part_of:
        # As deep as festivals go: the stage of a festival's day is a part of the festival.
        above = ("activity" + "__parent" * level for level in range(rules.DEEPEST))
        wanted &= reduce(or_, (Q(**{f"{path}__slug": wish.part_of}) for path in above))
    if wish.classes:
        regular = Q(activity__kind__shape__in=REGULAR)
        wanted &= regular if wish.classes == "only" else ~regular
    return wanted


def occurrences_shown(
    stretch: Stretch | None, wish: ProgrammeFilter, now: datetime, *, staff: bool = False
) -> QuerySet[Occurrence]:
    """Dates for a page or a feed: public, wished for, in the stretch if one is given."""
    seen = Occurrence.objects.all() if staff else public_occurrences(now)
    found = matching(seen, wish)
    if stretch is not None:
        found = within(found, stretch)
    return with_all_shown(found).order_by("starts_at", "pk")


def coming(now: datetime, *, limit: int, classes: bool = False) -> list[Occurrence]:
    """The next dates that have not ended, first ones first; one for each activity."""
    wish = ProgrammeFilter(classes="" if classes else "without")
    found: dict[int, Occurrence] = {}
    rows = matching(public_occurrences(now), wish).filter(ends_at__gt=now)
    # A weekly cycle must not fill the list: the first date of each activity is enough.
    for occurrence in with_all_shown(rows).order_by("starts_at", "pk")[: limit * 6]:
        found.setdefault(occurrence.activity_id, occurrence)
    return list(found.values())[:limit]


def on_day(day: date, now: datetime, wish: ProgrammeFilter | None = None) -> QuerySet[Occurrence]:
    """Public dates of one day."""
    return occurrences_shown(day_stretch(day), wish or ProgrammeFilter(), now)


def weekend_after(day: date) -> tuple[date, date]:
    """Friday to Sunday of this week, or what is left of it."""
    friday = day + timedelta(days=(4 - day.weekday()) % 7)
    if day.weekday() > 4:  # noqa: PLR2004 - Saturday or Sunday: the weekend has begun
        friday = day
    sunday = day + timedelta(days=6 - day.weekday())
    return friday, sunday


@dataclass(frozen=True)
class Choices:
    """What can be chosen in the filter form."""

    kinds: list[ActivityKind]
    sections: list[Section]
    audiences: list[Audience]
    features: list[AccessibilityFeature]


def filter_choices(*, only_used: bool = True) -> Choices:
    """Only what exists: a choice that finds nothing is a promise broken. Or else all of it."""
    used = Activity.objects.filter(state__in=Activity.PUBLIC_STATES)
    kinds, sections = ActivityKind.objects.all(), Section.objects.all()
    if only_used:
        kinds = kinds.filter(Exists(used.filter(kind=OuterRef("pk"))))
        sections = sections.filter(Exists(used.filter(section=OuterRef("pk"))))
    audiences, features = Audience.objects.all(), AccessibilityFeature.objects.all()
    return Choices(list(kinds), list(sections), list(audiences), list(features))


def season_on(day: date) -> Season | None:
    """The season of the day, or the next one when the day lies between two."""
    return (
        Season.objects.filter(last_on__gte=day).order_by("first_on").first()
        or Season.objects.order_by("-first_on").first()
    )


def school_breaks(voivodeship: str, first: date, last: date) -> list[SchoolBreak]:
    """School holidays in the voivodeship that touch these days."""
    return list(
        SchoolBreak.objects.filter(
            Q(voivodeship=voivodeship) | Q(voivodeship=""), first_on__lte=last, last_on__gte=first
        )
    )


def meetings_of(rule: AnyRule, window: Window | None = None) -> list[Meeting]:
    """The meetings that a rule would give, public and school holidays considered.

    Raises Refused as ``recurrence.expand`` does.
    """
    voivodeship = rule.skips_school_holidays
    breaks = []
    if voivodeship:
        last = rule.first_on + timedelta(days=4 * 366)
        breaks = [
            recurrence.SchoolBreak(
                name=row.name,
                first_on=row.first_on,
                last_on=row.last_on,
                voivodeship=row.voivodeship or None,
            )
            for row in school_breaks(voivodeship, rule.first_on, last)
        ]
    return recurrence.expand(rule, window=window or Window(), breaks=breaks)


def groups_of(season: Season | None, now: datetime) -> QuerySet[Group]:
    """Groups of regular classes that visitors may see, with their rules and people."""
    groups = Group.objects.filter(
        activity__kind__shape__in=REGULAR,
        activity__state__in=Activity.PUBLIC_STATES,
        activity__publish_at__lte=now,
    )
    if season is not None:
        groups = groups.filter(activity__season=season)
    return (
        groups.select_related("activity__kind", "activity__section", "room__venue")
        .prefetch_related("recurrences", "instructors")
        .order_by("activity__section__order", "activity__title", "order", "name")
    )


def activity_with_all(activities: QuerySet[Activity]) -> QuerySet[Activity]:
    """Activities with everything their page shows, in a fixed number of queries."""
    backings = Backing.objects.select_related("organisation__logo", "sign_set")
    return (
        activities.select_related("kind", "section", "season", "parent", "picture")
        .prefetch_related("audiences", "tags")  # type: ignore[misc]  # taggit's manager has no types
        .prefetch_related(
            Prefetch("credits", queryset=Credit.objects.select_related("contributor")),
            Prefetch("backings", queryset=backings.prefetch_related("sign_set__signs__picture")),
        )
    )


def parts_of(activity: Activity, now: datetime) -> QuerySet[Activity]:
    """Public parts of a festival or series."""
    return (
        public_activities(now).filter(parent=activity).select_related("kind", "section", "picture")
    )


def ancestors(activity: Activity | None) -> list[int]:
    """Ids of the activity and of all that it is a part of, nearest first."""
    found: list[int] = []
    while activity is not None and activity.pk not in found:
        found.append(activity.pk)
        activity = activity.parent
    return found


def height_below(activity: Activity) -> int:
    """How many levels of parts hang below the activity."""
    level, height = [activity.pk], 0
    while level := list(Activity.objects.filter(parent__in=level).values_list("pk", flat=True)):
        height += 1
    return height


def contributors_listed(now: datetime) -> QuerySet[Contributor]:
    """People of the programme who have a page and something public to show on it."""
    public = public_activities(now)
    return Contributor.objects.filter(
        Q(Exists(Credit.objects.filter(contributor=OuterRef("pk"), activity__in=public)))
        | Q(Exists(Group.objects.filter(instructors=OuterRef("pk"), activity__in=public))),
        is_listed=True,
    ).select_related("picture")


def tentative_dates(now: datetime) -> QuerySet[Occurrence]:
    """Coming dates that somebody still has to decide."""
    return with_all_shown(
        Occurrence.objects.filter(state=Occurrence.State.TENTATIVE, ends_at__gt=now)
    ).order_by("starts_at")


def pictures_without_words() -> QuerySet[Activity]:
    """Activities whose picture nobody has described."""
    return Activity.objects.filter(
        picture__isnull=False, picture_is_decorative=False, picture_alt=""
    ).select_related("kind")


def facts_of(ids: Iterable[int]) -> QuerySet[Activity]:
    """Activities by id with what search and feeds need."""
    return activity_with_all(Activity.objects.filter(pk__in=list(ids)))


def rules_by_id(ids: Iterable[int]) -> dict[int, Recurrence]:
    """Rules of regular dates by their id."""
    return Recurrence.objects.in_bulk(list(ids))


def features_of(ids: Iterable[int]) -> QuerySet[Any]:
    """Pairs of a date, of those with these ids, and an accessibility feature that it has."""
    return Occurrence.features.through.objects.filter(occurrence_id__in=list(ids))


def dates_of(activity: Activity) -> QuerySet[Occurrence]:
    """All dates of one activity in order, with everything that its list shows."""
    return activity.occurrences.select_related(
        "activity", "group", "room", "booking", "recurrence"
    ).order_by("starts_at", "pk")


def dates_without_room(now: datetime) -> QuerySet[Occurrence]:
    """Coming regular dates that found their room taken and have neither a room nor a place."""
    return (
        Occurrence.objects.filter(
            ends_at__gt=now,
            room__isnull=True,
            place="",
            recurrence__isnull=False,
            state__in=[Occurrence.State.CONFIRMED, Occurrence.State.TENTATIVE],
        )
        .exclude(mode="online")
        .exclude(activity__state=Activity.State.CANCELLED)
        # Rules of classes that never had a room want none: only dates among housed ones clash.
        .filter(
            Exists(Occurrence.objects.filter(recurrence=OuterRef("recurrence"), room__isnull=False))
        )
        .select_related("activity", "group")
        .order_by("starts_at", "pk")
    )


def drafts_due(now: datetime, until: datetime) -> QuerySet[Occurrence]:
    """Dates soon to come of activities that are still drafts."""
    return (
        Occurrence.objects.filter(
            activity__state=Activity.State.DRAFT, starts_at__gte=now, starts_at__lt=until
        )
        .select_related("activity")
        .order_by("starts_at", "pk")
    )


def to_be_published(now: datetime) -> QuerySet[Activity]:
    """Confirmed activities whose hour of publication has yet to come."""
    return Activity.objects.filter(state__in=Activity.PUBLIC_STATES, publish_at__gt=now).order_by(
        "publish_at"
    )


def booking_of(occurrence_id: str) -> list[int]:
    """The booking of the date with this id, to be left out when its own room is asked about."""
    rows = Occurrence.objects.filter(pk__in=_key(occurrence_id), booking__isnull=False)
    return [pk for pk in rows.values_list("booking_id", flat=True) if pk]


def group_of(activity: Activity, group_id: str) -> Group | None:
    """The group of the activity with the id that an address says, or None."""
    return activity.groups.select_related("room").filter(pk__in=_key(group_id)).first()


def _key(text: str) -> list[int]:
    return [int(text)] if text.isdecimal() and len(text) < 19 else []  # noqa: PLR2004 - what fits a key


def unhoused(stretch: Stretch) -> QuerySet[Occurrence]:
    """Dates in the stretch that no booking shows: elsewhere, online, or without a room."""
    return (
        within(Occurrence.objects.filter(booking__isnull=True), stretch)
        .filter(state__in=[Occurrence.State.CONFIRMED, Occurrence.State.TENTATIVE])
        .exclude(activity__state=Activity.State.CANCELLED)
        .select_related("activity", "group", "room")
    )


def groups_led_by(account_id: int) -> QuerySet[Group]:
    """Groups of the person of the programme who has this account."""
    return (
        Group.objects.filter(instructors__account_id=account_id)
        .exclude(activity__state=Activity.State.CANCELLED)
        .select_related("activity__kind", "room")
        .prefetch_related("recurrences")
        .order_by("activity__title", "order", "name")
    )


def dates_led_by(account_id: int, stretch: Stretch) -> QuerySet[Occurrence]:
    """Dates in the stretch of their groups, and of activities in which they are credited."""
    led = Q(group__instructors__account_id=account_id) | Q(
        Exists(
            Credit.objects.filter(
                activity=OuterRef("activity_id"), contributor__account_id=account_id
            )
        ),
        group__isnull=True,
    )
    return (
        within(Occurrence.objects.filter(led), stretch)
        .select_related("activity", "group", "room__venue")
        .distinct()
    )


def entries_about(activity: Activity) -> dict[str, list[str]]:
    """Keys of the activity and of all that hangs on it, by kind, the last changed dates first."""
    return {
        "programme.activity": [str(activity.pk)],
        "programme.occurrence": [
            str(pk)
            for pk in activity.occurrences.order_by("-changed_at").values_list("pk", flat=True)
        ],
        "programme.group": [str(pk) for pk in activity.groups.values_list("pk", flat=True)],
        "programme.recurrence": [
            str(pk) for pk in activity.recurrences.values_list("pk", flat=True)
        ],
    }


def season_to_copy(season: Season, into: Season) -> list[Activity]:
    """What copying the season would add to the other, by title."""
    copied = Activity.objects.filter(season=into, copied_from=OuterRef("pk"))
    return list(
        Activity.objects.filter(season=season)
        .exclude(state=Activity.State.CANCELLED)
        .exclude(Exists(copied))
        .select_related("kind", "section")
        .prefetch_related("groups")
    )
