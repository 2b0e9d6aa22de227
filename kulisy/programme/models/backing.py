"""Who stands behind an activity: organisers, partners, patrons, funders and their signs."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from kulisy.media.api import Picture


class Organisation(models.Model):
    """A body that the centre works with: the town hall, a school, a newspaper, a funder."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    address = models.URLField(_("web address"), blank=True)
    logo = models.ForeignKey(
        Picture,
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    is_partner = models.BooleanField(
        _("sees tentative dates"),
        default=False,
        help_text=_(
            "A partner of the town's shared calendar, who must know before a date is fixed."
        ),
    )

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class SignSet(ClusterableModel):
    """The signs a funder demands on everything about a project, in their obligatory order.

    Poland: regulation of 7 May 2021 (Dz.U. 2021 poz. 953) for the state budget; Regulation (EU)
    2021/1060, art. 47 and 50, for the funds of the Union. The files are the centre's: official
    logos are not ours to give.
    """

    name = models.CharField(_("name"), max_length=120, unique=True)
    statement = models.TextField(
        _("obligatory sentence"),
        blank=True,
        help_text=_("For example: Co-financed by the Minister of Culture ..."),
    )

    class Meta:
        verbose_name = _("sign set")
        verbose_name_plural = _("sign sets")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Sign(Orderable):
    """One sign of a set, in its place."""

    sign_set = ParentalKey(SignSet, on_delete=models.CASCADE, related_name="signs")
    picture = models.ForeignKey(
        Picture, verbose_name=_("picture"), on_delete=models.PROTECT, related_name="+"
    )
    words = models.CharField(_("what it says"), max_length=200)

    class Meta(Orderable.Meta):
        verbose_name = _("sign")
        verbose_name_plural = _("signs")

    def __str__(self) -> str:
        return self.words


class Backing(Orderable):
    """What one organisation is to one activity."""

    class Role(models.TextChoices):
        ORGANISER = "organiser", _("organiser")
        CO_ORGANISER = "co_organiser", _("co-organiser")
        PARTNER = "partner", _("partner")
        HONORARY_PATRON = "honorary_patron", _("honorary patronage")
        MEDIA_PATRON = "media_patron", _("media patronage")
        SPONSOR = "sponsor", _("sponsor")
        FUNDER = "funder", _("funder")

    objects: ClassVar[models.Manager["Backing"]] = models.Manager()

    activity = ParentalKey("programme.Activity", on_delete=models.CASCADE, related_name="backings")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="backings",
    )
    role = models.CharField(_("as"), max_length=16, choices=Role, default=Role.PARTNER)
    sign_set = models.ForeignKey(
        SignSet,
        verbose_name=_("sign set"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Only for a funder: its signs appear wherever the activity is shown."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("organisation behind it")
        verbose_name_plural = _("organisations behind it")
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "organisation", "role"], name="one_backing_per_role"
            ),
            models.CheckConstraint(
                name="signs_only_of_funders",
                condition=Q(sign_set__isnull=True) | Q(role="funder"),
                violation_error_message=_("Only a funder has a sign set."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.get_role_display()})"
