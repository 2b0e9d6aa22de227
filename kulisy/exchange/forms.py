"""The forms of backstage: what is brought in, and what is assumed about a source."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulisy.exchange.columns import HEADINGS
from kulisy.exchange.decoding import MOST_BYTES
from kulisy.exchange.models import ImportSource

NAMED = ("title", "day", "hours", "ends", "place")
LABELS = {
    "title": gettext_lazy("Column with the title"),
    "day": gettext_lazy("Column with the date"),
    "hours": gettext_lazy("Column with the hour"),
    "ends": gettext_lazy("Column with the end"),
    "place": gettext_lazy("Column with the place"),
}


class BringForm(forms.Form):
    """A file or an address, and what comes of it."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        help_text=gettext_lazy("A calendar (.ics) or a sheet (.csv, .xlsx), at most 20 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".ics,.csv,.xlsx,text/calendar"}),
    )
    address = forms.CharField(
        label=gettext_lazy("Or the address of a calendar"),
        required=False,
        max_length=500,
        help_text=gettext_lazy(
            "For a Google calendar: Settings, “Secret address in iCal format”. It is then read "
            "again regularly."
        ),
    )
    source = forms.ModelChoiceField(
        ImportSource.objects.none(),
        label=gettext_lazy("Is it a newer version of something brought in before?"),
        required=False,
        empty_label=gettext_lazy("No, it is new here"),
        help_text=gettext_lazy("A newer version changes what came before and adds nothing twice."),
    )
    state = forms.ChoiceField(
        label=gettext_lazy("What comes in is"),
        choices=ImportSource._meta.get_field("state").choices or (),
        widget=forms.RadioSelect,
        initial="draft",
        required=False,
    )

    def __init__(self, *args: Any, has_kept: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.has_kept = has_kept
        chosen = self.fields["source"]
        if isinstance(chosen, forms.ModelChoiceField):
            chosen.queryset = ImportSource.objects.filter(address="")

    def clean_file(self) -> UploadedFile | None:
        file: UploadedFile | None = self.cleaned_data.get("file")
        if file is not None and (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                _("The file is larger than 20 MB. Divide it, or export fewer years.")
            )
        return file

    def clean_address(self) -> str:
        address = str(self.cleaned_data.get("address") or "").strip()
        if address and not address.startswith(("http://", "https://", "webcal://")):
            raise forms.ValidationError(_("The address should begin with https://."))
        return address

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if "file" in self.errors or "address" in self.errors:
            return found
        if found.get("file") and found.get("address"):
            self.add_error("address", _("Give a file or an address, not both."))
        elif not (found.get("file") or self.has_kept or found.get("address")):
            self.add_error("file", _("Choose a file, or give an address."))
        return found


class SourceForm(forms.ModelForm):
    """What is assumed about the rows of a source, and which heading means what."""

    class Meta:
        model = ImportSource
        fields = ["name", "address", "state", "kind", "section", "when_gone", "minutes"]
        widgets = {"when_gone": forms.RadioSelect, "state": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.address:
            del self.fields["address"]
        for name in NAMED:
            self.fields[f"column_{name}"] = forms.CharField(
                label=LABELS[name],
                required=False,
                max_length=60,
                initial=self.instance.columns.get(name, ""),
            )

    def save(self, commit: bool = True) -> ImportSource:  # noqa: FBT001, FBT002 - Django's own signature
        others = {name: at for name, at in self.instance.columns.items() if name not in NAMED}
        given = {name: self.cleaned_data[f"column_{name}"].strip() for name in NAMED}
        known = {name: at for name, at in given.items() if at and name in HEADINGS}
        self.instance.columns = others | known
        saved: ImportSource = super().save(commit=commit)
        return saved
