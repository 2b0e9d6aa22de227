"""What holds for any rule, and that other people's programs read ours the same way."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any

import icalendar
import pytest
import recurring_ical_events
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kulisy.kernel.errors import Refused
from kulisy.kernel.time import WARSAW
from kulisy.recurrence.convert import dtstart, from_rrule, to_rrule
from kulisy.recurrence.days import starts as days_starts
from kulisy.recurrence.describe import describe
from kulisy.recurrence.expand import Window, expand
from kulisy.recurrence.export import exdates
from kulisy.recurrence.parts import parse
from kulisy.recurrence.rule import Frequency, RawRule, Rule, Weekday
from kulisy.recurrence.rules import MOST_DATES, normal, start_of
from kulisy.recurrence.skips import SchoolBreak
from kulisy.recurrence.voivodeships import VOIVODESHIPS

QUICK = settings(max_examples=60, deadline=None)
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
CLOCKS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))
WEEKDAYS = st.frozensets(st.sampled_from(Weekday), max_size=7)
BREAK = SchoolBreak(name="Ferie zimowe", first_on=date(2027, 2, 1), last_on=date(2027, 2, 14))


@st.composite
def sound_rules(draw: Callable[..., Any]) -> Rule:
    """Rules that the editor accepts, most of them with dates."""
    first_on = draw(DAYS)
    counted = draw(st.booleans())
    ahead = timedelta(days=draw(st.integers(0, 900)))
    return Rule(
        first_on=first_on,
        starts=draw(CLOCKS),
        minutes=draw(st.integers(1, 600)),
        frequency=draw(st.sampled_from(Frequency)),
        interval=draw(st.integers(1, 4)),
        weekdays=draw(WEEKDAYS),
        nth=draw(st.sampled_from([1, 2, 3, 4, -1])),
        until_on=None if counted else first_on + ahead,
        count=draw(st.integers(1, 30)) if counted else None,
        skips_public_holidays=draw(st.booleans()),
        skips_school_holidays=draw(st.sampled_from([None, "12"])),
    )


ANY_RULE = st.builds(
    Rule,
    first_on=st.dates(),
    starts=st.times(timezones=st.sampled_from([None, UTC, WARSAW])),
    minutes=st.integers(),
    frequency=st.sampled_from(Frequency),
    interval=st.integers(),
    weekdays=st.frozensets(st.sampled_from(Weekday)),
    nth=st.none() | st.integers(),
    until_on=st.none() | st.dates(),
    count=st.none() | st.integers(),
    skips_public_holidays=st.booleans(),
    skips_school_holidays=st.none() | st.sampled_from(sorted(VOIVODESHIPS)) | st.text(max_size=3),
    zone=st.sampled_from(["Europe/Warsaw", "UTC", "Pacific/Apia", "Europe", "", "/"])
    | st.text(max_size=12),
)
NEAR_RULE = st.builds(
    Rule,
    first_on=st.dates(),
    starts=st.times().map(lambda clock: clock.replace(microsecond=0, fold=0)),
    minutes=st.integers(1, 7 * 24 * 60),
    frequency=st.sampled_from(Frequency),
    interval=st.integers(1, 999),
    weekdays=WEEKDAYS,
    nth=st.sampled_from([1, 4, -1]),
    until_on=st.none() | st.dates(),
    count=st.none() | st.integers(1, 2000),
    zone=st.sampled_from(["Europe/Warsaw", "Pacific/Apia", "Australia/Lord_Howe"]),
)
WINDOWS = st.builds(
    Window,
    season_ends_on=st.none() | st.dates(),
    since=st.none() | st.dates(),
    through=st.none() | st.dates(),
)


def accepted(rule: Any, **options: Any) -> list[Any]:
    try:
        return expand(rule, **options)
    except Refused:
        assume(condition=False)
        raise


def naive_dates(text: str, first: datetime) -> list[datetime]:
    """The dates as dateutil finds them, as many as ours may be."""
    theirs = iter(rrulestr(text, dtstart=first, ignoretz=True))
    return list(islice(theirs, MOST_DATES + 1))


def calendar_of(rule: Rule, left_out: list[datetime]) -> icalendar.Calendar:
    event = icalendar.Event()
    event.add("uid", "kolo@kasztanowo.example")
    event.add("summary", "Koło teatralne")
    event.add("dtstart", dtstart(rule))
    event.add("duration", timedelta(minutes=rule.minutes))
    if text := to_rrule(rule):
        event.add("rrule", icalendar.vRecur.from_ical(text))
    for start in left_out:
        event.add("exdate", start)
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Kulisy//test//PL")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return icalendar.Calendar.from_ical(calendar.to_ical())


@QUICK
@given(rule=sound_rules())
def test_every_meeting_shows_the_rules_clock_unless_that_hour_is_missing(rule):
    meetings = accepted(rule, breaks=[BREAK])

    assert {meeting.wall_start.time() for meeting in meetings} == {rule.starts}
    assert all(
        meeting.starts_at.replace(tzinfo=None) == meeting.wall_start
        for meeting in meetings
        if meeting.oddity is None
    )
    assert all(meeting.ends_at.astimezone(UTC) > meeting.recurrence_id for meeting in meetings)


@QUICK
@given(rule=sound_rules())
def test_weekly_meetings_are_whole_intervals_apart(rule):
    rule = replace(rule, frequency=Frequency.WEEKLY)

    meetings = accepted(rule)

    mondays = {
        meeting.wall_start.toordinal() - meeting.wall_start.weekday() for meeting in meetings
    }
    assert {(monday - min(mondays)) % (7 * rule.interval) for monday in mondays} == {0}


@QUICK
@given(rule=sound_rules())
def test_a_rule_comes_back_from_its_rrule(rule):
    accepted(rule)
    plain = replace(rule, skips_public_holidays=False, skips_school_holidays=None)

    back = from_rrule(to_rrule(plain), dtstart(plain), minutes=plain.minutes)

    assert normal(back) == normal(plain)


@QUICK
@given(rule=sound_rules())
def test_dateutil_finds_the_same_dates(rule):
    ours = [meeting.wall_start for meeting in accepted(rule)]
    text = to_rrule(rule)
    assume(text)

    # dateutil compares UNTIL without a zone; ours is the end of its day.
    text = text.replace("T215959Z", "T235959").replace("T225959Z", "T235959")

    assert ours == naive_dates(text, start_of(normal(rule)))


@settings(max_examples=25, deadline=None)
@given(rule=sound_rules())
@pytest.mark.slow
def test_another_reader_of_calendars_finds_the_held_meetings(rule):
    meetings = accepted(rule, breaks=[BREAK])
    # Outside the odd hours: readers disagree about them, and RFC 5545 is what we follow.
    assume(all(meeting.oddity is None for meeting in meetings))

    read = recurring_ical_events.of(calendar_of(rule, exdates(rule, meetings))).between(
        date(2023, 1, 1), date(2035, 1, 1)
    )

    found = sorted(event["DTSTART"].dt.astimezone(UTC) for event in read)
    assert found == [meeting.recurrence_id for meeting in meetings if meeting.is_held]


MONTHS = st.lists(st.integers(1, 12), min_size=1, max_size=3)
CODES = st.lists(
    st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=4
)


def listed(name: str, values: st.SearchStrategy[list[Any]]) -> st.SearchStrategy[str]:
    part = values.map(lambda found: f";{name}=" + ",".join(map(str, found)))
    return st.just("") | part


def texts(freq: str, *parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    interval = st.integers(1, 3).map(lambda number: f";INTERVAL={number}")
    begin = st.sampled_from(["MO", "SU", "WE"]).map(lambda day: f";WKST={day}")
    return st.tuples(interval, begin, *parts).map(lambda found: f"FREQ={freq}" + "".join(found))


MONTH_DAYS = st.lists(st.integers(-31, 31).filter(bool), min_size=1, max_size=3)
POSITIONS = st.lists(st.integers(-4, 4).filter(bool), min_size=1, max_size=2)
NTH_CODES = st.lists(
    st.tuples(st.integers(-5, 5).filter(bool), st.sampled_from(["MO", "SA", "SU"])).map(
        lambda found: f"{found[0]}{found[1]}"
    ),
    min_size=1,
    max_size=3,
)
BY_DAY, BY_NTH = listed("BYDAY", CODES), listed("BYDAY", NTH_CODES)
BY_MONTH, BY_MONTH_DAY = listed("BYMONTH", MONTHS), listed("BYMONTHDAY", MONTH_DAYS)
BY_SET_POS = listed("BYSETPOS", POSITIONS)
RAW_TEXTS = st.one_of(
    texts("DAILY", BY_MONTH, BY_DAY, BY_MONTH_DAY),
    # No BYSETPOS here: dateutil counts positions of the first week from DTSTART, not in all of it.
    texts("WEEKLY", BY_DAY, BY_MONTH),
    texts("MONTHLY", BY_DAY, BY_MONTH_DAY, BY_SET_POS),
    texts("MONTHLY", BY_NTH, BY_MONTH),
    texts("YEARLY", BY_NTH, BY_MONTH, BY_MONTH_DAY),
    texts("YEARLY", st.just(";BYWEEKNO=1,20,52,53,-1"), st.just(";BYDAY=MO,SU")),
    texts("YEARLY", st.just(";BYYEARDAY=1,60,-1,366"), BY_MONTH),
    texts("WEEKLY", BY_DAY, st.just(";BYHOUR=9,17;BYMINUTE=0,30")),
)


@settings(max_examples=150, deadline=None)
@given(text=RAW_TEXTS, day=DAYS)
@pytest.mark.slow
def test_any_rule_of_rfc_5545_gives_dateutils_dates(text, day):
    first = datetime.combine(day, time(17))
    last = day + timedelta(days=800)

    ours = list(days_starts(parse(text), first, last=last))

    # Bounded by UNTIL; a barren rule is looked for in vain only as far as our own list goes.
    until = datetime.combine(last, time(23, 59)).strftime("%Y%m%dT%H%M%S")
    theirs = iter(rrulestr(f"{text};UNTIL={until}", dtstart=first))
    assert ours == list(islice(theirs, len(ours)))
    if ours:
        assert list(theirs) == []


@settings(max_examples=300, deadline=None)
@given(rule=ANY_RULE | NEAR_RULE, window=WINDOWS)
@pytest.mark.slow
def test_any_rule_at_all_gives_bounded_dates_or_a_refusal(rule, window):
    try:
        found = len(expand(rule, window=window, breaks=[BREAK]))
    except Refused:
        found = 1
    try:
        words = describe(rule) + to_rrule(rule) + str(dtstart(rule))
    except Refused:
        words = "refused"

    assert 1 <= found <= MOST_DATES
    assert words


@QUICK
@given(text=RAW_TEXTS | st.text(max_size=60), first_on=st.dates(), window=WINDOWS)
def test_any_text_at_all_gives_bounded_dates_or_a_refusal(text, first_on, window):
    raw = RawRule(text=text, first_on=first_on, starts=time(17), minutes=90)
    try:
        read = from_rrule(text, datetime.combine(first_on, time(17)), minutes=90)
        found = [len(expand(one, window=window)) for one in (raw, read)]
    except Refused:
        found = [1]

    assert all(1 <= dates <= MOST_DATES for dates in found)


ONE_NTH = st.sampled_from([";BYDAY=1SA", ";BYDAY=-1FR", ";BYDAY=2TU,2TH", ";BYDAY=SU;BYSETPOS=-1"])
SHOWN_TEXTS = st.one_of(
    texts("DAILY"),
    texts("WEEKLY", BY_DAY),
    texts("MONTHLY", ONE_NTH),
    texts("MONTHLY", st.integers(1, 31).map(lambda day: f";BYMONTHDAY={day}")),
    texts("YEARLY"),
)


@QUICK
@given(
    text=SHOWN_TEXTS,
    end=st.sampled_from([";COUNT=5", ";UNTIL=20270622T150000Z", ";UNTIL=20270622"]),
    day=st.dates(date(2025, 1, 1), date(2026, 6, 30)),
)
@pytest.mark.slow
def test_a_rule_the_editor_shows_has_the_dates_of_the_text(text, end, day):
    read = from_rrule(text + end, datetime.combine(day, time(17)), minutes=90)
    kept = RawRule(text=text + end, first_on=day, starts=time(17), minutes=90)

    assert [one.wall_start for one in accepted(read)] == [one.wall_start for one in accepted(kept)]
