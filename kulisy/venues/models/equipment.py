"""Equipment that is booked like a room, with a stock."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kulisy.venues.models.venue import Venue


class Equipment(models.Model):
    """So many alike things, of which a booking takes some for as long as it holds its room."""

    name = models.CharField(_("name"), max_length=120)
    code = models.SlugField(_("code"), max_length=40, unique=True)
    stock = models.PositiveIntegerField(_("how many there are"), default=1)
    home = models.ForeignKey(
        Venue,
        verbose_name=_("kept at"),
        on_delete=models.PROTECT,
        related_name="equipment",
        null=True,
        blank=True,
    )
    is_portable = models.BooleanField(
        _("may leave its building"),
        default=True,
    )
    is_access_aid = models.BooleanField(
        _("accessibility aid"), default=False, help_text=_("For example a portable induction loop.")
    )
    description = models.TextField(_("description"), blank=True)

    class Meta:
        verbose_name = _("equipment")
        verbose_name_plural = _("equipment")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
