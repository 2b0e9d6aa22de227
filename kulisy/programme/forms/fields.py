"""A room of the centre to choose, and the fields of one stretch of time in one place."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from kulisy.kernel.time import WARSAW, ClockOddity, clock_oddity, wall
from kulisy.ui.fields import DayField, HourField, KeepsTyped
from kulisy.venues import api as venues


class RoomField(forms.ModelChoiceField):
    """One of the centre's rooms, grouped by nothing but named with its building."""

    def __init__(self, **kwargs: Any) -> None:
        rooms = venues.rooms().filter(is_bookable=True)
        super().__init__(
            rooms, required=False, empty_label=gettext_lazy("No room of ours"), **kwargs
        )

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} ({obj.venue.name})"


class SpanForm(KeepsTyped):
    """A day with a beginning and an end, and where it is."""

    day = DayField(label=gettext_lazy("Day"))
    starts = HourField(label=pgettext_lazy("hour", "From"))
    ends = HourField(label=pgettext_lazy("hour", "To"))
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
