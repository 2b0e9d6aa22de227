"""The centre itself and its branches."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Voivodeship(models.TextChoices):
    """The sixteen voivodeships by their TERYT codes; school holidays differ between them."""

    DOLNOSLASKIE = "02", "dolnośląskie"
    KUJAWSKO_POMORSKIE = "04", "kujawsko-pomorskie"
    LUBELSKIE = "06", "lubelskie"
    LUBUSKIE = "08", "lubuskie"
    LODZKIE = "10", "łódzkie"
    MALOPOLSKIE = "12", "małopolskie"
    MAZOWIECKIE = "14", "mazowieckie"
    OPOLSKIE = "16", "opolskie"
    PODKARPACKIE = "18", "podkarpackie"
    PODLASKIE = "20", "podlaskie"
    POMORSKIE = "22", "pomorskie"
    SLASKIE = "24", "śląskie"
    SWIETOKRZYSKIE = "26", "świętokrzyskie"
    WARMINSKO_MAZURSKIE = "28", "warmińsko-mazurskie"
    WIELKOPOLSKIE = "30", "wielkopolskie"
    ZACHODNIOPOMORSKIE = "32", "zachodniopomorskie"


class Centre(models.Model):
    """The institution this installation serves. There is one row, with the key 1."""

    name = models.CharField(pgettext_lazy("centre", "full name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=60)
    street = models.CharField(_("street and number"), max_length=120, blank=True)
    postcode = models.CharField(_("postcode"), max_length=10, blank=True)
    town = models.CharField(_("town"), max_length=80, blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    voivodeship = models.CharField(_("voivodeship"), max_length=2, choices=Voivodeship, blank=True)
    nip = models.CharField(
        _("tax number (NIP)"),
        max_length=10,
        blank=True,
        validators=[
            RegexValidator(r"^\d{10}$", _("The tax number has ten digits, without dashes."))
        ],
    )
    opening_text = models.TextField(
        _("opening hours in words"),
        blank=True,
        help_text=_("As it should read on the contact page, for example “Monday to Friday 8–20”."),
    )
    accent = models.CharField(
        _("accent colour"),
        max_length=7,
        default="#8a2b3d",
        validators=[
            RegexValidator(
                r"^#[0-9a-fA-F]{6}$", _("Write the colour as # and six digits, such as #8a2b3d.")
            )
        ],
    )
    shows_busy_times = models.BooleanField(
        _("anybody may subscribe to the busy times of rooms"),
        default=False,
        help_text=_("Only “busy” is shown, never a title. Secret addresses work either way."),
    )

    class Meta:
        verbose_name = _("centre")
        verbose_name_plural = _("centres")
        constraints = [models.CheckConstraint(name="one_centre", condition=Q(pk=1))]

    def __str__(self) -> str:
        return self.name

    @property
    def address_lines(self) -> list[str]:
        """The postal address as printed, line by line, without empty lines."""
        return [line for line in (self.street, f"{self.postcode} {self.town}".strip()) if line]


class Branch(models.Model):
    """A branch (filia): its own name and staff, and one or more buildings."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    slug = models.SlugField(_("address on the site"), max_length=80, unique=True)
    is_main = models.BooleanField(_("the main seat"), default=False)
    description = models.TextField(_("description"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)

    class Meta:
        verbose_name = _("branch")
        verbose_name_plural = _("branches")
        ordering = ["-is_main", "name"]
        constraints = [
            models.UniqueConstraint(
                name="one_main_branch", fields=["is_main"], condition=Q(is_main=True)
            )
        ]

    def __str__(self) -> str:
        return self.name
