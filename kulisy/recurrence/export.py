"""What a calendar file needs beside the RRULE, and the rule that a list of dates betrays."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from math import gcd

from kulisy.kernel.errors import Refused

from .expand import Meeting, wall_starts
from .rule import AnyRule, Frequency, Rule, Weekday
from .rules import zone_of


def exdates(rule: AnyRule, meetings: Iterable[Meeting]) -> list[datetime]:
    """Starts that the RRULE gives and no held meeting has: skipped, or taken out of the list.

    In the rule's zone as the rule writes them, fit for ``EXDATE;TZID=``. The rule needs an end; put
    the season's into an endless one with ``ending_with_season`` before exporting it.
    """
    held = {meeting.wall_start for meeting in meetings if meeting.is_held}
    zone = zone_of(rule)
    return [start.replace(tzinfo=zone) for start in wall_starts(rule) if start not in held]


def regular_pattern(starts: Sequence[datetime], *, minutes: int) -> Rule | None:
    """The weekly or daily rule behind wall-time starts, or None when there is none worth saying.

    Worth saying: three dates or more at one clock time, and at most half as many gaps as dates.
    """
    times = {start.time() for start in starts}
    days = sorted({start.date() for start in starts})
    if len(times) != 1 or len(days) < 3:  # noqa: PLR2004 - two dates are no pattern
        return None
    weeks = [(day - timedelta(days=day.weekday())).toordinal() // 7 for day in days]
    interval = gcd(*(week - weeks[0] for week in weeks)) or 1
    rule = Rule(
        first_on=days[0],
        starts=times.pop().replace(tzinfo=None, fold=0),
        minutes=minutes,
        frequency=Frequency.WEEKLY,
        interval=interval,
        weekdays=frozenset(Weekday(day.weekday()) for day in days),
        until_on=days[-1],
    )
    try:
        gaps = len(wall_starts(rule)) - len(days)
    except Refused:
        return None
    return rule if gaps <= len(days) // 2 else None
