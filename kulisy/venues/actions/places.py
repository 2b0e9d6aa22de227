"""Changes to places: what is accessible, which rooms exclude each other, secret addresses."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from kulisy.kernel import audit
from kulisy.kernel.errors import Refused
from kulisy.people.api import Account
from kulisy.venues.clashes import known
from kulisy.venues.models import (
    AccessAnswer,
    AccessFeature,
    Room,
    RoomRelation,
    Venue,
)
from kulisy.venues.models.room import feed_token
from kulisy.venues.rules import Refusal

Facts = Mapping[AccessFeature, tuple[AccessAnswer, str]]


@transaction.atomic
def describe_access(
    place: Venue | Room,
    facts: Facts,
    *,
    by: Account | None,
    note: str | None = None,
    checked_on: date | None = None,
) -> None:
    """Write down what was found. Features not named keep their answers; "not checked" clears one.

    ``note`` and ``checked_on`` left out stay as they were.
    """
    before = {row.feature: row for row in place.access.all()}
    changes = {}
    for feature, (answer, words) in facts.items():
        old = before.get(feature)
        was = [old.answer, old.note] if old else [AccessAnswer.UNKNOWN.value, ""]
        if was == [answer, words]:
            continue
        changes[str(feature)] = [was, [str(answer), words]]
        place.access.update_or_create(feature=feature, defaults={"answer": answer, "note": words})
    place.access_note = place.access_note if note is None else note
    place.access_checked_on = checked_on or place.access_checked_on
    place.save(update_fields=["access_note", "access_checked_on"])
    audit.record(by=by, verb="venues.describe_access", subject=place, changes=changes)


@transaction.atomic
def relate_rooms(
    room: Room,
    kind: RoomRelation.Kind,
    other: Room,
    *,
    by: Account | None,
    strict: bool = False,
) -> RoomRelation:
    """Say that the room is a part of the other, or disturbs it. Saying it twice changes nothing."""
    is_part = kind == RoomRelation.Kind.PART_OF
    if room.pk == other.pk or (is_part and known.load_relations().would_circle(room.pk, other.pk)):
        raise Refused(Refusal.PART_OF_ITSELF, room=room.name, other=other.name)
    relation, _ = RoomRelation.objects.update_or_create(
        room=room, kind=kind, other=other, defaults={"is_strict": strict}
    )
    audit.record(
        by=by,
        verb="venues.relate_rooms",
        subject=room,
        changes={str(kind): [None, other.pk]},
    )
    return relation


@transaction.atomic
def renew_feed_address(room: Room, *, by: Account | None) -> Room:
    """A new secret address for the room's calendar; whoever had the old one sees nothing more."""
    room.feed_token = feed_token()
    room.save(update_fields=["feed_token"])
    audit.record(by=by, verb="venues.renew_feed_address", subject=room)
    return room
