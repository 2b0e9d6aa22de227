"""Fields that take a day and an hour the way Poles write them, and never lose what was typed."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulisy.kernel.time import WARSAW, ClockOddity, clock_oddity, wall
from kulisy.venues import api as venues

DAYS = ["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y"]
HOURS = ["%H:%M", "%H.%M", "%H:%M:%S", "%H"]


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


class DayField(forms.DateField):
    """A day: 2026-11-21 from the browser's field, 21.11.2026 from a person."""

    def __init__(self, **kwargs: Any) -> None:
        messages = {
            "invalid": gettext_lazy(
                "There is no such day in the calendar. Write it as 21.11.2026."
            ),
            "required": gettext_lazy("Give the day."),
        }
        super().__init__(input_formats=DAYS, widget=DayInput(), error_messages=messages, **kwargs)


class HourField(forms.TimeField):
    """A time of the clock: 17:00, 17.00 or 17."""

    def __init__(self, **kwargs: Any) -> None:
        messages = {
            "invalid": gettext_lazy("This is not an hour of the clock. Write it as 17:00."),
            "required": gettext_lazy("Give the hour."),
        }
        super().__init__(
            input_formats=HOURS, widget=ClockInput(), error_messages=messages, **kwargs
        )


class RoomField(forms.ModelChoiceField):
    """One of the centre's rooms, grouped by nothing but named with its building."""

    def __init__(self, **kwargs: Any) -> None:
        rooms = venues.rooms().filter(is_bookable=True)
        super().__init__(
            rooms, required=False, empty_label=gettext_lazy("No room of ours"), **kwargs
        )

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} ({obj.venue.name})"


class KeepsTyped(forms.Form):
    """A form whose day and hour fields show again what a browser's own field could not hold."""

    def full_clean(self) -> None:
        super().full_clean()
        for name in self.errors:
            widget = self.fields[name].widget if name in self.fields else None
            if isinstance(widget, DayInput | ClockInput):
                widget.input_type = "text"


class SpanForm(KeepsTyped):
    """A day with a beginning and an end, and where it is."""

    day = DayField(label=gettext_lazy("Day"))
    starts = HourField(label=gettext_lazy("From"))
    ends = HourField(label=gettext_lazy("To"))
    last_day = DayField(
        label=gettext_lazy("Ends on another day"),
        required=False,
        help_text=gettext_lazy("Only for what goes past midnight or lasts for days."),
    )
    room = RoomField(label=gettext_lazy("Room"))
    place = forms.CharField(
        label=gettext_lazy("Place in words"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("When it is in none of our rooms: the market square, the park."),
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        day, starts, ends = (found.get(name) for name in ("day", "starts", "ends"))
        if day and starts and ends:
            self._check_span(found, day, starts, ends)
        if found.get("room") and found.get("place"):
            self.add_error("place", _("Choose a room of ours or write another place, not both."))
        return found

    def _check_span(self, found: dict[str, Any], day: date, starts: time, ends: time) -> None:
        last = found.get("last_day") or day
        for name, when, at in (("starts", day, starts), ("ends", last, ends)):
            if clock_oddity(when, at) is ClockOddity.MISSING:
                self.add_error(
                    name, _("That hour does not exist on this day: the clocks go forward then.")
                )
        found["starts_at"], found["ends_at"] = wall(day, starts), wall(last, ends)
        if found["ends_at"] <= found["starts_at"]:
            sentence = _(
                "It would end before it starts. If it lasts past midnight, give the day it ends on."
            )
            self.add_error("ends", sentence)


def span_initial(starts_at: datetime, ends_at: datetime) -> dict[str, Any]:
    """The moments as the fields of a ``SpanForm`` show them."""
    begins, over = starts_at.astimezone(WARSAW), ends_at.astimezone(WARSAW)
    return {
        "day": begins.date(),
        "starts": begins.time(),
        "ends": over.time(),
        "last_day": over.date() if over.date() != begins.date() else None,
    }
