"""Why a rule was refused, in sentences for the person who fills in the form."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from kulisy.ui.dates import day_month

from .rules import Refusal

Sentence = str | Promise

SORRY: dict[Refusal, Sentence] = {
    Refusal.TOO_MANY_DATES: _(
        "This rule gives more than %(most)s dates. Choose an earlier last date or fewer days."
    ),
    Refusal.TOO_LONG: _(
        "A rule may run for three years at most, here until %(last_on)s. "
        "Choose an earlier last date and copy the activity into the next season when it comes."
    ),
    Refusal.NO_DATES: _("This rule gives no dates. Check the days, the first date and the last."),
    Refusal.NEVER_ENDS: _("This rule never ends. Give its last date or the number of meetings."),
    Refusal.UNTIL_BEFORE_FIRST: _(
        "The last date, %(until_on)s, is before the first, %(first_on)s. Correct one of them."
    ),
    Refusal.TWO_ENDS: _(
        "Give either the last date or the number of meetings, not both: they could disagree."
    ),
    Refusal.ENDS_BEFORE_START: _(
        "The end has to be later than the start. If the meeting lasts past midnight, "
        "mark that it ends on the next day."
    ),
    Refusal.MEETING_TOO_LONG: _(
        "One meeting may last seven days at most. Enter something longer, "
        "such as an exhibition, by its first and last day."
    ),
    Refusal.INTERVAL_OUT_OF_RANGE: _("The number after “every” has to lie between 1 and %(most)s."),
    Refusal.WHICH_WEEK: _(
        "Choose which one in the month is meant: first, second, third, fourth or last."
    ),
    Refusal.WHICH_WEEKDAY: _("Choose days from Monday to Sunday."),
    Refusal.FIRST_OUT_OF_RANGE: _(
        "The first date has to lie between the years %(first_year)s and %(last_year)s."
    ),
    Refusal.START_NOT_ON_THE_CLOCK: _(
        "The start has to be a time that a clock shows, such as 17:00, without a time zone."
    ),
    Refusal.NO_SUCH_DAY: _("There is no such day in the calendar: %(day)s.%(month)s.%(year)s."),
    Refusal.UNKNOWN_ZONE: _(
        "The time zone “%(zone)s” is not known. In Poland it is Europe/Warsaw."
    ),
    Refusal.UNKNOWN_VOIVODESHIP: _(
        "There is no voivodeship with the number “%(code)s”. Choose one from the list."
    ),
    Refusal.UNREADABLE_RULE: _(
        "The repetition in this calendar could not be read (%(part)s). "
        "Its first date can be kept; enter the others by hand."
    ),
    Refusal.MORE_THAN_DAILY: _(
        "This rule repeats within the day, by the hour or more often. Enter such dates one by one."
    ),
}

SORRY_COUNTED: dict[Refusal, Callable[[int], Any]] = {
    Refusal.ALL_DATES_SKIPPED: lambda count: ngettext_lazy(
        "The only date of this rule falls on a holiday or in a school break. "
        "Choose another day, or do not skip them.",
        "All %(count)s dates of this rule fall on holidays or in school breaks. "
        "Choose another day, or do not skip them.",
        count,
    ),
}


def sentence(reason: Refusal, facts: Mapping[str, Any]) -> str:
    """What to tell about the refusal, in the language now active."""
    shown = {name: _shown(value) for name, value in facts.items()}
    if counted := SORRY_COUNTED.get(reason):
        return str(counted(int(facts["count"])) % shown)
    return str(SORRY[reason]) % shown


def _shown(value: Any) -> str:
    if isinstance(value, date):
        return f"{day_month(value, get_language() or 'pl')} {value.year}"
    return str(value)
