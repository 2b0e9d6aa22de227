"""Regular classes of the demo season: rules become dates, rooms are booked."""

from datetime import date, time, timedelta

from kulisy.kasztanowo.cast import Lists
from kulisy.kasztanowo.regulars import REGULARS, Meets, Regular
from kulisy.kasztanowo.telling import blocks
from kulisy.kasztanowo.told_classes import CLASSES
from kulisy.kernel.demo import Stage
from kulisy.programme.api import Activity, Contributor, Group, actions
from kulisy.recurrence.api import Frequency, Rule, Weekday

FIRST_WEEK = timedelta(days=7)  # classes begin in the second week of September


def fill_classes(stage: Stage, *, lists: Lists, people: dict[str, Contributor]) -> None:
    for regular in REGULARS:
        activity = _activity(stage, regular, lists)
        for order, meets in enumerate(regular.groups):
            group = _group(stage, activity, meets, people, order)
            actions.add_recurrence(
                by=stage.by,
                activity=activity,
                group=group,
                rule=_rule(meets, lists),
                room=group.room,
            )
        actions.set_state(by=stage.by, activity=activity, state=Activity.State.CONFIRMED)


def _activity(stage: Stage, regular: Regular, lists: Lists) -> Activity:
    return actions.add_activity(
        by=stage.by,
        title=regular.title,
        summary=regular.summary,
        description=blocks(CLASSES[regular.title]),
        kind=lists.kinds[regular.kind],
        section=lists.sections[regular.section],
        season=lists.season,
        is_free=not regular.price,
        price=regular.price,
        audiences=[lists.audiences[slug] for slug in regular.audiences],
    )


def _group(
    stage: Stage, activity: Activity, meets: Meets, people: dict[str, Contributor], order: int
) -> Group:
    assert stage.props is not None  # noqa: S101 - a stage always has props; this tells the types
    return actions.add_group(
        by=stage.by,
        activity=activity,
        name=meets.name,
        instructors=[people[meets.who]],
        level=meets.level,
        age_from=meets.ages[0],
        age_to=meets.ages[1],
        capacity=meets.capacity,
        is_full=meets.is_full,
        room=stage.props["rooms"][meets.room],
        order=order,
    )


def _rule(meets: Meets, lists: Lists) -> Rule:
    begin = lists.season.first_on + FIRST_WEEK
    first = min(begin + timedelta(days=(day - begin.weekday()) % 7) for day in meets.days)
    return Rule(
        first_on=first,
        starts=time.fromisoformat(meets.at),
        minutes=meets.minutes,
        frequency=Frequency.WEEKLY,
        weekdays=frozenset(Weekday(day) for day in meets.days),
        until_on=_last_day(lists.season.last_on),
        skips_public_holidays=True,
        skips_school_holidays=lists.voivodeship,
    )


def _last_day(season_ends_on: date) -> date:
    return season_ends_on - timedelta(days=5)
