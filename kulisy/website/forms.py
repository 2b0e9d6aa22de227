"""The filter form of the calendar: every field is a parameter of a shareable address."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kulisy.programme import api as programme
from kulisy.website.wishes import FILTER_NAMES, Wish

ANY = ("", _("does not matter"))


class FilterForm(forms.Form):
    """Fields named as in the address. It only offers; ``wishes.read`` is what understands."""

    szukaj = forms.CharField(label=_("Words"), required=False, max_length=200)
    od = forms.DateField(label=pgettext_lazy("a day", "From"), required=False)
    do = forms.DateField(label=pgettext_lazy("a day", "To"), required=False)
    zajecia = forms.ChoiceField(
        label=_("Regular classes"), required=False,
        choices=[("", _("with events")), ("bez", _("events only")), ("tylko", _("classes only"))],
    )  # fmt: skip
    rodzaj = forms.MultipleChoiceField(label=_("Kind"), required=False)
    dla = forms.MultipleChoiceField(label=_("For whom"), required=False)
    miejsce = forms.MultipleChoiceField(label=_("Place"), required=False)
    ulatwienie = forms.MultipleChoiceField(label=_("Accessibility"), required=False)
    wstep = forms.ChoiceField(
        label=_("Admission"), required=False,
        choices=[ANY, ("wolny", _("free")), ("platny", _("paid"))],
    )  # fmt: skip
    tryb = forms.ChoiceField(
        label=_("Where"), required=False,
        choices=[ANY, ("on_site", _("on site")), ("online", _("online")), ("both", _("both ways"))],
    )  # fmt: skip

    MANY = {"rodzaj": "kinds", "dla": "audiences", "miejsce": "venues", "ulatwienie": "features"}

    def __init__(self, wish: Wish, *, with_days: bool) -> None:
        super().__init__(initial=_initial(wish), auto_id="filtr_%s")
        for name, field in self.MANY.items():
            choices = wish.options.by_field[field]
            self.fields[name] = forms.MultipleChoiceField(
                label=self.fields[name].label, required=False, choices=choices,
                widget=forms.CheckboxSelectMultiple,
            )  # fmt: skip
            if not choices:
                del self.fields[name]
        for name in ("od", "do"):
            if with_days:
                self.fields[name].widget = forms.DateInput(
                    attrs={"type": "date"}, format="%Y-%m-%d"
                )
            else:
                del self.fields[name]


def _initial(wish: Wish) -> dict[str, Any]:
    chosen = wish.filter
    spelt = {**programme.filters.ADMISSIONS, **programme.filters.CLASSES}
    back = {meaning: spelling for spelling, meaning in spelt.items()}
    initial = {FILTER_NAMES[name]: getattr(chosen, name) for name in FILTER_NAMES}
    return {
        **initial,
        "wstep": back.get(chosen.admission, ""),
        "zajecia": back.get(chosen.classes, ""),
        "tryb": chosen.modes[0] if len(chosen.modes) == 1 else "",
    }
