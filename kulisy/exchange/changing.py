"""Following a source that changed, without undoing what people here changed by hand."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from kulisy.exchange.outgoing import plain_text
from kulisy.exchange.target import OF_DATE, OF_OFFER, Lists, texts
from kulisy.exchange.words import FIELD_NAMES
from kulisy.kernel.errors import Refused
from kulisy.people.api import Account
from kulisy.programme.api import Activity, Occurrence, actions
from kulisy.venues import api as venues
from kulisy.venues.api import Room

State = Occurrence.State
Facts = Mapping[str, Any]
OFF = {State.CANCELLED, State.POSTPONED}


def follow_date(
    occurrence: Occurrence,
    wanted: Facts,
    wrote: Facts,
    *,
    by: Account | None,
    reason: str = "",
    rooms: Mapping[int, Room],
) -> list[str]:
    """Make the date what the source says now; what was changed by hand stays and is reported."""
    have = date_now(occurrence)
    changes, kept = _three_ways(OF_DATE, have, wanted, wrote)
    notes = [_kept_sentence(name) for name in kept]
    state = changes.pop("state", None)
    if state == State.CANCELLED and occurrence.state not in OFF:
        actions.cancel_date(
            by=by,
            occurrence=occurrence,
            reason=reason or _("Cancelled in the calendar it came from."),
        )
        return notes
    if state in {State.CONFIRMED, State.TENTATIVE} and occurrence.state in OFF:
        notes += _restore(occurrence, by=by)
    elif state == State.CONFIRMED:
        actions.confirm_date(by=by, occurrence=occurrence)
    elif state == State.TENTATIVE:
        actions.change_date(by=by, occurrence=occurrence, state=state)
    notes += _move(occurrence, changes, by=by, rooms=rooms)
    if changes:
        actions.change_date(by=by, occurrence=occurrence, **changes)
    return notes


def follow_offer(
    activity: Activity,
    wanted: Facts,
    wrote: Facts,
    lists: Lists,
    *,
    by: Account | None,
    is_alone: bool,
) -> tuple[list[str], str]:
    """Make the activity what the source says now; the second value is a title of the date alone.

    One of many dates that is given another name does not rename the others.
    """
    have = offer_now(activity)
    changes, kept = _three_ways(OF_OFFER, have, wanted, wrote)
    own_title = ""
    if "title" in changes and not is_alone:
        own_title = str(changes.pop("title"))
    if "text" in changes:
        changes |= texts(changes.pop("text"))
    if "kind" in changes:
        changes["kind"] = lists.kind_by_id(changes["kind"])
    if "section" in changes:
        changes["section"] = lists.section_by_id(changes["section"])
    if changes:
        actions.change_activity(by=by, activity=activity, **changes)
    return [_kept_sentence(name) for name in kept], own_title


def date_now(occurrence: Occurrence) -> dict[str, Any]:
    """The date as it is, in the words that the source is compared by."""
    facts = {name: getattr(occurrence, name) for name in OF_DATE if name != "room"}
    return facts | {
        "room": occurrence.room_id,
        "mode": str(occurrence.mode),
        "state": str(occurrence.state),
    }


def offer_now(activity: Activity) -> dict[str, Any]:
    """The activity as it is, in the same words."""
    return {
        "title": activity.title,
        "text": plain_text(activity),
        "kind": activity.kind_id,
        "section": activity.section_id,
        "price": activity.price,
        "is_free": activity.is_free,
    }


def _three_ways(
    names: tuple[str, ...], have: Facts, wanted: Facts, wrote: Facts
) -> tuple[dict[str, Any], list[str]]:
    """What to change, and what was changed on both sides and stays as it is here."""
    changes, kept = {}, []
    for name in names:
        now, then, last = (_comparable(facts.get(name)) for facts in (have, wanted, wrote))
        if then in {now, last}:
            continue  # the source says what is here, or what it always said
        if now != last and name in wrote:
            kept.append(name)
        else:
            changes[name] = wanted[name]
    return changes, kept


def _comparable(value: Any) -> Any:
    if isinstance(value, str) and value[10:11] == "T" and value[:4].isdigit():
        value = datetime.fromisoformat(value)
    if isinstance(value, datetime):
        return value.timestamp()
    return "".join(value.split()) if isinstance(value, str) else value


def _kept_sentence(name: str) -> str:
    return _("Changed by hand here and left so: %(field)s.") % {"field": FIELD_NAMES[name]}


def _restore(occurrence: Occurrence, *, by: Account | None) -> list[str]:
    try:
        actions.restore_date(by=by, occurrence=occurrence)
    except Refused as no:
        return [_without_room(occurrence, no), *_restore(occurrence, by=by)]
    return []


def _move(
    occurrence: Occurrence,
    changes: dict[str, Any],
    *,
    by: Account | None,
    rooms: Mapping[int, Room],
) -> list[str]:
    """Take time and room out of the changes and move the date; without its room if it is taken."""
    starts_at = changes.pop("starts_at", occurrence.starts_at)
    ends_at = changes.pop("ends_at", occurrence.ends_at)
    room = occurrence.room
    notes = list[str]()
    if "room" in changes:
        room = rooms.get(changes.pop("room") or 0)
        if room is None and occurrence.room is not None:
            _leave_room(occurrence, by=by)
    same = (starts_at, ends_at, room) == (occurrence.starts_at, occurrence.ends_at, occurrence.room)
    if same or occurrence.state in OFF:
        return notes
    try:
        actions.move_date(
            by=by, occurrence=occurrence, starts_at=starts_at, ends_at=ends_at, room=room
        )
    except Refused as no:
        if room is None:
            raise
        notes.append(_without_room(occurrence, no, room))
        if (starts_at, ends_at) != (occurrence.starts_at, occurrence.ends_at):
            actions.move_date(by=by, occurrence=occurrence, starts_at=starts_at, ends_at=ends_at)
        changes["place"] = str(room)
    return notes


def _without_room(occurrence: Occurrence, no: Refused, room: Room | None = None) -> str:
    if not isinstance(no.reason, venues.Refusal):
        raise no
    taken = str(room or occurrence.room)
    _leave_room(occurrence, by=None)
    return _("The room %(room)s is taken then; the date stands without a booking.") % {
        "room": taken
    }


def _leave_room(occurrence: Occurrence, *, by: Account | None) -> None:
    if occurrence.booking is not None and occurrence.booking.is_live:
        venues.release(occurrence.booking, by=by)
    place = occurrence.place or str(occurrence.room or "")
    actions.change_date(by=by, occurrence=occurrence, booking=None, room=None, place=place)
    # The row at hand is compared with the source after this.
    occurrence.booking, occurrence.room, occurrence.place = None, None, place
