"""Pictures: photographs and posters, stored once under a name that tells nothing."""

import uuid
from pathlib import PurePath

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image


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
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    def get_upload_to(self, filename: str) -> str:
        # The name from the uploader's computer may tell a child's name, and may be hostile.
        suffix = PurePath(filename).suffix.lower()[:5]
        name = uuid.uuid4().hex
        return f"pictures/{name[:2]}/{name}{suffix}"

    @property
    def alternative_text(self) -> str:
        """What a screen reader says; empty only for a decoration."""
        return "" if self.is_decorative else self.description


class Rendition(AbstractRendition):
    """A resized copy of a picture."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_filter"
            ),
        ]
