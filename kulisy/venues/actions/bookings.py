"""Booking, moving, confirming and releasing rooms: never two winners, always a reason."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from kulisy.kernel import audit
from kulisy.kernel.errors import Refused
from kulisy.kernel.news import publish
from kulisy.kernel.time import Stretch
from kulisy.people.api import Account
from kulisy.venues.clashes import known
from kulisy.venues.clashes.alternatives import alternatives
from kulisy.venues.clashes.engine import clashes
from kulisy.venues.clashes.rules import Clash, Request, Wish
from kulisy.venues.clashes.series import clashes_within
from kulisy.venues.events import (
    BookingConfirmed,
    BookingMade,
    BookingMoved,
    BookingReleased,
    HoldExpired,
)
from kulisy.venues.models import Booking, Equipment, EquipmentBooking, Room, SetUp
from kulisy.venues.rules import MOST_WISHES, Refusal


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A booking somebody wants. ``facts`` reach the clash sources of higher floors untouched."""

    room: Room
    stretch: Stretch
    title: str
    holder: str = ""
    set_up: SetUp | None = None
    minutes_setup: int = 0
    minutes_strike: int = 0
    people: int | None = None
    equipment: Mapping[Equipment, int] = field(default_factory=dict)
    is_private: bool = False
    note: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)

    def wish(self, *, ignoring: Iterable[int] = ()) -> Wish:
        """The same as plain values, for the clash engine."""
        return Wish(
            room_id=self.room.pk,
            stretch=self.stretch,
            minutes_setup=self.minutes_setup,
            minutes_strike=self.minutes_strike,
            people=self.people,
            set_up_id=self.set_up.pk if self.set_up else None,
            equipment={thing.pk: quantity for thing, quantity in self.equipment.items()},
            holder=self.holder,
            ignoring=frozenset(ignoring),
            facts=self.facts,
        )


@dataclass(frozen=True, kw_only=True)
class Booked:
    """What became of a series, by position: bookings made, and clashes of those that were not."""

    made: Mapping[int, Booking]
    clashes: Mapping[int, Sequence[Clash]]


def book(  # noqa: PLR0913 - a booking has this many sides, and all but four have a default
    *,
    room: Room,
    stretch: Stretch,
    title: str,
    by: Account | None,
    holder: str = "",
    set_up: SetUp | None = None,
    minutes_setup: int = 0,
    minutes_strike: int = 0,
    people: int | None = None,
    equipment: Mapping[Equipment, int] | None = None,
    tentative_until: datetime | None = None,
    private: bool = False,
    note: str = "",
    ignore_warnings: bool = True,
) -> Booking:
    """Hold the room for the stretch, or refuse with the clashes and what is free instead.

    With ``tentative_until`` the hold lets go by itself at that moment unless confirmed.
    """
    wanted = Wanted(
        room=room,
        stretch=stretch,
        title=title,
        holder=holder,
        set_up=set_up,
        minutes_setup=minutes_setup,
        minutes_strike=minutes_strike,
        people=people,
        equipment=equipment or {},
        is_private=private,
        note=note,
    )
    booked = book_many(
        [wanted], by=by, tentative_until=tentative_until, ignore_warnings=ignore_warnings
    )
    return booked.made[0]


def book_many(
    wanted: Sequence[Wanted],
    *,
    by: Account | None,
    tentative_until: datetime | None = None,
    only_free: bool = False,
    ignore_warnings: bool = True,
) -> Booked:
    """Book all of them, or none; with ``only_free`` those that can be, and say why not the others.

    One transaction, and as many queries for 300 dates as for one. Dates of the series may clash
    with one another too: the earlier in the list wins.
    """
    now = timezone.now()
    _check(wanted, tentative_until, now)
    wishes = tuple(one.wish() for one in wanted)
    if not only_free and not transaction.get_connection().in_atomic_block:
        # A look before taking a turn: in a rush those who come too late do not queue for their no.
        early = Request(wishes=wishes, now=now)
        if against := _against(early, ignore_warnings=ignore_warnings):
            raise _refusal(early, against)
    request = Request(wishes=wishes, now=now)
    with transaction.atomic():
        _lock(request)
        against = _against(request, ignore_warnings=ignore_warnings)
        granted = [position for position in range(len(wanted)) if position not in against]
        made: dict[int, Booking] = {}
        if granted and (only_free or not against):
            made = _write(request, wanted, granted, by=by, tentative_until=tentative_until)
    if against and not only_free:
        # Outside the transaction: looking for alternatives must not keep others waiting.
        raise _refusal(request, against)
    return Booked(made=made, clashes=against)


