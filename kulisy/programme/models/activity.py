"""What is offered: a concert, a ceramics section, an exhibition, a festival with its parts."""

import uuid
from datetime import datetime
from decimal import Decimal
from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from taggit.managers import TaggableManager
from wagtail.fields import StreamField
from wagtail.models import Orderable

from kulisy.media.api import Picture
from kulisy.people.api import Account
from kulisy.programme.models.lists import ActivityKind, Audience, Season, Section
from kulisy.ui.blocks import ArticleBlock


class Mode(models.TextChoices):
    """Where people take part."""

    ON_SITE = "on_site", _("on site")
    ONLINE = "online", _("online")
    BOTH = "both", _("on site and online")


class Activity(ClusterableModel):
    """Something the centre offers. Its dates are its occurrences, who meets is its groups.

    A festival or a series is an activity whose parts name it as ``parent``.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        TENTATIVE = "tentative", pgettext_lazy("activity", "tentative")
        CONFIRMED = "confirmed", pgettext_lazy("activity", "confirmed")
        POSTPONED = "postponed", pgettext_lazy("activity", "postponed")
        CANCELLED = "cancelled", pgettext_lazy("activity", "cancelled")

    # Shown to everybody once published; a cancelled event stays on the page and says so.
    PUBLIC_STATES = (State.CONFIRMED, State.POSTPONED, State.CANCELLED)

    objects: ClassVar[models.Manager["Activity"]] = models.Manager()

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    title = models.CharField(_("title"), max_length=160)
    summary = models.CharField(_("in a sentence or two"), max_length=300, blank=True)
    description = StreamField(ArticleBlock(), verbose_name=_("description"), blank=True)
    kind = models.ForeignKey(
        ActivityKind, verbose_name=_("kind"), on_delete=models.PROTECT, related_name="activities"
    )
    section = models.ForeignKey(
        Section,
        verbose_name=_("section"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="activities",
    )
    season = models.ForeignKey(
        Season,
        verbose_name=_("season"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="activities",
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="parts",
    )
    mode = models.CharField(_("mode"), max_length=8, choices=Mode, default=Mode.ON_SITE)
    audiences = ParentalManyToManyField(
        Audience, verbose_name=_("for whom"), blank=True, related_name="activities"
    )
    age_from = models.PositiveSmallIntegerField(_("from age"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("to age"), null=True, blank=True)
    is_free = models.BooleanField(_("free admission"), default=False)
    price = models.CharField(_("price in words"), max_length=120, blank=True)
    price_from = models.DecimalField(
        _("lowest price"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    currency = models.CharField(_("currency"), max_length=3, default="PLN")
    language = models.CharField(_("language of the event"), max_length=8, default="pl", blank=True)
    capacity = models.PositiveIntegerField(_("places"), null=True, blank=True)
    online_url = models.URLField(_("address online"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    reason = models.CharField(_("reason given to the public"), max_length=200, blank=True)
    publish_at = models.DateTimeField(_("publish at"), default=timezone.now)
    picture = models.ForeignKey(
        Picture,
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    picture_alt = models.CharField(
        _("alternative text of the picture"),
        max_length=250,
        blank=True,
        help_text=_("What somebody who does not see the picture should know."),
    )
    picture_is_decorative = models.BooleanField(_("the picture only decorates"), default=False)
    tags = TaggableManager(verbose_name=_("tags"), blank=True)
    copied_from = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="copies",
    )
    created_by = models.ForeignKey(
        Account, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["title", "pk"]
        indexes = [models.Index(fields=["state", "publish_at"], name="activity_public")]
        constraints = [
            models.CheckConstraint(
                name="picture_has_words_or_only_decorates",
                condition=Q(picture__isnull=True)
                | Q(picture_is_decorative=True)
                | ~Q(picture_alt=""),
                violation_error_message=_(
                    "Describe the picture in a sentence, or mark that it only decorates."
                ),
            ),
            models.CheckConstraint(
                name="ages_in_order",
                condition=Q(age_from__isnull=True)
                | Q(age_to__isnull=True)
                | Q(age_to__gte=F("age_from")),
                violation_error_message=_("The upper age is below the lower one."),
            ),
            models.CheckConstraint(
                name="free_has_no_price",
                condition=Q(is_free=False) | Q(price_from__isnull=True) | Q(price_from=0),
                violation_error_message=_("It is free and has a price; choose one."),
            ),
            models.CheckConstraint(
                name="not_part_of_itself",
                condition=~Q(parent=F("pk")),
                violation_error_message=_("An activity cannot be a part of itself."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def is_public(self, now: datetime) -> bool:
        """Whether visitors may see it at this moment."""
        return self.state in self.PUBLIC_STATES and self.publish_at <= now

    @property
    def art_family(self) -> str:
        """Which poster art stands for it when it has no picture."""
        return self.kind.art

    @property
    def is_missing_words(self) -> bool:
        """Whether its picture lacks the words that a screen reader needs."""
        return bool(self.picture_id and not self.picture_is_decorative and not self.picture_alt)


class Contributor(models.Model):
    """A person of the programme as the public knows them: an instructor, a performer, a speaker."""

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=120)
    headline = models.CharField(_("in a line"), max_length=160, blank=True)
    about = models.TextField(_("about"), blank=True)
    picture = models.ForeignKey(
        Picture,
        verbose_name=_("photograph"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    account = models.OneToOneField(
        Account,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="contributor",
    )
    is_listed = models.BooleanField(_("has a page"), default=True)

    class Meta:
        verbose_name = _("person of the programme")
        verbose_name_plural = _("people of the programme")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class Credit(Orderable):
    """What one contributor does in one activity."""

    class Part(models.TextChoices):
        INSTRUCTOR = "instructor", pgettext_lazy("credit", "instructor")
        PERFORMER = "performer", pgettext_lazy("credit", "performer")
        SPEAKER = "speaker", pgettext_lazy("credit", "speaker")
        DIRECTOR = "director", pgettext_lazy("credit", "director")
        AUTHOR = "author", pgettext_lazy("credit", "author")
        HOST = "host", pgettext_lazy("credit", "host")

    objects: ClassVar[models.Manager["Credit"]] = models.Manager()

    activity = ParentalKey(Activity, on_delete=models.CASCADE, related_name="credits")
    contributor = models.ForeignKey(
        Contributor, verbose_name=_("person"), on_delete=models.PROTECT, related_name="credits"
    )
    part = models.CharField(_("as"), max_length=12, choices=Part, default=Part.PERFORMER)

    class Meta(Orderable.Meta):
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "contributor", "part"], name="one_credit_per_part"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contributor} ({self.get_part_display()})"
