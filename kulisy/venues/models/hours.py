"""When a venue is open, and the days when it is not."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from kulisy.venues.models.venue import Venue


class Weekday(models.IntegerChoices):
    """Days as ``date.weekday()`` numbers them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class OpeningHours(models.Model):
    """From when to when a venue is open on a weekday, all the year or for a season of it.

    Several rows of one weekday add up. A venue without any row is open at all hours; a closing
    time not later than the opening one belongs to the next day, so 18:00 to 0:00 ends at midnight.
    """

    venue = ParentalKey(
        Venue, verbose_name=_("venue"), on_delete=models.CASCADE, related_name="opening_hours"
    )
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until, inclusive"), null=True, blank=True)

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering = ["weekday", "opens"]
        constraints = [
            models.CheckConstraint(
                name="opening_hours_last_some_time",
                condition=~Q(opens=F("closes")),
                violation_error_message=_("Opening and closing time are the same."),
            ),
            models.CheckConstraint(
                name="opening_hours_season_in_order",
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                violation_error_message=_("The season ends before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"


class ClosedDay(models.Model):
    """Days when a venue, or the whole centre, is closed."""

    venue = models.ForeignKey(
        Venue,
        verbose_name=_("venue"),
        on_delete=models.CASCADE,
        related_name="closed_days",
        null=True,
        blank=True,
        help_text=_("Leave empty when the whole centre is closed."),
    )
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))
    reason = models.CharField(_("reason"), max_length=200)
    is_strict = models.BooleanField(
        _("nothing can be booked"),
        default=True,
        help_text=_("Otherwise staff are warned and may book all the same."),
    )

    class Meta:
        verbose_name = _("closed days")
        verbose_name_plural = _("closed days")
        ordering = ["first_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="closed_days_in_order",
                condition=Q(last_on__gte=F("first_on")),
                violation_error_message=_("The last day comes before the first."),
            )
        ]

    def __str__(self) -> str:
        return self.reason
