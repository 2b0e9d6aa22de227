"""The starts that a recurrence rule gives, as wall times, lazily and never past a last day.

Not dateutil's rrule: that looks for the next date of "31 February" until the year 9999, seconds of
work that any imported calendar could ask for. Here the days between two dates are looked at once.
The tests hold that both give the same dates.
"""

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import product

from kulisy.kernel.errors import Refused

from .parts import Freq, Parts
from .rules import Refusal

_MOST_TIMES_A_DAY = 24


def starts(
    parts: Parts, first: datetime, *, last: date, since: date | None = None
) -> Iterator[datetime]:
    """Wall-time starts from ``first`` (or ``since``) to the end of the day ``last``.

    COUNT is counted from ``first`` whatever ``since`` says. UNTIL is the caller's: it needs a zone.
    """
    parts = _completed(parts, first)
    times = _times(parts, first.time())
    # Most rules name weekdays alone, and a calendar asks them about years of days.
    named = {weekday for _, weekday in parts.by_day} or set(range(7))
    left = parts.count
    # With a COUNT every date from the first has to be counted; otherwise the past is jumped over.
    begin = first.date() if since is None or left is not None else max(since, first.date())
    for days in _periods(parts, first.date(), begin, last):
        wanted = [day for day in days if day.weekday() in named and _fits(parts, day)]
        for start in _at_positions(parts, list(map(datetime.combine, *_pairs(wanted, times)))):
            if start < first:
                continue
            if start.date() > last:
                return
            if left is not None:
                if not left:
                    return
                left -= 1
            if since is None or start.date() >= since:
                yield start


def _completed(parts: Parts, first: datetime) -> Parts:
    """What the rule leaves out is taken from the first start (RFC 5545, 3.3.10)."""
    named_day = parts.by_month_day or parts.by_year_day or parts.by_day
    if parts.freq is Freq.DAILY or named_day:
        return parts
    if parts.freq is Freq.WEEKLY or parts.by_week_no:
        return replace(parts, by_day=((0, first.weekday()),))
    if parts.freq is Freq.YEARLY and not parts.by_month:
        parts = replace(parts, by_month=(first.month,))
    return replace(parts, by_month_day=(first.day,))


def _times(parts: Parts, start: time) -> list[time]:
    hours = parts.by_hour or (start.hour,)
    minutes = parts.by_minute or (start.minute,)
    seconds = parts.by_second or (start.second,)
    if len(hours) * len(minutes) * len(seconds) > _MOST_TIMES_A_DAY:
        raise Refused(Refusal.MORE_THAN_DAILY)
    return [time(*clock) for clock in product(hours, minutes, seconds)]


def _pairs(days: list[date], times: list[time]) -> tuple[list[date], list[time]]:
    return [day for day in days for _ in times], times * len(days)


def _at_positions(parts: Parts, found: list[datetime]) -> list[datetime]:
    if not parts.by_set_pos:
        return found
    places = {at - 1 if at > 0 else len(found) + at for at in parts.by_set_pos}
    return [found[place] for place in sorted(places) if 0 <= place < len(found)]


def _periods(parts: Parts, first: date, begin: date, last: date) -> Iterator[Iterable[date]]:
    """Days, weeks, months or years that the interval does not leave out, from ``begin`` on."""
    match parts.freq:
        case Freq.DAILY:
            yield from _spans(first, begin, last, step=parts.interval, length=1)
        case Freq.WEEKLY:
            week = first - timedelta(days=(first.weekday() - parts.wkst) % 7)
            yield from _spans(week, begin, last, step=7 * parts.interval, length=7)
        case Freq.MONTHLY:
            origin, begun, end = (day.year * 12 + day.month - 1 for day in (first, begin, last))
            for month in range(_aligned(origin, begun, parts.interval), end + 1, parts.interval):
                yield _days_from(date(month // 12, month % 12 + 1, 1))
        case Freq.YEARLY:
            for year in range(
                _aligned(first.year, begin.year, parts.interval), last.year + 1, parts.interval
            ):
                yield _days_from(date(year, 1, 1), months=12)


def _aligned(origin: int, begin: int, interval: int) -> int:
    return origin + (begin - origin) // interval * interval


def _spans(
    origin: date, begin: date, last: date, *, step: int, length: int
) -> Iterator[list[date]]:
    for ordinal in range(
        _aligned(origin.toordinal(), begin.toordinal(), step), last.toordinal() + 1, step
    ):
        yield [date.fromordinal(ordinal + ahead) for ahead in range(length)]


def _days_from(day: date, months: int = 1) -> list[date]:
    length = calendar.monthrange(day.year, day.month)[1]
    if months > 1:
        length = 365 + calendar.isleap(day.year)
    return [day + timedelta(days=ahead) for ahead in range(length)]


def _fits(parts: Parts, day: date) -> bool:
    # What the rule does not ask is not worked out.
    year = day.year
    return (
        (not parts.by_day or any(_is_weekday(parts, day, *wanted) for wanted in parts.by_day))
        and (not parts.by_month or day.month in parts.by_month)
        and (
            not parts.by_month_day
            or _numbered(parts.by_month_day, day.day, calendar.monthrange(year, day.month)[1])
        )
        and (
            not parts.by_year_day
            or _numbered(parts.by_year_day, day.timetuple().tm_yday, 365 + calendar.isleap(year))
        )
        and (not parts.by_week_no or _numbered(parts.by_week_no, *_week(day, parts.wkst)))
    )


def _numbered(wanted: tuple[int, ...], number: int, of: int) -> bool:
    """Whether the number is wanted, counted from the front or (negative) from the end."""
    return number in wanted or number - of - 1 in wanted


def _week(day: date, wkst: int) -> tuple[int, int]:
    """The number of the day's week and how many weeks its year has; week 1 holds 4 January's."""
    # The fourth day of a week decides which year it belongs to.
    middle = day + timedelta(days=3 - (day.weekday() - wkst) % 7)
    first, after = (_first_week(year, wkst) for year in (middle.year, middle.year + 1))
    return (day - first).days // 7 + 1, (after - first).days // 7


def _first_week(year: int, wkst: int) -> date:
    fourth = date(year, 1, 4)
    return fourth - timedelta(days=(fourth.weekday() - wkst) % 7)


def _is_weekday(parts: Parts, day: date, nth: int, weekday: int) -> bool:
    if day.weekday() != weekday:
        return False
    if not nth:
        return True
    in_month = parts.freq is Freq.MONTHLY or bool(parts.by_month)
    number, length = day.day, calendar.monthrange(day.year, day.month)[1]
    if not in_month:
        number, length = day.timetuple().tm_yday, 365 + calendar.isleap(day.year)
    return nth == (number - 1) // 7 + 1 or nth == -((length - number) // 7 + 1)
