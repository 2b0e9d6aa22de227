"""Lists the centre keeps and edits itself: kinds, sections, audiences, seasons, school breaks."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Named(models.Model):
    """An entry of a list with its Polish and English name, in the order staff gave."""

    slug = models.SlugField(_("address"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("English name"), max_length=120, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The name in the language of the reader."""
        return self.name_en if get_language() == "en" and self.name_en else self.name


class ActivityKind(Named):
    """What an activity is: a concert, a course, an exhibition.

    ``shape`` says how the centre works with it; ``art`` which poster art is drawn for it. How a
    year's K-07 form counts it stands in ``K07Line``.
    """

    class Shape(models.TextChoices):
        EVENT = "event", _("event")
        EXHIBITION = "exhibition", _("exhibition")
        COLLECTION = "collection", _("series or festival")
        CLASSES = "classes", _("regular classes")
        COURSE = "course", _("course")
        ENSEMBLE = "ensemble", _("artistic group")

    shape = models.CharField(_("shape"), max_length=12, choices=Shape, default=Shape.EVENT)
    art = models.CharField(_("poster art"), max_length=20, default="plain")
    schema_type = models.CharField(
        _("schema.org type"),
        max_length=40,
        default="Event",
        help_text=_("For search engines, for example MusicEvent."),
    )
    is_offered = models.BooleanField(_("may be chosen"), default=True)

    class Meta(Named.Meta):
        verbose_name = _("kind of activity")
        verbose_name_plural = _("kinds of activity")

    @property
    def is_regular(self) -> bool:
        """Whether its groups meet through the season, so that it stands in the timetable."""
        return self.shape in {self.Shape.CLASSES, self.Shape.COURSE, self.Shape.ENSEMBLE}


class K07Line(models.Model):
    """How the K-07 form of one year counts a kind. Forms change, so each year has its own lines."""

    kind = models.ForeignKey(
        ActivityKind, verbose_name=_("kind"), on_delete=models.CASCADE, related_name="k07_lines"
    )
    form_year = models.PositiveSmallIntegerField(_("form of the year"))
    section = models.CharField(_("section of the form"), max_length=60)
    line = models.CharField(_("line"), max_length=20, blank=True)
    label = models.CharField(_("name in the form"), max_length=200)

    class Meta:
        verbose_name = _("line of the K-07 form")
        verbose_name_plural = _("lines of the K-07 form")
        ordering = ["-form_year", "section", "line"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "form_year"], name="one_k07_line_per_kind_and_year"
            ),
        ]

    def __str__(self) -> str:
        return f"K-07 {self.form_year}: {self.label}"


class Section(Named):
    """A discipline: music, art, theatre. Its colour marks titles and timetable blocks."""

    class Colour(models.TextChoices):
        MUSIC = "music", _("night blue")
        ART = "art", _("brick")
        THEATRE = "theatre", _("claret")
        CRAFT = "craft", _("forest")
        DANCE = "dance", _("plum")
        LANGUAGE = "language", _("petrol")
        COMPUTER = "computer", _("slate")
        SENIOR = "senior", _("ochre")

    colour = models.CharField(_("colour"), max_length=12, choices=Colour, default=Colour.MUSIC)
    summary = models.CharField(_("in a line"), max_length=160, blank=True)

    class Meta(Named.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")


class Audience(Named):
    """For whom: children, families, adults, seniors."""

    class Meta(Named.Meta):
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")


class AccessibilityFeature(Named):
    """What a single date offers to people with special needs: a PJM interpreter, captions, a loop.

    Act of 19 July 2019 on ensuring accessibility for people with special needs, art. 6.
    """

    tag = models.CharField(_("short name for tags"), max_length=30)
    tag_en = models.CharField(_("short English name"), max_length=30, blank=True)

    class Meta(Named.Meta):
        verbose_name = _("accessibility feature")
        verbose_name_plural = _("accessibility features")

    @property
    def short(self) -> str:
        return self.tag_en if get_language() == "en" and self.tag_en else self.tag


class Season(models.Model):
    """A year of regular work, usually September to June. Both days belong to it."""

    name = models.CharField(_("name"), max_length=40, unique=True)
    slug = models.SlugField(_("address"), max_length=40, unique=True)
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))

    class Meta:
        verbose_name = _("season")
        verbose_name_plural = _("seasons")
        ordering = ["-first_on"]
        constraints = [
            models.CheckConstraint(
                name="season_ends_after_start",
                condition=Q(last_on__gt=F("first_on")),
                violation_error_message=_("The season ends before it starts."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def holds(self, day: date) -> bool:
        """Whether the day belongs to the season."""
        return self.first_on <= day <= self.last_on


class SchoolBreak(models.Model):
    """A school holiday. Winter ones differ by voivodeship; no voivodeship means all of Poland."""

    name = models.CharField(_("name"), max_length=80)
    voivodeship = models.CharField(_("voivodeship"), max_length=2, blank=True)
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))

    class Meta:
        verbose_name = _("school holiday")
        verbose_name_plural = _("school holidays")
        ordering = ["first_on", "voivodeship"]
        constraints = [
            models.CheckConstraint(
                name="school_break_ends_after_start",
                condition=Q(last_on__gte=F("first_on")),
                violation_error_message=_("The holiday ends before it starts."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.first_on:%Y}"
