"""What the editor says back, in the grammar of both languages."""

from datetime import date, time

import pytest

from kulisy.kernel.errors import Refused
from kulisy.recurrence.describe import describe
from kulisy.recurrence.describe_en import monthly_by_day as monthly_en
from kulisy.recurrence.describe_en import monthly_by_weekday as nth_en
from kulisy.recurrence.describe_en import weekly as weekly_en
from kulisy.recurrence.describe_pl import count as count_pl
from kulisy.recurrence.describe_pl import (
    daily,
    monthly_by_day,
    monthly_by_weekday,
    plural,
    weekly,
    yearly,
)
from kulisy.recurrence.expand import expand
from kulisy.recurrence.rule import Frequency, RawRule
from kulisy.recurrence.rules import Refusal
from kulisy.recurrence.skips import SchoolBreak

from .factories import SATURDAY, TUESDAY, WINTER_BREAK, rule, weekdays

MO, TU, WE, TH, FR, SA, SU = range(7)
SPRING_BREAK = SchoolBreak(
    name="Wiosenna przerwa świąteczna", first_on=date(2027, 3, 25), last_on=date(2027, 3, 30)
)
LOCAL_BREAK = SchoolBreak(name="Dni dyrektorskie", first_on=TUESDAY, last_on=TUESDAY)

SENTENCES = [
    (
        {"skips_public_holidays": True, "skips_school_holidays": "12"},
        (
            "w każdy wtorek 17.00–18.30, od 8 września 2026 do 22 czerwca 2027, "
            "bez świąt i ferii szkolnych (woj. małopolskie)"
        ),
        (
            "every Tuesday 17.00–18.30, from 8 September 2026 to 22 June 2027, "
            "except public holidays and school breaks (małopolskie voivodeship)"
        ),
    ),
    (
        {"until_on": date(2026, 12, 22), "skips_public_holidays": True},
        "w każdy wtorek 17.00–18.30, od 8 września do 22 grudnia 2026, bez świąt",
        "every Tuesday 17.00–18.30, from 8 September to 22 December 2026, except public holidays",
    ),
    (
        {"weekdays": weekdays("mo we"), "interval": 2, "count": 10},
        "co dwa tygodnie w poniedziałki i środy 17.00–18.30, od 9 września 2026 przez 10 spotkań",
        (
            "every two weeks on Mondays and Wednesdays 17.00–18.30, "
            "from 9 September 2026 for 10 meetings"
        ),
    ),
    (
        {"frequency": Frequency.NONE, "first_on": SATURDAY, "starts": time(19)},
        "raz, w sobotę 21 listopada 2026, 19.00–20.30",
        "once, on Saturday 21 November 2026, 19.00–20.30",
    ),
    (
        {"frequency": Frequency.MONTHLY_BY_DAY, "first_on": date(2026, 9, 15), "count": 1},
        "15. dnia każdego miesiąca, 17.00–18.30, od 15 września 2026 przez 1 spotkanie",
        "on the 15th of every month, 17.00–18.30, from 15 September 2026 for 1 meeting",
    ),
    (
        {"frequency": Frequency.MONTHLY_BY_WEEKDAY, "nth": 1, "weekdays": weekdays("sa")},
        "w pierwszą sobotę miesiąca 17.00–18.30, od 3 października 2026 do 22 czerwca 2027",
        "on the first Saturday of the month 17.00–18.30, from 3 October 2026 to 22 June 2027",
    ),
    (
        {"frequency": Frequency.YEARLY, "first_on": SATURDAY, "count": 2},
        "co roku 21 listopada, 17.00–18.30, od 21 listopada 2026 przez 2 spotkania",
        "every year on 21 November, 17.00–18.30, from 21 November 2026 for 2 meetings",
    ),
    (
        {"frequency": Frequency.DAILY, "until_on": None, "starts": time(22), "minutes": 360},
        "codziennie 22.00–4.00 następnego dnia, od 8 września 2026 bezterminowo",
        "every day 22.00–4.00 the next day, from 8 September 2026 with no end",
    ),
    (
        {"starts": time(22), "minutes": 120, "skips_school_holidays": "24"},
        (
            "w każdy wtorek 22.00–24.00, od 8 września 2026 do 22 czerwca 2027, "
            "bez ferii szkolnych (woj. śląskie)"
        ),
        (
            "every Tuesday 22.00–24.00, from 8 September 2026 to 22 June 2027, "
            "except school breaks (śląskie voivodeship)"
        ),
    ),
    (
        {"frequency": Frequency.NONE, "starts": time(10), "minutes": 3 * 24 * 60 - 60},
        "raz, we wtorek 8 września 2026, 10.00–9.00 po 3 dniach",
        "once, on Tuesday 8 September 2026, 10.00–9.00 3 days later",
    ),
]


