"""RRULEs out and in."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from kulisy.kernel.errors import Refused
from kulisy.kernel.time import WARSAW
from kulisy.recurrence.convert import dtstart, from_rrule, to_rrule
from kulisy.recurrence.expand import expand
from kulisy.recurrence.export import exdates, regular_pattern
from kulisy.recurrence.rule import Frequency, RawRule, Rule
from kulisy.recurrence.rules import Refusal

from .factories import TUESDAY, WINTER_BREAK, on_the_wall, rule, weekdays

START = datetime(2026, 9, 8, 17, tzinfo=WARSAW)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "FREQ=WEEKLY;UNTIL=20270622T215959Z;BYDAY=TU"),
        ({"until_on": date(2026, 12, 22)}, "FREQ=WEEKLY;UNTIL=20261222T225959Z;BYDAY=TU"),
        (
            {"count": 10, "interval": 2, "weekdays": weekdays("we mo")},
            "FREQ=WEEKLY;INTERVAL=2;COUNT=10;BYDAY=MO,WE",
        ),
        ({"frequency": Frequency.DAILY, "until_on": None}, "FREQ=DAILY"),
        (
            {"frequency": Frequency.MONTHLY_BY_DAY, "count": 2},
            "FREQ=MONTHLY;COUNT=2;BYMONTHDAY=8",
        ),
        (
            {"frequency": Frequency.MONTHLY_BY_WEEKDAY, "count": 2, "nth": -1},
            "FREQ=MONTHLY;COUNT=2;BYDAY=-1TU",
        ),
        ({"frequency": Frequency.YEARLY, "count": 2}, "FREQ=YEARLY;COUNT=2;BYMONTH=9;BYMONTHDAY=8"),
        ({"frequency": Frequency.NONE}, ""),
    ],
)
def test_a_rule_is_written_as_rfc_5545_asks(changes, expected):
    assert to_rrule(rule(**changes)) == expected


def test_the_first_start_is_a_date_of_the_rule():
    assert dtstart(rule(weekdays=weekdays("th"))) == datetime(2026, 9, 10, 17, tzinfo=WARSAW)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RRULE:FREQ=WEEKLY;WKST=SU;COUNT=3", {"count": 3, "weekdays": weekdays("tu")}),
        ("FREQ=DAILY;BYDAY=TU,TH;COUNT=3", {"count": 3, "weekdays": weekdays("tu th")}),
        ("FREQ=MONTHLY;BYDAY=TU;COUNT=3", {"count": 3, "weekdays": weekdays("tu")}),
        (
            "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2;COUNT=3",
            {
                "count": 3,
                "frequency": Frequency.MONTHLY_BY_WEEKDAY,
                "nth": 2,
                "weekdays": weekdays("tu"),
            },
        ),
        ("FREQ=YEARLY;COUNT=2", {"count": 2, "frequency": Frequency.YEARLY}),
        (
            "FREQ=MONTHLY;BYMONTHDAY=15;COUNT=3",
            {
                "count": 3,
                "frequency": Frequency.MONTHLY_BY_DAY,
                "first_on": date(2026, 9, 15),
            },
        ),
        ("FREQ=WEEKLY;UNTIL=20270622", {"weekdays": weekdays("tu")}),
        ("FREQ=WEEKLY;UNTIL=20270622T150000Z", {"weekdays": weekdays("tu")}),
        (
            "FREQ=WEEKLY;UNTIL=20270622T145959Z",
            {"weekdays": weekdays("tu"), "until_on": date(2027, 6, 21)},
        ),
        ("", {"frequency": Frequency.NONE, "until_on": None}),
    ],
)
def test_what_the_editor_can_show_becomes_a_rule(text, expected):
    assert from_rrule(text, START, minutes=90) == rule(**expected)


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU;COUNT=3",
        "FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=3",
        "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3",
        "FREQ=MONTHLY;BYDAY=5TU;COUNT=3",
        "FREQ=YEARLY;BYMONTH=3,9;COUNT=3",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=YEARLY;BYWEEKNO=20;COUNT=3",
        "FREQ=WEEKLY;BYHOUR=9,17;COUNT=3",
        "FREQ=HOURLY;COUNT=3",
        "FREQ=DAILY;COUNT=3;UNTIL=20270101",
    ],
)
def test_any_other_rule_is_kept_letter_by_letter(text):
    kept = from_rrule(text, START, minutes=90)

    assert kept == RawRule(text=text, first_on=TUESDAY, starts=time(17), minutes=90)
    assert to_rrule(kept) == text


@pytest.mark.parametrize(
    "text",
    [
        "co wtorek",
        "FREQ=",
        "FREQ=SOMETIMES",
        "BYDAY=MO",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;COUNT=٣",
        "FREQ=DAILY;UNTIL=20270231",
        "FREQ=DAILY;UNTIL=tomorrow",
        "FREQ=DAILY;SKIP=BACKWARD",
        "FREQ=DAILY\r\nATTACH:https://example.org",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYMONTHDAY=1",
        "FREQ=MONTHLY;BYDAY=0MO",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYWEEKNO=3",
        "FREQ=MONTHLY;BYYEARDAY=3",
        "FREQ=YEARLY;BYMONTH=-1",
        "FREQ=YEARLY;BYMONTH=" + "1," * 2000 + "1",
    ],
)
def test_what_is_no_rule_is_refused(text):
    with pytest.raises(Refused) as no:
        from_rrule(text, START, minutes=90)

    assert no.value.reason is Refusal.UNREADABLE_RULE


@pytest.mark.parametrize(
    ("start", "zone", "expected"),
    [
        (on_the_wall("2026-09-08 17:00"), None, ("Europe/Warsaw", time(17))),
        (datetime(2026, 9, 8, 15, tzinfo=UTC), None, ("UTC", time(15))),
        (datetime(2026, 9, 8, 15, tzinfo=UTC), "Europe/Warsaw", ("Europe/Warsaw", time(17))),
        (
            datetime(2026, 9, 8, 16, tzinfo=ZoneInfo("Europe/London")),
            None,
            ("Europe/London", time(16)),
        ),
    ],
)
def test_the_zone_is_the_calendars_own(start, zone, expected):
    read = from_rrule("FREQ=DAILY;COUNT=2", start, minutes=90, zone=zone)

    assert (read.zone, read.starts) == expected


def test_exdates_are_the_skipped_dates_and_those_taken_out():
    one = rule(skips_school_holidays="12")
    meetings = expand(one, breaks=[WINTER_BREAK])

    left_out = exdates(one, meetings[1:])

    assert [start.isoformat() for start in left_out] == [
        "2026-09-08T17:00:00+02:00",
        "2027-02-02T17:00:00+01:00",
        "2027-02-09T17:00:00+01:00",
    ]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([0, 7, 14, 28], rule(weekdays=weekdays("tu"), until_on=date(2026, 10, 6))),
        (
            [0, 14, 28],
            rule(weekdays=weekdays("tu"), interval=2, until_on=date(2026, 10, 6)),
        ),
        ([0, 2, 7, 9], rule(weekdays=weekdays("tu th"), until_on=date(2026, 9, 17))),
        ([0, 7], None),
        ([0, 1, 9, 23, 40], None),
    ],
)
def test_a_list_of_dates_betrays_its_rule_when_it_has_one(days, expected):
    starts = [datetime(2026, 9, 8, 17, tzinfo=WARSAW) + timedelta(days=ahead) for ahead in days]

    assert regular_pattern(starts, minutes=90) == expected


def test_dates_at_different_hours_have_no_rule():
    starts = [datetime(2026, 9, 8 + 7 * week, 17 + week, tzinfo=WARSAW) for week in range(3)]

    assert regular_pattern(starts, minutes=90) is None


def test_an_empty_rule_of_the_dataclass_happens_once():
    once = Rule(first_on=TUESDAY, starts=time(17), minutes=90)

    assert from_rrule(to_rrule(once), dtstart(once), minutes=90) == once
