"""Rooms, their set-ups and features, and the rooms that get in each other's way."""

import secrets
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from kulisy.venues.models.venue import Venue


def feed_token() -> str:
    """A secret that stands in the address of a room's calendar; 128 bits cannot be guessed."""
    return secrets.token_urlsafe(16)


class RoomFeature(models.Model):
    """Something a room has that people look for: a stage, a piano, a mirror wall."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("code"), max_length=60, unique=True)

    class Meta:
        verbose_name = _("room feature")
        verbose_name_plural = _("room features")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Room(ClusterableModel):
    """A place that holds one thing at a time, when it is bookable at all."""

    class Loudness(models.TextChoices):
        QUIET = "quiet", _("needs quiet")
        ORDINARY = "ordinary", _("ordinary")
        LOUD = "loud", _("loud")

    venue = models.ForeignKey(
        Venue, verbose_name=_("venue"), on_delete=models.PROTECT, related_name="rooms"
    )
    name = models.CharField(_("name"), max_length=120)
    name_accusative = models.CharField(
        _("name in the accusative"),
        max_length=120,
        blank=True,
        help_text=_("For Polish sentences: “salę kameralną”. Without it the sentence is simpler."),
    )
    slug = models.SlugField(_("address on the site"), max_length=80, unique=True)
    code = models.CharField(_("code on the door"), max_length=20, blank=True)
    floor = models.SmallIntegerField(_("floor"), default=0, help_text=_("0 is the ground floor."))
    area = models.DecimalField(
        _("area in square metres"), max_digits=7, decimal_places=1, null=True, blank=True
    )
    description = models.TextField(_("description"), blank=True)
    is_bookable = models.BooleanField(_("can be booked"), default=True)
    features = models.ManyToManyField(
        RoomFeature, verbose_name=_("features"), blank=True, related_name="rooms"
    )
    loudness = models.CharField(
        _("loudness"), max_length=10, choices=Loudness, default=Loudness.ORDINARY
    )
    position = models.PositiveSmallIntegerField(
        _("order in calendars"), default=100, help_text=_("Smaller numbers come first.")
    )
    access_note = models.TextField(_("accessibility in a few sentences"), blank=True)
    access_checked_on = models.DateField(_("accessibility checked on"), null=True, blank=True)
    feed_token = models.CharField(max_length=40, unique=True, default=feed_token, editable=False)

    objects: ClassVar[models.Manager["Room"]] = models.Manager()

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering = ["-venue__branch__is_main", "venue__name", "position", "name"]
        constraints = [
            models.UniqueConstraint(name="one_room_of_a_name_per_venue", fields=["venue", "name"])
        ]

    def __str__(self) -> str:
        return self.name


class SetUp(models.Model):
    """A way to arrange the room, with the number of people it then holds."""

    room = ParentalKey(
        Room, verbose_name=_("room"), on_delete=models.CASCADE, related_name="set_ups"
    )
    name = models.CharField(_("name"), max_length=80, help_text=_("For example “theatre rows”."))
    capacity = models.PositiveIntegerField(_("capacity"))
    wheelchair_places = models.PositiveSmallIntegerField(
        _("places for wheelchairs"), null=True, blank=True
    )

    class Meta:
        verbose_name = _("set-up")
        verbose_name_plural = _("set-ups")
        ordering = ["-capacity", "name"]
        constraints = [
            models.UniqueConstraint(name="one_set_up_of_a_name_per_room", fields=["room", "name"])
        ]

    def __str__(self) -> str:
        return self.name


class RoomRelation(models.Model):
    """How one room stands to another: a part of it, or a disturbance to it."""

    class Kind(models.TextChoices):
        PART_OF = "part_of", _("is a part of")
        DISTURBS = "disturbs", _("disturbs")

    room = ParentalKey(
        Room, verbose_name=_("room"), on_delete=models.CASCADE, related_name="relations"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    other = models.ForeignKey(
        Room, verbose_name=_("other room"), on_delete=models.CASCADE, related_name="related_from"
    )
    is_strict = models.BooleanField(
        _("never at the same time"),
        default=False,
        help_text=_("Otherwise a disturbance is only a warning. A part always excludes its whole."),
    )

    class Meta:
        verbose_name = _("related room")
        verbose_name_plural = _("related rooms")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_room_relation_of_a_kind", fields=["room", "kind", "other"]
            ),
            models.CheckConstraint(
                name="room_is_not_related_to_itself",
                condition=~Q(room=F("other")),
                violation_error_message=_("A room cannot be related to itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.room} {self.get_kind_display()} {self.other}"