@pytest.mark.parametrize(("changes", "polish", "english"), SENTENCES)
def test_a_rule_is_said_back_in_both_languages(changes, polish, english):
    one = rule(**changes)

    assert describe(one) == polish
    assert describe(one, language="en") == english
    assert describe(one, language="en-gb") == english


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([MO], "w każdy poniedziałek"),
        ([TU], "w każdy wtorek"),
        ([WE], "w każdą środę"),
        ([TH], "w każdy czwartek"),
        ([FR], "w każdy piątek"),
        ([SA], "w każdą sobotę"),
        ([SU], "w każdą niedzielę"),
        ([MO, TU], "w poniedziałki i wtorki"),
        ([MO, WE], "w poniedziałki i środy"),
        ([MO, TH], "w poniedziałki i czwartki"),
        ([MO, FR], "w poniedziałki i piątki"),
        ([MO, SA], "w poniedziałki i soboty"),
        ([MO, SU], "w poniedziałki i niedziele"),
        ([TU, WE], "we wtorki i środy"),
        ([TU, TH], "we wtorki i czwartki"),
        ([TU, FR], "we wtorki i piątki"),
        ([TU, SA], "we wtorki i soboty"),
        ([TU, SU], "we wtorki i niedziele"),
        ([WE, TH], "w środy i czwartki"),
        ([WE, FR], "w środy i piątki"),
        ([WE, SA], "w środy i soboty"),
        ([WE, SU], "w środy i niedziele"),
        ([TH, FR], "w czwartki i piątki"),
        ([TH, SA], "w czwartki i soboty"),
        ([TH, SU], "w czwartki i niedziele"),
        ([FR, SA], "w piątki i soboty"),
        ([FR, SU], "w piątki i niedziele"),
        ([SA, SU], "w soboty i niedziele"),
        ([MO, WE, FR], "w poniedziałki, środy i piątki"),
        ([TU, TH, SA], "we wtorki, czwartki i soboty"),
        ([FR, SA, SU], "w piątki, soboty i niedziele"),
        ([WE, TH, SU], "w środy, czwartki i niedziele"),
        ([MO, TU, WE, TH], "w poniedziałki, wtorki, środy i czwartki"),
        ([MO, TU, WE, TH, FR], "od poniedziałku do piątku"),
        ([MO, TU, WE, TH, FR, SA, SU], "codziennie"),
    ],
)
def test_polish_weekdays_stand_in_the_accusative(days, expected):
    assert weekly(1, days) == expected


