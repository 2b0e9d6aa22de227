"""Rules and days to test with: a class on Tuesdays in the season 2026/27."""

from datetime import date, datetime, time
from typing import Any

from kulisy.recurrence.rule import Frequency, Rule, Weekday
from kulisy.recurrence.skips import SchoolBreak

TUESDAY = date(2026, 9, 8)
SATURDAY = date(2026, 11, 21)
WINTER_BREAK = SchoolBreak(
    name="Ferie zimowe", first_on=date(2027, 2, 1), last_on=date(2027, 2, 14), voivodeship="12"
)


def rule(**changes: Any) -> Rule:
    fields: dict[str, Any] = {
        "first_on": TUESDAY,
        "starts": time(17),
        "minutes": 90,
        "frequency": Frequency.WEEKLY,
        "until_on": date(2027, 6, 22),
    }
    if "count" in changes:
        fields["until_on"] = None
    return Rule(**{**fields, **changes})


def weekdays(text: str) -> frozenset[Weekday]:
    codes = ["mo", "tu", "we", "th", "fr", "sa", "su"]
    return frozenset(Weekday(codes.index(code)) for code in text.split())


def on_the_wall(text: str) -> datetime:
    """A time as the clock shows it, with no zone."""
    return datetime.fromisoformat(text)
