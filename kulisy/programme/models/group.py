"""Who meets: a group of a section or course, with its age, level and people who lead it."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kulisy.programme.models.activity import Activity, Contributor
from kulisy.venues.api import Room


class Group(models.Model):
    """People who meet regularly within an activity: "Guitar, group II, beginners 10-13"."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    activity = models.ForeignKey(
        Activity, verbose_name=_("activity"), on_delete=models.CASCADE, related_name="groups"
    )
    name = models.CharField(_("name"), max_length=80)
    level = models.CharField(_("level"), max_length=60, blank=True)
    age_from = models.PositiveSmallIntegerField(_("from age"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("to age"), null=True, blank=True)
    capacity = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)
    instructors = models.ManyToManyField(
        Contributor, verbose_name=_("instructors"), blank=True, related_name="groups"
    )
    room = models.ForeignKey(
        Room,
        verbose_name=_("usual room"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    is_full = models.BooleanField(_("no free places"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("group")
        verbose_name_plural = _("groups")
        ordering = ["order", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "name"],
                name="one_group_of_a_name",
                violation_error_message=_("The activity has a group of this name already."),
            ),
            models.CheckConstraint(
                name="group_ages_in_order",
                condition=Q(age_from__isnull=True)
                | Q(age_to__isnull=True)
                | Q(age_to__gte=F("age_from")),
                violation_error_message=_("The upper age is below the lower one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity}, {self.name}"
