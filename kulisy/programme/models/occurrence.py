"""When and where: single dates, and the rules that regular dates come from."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kulisy.programme.models.activity import Activity, Mode
from kulisy.programme.models.group import Group
from kulisy.programme.models.lists import AccessibilityFeature
from kulisy.venues.api import Booking, Room


class Recurrence(models.Model):
    """A rule of RFC 5545 in wall-clock time: 17:00 stays 17:00 across both clock changes.

    Its dates are written out as occurrences, so that each may be moved, cancelled or described by
    itself; the rule is kept to be said in words, sent as RRULE and edited.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="recurrences")
    group = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.CASCADE, related_name="recurrences"
    )
    first_on = models.DateField(_("first day"))
    starts = models.TimeField(_("from"))
    minutes = models.PositiveSmallIntegerField(_("length in minutes"))
    rrule = models.CharField(_("rule"), max_length=300)
    zone = models.CharField(_("time zone"), max_length=40, default="Europe/Warsaw")
    skips_public_holidays = models.BooleanField(_("not on public holidays"), default=True)
    skips_school_breaks = models.CharField(
        _("not in the school holidays of"), max_length=2, blank=True
    )
    sequence = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("recurrence")
        verbose_name_plural = _("recurrences")
        ordering = ["first_on", "starts", "pk"]
        constraints = [
            models.CheckConstraint(name="recurrence_has_length", condition=Q(minutes__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.activity}: {self.rrule}"


class Occurrence(models.Model):
    """One dated meeting in one place, on site, online or both: ``[starts_at, ends_at)``."""

    class State(models.TextChoices):
        TENTATIVE = "tentative", pgettext_lazy("date", "tentative")
        CONFIRMED = "confirmed", pgettext_lazy("date", "confirmed")
        POSTPONED = "postponed", pgettext_lazy("date", "postponed")
        CANCELLED = "cancelled", pgettext_lazy("date", "cancelled")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    activity = models.ForeignKey(
        Activity, verbose_name=_("activity"), on_delete=models.CASCADE, related_name="occurrences"
    )
    group = models.ForeignKey(
        Group,
        verbose_name=_("group"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="occurrences",
    )
    recurrence = models.ForeignKey(
        Recurrence,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="occurrences",
    )
    # RECURRENCE-ID: the start this date had by the rule, whatever happened to it since.
    original_starts_at = models.DateTimeField(null=True, blank=True, editable=False)
    title = models.CharField(_("title of this date"), max_length=160, blank=True)
    note = models.CharField(_("note for this date"), max_length=300, blank=True)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    is_all_day = models.BooleanField(_("whole days"), default=False)
    mode = models.CharField(_("mode"), max_length=8, choices=Mode, default=Mode.ON_SITE)
    room = models.ForeignKey(
        Room,
        verbose_name=_("room"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    place = models.CharField(
        _("place in words"),
        max_length=200,
        blank=True,
        help_text=_("Where it is, when it is in none of our rooms: the market square, the park."),
    )
    booking = models.OneToOneField(
        Booking,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    online_url = models.URLField(_("address online"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.CONFIRMED)
    is_sold_out = models.BooleanField(_("no places left"), default=False)
    reason = models.CharField(_("reason given to the public"), max_length=200, blank=True)
    moved_from = models.DateTimeField(null=True, blank=True, editable=False)
    capacity = models.PositiveIntegerField(_("places"), null=True, blank=True)
    wheelchair_places = models.PositiveSmallIntegerField(
        _("wheelchair places"), null=True, blank=True
    )
    features = models.ManyToManyField(
        AccessibilityFeature,
        verbose_name=_("accessibility"),
        blank=True,
        related_name="occurrences",
    )
    sequence = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("date")
        verbose_name_plural = _("dates")
        ordering = ["starts_at", "pk"]
        indexes = [
            models.Index(fields=["starts_at", "ends_at"], name="occurrence_when"),
            models.Index(fields=["ends_at", "starts_at"], name="occurrence_until"),
            models.Index(fields=["activity", "starts_at"], name="occurrence_of_activity"),
        ]
        constraints = [
            models.CheckConstraint(
                name="occurrence_ends_after_start",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("It ends before it starts."),
            ),
            models.UniqueConstraint(
                fields=["recurrence", "original_starts_at"],
                name="one_occurrence_per_original_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.starts_at:%Y-%m-%d %H:%M}"

    @property
    def label(self) -> str:
        """The title of the date itself, or of what it is a date of."""
        return self.title or self.activity.title

    @property
    def is_off(self) -> bool:
        """Whether nobody should come: cancelled, or postponed without a new date."""
        return self.state in {
            self.State.CANCELLED,
            self.State.POSTPONED,
        } or self.activity.state in {
            Activity.State.CANCELLED,
            Activity.State.POSTPONED,
        }

    @property
    def was_moved(self) -> bool:
        return self.moved_from is not None and not self.is_off

    def is_over(self, now: datetime) -> bool:
        return self.ends_at <= now