def move(
    booking: Booking,
    *,
    by: Account | None,
    room: Room | None = None,
    stretch: Stretch | None = None,
    ignore_warnings: bool = True,
) -> Booking:
    """Give the booking another room or time, with its equipment; refused leaves it as it was.

    In another room the set-up of the old one no longer applies.
    """
    now = timezone.now()
    with transaction.atomic():
        request = Request(wishes=(_wish_of(booking, room=room, stretch=stretch),), now=now)
        _lock(request, also={booking.room_id})
        booking = _locked(booking)
        # Read again under the lock: somebody may have moved it since it was shown.
        request = Request(wishes=(_wish_of(booking, room=room, stretch=stretch),), now=now)
        against = _against(request, ignore_warnings=ignore_warnings)
        if not against:
            _release_expired_before(request, [0])
            _rewrite(booking, request.wishes[0], by=by)
    if against:
        raise _refusal(request, against)
    return booking


@transaction.atomic
def confirm(booking: Booking, *, by: Account | None) -> Booking:
    """Make a tentative hold a booking. An expired one is confirmed while nobody else has it."""
    now = timezone.now()
    request = Request(wishes=(_wish_of(booking),), now=now)
    _lock(request)
    booking = _locked(booking)
    if booking.state == Booking.State.CONFIRMED:
        return booking
    if booking.expires_at is not None and booking.expires_at <= now:
        against = _against(request, ignore_warnings=True)
        if against:
            raise _refusal(request, against)
        _release_expired_before(request, [0])
    booking.state = Booking.State.CONFIRMED
    booking.expires_at = None
    booking.sequence += 1
    booking.save(update_fields=["state", "expires_at", "sequence", "changed_at"])
    audit.record(by=by, verb="venues.confirm", subject=booking)
    publish(BookingConfirmed(**_key(booking)))
    return booking


@transaction.atomic
def release(booking: Booking, *, by: Account | None) -> Booking:
    """Let the room go. Releasing twice does nothing the second time."""
    booking = Booking.objects.select_for_update(of=("self",)).get(pk=booking.pk)
    if booking.state == Booking.State.RELEASED:
        return booking
    booking.state = Booking.State.RELEASED
    booking.sequence += 1
    booking.save(update_fields=["state", "sequence", "changed_at"])
    audit.record(by=by, verb="venues.release", subject=booking)
    publish(BookingReleased(**_key(booking)))
    return booking


@transaction.atomic
def release_expired(*, now: datetime | None = None) -> int:
    """Release every tentative hold whose time has run out; returns how many."""
    moment = now or timezone.now()
    return _expire(Booking.objects.filter(expires_at__lte=moment))


def _check(wanted: Sequence[Wanted], tentative_until: datetime | None, now: datetime) -> None:
    if not wanted:
        raise Refused(Refusal.NOTHING_WANTED)
    if len(wanted) > MOST_WISHES:
        raise Refused(Refusal.TOO_MANY_WISHES, most=MOST_WISHES)
    if tentative_until is not None and tentative_until <= now:
        raise Refused(Refusal.HOLD_ENDS_IN_THE_PAST)
    for one in wanted:
        if one.set_up is not None and one.set_up.room_id != one.room.pk:
            raise Refused(Refusal.WRONG_SET_UP, set_up=one.set_up.name, room=one.room.name)
        if any(quantity < 1 for quantity in one.equipment.values()):
            raise Refused(Refusal.BAD_QUANTITY)


