"""Fields that take a day and an hour the way Poles write them, and never lose what was typed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

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


class KeepsTyped(forms.Form):
    """A form whose day and hour fields show again what a browser's own field could not hold."""

    def full_clean(self) -> None:
        super().full_clean()
        for name in self.errors:
            widget = self.fields[name].widget if name in self.fields else None
            if isinstance(widget, DayInput | ClockInput):
                widget.input_type = "text"
