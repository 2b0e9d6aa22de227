"""Forms backstage: a booking, a search for free rooms, an accessibility profile."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulisy.kernel.time import ClockOddity, Stretch, clock_oddity, wall
from kulisy.venues import queries
from kulisy.venues.models import (
    AccessAnswer,
    AccessFeature,
    Equipment,
    Room,
    RoomFeature,
    SetUp,
    Venue,
)


class DayInput(forms.DateInput):
    """The browser's own date field, which takes dates in one notation only."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    """The browser's own time field."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class MomentInput(forms.DateTimeInput):
    """The browser's own field for a day and a time."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class StretchForm(forms.Form):
    """A day with a beginning and an end, as people say it."""

    day = forms.DateField(label=gettext_lazy("Day"), widget=DayInput)
    starts = forms.TimeField(label=gettext_lazy("From"), widget=ClockInput)
    ends = forms.TimeField(label=gettext_lazy("To"), widget=ClockInput)
    last_day = forms.DateField(
        label=gettext_lazy("Ends on another day"),
        required=False,
        widget=DayInput,
        help_text=gettext_lazy("Only for what goes past midnight or lasts for days."),
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        day, starts, ends = (found.get(name) for name in ("day", "starts", "ends"))
        if not (isinstance(day, date) and isinstance(starts, time) and isinstance(ends, time)):
            return found
        last = found.get("last_day") or day
        begins, over = wall(day, starts), wall(last, ends)
        for name, when, at in (("starts", day, starts), ("ends", last, ends)):
            if clock_oddity(when, at) is ClockOddity.MISSING:
                self.add_error(name, _("That hour does not exist: the clocks go forward then."))
        if datetime.combine(last, ends) <= datetime.combine(day, starts):
            self.add_error(
                "ends",
                _("The end comes before the beginning. For past midnight, give the day it ends."),
            )
        elif not self.errors:
            found["stretch"] = Stretch(begins, over)
        return found


class BookingForm(StretchForm):
    """Everything about a booking; equipment has one number field for each thing."""

    room = forms.ModelChoiceField(Room.objects.none(), label=gettext_lazy("Room"))
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    people = forms.IntegerField(label=gettext_lazy("People expected"), required=False, min_value=1)
    set_up = forms.ModelChoiceField(
        SetUp.objects.none(), label=gettext_lazy("Set-up"), required=False
    )
    minutes_setup = forms.IntegerField(
        label=gettext_lazy("Minutes of set-up before"), required=False, min_value=0, max_value=1440
    )
    minutes_strike = forms.IntegerField(
        label=gettext_lazy("Minutes of clearing after"), required=False, min_value=0, max_value=1440
    )
    tentative_until = forms.DateTimeField(
        label=gettext_lazy("Only hold it until"),
        required=False,
        widget=MomentInput,
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
        help_text=gettext_lazy("The room lets go by itself then, unless the booking is confirmed."),
    )
    private = forms.BooleanField(
        label=gettext_lazy("Private: others see only “busy”"), required=False
    )
    note = forms.CharField(
        label=gettext_lazy("Note for staff"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = ["title", "room", "day", "starts", "ends", "last_day"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._field("room").queryset = queries.rooms().filter(is_bookable=True)
        set_ups = SetUp.objects.select_related("room")
        self._field("set_up").queryset = set_ups
        self._field("set_up").label_from_instance = _set_up_label
        self.things: dict[str, Equipment] = {}
        for thing in queries.equipment_stock():
            name = f"thing_{thing.pk}"
            self.things[name] = thing
            self.fields[name] = forms.IntegerField(
                label=thing.name,
                required=False,
                min_value=0,
                max_value=thing.stock,
                help_text=_("There are %(stock)s.") % {"stock": thing.stock},
            )

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def clean_set_up(self) -> SetUp | None:
        found, room = self.cleaned_data.get("set_up"), self.cleaned_data.get("room")
        if found and room and found.room_id != room.pk:
            raise forms.ValidationError(_("This set-up belongs to another room."))
        return found

    @property
    def thing_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name in self.things]

    @property
    def takes_things(self) -> bool:
        """Whether some equipment is asked for, so that the page does not fold it away."""
        return any(field.value() or field.errors for field in self.thing_fields)

    def wanted(self) -> dict[str, Any]:
        """The arguments of ``actions.book``."""
        found = self.cleaned_data
        names = (
            "room",
            "stretch",
            "title",
            "people",
            "set_up",
            "tentative_until",
            "private",
            "note",
        )
        return {name: found[name] for name in names} | {
            "minutes_setup": found["minutes_setup"] or 0,
            "minutes_strike": found["minutes_strike"] or 0,
            "equipment": {thing: found[name] for name, thing in self.things.items() if found[name]},
        }


def _set_up_label(one: SetUp) -> str:
    return f"{one.room}: {one} ({one.capacity})"


class MoveForm(StretchForm):
    """Another time or room for a booking."""

    room = forms.ModelChoiceField(Room.objects.none(), label=gettext_lazy("Room"))
    field_order = ["room", "day", "starts", "ends", "last_day"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["room"]
        field.queryset = queries.rooms().filter(is_bookable=True)


class FinderForm(StretchForm):
    """Dates first, then what is free."""

    people = forms.IntegerField(
        label=gettext_lazy("For how many people"), required=False, min_value=1
    )
    features = forms.ModelMultipleChoiceField(
        RoomFeature.objects.all(),
        label=gettext_lazy("It must have"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        to_field_name="slug",
    )


class AccessForm(forms.Form):
    """Every accessibility feature with its answer and a note."""

    checked_on = forms.DateField(label=gettext_lazy("Checked on"), required=False, widget=DayInput)
    note = forms.CharField(
        label=gettext_lazy("In a few sentences"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, place: Venue | Room, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"checked_on": place.access_checked_on, "note": place.access_note}
        for line in queries.access_profile(place):
            label = line.feature.label
            self.fields[f"{line.feature}-answer"] = forms.ChoiceField(
                label=label, choices=AccessAnswer.choices, initial=line.answer
            )
            self.fields[f"{line.feature}-note"] = forms.CharField(
                label=_("Note: %(feature)s") % {"feature": label},
                required=False,
                max_length=300,
                initial=line.note,
            )

    @property
    def rows(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        return [
            (str(one.label), self[f"{one}-answer"], self[f"{one}-note"]) for one in AccessFeature
        ]

    def facts(self) -> Mapping[AccessFeature, tuple[AccessAnswer, str]]:
        """The arguments of ``actions.describe_access``."""
        return {
            one: (
                AccessAnswer(self.cleaned_data[f"{one}-answer"]),
                self.cleaned_data[f"{one}-note"],
            )
            for one in AccessFeature
        }