def _lock(request: Request, *, also: Iterable[int] = ()) -> None:
    """Take turns for every room and thing that these wishes could take from somebody else.

    Rooms before equipment and each by key, so that two bookings never wait for one another.
    Without the lock both halves and the whole of a hall could be booked at one moment: each
    would look before the other has written.
    """
    relations = known.relations(request)
    rooms = set(also)
    for wish in request.wishes:
        rooms |= relations.locked_with(wish.room_id)
    things = {pk for wish in request.wishes for pk in wish.equipment}
    # "no key": a booking's foreign key to the room must not wait for this lock.
    locked = Room.objects.select_for_update(of=("self",), no_key=True)
    list(locked.filter(pk__in=rooms).order_by("pk").values_list("pk"))
    if things:
        stock = Equipment.objects.select_for_update(of=("self",), no_key=True)
        list(stock.filter(pk__in=things).order_by("pk").values_list("pk"))


def _against(request: Request, *, ignore_warnings: bool) -> dict[int, list[Clash]]:
    """Clashes by position of the wishes that cannot be granted."""
    _refuse_double_holders(request)
    found: dict[int, list[Clash]] = defaultdict(list)
    for clash in clashes(request):
        found[clash.wish].append(clash)
    refused = {
        position
        for position, against in found.items()
        if not ignore_warnings or any(clash.blocks for clash in against)
    }
    for clash in clashes_within(request, refused):
        found[clash.wish].append(clash)
        refused.add(clash.wish)
    return {position: found[position] for position in sorted(refused)}


def _refuse_double_holders(request: Request) -> None:
    keys = [(wish.holder, wish.room_id) for wish in request.wishes if wish.holder]
    if not keys:
        return
    if len(keys) > len(set(keys)):
        raise Refused(Refusal.ALREADY_HELD)
    ignoring = {pk for wish in request.wishes for pk in wish.ignoring}
    held = (
        Booking.objects.filter(known.live_at(request.now), holder__in={key[0] for key in keys})
        .exclude(pk__in=ignoring)
        .order_by()
        .values_list("holder", "room_id")
    )
    if set(keys) & set(held):
        raise Refused(Refusal.ALREADY_HELD)


def _refusal(request: Request, against: Mapping[int, Sequence[Clash]]) -> Refused:
    found = [clash for clashes_of_one in against.values() for clash in clashes_of_one]
    first = request.wishes[min(against)]
    blocks = any(clash.blocks for clash in found)
    return Refused(
        Refusal.CLASH if blocks else Refusal.WARNINGS,
        clashes=found,
        alternatives=alternatives(first, now=request.now) if blocks else [],
    )


def _write(
    request: Request,
    wanted: Sequence[Wanted],
    granted: Sequence[int],
    *,
    by: Account | None,
    tentative_until: datetime | None,
) -> dict[int, Booking]:
    _release_expired_before(request, granted)
    state = Booking.State.TENTATIVE if tentative_until else Booking.State.CONFIRMED
    rows = [
        Booking(
            room_id=one.room.pk,
            title=one.title,
            starts_at=one.stretch.starts_at,
            ends_at=one.stretch.ends_at,
            minutes_setup=one.minutes_setup,
            minutes_strike=one.minutes_strike,
            holds_from=request.wishes[position].holds.starts_at,
            holds_until=request.wishes[position].holds.ends_at,
            state=state,
            expires_at=tentative_until,
            is_private=one.is_private,
            set_up=one.set_up,
            people=one.people,
            note=one.note,
            holder=one.holder,
            made_by=by,
        )
        for position, one in ((position, wanted[position]) for position in granted)
    ]
    rows = Booking.objects.bulk_create(rows)
    made = dict(zip(granted, rows, strict=True))
    _take_equipment(request, made)
    _record(rows, by=by)
    for row in rows:
        publish(BookingMade(**_key(row)))
    return made


def _take_equipment(request: Request, made: Mapping[int, Booking]) -> None:
    lines = [
        EquipmentBooking(
            booking=row,
            equipment_id=pk,
            quantity=quantity,
            holds_from=row.holds_from,
            holds_until=row.holds_until,
        )
        for position, row in made.items()
        for pk, quantity in request.wishes[position].equipment.items()
    ]
    if lines:
        EquipmentBooking.objects.bulk_create(lines)


