"""The door of recurrence: rules in, meetings, sentences and RRULEs out."""

from .convert import dtstart, from_rrule, to_rrule
from .describe import describe
from .expand import Meeting, Window, expand, wall_starts
from .export import exdates, regular_pattern
from .rule import AnyRule, Frequency, RawRule, Rule, Weekday
from .rules import Refusal, calendar_day, ending_with_season, minutes_between, normal
from .skips import SchoolBreak, Skip, SkipKind, public_holidays
from .voivodeships import VOIVODESHIPS
from .words import sentence

__all__ = [
    "VOIVODESHIPS",
    "AnyRule",
    "Frequency",
    "Meeting",
    "RawRule",
    "Refusal",
    "Rule",
    "SchoolBreak",
    "Skip",
    "SkipKind",
    "Weekday",
    "Window",
    "calendar_day",
    "describe",
    "dtstart",
    "ending_with_season",
    "exdates",
    "expand",
    "from_rrule",
    "minutes_between",
    "normal",
    "public_holidays",
    "regular_pattern",
    "sentence",
    "to_rrule",
    "wall_starts",
]
