"""Dates, moments and refusals."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from kulisy.kernel.errors import Refused
from kulisy.kernel.time import ClockOddity
from kulisy.recurrence.convert import from_rrule
from kulisy.recurrence.expand import Meeting, Window, expand
from kulisy.recurrence.rule import Frequency, RawRule
from kulisy.recurrence.rules import Refusal, calendar_day, minutes_between
from kulisy.recurrence.skips import SchoolBreak, SkipKind

from .factories import SATURDAY, TUESDAY, WINTER_BREAK, on_the_wall, rule, weekdays

MARCH_CHANGE = date(2027, 3, 28)
OCTOBER_CHANGE = date(2026, 10, 25)


def days(meetings: list[Meeting]) -> list[date]:
    return [meeting.starts_at.date() for meeting in meetings]


def raw(text: str, **changes: Any) -> RawRule:
    fields: dict[str, Any] = {"first_on": TUESDAY, "starts": time(17), "minutes": 90}
    return RawRule(text=text, **{**fields, **changes})


def refusal_of(some_rule: Any, window: Window | None = None) -> Refused:
    with pytest.raises(Refused) as no:
        expand(some_rule, window=window or Window())
    return no.value


def test_a_weekly_class_keeps_its_clock_time_across_both_changes():
    meetings = expand(rule())

    assert {meeting.starts_at.time() for meeting in meetings} == {time(17)}
    assert {meeting.ends_at.time() for meeting in meetings} == {time(18, 30)}
    assert {meeting.starts_at.utcoffset() for meeting in meetings} == {
        timedelta(hours=1),
        timedelta(hours=2),
    }
    assert len(meetings) == 42


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {"frequency": Frequency.DAILY, "interval": 2, "count": 3},
            ["2026-09-08", "2026-09-10", "2026-09-12"],
            id="every second day",
        ),
        pytest.param(
            {"weekdays": weekdays("mo we"), "interval": 2, "count": 4},
            ["2026-09-09", "2026-09-21", "2026-09-23", "2026-10-05"],
            id="every second week, begun on a Wednesday",
        ),
        pytest.param(
            {"weekdays": weekdays("mo"), "interval": 2, "count": 2},
            ["2026-09-14", "2026-09-28"],
            id="the fortnight is counted from the first Monday, not from the week before it",
        ),
        pytest.param(
            {"frequency": Frequency.MONTHLY_BY_DAY, "first_on": date(2027, 1, 31), "count": 3},
            ["2027-01-31", "2027-03-31", "2027-05-31"],
            id="the 31st where there is one",
        ),
        pytest.param(
            {
                "frequency": Frequency.MONTHLY_BY_WEEKDAY,
                "nth": 1,
                "weekdays": weekdays("sa"),
                "count": 3,
            },
            ["2026-10-03", "2026-11-07", "2026-12-05"],
            id="first Saturdays, September's being past",
        ),
        pytest.param(
            {
                "frequency": Frequency.MONTHLY_BY_WEEKDAY,
                "nth": -1,
                "weekdays": weekdays("fr"),
                "interval": 2,
                "count": 2,
            },
            ["2026-09-25", "2026-11-27"],
            id="last Fridays of every second month",
        ),
        pytest.param(
            {"frequency": Frequency.YEARLY, "count": 2},
            ["2026-09-08", "2027-09-08"],
            id="every year",
        ),
        pytest.param(
            {"frequency": Frequency.YEARLY, "first_on": date(2028, 2, 29), "count": 1},
            ["2028-02-29"],
            id="29 February",
        ),
        pytest.param({"frequency": Frequency.NONE}, ["2026-09-08"], id="once"),
    ],
)
def test_a_rule_gives_the_dates_a_person_means(changes, expected):
    assert [day.isoformat() for day in days(expand(rule(**changes)))] == expected


def test_a_start_in_the_missing_hour_moves_past_it_keeps_its_length_and_is_reported():
    once = rule(frequency=Frequency.NONE, first_on=MARCH_CHANGE, starts=time(2, 30), minutes=30)

    (meeting,) = expand(once)

    assert meeting.starts_at.replace(tzinfo=None) == on_the_wall("2027-03-28 03:30")
    assert meeting.recurrence_id == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert meeting.wall_start == on_the_wall("2027-03-28 02:30")
    assert meeting.ends_at.astimezone(UTC) - meeting.recurrence_id == timedelta(minutes=30)
    assert meeting.oddity is ClockOddity.MISSING


def test_a_start_in_the_repeated_hour_is_its_first_and_is_reported():
    once = rule(frequency=Frequency.NONE, first_on=OCTOBER_CHANGE, starts=time(2, 30), minutes=15)

    (meeting,) = expand(once)

    assert meeting.recurrence_id == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert meeting.oddity is ClockOddity.TWICE


def test_a_night_ends_by_the_clock_on_the_wall_when_clocks_change_in_it():
    night = rule(
        frequency=Frequency.NONE,
        first_on=OCTOBER_CHANGE - timedelta(days=1),
        starts=time(22),
        minutes=6 * 60,
    )

    (meeting,) = expand(night)

    assert meeting.ends_at.replace(tzinfo=None) == on_the_wall("2026-10-25 04:00")
    assert meeting.ends_at.astimezone(UTC) - meeting.recurrence_id == timedelta(hours=7)


def test_holidays_and_breaks_stay_in_the_list_with_their_names():
    thursdays = rule(
        weekdays=weekdays("we th"), skips_public_holidays=True, skips_school_holidays="12"
    )

    skipped = [
        (meeting.starts_at.date().isoformat(), meeting.skipped.name)
        for meeting in expand(thursdays, breaks=[WINTER_BREAK])
        if meeting.skipped
    ]

    assert skipped == [
        ("2026-11-11", "Narodowe Święto Niepodległości"),
        ("2026-12-24", "Wigilia Bożego Narodzenia"),
        ("2027-01-06", "Święto Trzech Króli"),
        ("2027-02-03", "Ferie zimowe"),
        ("2027-02-04", "Ferie zimowe"),
        ("2027-02-10", "Ferie zimowe"),
        ("2027-02-11", "Ferie zimowe"),
        ("2027-05-27", "Dzień Bożego Ciała"),
    ]


@pytest.mark.parametrize(
    ("voivodeship", "expected"),
    [
        pytest.param("12", {SkipKind.SCHOOL_BREAK}, id="own voivodeship"),
        pytest.param(None, {SkipKind.SCHOOL_BREAK}, id="whole country"),
        pytest.param("14", set(), id="another voivodeship"),
    ],
)
def test_a_break_counts_only_where_it_is(voivodeship, expected):
    break_ = SchoolBreak(name="Ferie", first_on=TUESDAY, last_on=TUESDAY, voivodeship=voivodeship)

    meetings = expand(rule(skips_school_holidays="12"), breaks=[break_])

    assert {meeting.skipped.kind for meeting in meetings if meeting.skipped} == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"minutes": 0}, Refusal.ENDS_BEFORE_START),
        ({"minutes": -90}, Refusal.ENDS_BEFORE_START),
        ({"minutes": 7 * 24 * 60 + 1}, Refusal.MEETING_TOO_LONG),
        ({"until_on": date(2026, 9, 7)}, Refusal.UNTIL_BEFORE_FIRST),
        ({"until_on": date(2026, 9, 9), "weekdays": weekdays("mo")}, Refusal.NO_DATES),
        ({"until_on": None}, Refusal.NEVER_ENDS),
        ({"count": 3, "until_on": date(2027, 6, 22)}, Refusal.TWO_ENDS),
        ({"count": 0}, Refusal.NO_DATES),
        ({"count": 50_000, "frequency": Frequency.DAILY}, Refusal.TOO_MANY_DATES),
        ({"until_on": date(2163, 1, 1), "frequency": Frequency.DAILY}, Refusal.TOO_MANY_DATES),
        ({"until_on": date(2029, 9, 9)}, Refusal.TOO_LONG),
        ({"until_on": date.max}, Refusal.TOO_LONG),
        ({"count": 10, "frequency": Frequency.YEARLY}, Refusal.TOO_LONG),
        ({"interval": 0}, Refusal.INTERVAL_OUT_OF_RANGE),
        ({"interval": 1000}, Refusal.INTERVAL_OUT_OF_RANGE),
        ({"frequency": Frequency.MONTHLY_BY_WEEKDAY}, Refusal.WHICH_WEEK),
        ({"frequency": Frequency.MONTHLY_BY_WEEKDAY, "nth": 5}, Refusal.WHICH_WEEK),
        ({"weekdays": frozenset({7})}, Refusal.WHICH_WEEKDAY),
        ({"first_on": date(1899, 12, 31)}, Refusal.FIRST_OUT_OF_RANGE),
        ({"starts": time(17, tzinfo=UTC)}, Refusal.START_NOT_ON_THE_CLOCK),
        ({"zone": "Europe/Kasztanowo"}, Refusal.UNKNOWN_ZONE),
        ({"zone": "Europe"}, Refusal.UNKNOWN_ZONE),
        ({"zone": "../etc/passwd"}, Refusal.UNKNOWN_ZONE),
        ({"skips_school_holidays": "13"}, Refusal.UNKNOWN_VOIVODESHIP),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(changes, expected):
    assert refusal_of(rule(**changes)).reason is expected


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"minutes": 7 * 24 * 60}, id="seven days long"),
        pytest.param({"until_on": TUESDAY}, id="the last date is the first"),
        pytest.param({"until_on": date(2029, 9, 8)}, id="three years to the day"),
        pytest.param({"count": 1000, "frequency": Frequency.DAILY}, id="a thousand dates"),
        pytest.param({"count": 4, "frequency": Frequency.YEARLY}, id="the fourth time, in 3 years"),
        pytest.param({"interval": 999, "count": 1}, id="the longest interval"),
    ],
)
def test_what_just_may_be_gives_its_dates(changes):
    assert days(expand(rule(**changes)))[0] == TUESDAY


def test_a_rule_of_nothing_but_holidays_is_refused_and_another_day_is_not():
    feast = rule(frequency=Frequency.YEARLY, first_on=date(2026, 12, 25), count=2)

    assert len(expand(feast)) == 2

    no = refusal_of(replace(feast, skips_public_holidays=True))
    assert (no.reason, no.facts) == (Refusal.ALL_DATES_SKIPPED, {"count": 2})


def test_an_endless_rule_ends_with_the_season_given():
    endless = rule(until_on=None)

    meetings = expand(endless, window=Window(season_ends_on=date(2026, 9, 22)))

    assert days(meetings) == [date(2026, 9, 8), date(2026, 9, 15), date(2026, 9, 22)]


def test_an_old_and_far_rule_can_be_asked_for_one_season():
    old = rule(first_on=date(2015, 9, 8), until_on=date(2040, 1, 1), interval=2)
    season = Window(since=date(2026, 9, 1), through=date(2026, 9, 30))

    assert refusal_of(old).reason is Refusal.TOO_LONG
    assert days(expand(old, window=season)) == [date(2026, 9, 8), date(2026, 9, 22)]


def test_a_count_goes_on_being_counted_before_the_window():
    ten = rule(count=10)

    meetings = expand(ten, window=Window(since=date(2026, 11, 1)))

    assert days(meetings) == [date(2026, 11, 3), date(2026, 11, 10)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31;COUNT=3", Refusal.NO_DATES),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3", Refusal.NO_DATES),
        ("FREQ=MONTHLY;BYMONTHDAY=30,31;BYMONTH=2;UNTIL=20270622", Refusal.NO_DATES),
        ("FREQ=DAILY;COUNT=50000", Refusal.TOO_MANY_DATES),
        ("FREQ=DAILY;BYHOUR=8,9,10,11;COUNT=50000", Refusal.TOO_MANY_DATES),
        ("FREQ=DAILY;BYHOUR=8,9,10;BYMINUTE=1,2,3,4,5,6,7,8,9;COUNT=3", Refusal.MORE_THAN_DAILY),
        ("FREQ=SECONDLY;COUNT=3", Refusal.MORE_THAN_DAILY),
        ("FREQ=WEEKLY;BYDAY=TU,TH", Refusal.NEVER_ENDS),
        ("FREQ=MONTHLY;BYDAY=2TU;BYSETPOS=5;COUNT=3", Refusal.NO_DATES),
    ],
)
def test_a_kept_rule_is_bounded_too(text, expected):
    assert refusal_of(raw(text)).reason is expected


def test_a_kept_rule_gives_its_dates():
    workdays = raw("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3")

    assert days(expand(workdays)) == [date(2026, 9, 30), date(2026, 10, 30), date(2026, 11, 30)]


def test_positions_in_a_week_are_counted_in_all_of_it_even_the_first():
    """Begun on a Tuesday, the first of Monday and Wednesday is next week's Monday."""
    first_of_two = raw("FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=1;COUNT=2")

    assert days(expand(first_of_two)) == [date(2026, 9, 14), date(2026, 9, 21)]


