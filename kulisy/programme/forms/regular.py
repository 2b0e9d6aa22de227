"""The editor of regular dates: a rule in the words of a timetable."""

from datetime import date, datetime, time, timedelta
from operator import itemgetter
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from kulisy.kernel.errors import Refused
from kulisy.programme.forms.fields import RoomField
from kulisy.programme.models import Activity, Group, Season
from kulisy.recurrence import api as recurrence
from kulisy.recurrence.api import Frequency, Refusal, Rule, Weekday
from kulisy.ui.fields import DayField, HourField, KeepsTyped
from kulisy.venues import api as venues

FREQUENCIES = [
    (Frequency.WEEKLY.value, gettext_lazy("Every week, on chosen days")),
    (Frequency.DAILY.value, gettext_lazy("Every day")),
    (
        Frequency.MONTHLY_BY_WEEKDAY.value,
        gettext_lazy("Every month, for example on its first Tuesday"),
    ),
    (Frequency.MONTHLY_BY_DAY.value, gettext_lazy("Every month on the same day of the month")),
    (Frequency.YEARLY.value, gettext_lazy("Every year")),
]
WEEKDAYS = [
    (0, gettext_lazy("Monday")),
    (1, gettext_lazy("Tuesday")),
    (2, gettext_lazy("Wednesday")),
    (3, gettext_lazy("Thursday")),
    (4, gettext_lazy("Friday")),
    (5, gettext_lazy("Saturday")),
    (6, gettext_lazy("Sunday")),
]  # fmt: skip - a table of seven days
NTHS = [
    (1, gettext_lazy("the first")), (2, gettext_lazy("the second")), (3, gettext_lazy("the third")),
    (4, gettext_lazy("the fourth")), (-1, gettext_lazy("the last")),
]  # fmt: skip
ENDS = [
    ("season", gettext_lazy("With the season")),
    ("until", gettext_lazy("On a day")),
    ("count", gettext_lazy("After a number of meetings")),
]
# Reason of a refused rule -> the field beside which its sentence stands.
BESIDE = {
    Refusal.ENDS_BEFORE_START: "ends",
    Refusal.MEETING_TOO_LONG: "ends",
    Refusal.INTERVAL_OUT_OF_RANGE: "interval",
    Refusal.WHICH_WEEK: "nth",
    Refusal.WHICH_WEEKDAY: "weekdays",
    Refusal.FIRST_OUT_OF_RANGE: "first_on",
    Refusal.UNTIL_BEFORE_FIRST: "until_on",
    Refusal.NEVER_ENDS: "ending",
    Refusal.TOO_LONG: "until_on",
    Refusal.START_NOT_ON_THE_CLOCK: "starts",
    Refusal.UNKNOWN_VOIVODESHIP: "voivodeship",
}