@pytest.mark.parametrize(
    ("interval", "days", "expected"),
    [
        (2, [TU], "co dwa tygodnie we wtorek"),
        (2, [WE], "co dwa tygodnie w środę"),
        (3, [SA], "co trzy tygodnie w sobotę"),
        (4, [SU], "co cztery tygodnie w niedzielę"),
        (5, [MO], "co 5 tygodni w poniedziałek"),
        (12, [TH], "co 12 tygodni w czwartek"),
        (22, [FR], "co 22 tygodnie w piątek"),
        (2, [TU, TH], "co dwa tygodnie we wtorki i czwartki"),
        (3, [MO, WE, FR], "co trzy tygodnie w poniedziałki, środy i piątki"),
        (2, [MO, TU, WE, TH, FR], "co dwa tygodnie od poniedziałku do piątku"),
    ],
)
def test_polish_weeks_agree_with_their_number(interval, days, expected):
    assert weekly(interval, days) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (daily(1), "codziennie"),
        (daily(2), "co dwa dni"),
        (daily(3), "co trzy dni"),
        (daily(4), "co cztery dni"),
        (daily(5), "co 5 dni"),
        (monthly_by_day(1, 1), "1. dnia każdego miesiąca"),
        (monthly_by_day(2, 15), "co dwa miesiące 15. dnia miesiąca"),
        (monthly_by_day(3, 28), "co trzy miesiące 28. dnia miesiąca"),
        (monthly_by_day(4, 28), "co cztery miesiące 28. dnia miesiąca"),
        (monthly_by_day(6, 1), "co 6 miesięcy 1. dnia miesiąca"),
        (monthly_by_day(1, 29), "29. dnia każdego miesiąca, który ma co najmniej 29 dni"),
        (monthly_by_day(1, 31), "31. dnia każdego miesiąca, który ma 31 dni"),
        (
            monthly_by_day(2, 30),
            "co dwa miesiące 30. dnia miesiąca (w miesiącach, które mają co najmniej 30 dni)",
        ),
        (monthly_by_weekday(1, 1, [SA]), "w pierwszą sobotę miesiąca"),
        (monthly_by_weekday(1, 2, [TU]), "w drugi wtorek miesiąca"),
        (monthly_by_weekday(1, 3, [WE]), "w trzecią środę miesiąca"),
        (monthly_by_weekday(1, 3, [MO]), "w trzeci poniedziałek miesiąca"),
        (monthly_by_weekday(1, 4, [TH]), "w czwarty czwartek miesiąca"),
        (monthly_by_weekday(1, 4, [SU]), "w czwartą niedzielę miesiąca"),
        (monthly_by_weekday(1, -1, [FR]), "w ostatni piątek miesiąca"),
        (monthly_by_weekday(1, -1, [SU]), "w ostatnią niedzielę miesiąca"),
        (monthly_by_weekday(2, 1, [SA]), "co dwa miesiące w pierwszą sobotę miesiąca"),
        (
            monthly_by_weekday(1, 1, [MO, WE]),
            "w pierwszy poniedziałek i pierwszą środę miesiąca",
        ),
        (yearly(1, SATURDAY), "co roku 21 listopada"),
        (yearly(2, SATURDAY), "co dwa lata 21 listopada"),
        (yearly(5, SATURDAY), "co 5 lat 21 listopada"),
        (yearly(1, date(2028, 2, 29)), "co roku 29 lutego (tylko w latach przestępnych)"),
        (count_pl(1, None), "przez 1 spotkanie"),
        (count_pl(2, None), "przez 2 spotkania"),
        (count_pl(5, None), "przez 5 spotkań"),
        (count_pl(12, None), "przez 12 spotkań"),
        (count_pl(22, None), "przez 22 spotkania"),
        (count_pl(25, None), "przez 25 spotkań"),
        (count_pl(112, None), "przez 112 spotkań"),
        (count_pl(10, 9), "przez 10 spotkań (odbędzie się 9)"),
        (count_pl(10, 3), "przez 10 spotkań (odbędą się 3)"),
        (count_pl(2, 1), "przez 2 spotkania (odbędzie się 1)"),
    ],
)
def test_polish_phrases_are_what_a_pole_would_write(said, expected):
    assert said == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (weekly_en(1, [MO]), "every Monday"),
        (weekly_en(1, [MO, WE, FR]), "on Mondays, Wednesdays and Fridays"),
        (weekly_en(1, [MO, TU, WE, TH, FR]), "from Monday to Friday"),
        (weekly_en(1, list(range(7))), "every day"),
        (weekly_en(3, [SA]), "every three weeks on Saturdays"),
        (weekly_en(6, [SA]), "every 6 weeks on Saturdays"),
        (monthly_en(1, 1), "on the 1st of every month"),
        (monthly_en(1, 2), "on the 2nd of every month"),
        (monthly_en(1, 3), "on the 3rd of every month"),
        (monthly_en(1, 11), "on the 11th of every month"),
        (monthly_en(2, 22), "every two months on the 22nd"),
        (monthly_en(1, 31), "on the 31st of every month that has 31 days"),
        (monthly_en(2, 30), "every two months on the 30th (in months with at least 30 days)"),
        (nth_en(1, -1, [FR]), "on the last Friday of the month"),
        (nth_en(4, 2, [TU]), "every four months on the second Tuesday of the month"),
    ],
)
def test_english_phrases_are_plain(said, expected):
    assert said == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "dni"), (1, "dzień"), (2, "dnie"), (5, "dni"), (13, "dni"), (21, "dni"), (103, "dnie")],
)
def test_polish_plurals_have_three_forms(number, expected):
    assert plural(number, "dzień", "dnie", "dni") == expected


@pytest.mark.parametrize(
    ("breaks", "expected"),
    [
        pytest.param([WINTER_BREAK], "bez ferii zimowych (woj. małopolskie)", id="one met"),
        pytest.param(
            [SPRING_BREAK, WINTER_BREAK],
            "bez ferii zimowych i wiosennej przerwy świątecznej (woj. małopolskie)",
            id="two met, told in their order",
        ),
        pytest.param(
            [WINTER_BREAK, LOCAL_BREAK],
            "bez ferii szkolnych (woj. małopolskie)",
            id="one without a known genitive",
        ),
        pytest.param([], "bez ferii szkolnych (woj. małopolskie)", id="none met"),
    ],
)
def test_breaks_that_take_dates_away_are_named(breaks, expected):
    one = rule(skips_school_holidays="12")

    assert describe(one, expand(one, breaks=breaks)).endswith(f", {expected}")


def test_a_count_says_how_many_are_left_when_some_are_skipped():
    ten = rule(count=10, weekdays=weekdays("we"), skips_public_holidays=True)

    said = describe(ten, expand(ten))

    assert said == (
        "w każdą środę 17.00–18.30, od 9 września 2026 przez 10 spotkań (odbędzie się 9), bez świąt"
    )


def test_a_kept_rule_is_told_by_its_dates():
    kept = RawRule(
        text="FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3",
        first_on=TUESDAY,
        starts=time(17),
        minutes=90,
    )

    assert describe(kept) == (
        "według reguły z zaimportowanego kalendarza, 17.00–18.30, od 8 września 2026"
    )
    assert describe(kept, expand(kept)) == (
        "według reguły z zaimportowanego kalendarza, 17.00–18.30, "
        "od 30 września do 30 listopada 2026 przez 3 spotkania"
    )


def test_a_rule_that_cannot_be_is_refused_rather_than_described():
    with pytest.raises(Refused) as no:
        describe(rule(minutes=0))

    assert no.value.reason is Refusal.ENDS_BEFORE_START
