"""Accessibility profiles of venues and rooms: a fact for every feature somebody may depend on.

Ustawa z 19 lipca 2019 r. o zapewnianiu dostępności, art. 6: routes, information on the layout,
assistance dogs, evacuation, means of communication. "Not checked" is an honest answer and the
one that stands where no row is.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from kulisy.venues.models.room import Room
from kulisy.venues.models.venue import Venue


class AccessFeature(models.TextChoices):
    """What is asked about every venue and room, in the order of a visit."""

    PARKING = "parking", _("parking place for disabled people")
    ENTRANCE = "entrance", _("step-free entrance")
    RAMP = "ramp", _("ramp")
    LIFT = "lift", _("lift")
    TOILET = "toilet", _("accessible toilet")
    TACTILE_PLAN = "tactile_plan", _("tactile plan of the building")
    BRAILLE_SIGNS = "braille_signs", _("Braille signs")
    CONTRAST_MARKS = "contrast_marks", _("contrast marks on steps and glass")
    LOOP_FIXED = "loop_fixed", _("induction loop, fixed")
    LOOP_PORTABLE = "loop_portable", _("induction loop, portable")
    QUIET_ROOM = "quiet_room", _("quiet room")
    ASSISTANCE_DOG = "assistance_dog", _("assistance dog welcome")
    EVACUATION_CHAIR = "evacuation_chair", _("evacuation chair")


class AccessAnswer(models.TextChoices):
    """Whether a place has a feature. Nobody having looked is an answer of its own, not a no."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")
    UNKNOWN = "unknown", _("not checked")


class AccessFact(models.Model):
    """One feature, the answer, and what a visitor should know about it."""

    feature = models.CharField(_("feature"), max_length=20, choices=AccessFeature)
    answer = models.CharField(
        _("answer"), max_length=10, choices=AccessAnswer, default=AccessAnswer.UNKNOWN
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    # Declared, because django-stubs does not give abstract models the display method.
    get_feature_display: Any
    get_answer_display: Any

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.get_feature_display()}: {self.get_answer_display()}"


class VenueAccess(AccessFact):
    """A fact about a venue."""

    venue = models.ForeignKey(Venue, on_delete=models.CASCADE, related_name="access")

    class Meta:
        verbose_name = _("accessibility of a venue")
        verbose_name_plural = _("accessibility of venues")
        constraints = [
            models.UniqueConstraint(name="one_access_fact_per_venue", fields=["venue", "feature"])
        ]


class RoomAccess(AccessFact):
    """A fact about a room, where it differs from or adds to its venue."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="access")

    class Meta:
        verbose_name = _("accessibility of a room")
        verbose_name_plural = _("accessibility of rooms")
        constraints = [
            models.UniqueConstraint(name="one_access_fact_per_room", fields=["room", "feature"])
        ]