def _record(rows: Sequence[Booking], *, by: Account | None) -> None:
    """One entry for a single booking; one for each room of a series, naming its bookings."""
    if len(rows) == 1:
        audit.record(by=by, verb="venues.book", subject=rows[0])
        return
    by_room: dict[int, list[Booking]] = defaultdict(list)
    for row in rows:
        by_room[row.room_id].append(row)
    for room_id, booked in by_room.items():
        changes = {"bookings": [[], [row.pk for row in booked]]}
        audit.record(by=by, verb="venues.book_many", subject=Room(pk=room_id), changes=changes)


def _release_expired_before(request: Request, granted: Sequence[int]) -> None:
    """Expired holds stand in nobody's way, but their rows must go before new ones come."""
    rooms = {request.wishes[position].room_id for position in granted}
    holders = {request.wishes[position].holder for position in granted} - {""}
    expired = Booking.objects.filter(expires_at__lte=request.now)
    ignoring = {pk for wish in request.wishes for pk in wish.ignoring}
    hull = request.hull
    overlapping = expired.filter(
        room_id__in=rooms, holds_from__lt=hull.ends_at, holds_until__gt=hull.starts_at
    )
    _expire(overlapping.exclude(pk__in=ignoring))
    if holders:
        _expire(expired.filter(holder__in=holders, room_id__in=rooms).exclude(pk__in=ignoring))


def _expire(found: Any) -> int:
    rows = list(
        found.filter(state=Booking.State.TENTATIVE).order_by("pk").select_for_update(of=("self",))
    )
    for row in rows:
        row.state = Booking.State.RELEASED
        row.sequence += 1
        row.changed_at = timezone.now()
    if rows:
        Booking.objects.bulk_update(rows, ["state", "sequence", "changed_at"], batch_size=500)
    for row in rows:
        publish(HoldExpired(**_key(row)))
    return len(rows)


def _locked(booking: Booking) -> Booking:
    found = Booking.objects.select_for_update(of=("self",)).get(pk=booking.pk)
    if found.state == Booking.State.RELEASED:
        raise Refused(Refusal.ALREADY_RELEASED)
    return found


def _wish_of(booking: Booking, *, room: Room | None = None, stretch: Stretch | None = None) -> Wish:
    wish = Wish(
        room_id=booking.room_id,
        stretch=stretch or Stretch(booking.starts_at, booking.ends_at),
        minutes_setup=booking.minutes_setup,
        minutes_strike=booking.minutes_strike,
        people=booking.people,
        set_up_id=booking.set_up_id,
        equipment=dict(booking.equipment.order_by().values_list("equipment_id", "quantity")),
        holder=booking.holder,
        ignoring=frozenset({booking.pk}),
    )
    if room is not None and room.pk != booking.room_id:
        wish = replace(wish, room_id=room.pk, set_up_id=None)
    return wish


def _rewrite(booking: Booking, wish: Wish, *, by: Account | None) -> None:
    news = BookingMoved(
        **_key(booking) | {"room_id": wish.room_id},
        old_room_id=booking.room_id,
        old_starts_at=booking.starts_at,
        old_ends_at=booking.ends_at,
    )
    changes = {
        "room": [booking.room_id, wish.room_id],
        "starts_at": [booking.starts_at, wish.stretch.starts_at],
        "ends_at": [booking.ends_at, wish.stretch.ends_at],
    }
    booking.room_id = wish.room_id
    booking.set_up_id = wish.set_up_id
    booking.starts_at, booking.ends_at = wish.stretch.starts_at, wish.stretch.ends_at
    booking.holds_from, booking.holds_until = wish.holds.starts_at, wish.holds.ends_at
    booking.sequence += 1
    booking.save()
    booking.equipment.update(holds_from=booking.holds_from, holds_until=booking.holds_until)
    audit.record(by=by, verb="venues.move", subject=booking, changes=changes)
    publish(news)


def _key(booking: Booking) -> dict[str, Any]:
    return {"booking_id": booking.pk, "room_id": booking.room_id, "holder": booking.holder}
