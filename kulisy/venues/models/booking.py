"""Bookings: who holds a room, from when to when, and with what."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kulisy.venues.models.equipment import Equipment
from kulisy.venues.models.room import Room, SetUp


def booking_uid() -> str:
    """What leaves in a feed: it never changes and tells nothing."""
    return f"{uuid.uuid4()}@kulisy"


class Booking(models.Model):
    """One room held for one stretch of time.

    ``starts_at`` to ``ends_at`` is when people are there; ``holds_from`` to ``holds_until`` adds
    set-up and strike, and is what clashes. Both are half-open. Live bookings of one room never
    overlap: the actions lock the room, and the database refuses what slips past them.
    """

    class State(models.TextChoices):
        CONFIRMED = "confirmed", pgettext_lazy("booking", "confirmed")
        TENTATIVE = "tentative", pgettext_lazy("booking", "tentative")
        RELEASED = "released", pgettext_lazy("booking", "released")

    LIVE = (State.CONFIRMED, State.TENTATIVE)

    room = models.ForeignKey(
        Room, verbose_name=_("room"), on_delete=models.PROTECT, related_name="bookings"
    )
    title = models.CharField(_("title"), max_length=200)
    starts_at = models.DateTimeField(_("starts at"))
    ends_at = models.DateTimeField(_("ends at"))
    minutes_setup = models.PositiveSmallIntegerField(_("minutes of set-up before"), default=0)
    minutes_strike = models.PositiveSmallIntegerField(_("minutes of clearing after"), default=0)
    holds_from = models.DateTimeField(editable=False)
    holds_until = models.DateTimeField(editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.CONFIRMED)
    expires_at = models.DateTimeField(_("held until"), null=True, blank=True)
    is_private = models.BooleanField(
        pgettext_lazy("booking", "private"),
        default=False,
        help_text=_("Others see only “busy”: neither the title nor who booked."),
    )
    set_up = models.ForeignKey(
        SetUp,
        verbose_name=_("set-up"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="bookings",
    )
    people = models.PositiveIntegerField(_("people expected"), null=True, blank=True)
    note = models.TextField(_("note for staff"), blank=True)
    holder = models.CharField(max_length=80, blank=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("booked by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="bookings",
    )
    uid = models.CharField(max_length=60, unique=True, default=booking_uid, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("booking")
        verbose_name_plural = _("bookings")
        ordering = ["starts_at", "pk"]
        indexes = [
            # The end first: history grows behind, and a question about next week skips all of it.
            models.Index(fields=["room", "holds_until", "holds_from"], name="booking_room_until"),
            models.Index(fields=["holds_until", "holds_from"], name="booking_until"),
            models.Index(fields=["state", "expires_at"], name="booking_state_expires"),
            models.Index(fields=["holder"], name="booking_holder"),
        ]
        constraints = [
            models.CheckConstraint(
                name="booking_ends_after_start", condition=Q(ends_at__gt=F("starts_at"))
            ),
            models.CheckConstraint(
                name="booking_holds_all_of_itself",
                condition=Q(holds_from__lte=F("starts_at"), holds_until__gte=F("ends_at")),
            ),
            models.CheckConstraint(
                name="tentative_booking_expires",
                condition=~Q(state="tentative") | Q(expires_at__isnull=False),
            ),
            models.UniqueConstraint(
                name="one_live_booking_per_holder_and_room",
                fields=["holder", "room"],
                condition=Q(state__in=["confirmed", "tentative"]) & ~Q(holder=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_live(self) -> bool:
        return self.state in self.LIVE


class EquipmentBooking(models.Model):
    """So many pieces taken by a booking.

    The times are copied from the booking, so that stock is counted from one index.
    """

    booking = models.ForeignKey(
        Booking, verbose_name=_("booking"), on_delete=models.CASCADE, related_name="equipment"
    )
    equipment = models.ForeignKey(
        Equipment,
        verbose_name=_("equipment"),
        on_delete=models.PROTECT,
        related_name="bookings",
    )
    quantity = models.PositiveIntegerField(_("how many"), default=1)
    holds_from = models.DateTimeField(editable=False)
    holds_until = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = _("booked equipment")
        verbose_name_plural = _("booked equipment")
        ordering = ["equipment__name"]
        indexes = [
            models.Index(
                fields=["equipment", "holds_until", "holds_from"], name="equipment_booked_until"
            )
        ]
        constraints = [
            models.UniqueConstraint(
                name="one_line_per_equipment_and_booking", fields=["booking", "equipment"]
            ),
            models.CheckConstraint(name="booked_equipment_is_some", condition=Q(quantity__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.equipment}"
