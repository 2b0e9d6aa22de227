"""Forms of single dates: adding, moving, describing, calling off."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kulisy.programme.forms.fields import SpanForm
from kulisy.programme.models import AccessibilityFeature, Activity, Group, Occurrence
from kulisy.ui.seen import SeenForm


class DateForm(SpanForm):
    """One more date of an activity."""

    group = forms.ModelChoiceField(
        Group.objects.none(),
        label=gettext_lazy("Group"),
        required=False,
        empty_label=gettext_lazy("The whole activity"),
    )
    is_tentative = forms.BooleanField(
        label=gettext_lazy("Only hold it: to be decided later"), required=False
    )
    title = forms.CharField(
        label=gettext_lazy("Title of this date"),
        required=False,
        max_length=160,
        help_text=gettext_lazy("Only when it differs from the title of the whole."),
    )
    note = forms.CharField(label=gettext_lazy("Note for this date"), required=False, max_length=300)
    features = forms.ModelMultipleChoiceField(
        AccessibilityFeature.objects.all(),
        label=gettext_lazy("Accessibility on this date"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, activity: Activity, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = activity.groups.all()
        if groups:
            self.fields["group"].queryset = groups  # type: ignore[attr-defined]  # a field of models
        else:
            del self.fields["group"]

    def facts(self) -> dict[str, Any]:
        """What the action that adds the date asks for."""
        found = self.cleaned_data
        state = Occurrence.State.TENTATIVE if found["is_tentative"] else Occurrence.State.CONFIRMED
        names = ("starts_at", "ends_at", "room", "place", "title", "note", "features", "group")
        return {"state": state, **{name: found[name] for name in names if name in found}}


class MoveForm(SpanForm):
    """Another time or room for a date; the old time stays visible."""

    reason = forms.CharField(
        label=gettext_lazy("Reason for the public"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("People who planned to come will read it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["place"]


class DetailsForm(SeenForm, forms.ModelForm):
    """What is said of one date, its time and room aside."""

    class Meta:
        model = Occurrence
        fields = [
            "title",
            "note",
            "place",
            "mode",
            "online_url",
            "capacity",
            "wheelchair_places",
            "features",
        ]
        widgets = {"features": forms.CheckboxSelectMultiple}


class ReasonForm(forms.Form):
    """Why something does not take place."""

    reason = forms.CharField(
        label=gettext_lazy("Reason for the public"),
        max_length=200,
        help_text=gettext_lazy(
            "For example: the instructor is ill. Everybody who planned to come will read it."
        ),
        error_messages={
            "required": gettext_lazy("Give the reason; people who planned to come will read it.")
        },
    )
