"""The form of a picture: the file is looked into, the words for it are asked for."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.forms import FileField
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from kulisy.media import queries, rules
from kulisy.media.rules import Problem
from kulisy.media.words import SORRY


class PictureFileField(WagtailImageField):
    """Looks into the file before Wagtail does, and says what is wrong in our words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help_text = _("JPEG, PNG, WebP, AVIF or GIF, up to 20 MB and 40 million pixels.")
        # These two are also what the page of many files says without asking the server.
        self.error_messages["file_too_large_unknown_size"] = SORRY[Problem.TOO_HEAVY]
        self.error_messages["invalid_image_extension"] = SORRY[Problem.NOT_A_PICTURE]

    def to_python(self, data: Any) -> Any:
        file = FileField.to_python(self, data)
        if file is not None and (problem := self._problem(file)):
            raise ValidationError(SORRY[problem], code=problem.value)
        return super().to_python(data)

    def run_validators(self, value: Any) -> None:
        """The name is judged together with what is in the file, above."""

    def _problem(self, file: File) -> Problem | None:
        # The weight by itself first: what is too heavy is not read into memory at all.
        if problem := rules.weight_problem(file.size or 0):
            return problem
        file.seek(0)
        problem = queries.problem_of(file.read(), name=file.name or "")
        file.seek(0)
        return problem


class PictureForm(BaseImageForm):
    """Every way of Wagtail to add or change a picture goes through this form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if (old := self.fields.get("file")) is not None:
            self.fields["file"] = PictureFileField(
                label=old.label, required=old.required, widget=old.widget
            )
        if (words := self.fields.get("description")) is not None:
            words.label = _("What can be seen (alternative text)")
            words.help_text = _(
                "One sentence for those who cannot see the picture, and for search. "
                "Without “a picture of”."
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if {"description", "is_decorative"} <= set(self.fields):
            problem = rules.description_problem(
                description=cleaned.get("description") or "",
                is_decorative=bool(cleaned.get("is_decorative")),
            )
            if problem and "description" not in self.errors:
                self.add_error("description", str(SORRY[problem]))
        return cleaned
