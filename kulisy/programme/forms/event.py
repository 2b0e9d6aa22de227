"""The quick form: a whole event on one screen, everything else by default."""

from textwrap import shorten
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import escape, linebreaks
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulisy.media.api import Picture, picture_problem
from kulisy.programme.forms.fields import SpanForm
from kulisy.programme.models import ActivityKind

PRICES = [
    ("free", gettext_lazy("Free admission")),
    ("paid", gettext_lazy("With a price")),
    ("", gettext_lazy("Not said yet")),
]


class PictureWords(forms.Form):
    """The words that a picture needs, or that it needs none."""

    picture_alt = forms.CharField(
        label=gettext_lazy("What the picture shows"),
        required=False,
        max_length=250,
        help_text=gettext_lazy("A sentence for somebody who does not see it."),
    )
    picture_is_decorative = forms.BooleanField(
        label=gettext_lazy("The picture only decorates; it says nothing more than the text"),
        required=False,
    )

    def check_words(self, found: dict[str, Any], *, has_picture: bool) -> None:
        """Refuse a picture that a blind person would learn nothing of."""
        if has_picture and not found.get("picture_alt") and not found.get("picture_is_decorative"):
            self.add_error(
                "picture_alt",
                _("Describe the picture in a sentence, or mark that it only decorates."),
            )


class EventForm(SpanForm, PictureWords):
    """Title, date, room, picture, text: done."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=160,
        error_messages={"required": gettext_lazy("Give the title.")},
    )
    kind = forms.ModelChoiceField(
        ActivityKind.objects.filter(is_offered=True),
        label=gettext_lazy("Kind"),
        empty_label=gettext_lazy("Choose"),
        error_messages={"required": gettext_lazy("Choose what it is.")},
    )
    text = forms.CharField(
        label=gettext_lazy("Text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("An empty line begins a new paragraph."),
    )
    picture = forms.FileField(
        label=gettext_lazy("Picture"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )
    mark = forms.UUIDField(required=False, widget=forms.HiddenInput)
    kept_picture = forms.IntegerField(required=False, widget=forms.HiddenInput)
    admission = forms.ChoiceField(
        label=gettext_lazy("Admission"),
        choices=PRICES,
        required=False,
        widget=forms.RadioSelect,
        initial="",
    )
    price = forms.CharField(
        label=gettext_lazy("Price in words"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("For example: 25 zł, reduced 15 zł."),
    )
    field_order = [
        "title", "kind", "day", "starts", "ends", "last_day", "room", "place", "text",
        "picture", "picture_alt", "picture_is_decorative", "admission", "price",
    ]  # fmt: skip

    def clean_picture(self) -> UploadedFile | None:
        file: UploadedFile | None = self.cleaned_data["picture"]
        if file:
            # A byte more than is allowed tells that it is too heavy, and no more is read.
            content = file.read(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE + 1)
            file.seek(0)
            if problem := picture_problem(content, name=file.name or ""):
                raise ValidationError(problem)
        return file

    def clean(self) -> dict[str, Any]:
        found = super().clean()
        has_picture = bool(found.get("picture") or found.get("kept_picture"))
        if "picture" not in self.errors:
            self.check_words(found, has_picture=has_picture)
        if found.get("admission") == "paid" and not found.get("price"):
            self.add_error("price", _("Say what it costs, or mark that admission is free."))
        return found

    def facts(self, picture: Picture | None) -> dict[str, Any]:
        """What the action that adds the event asks for."""
        found = self.cleaned_data
        text = found["text"].strip()
        is_free = found["admission"] == "free"
        return {
            "title": found["title"],
            "kind": found["kind"],
            "starts_at": found["starts_at"],
            "ends_at": found["ends_at"],
            "room": found["room"],
            "place": found["place"],
            "summary": shorten(text.split("\n\n", maxsplit=1)[0], 300, placeholder="…"),
            "description": [("paragraph", linebreaks(escape(text)))] if text else [],
            "is_free": is_free,
            "price": "" if is_free else found["price"],
            "picture": picture,
            "picture_alt": found["picture_alt"] if picture else "",
            "picture_is_decorative": bool(picture) and found["picture_is_decorative"],
        }
