"""Pictures: photographs and posters, stored once under a name that tells nothing."""

import hashlib
import uuid
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile, File
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Image,
    WagtailImageFieldFile,
)

from kulisy.media.cleaning import cleaned


class CleanFile(WagtailImageFieldFile):
    """A file that is cleaned on its way to the disk.

    Here, not in a form: Wagtail's upload of many files at once stores them outside any form.
    """

    def save(self, name: str, content: File, save: bool = True) -> None:  # noqa: FBT001, FBT002 - Django's signature
        content.seek(0)
        written = cleaned(content.read())
        picture: Any = self.instance
        picture.file_size = len(written)
        picture.file_hash = hashlib.sha1(written, usedforsecurity=False).hexdigest()
        # With its name: a nameless file counts as no file, and has no width.
        super().save(name, ContentFile(written, name=name), save)


class Picture(AbstractImage):
    """A picture with the words that stand for it. ``description`` is its alternative text."""

    credit = models.CharField(_("author and licence"), max_length=200, blank=True)
    is_decorative = models.BooleanField(
        _("only decorates"),
        default=False,
        help_text=_("Says nothing that the text beside it does not; screen readers skip it."),
    )

    admin_form_fields = (*Image.admin_form_fields, "credit", "is_decorative")

    class Meta(AbstractImage.Meta):
        verbose_name = pgettext_lazy("a file", "picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    def get_upload_to(self, filename: str) -> str:
        # The name from the uploader's computer may tell a child's name, and may be hostile.
        suffix = PurePath(filename).suffix.lower()[:5]
        name = uuid.uuid4().hex
        return f"pictures/{name[:2]}/{name}{suffix}"

    def _set_image_file_metadata(self) -> None:
        super()._set_image_file_metadata()
        # Wagtail leaves the stored file open. One still on its way up is read again when saved.
        file: Any = self.file
        if file._committed:  # noqa: SLF001 - Django has no public word for "is stored"
            file.close()

    @property
    def alternative_text(self) -> str:
        """What a screen reader says; empty only for a decoration."""
        return "" if self.is_decorative else self.description


# Set on Wagtail's own field: declared anew it would be saved after width, height and size, and they
# would still tell of the file as it was uploaded.
Picture._meta.get_field("file").attr_class = CleanFile


class Rendition(AbstractRendition):
    """A resized copy of a picture."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_filter"
            ),
        ]