class RegularForm(KeepsTyped):
    """How often, when, how long and when not."""

    group = forms.ModelChoiceField(
        Group.objects.none(),
        label=gettext_lazy("Group"),
        required=False,
        empty_label=gettext_lazy("The whole activity"),
    )
    room = RoomField(label=gettext_lazy("Room"))
    frequency = forms.ChoiceField(
        label=gettext_lazy("How often"),
        choices=FREQUENCIES,
        widget=forms.RadioSelect,
        initial=Frequency.WEEKLY.value,
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=gettext_lazy("On which days of the week"),
        choices=WEEKDAYS,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "For “every week” and for “the first Tuesday”; otherwise leave them."
        ),
    )
    nth = forms.TypedChoiceField(
        label=gettext_lazy("Which one in the month"),
        choices=NTHS,
        coerce=int,
        required=False,
        empty_value="1",
        help_text=gettext_lazy("Only for “every month, for example on its first Tuesday”."),
    )
    interval = forms.IntegerField(
        label=gettext_lazy("Every how many weeks, days or months"),
        initial=1,
        help_text=gettext_lazy("1 means every one; 2 means every other."),
    )
    starts = HourField(label=pgettext_lazy("hour", "From"))
    ends = HourField(label=pgettext_lazy("hour", "To"))
    ends_next_day = forms.BooleanField(
        label=gettext_lazy("It ends on the next day"), required=False
    )
    first_on = DayField(label=gettext_lazy("First day"))
    ending = forms.ChoiceField(
        label=gettext_lazy("When it ends"), choices=ENDS, widget=forms.RadioSelect, initial="season"
    )
    until_on = DayField(label=gettext_lazy("Last day"), required=False)
    count = forms.IntegerField(label=gettext_lazy("Number of meetings"), required=False)
    skips_public_holidays = forms.BooleanField(
        label=gettext_lazy("Not on public holidays"), required=False, initial=True
    )
    skips_school = forms.BooleanField(
        label=gettext_lazy("Not in the school holidays"), required=False, initial=True
    )
    voivodeship = forms.ChoiceField(
        label=gettext_lazy("School holidays of the voivodeship"),
        choices=sorted(recurrence.VOIVODESHIPS.items(), key=itemgetter(1)),
        required=False,
    )

    def __init__(
        self, *args: Any, activity: Activity, season: Season | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.season = season
        groups = activity.groups.all()
        if groups:
            self.fields["group"].queryset = groups  # type: ignore[attr-defined]  # a field of models
        else:
            del self.fields["group"]
        if season is None:
            self.fields["ending"].choices = ENDS[1:]  # type: ignore[attr-defined]  # a field of choices
            self.fields["ending"].initial = "until"

    def rule(self) -> Rule | None:
        """The rule that was meant, or None with the reasons beside the fields."""
        found = self.cleaned_data
        try:
            minutes = recurrence.minutes_between(
                found["starts"], found["ends"], next_day=found["ends_next_day"]
            )
            rule = Rule(
                first_on=found["first_on"],
                starts=found["starts"],
                minutes=minutes,
                frequency=Frequency(found["frequency"]),
                interval=found["interval"],
                weekdays=frozenset(Weekday(day) for day in found["weekdays"]),
                nth=int(found["nth"] or 1),
                until_on=self._last_day(),
                count=found["count"] if found["ending"] == "count" else None,
                skips_public_holidays=found["skips_public_holidays"],
                skips_school_holidays=found["voivodeship"] if found["skips_school"] else None,
            )
            return recurrence.normal(rule)
        except Refused as no:
            self.blame(no)
            return None

    def blame(self, no: Refused) -> None:
        """Put the sentence beside the field that it is about."""
        if not isinstance(no.reason, Refusal):
            raise no
        field = BESIDE.get(no.reason)
        if field == "until_on" and self.cleaned_data.get("ending") != "until":
            field = "ending"
        self.add_error(field, recurrence.sentence(no.reason, no.facts))

    def _last_day(self) -> date | None:
        if self.cleaned_data["ending"] == "season" and self.season is not None:
            return self.season.last_on
        return self.cleaned_data["until_on"] if self.cleaned_data["ending"] == "until" else None


def proposed(season: Season | None, today: date) -> dict[str, Any]:
    """What an empty form offers: the centre's voivodeship, the season's first day or today."""
    centre = venues.centre()
    first = max(season.first_on, today) if season else today
    return {"voivodeship": centre.voivodeship or "14", "first_on": first}


def said(rule: Rule, season: Season | None) -> dict[str, Any]:
    """A stored rule as the fields show it."""
    begins = datetime.combine(date.min, rule.starts)
    ends = begins + timedelta(minutes=rule.minutes)
    ending = "count" if rule.count else "until"
    if season is not None and rule.until_on == season.last_on:
        ending = "season"
    return {
        "frequency": rule.frequency.value,
        "interval": rule.interval,
        "weekdays": [int(day) for day in rule.weekdays],
        "nth": rule.nth,
        "starts": rule.starts,
        "ends": time(ends.hour, ends.minute),
        "ends_next_day": ends.date() > begins.date(),
        "first_on": rule.first_on,
        "ending": ending,
        "until_on": rule.until_on,
        "count": rule.count,
        "skips_public_holidays": rule.skips_public_holidays,
        "skips_school": bool(rule.skips_school_holidays),
        "voivodeship": rule.skips_school_holidays,
    }