def test_two_hours_in_one_day_are_two_meetings():
    twice = from_rrule(
        "FREQ=WEEKLY;BYHOUR=9,17;COUNT=4", on_the_wall("2026-09-08 09:00"), minutes=45
    )

    assert [meeting.starts_at.hour for meeting in expand(twice)] == [9, 17, 9, 17]


@pytest.mark.parametrize(
    ("starts", "ends", "next_day", "expected"),
    [
        (time(17), time(18, 30), False, 90),
        (time(22), time(4), True, 360),
        (time(17), time(17, 1), False, 1),
    ],
)
def test_a_length_is_read_off_two_clock_times(starts, ends, next_day, expected):
    assert minutes_between(starts, ends, next_day=next_day) == expected


@pytest.mark.parametrize("ends", [time(16), time(17)])
def test_an_end_not_after_the_start_is_refused(ends):
    with pytest.raises(Refused) as no:
        minutes_between(time(17), ends)

    assert no.value.reason is Refusal.ENDS_BEFORE_START


def test_31_february_is_refused_and_29_february_of_a_leap_year_is_not():
    assert calendar_day(2028, 2, 29) == date(2028, 2, 29)
    with pytest.raises(Refused) as no:
        calendar_day(2028, 2, 31)
    assert no.value.reason is Refusal.NO_SUCH_DAY


def test_an_event_outside_the_window_gives_nothing():
    once = rule(frequency=Frequency.NONE, first_on=SATURDAY)

    assert days(expand(once, window=Window(since=SATURDAY))) == [SATURDAY]
    after = Window(since=SATURDAY + timedelta(days=1))
    assert refusal_of(once, after).reason is Refusal.NO_DATES
