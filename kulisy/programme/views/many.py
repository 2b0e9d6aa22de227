"""What is done with many ticked rows at once, all of them or none."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulisy.kernel.errors import Refused
from kulisy.people.api import Account
from kulisy.programme import actions
from kulisy.programme.models import Activity, Occurrence
from kulisy.programme.rules import Refusal

MOST_AT_ONCE = 500


class Ticked(forms.Form):
    """Rows ticked in a list, what to do with them, and a reason where one is needed."""

    reason = forms.CharField(
        label=gettext_lazy("Reason for the public"), required=False, max_length=200
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        rows = found.get("rows")
        if rows is not None and len(rows) > MOST_AT_ONCE:
            self.add_error("rows", _("Tick 500 at most, and do the rest after."))
        if found.get("what") == "cancel" and not found.get("reason", "").strip():
            self.add_error("reason", _("Give the reason; people who planned to come will read it."))
        return found


class BulkForm(Ticked):
    """Dates ticked in a list."""

    what = forms.ChoiceField(
        label=gettext_lazy("With the ticked ones"),
        choices=[
            ("confirm", gettext_lazy("Confirm")),
            ("cancel", gettext_lazy("Cancel with a reason")),
            ("remove", gettext_lazy("Remove, as if never planned (drafts only)")),
        ],
    )
    rows = forms.ModelMultipleChoiceField(
        Occurrence.objects.select_related("activity", "booking"),
        label=gettext_lazy("Dates"),
        error_messages={"required": gettext_lazy("Tick at least one row first.")},
    )
    field_order = ["what", "reason", "rows"]


class BulkActivities(Ticked):
    """Activities ticked in a list."""

    what = forms.ChoiceField(
        label=gettext_lazy("With the ticked ones"),
        choices=[
            ("confirm", gettext_lazy("Show on the site")),
            ("cancel", gettext_lazy("Cancel with a reason")),
        ],
    )
    rows = forms.ModelMultipleChoiceField(
        Activity.objects.all(),
        label=gettext_lazy("Events"),
        error_messages={"required": gettext_lazy("Tick at least one row first.")},
    )
    field_order = ["what", "reason", "rows"]


def carry_out(form: BulkForm, *, by: Account, activity_id: int | None) -> int:
    """Do it with each ticked date; the caller's transaction takes all back when one is refused."""
    found = form.cleaned_data
    rows = [row for row in found["rows"] if activity_id in {None, row.activity_id}]
    if found["what"] == "remove":
        if any(row.activity.state != Activity.State.DRAFT for row in rows):
            raise Refused(Refusal.SHOWN_ALREADY)
        return actions.remove_dates(by=by, occurrences=rows)
    for row in rows:
        if found["what"] == "confirm":
            actions.confirm_date(by=by, occurrence=row)
        elif row.state != Occurrence.State.CANCELLED:
            actions.cancel_date(by=by, occurrence=row, reason=found["reason"])
    return len(rows)


def carry_out_activities(form: BulkActivities, *, by: Account) -> int:
    """Show or cancel each ticked activity; the caller's transaction takes all back."""
    state = (
        Activity.State.CONFIRMED
        if form.cleaned_data["what"] == "confirm"
        else Activity.State.CANCELLED
    )
    for row in form.cleaned_data["rows"]:
        actions.set_state(by=by, activity=row, state=state, reason=form.cleaned_data["reason"])
    return len(form.cleaned_data["rows"])
