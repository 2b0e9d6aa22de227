"""Venues: the buildings and open-air places of the centre."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from kulisy.venues.models.centre import Branch


class Venue(ClusterableModel):
    """A building, or a place under the sky, where the centre has rooms."""

    branch = models.ForeignKey(
        Branch, verbose_name=_("branch"), on_delete=models.PROTECT, related_name="venues"
    )
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("address on the site"), max_length=80, unique=True)
    street = models.CharField(_("street and number"), max_length=120, blank=True)
    postcode = models.CharField(_("postcode"), max_length=10, blank=True)
    town = models.CharField(_("town"), max_length=80, blank=True)
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    is_outdoor = models.BooleanField(_("in the open air"), default=False)
    directions = models.TextField(
        _("how to get there"), blank=True, help_text=_("Stops, parking, which door, which bell.")
    )
    access_note = models.TextField(_("accessibility in a few sentences"), blank=True)
    access_checked_on = models.DateField(_("accessibility checked on"), null=True, blank=True)

    objects: ClassVar[models.Manager["Venue"]] = models.Manager()

    class Meta:
        verbose_name = _("venue")
        verbose_name_plural = _("venues")
        ordering = ["-branch__is_main", "name"]
        constraints = [
            models.CheckConstraint(
                name="venue_has_both_coordinates_or_none",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                violation_error_message=_("Give both the latitude and the longitude, or neither."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """The address on one line."""
        place = f"{self.postcode} {self.town}".strip()
        return ", ".join(part for part in (self.street, place) if part)
