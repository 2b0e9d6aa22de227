"""From an id, a slug or a token to a row, or nothing: the only way for a view to get one."""

import secrets

from django.http import Http404
from django.shortcuts import get_object_or_404

from kulisy.people.api import Account
from kulisy.venues import queries
from kulisy.venues.models import Booking, Room, Venue

VIEW = "venues.view_booking"
BOOK = "venues.add_booking"
CHANGE = "venues.change_booking"


def may_book(account: Account) -> bool:
    """Whether the account may hold rooms."""
    return account.has_perm(BOOK)


def sees_private(account: Account) -> bool:
    """Whether titles of private bookings are shown; to others they are only "busy"."""
    return account.has_perm(CHANGE)


def may_change(account: Account, booking: Booking) -> bool:
    """Whether the account may move, confirm or release this booking: a released one is history."""
    return booking.is_live and account.has_perm(CHANGE)


def booking(pk: int) -> Booking:
    """Any booking, released ones too."""
    return get_object_or_404(
        Booking.objects.select_related("room__venue", "set_up", "made_by").prefetch_related(
            "equipment__equipment"
        ),
        pk=pk,
    )


def room(slug: str) -> Room:
    """A room by its address."""
    return get_object_or_404(queries.rooms(), slug=slug)


def venue(slug: str) -> Venue:
    """A venue by its address."""
    return get_object_or_404(queries.venues(), slug=slug)


def room_by_token(token: str) -> Room:
    """The room whose secret calendar address this is."""
    found = queries.rooms().filter(feed_token=token).first()
    # Compared once more in constant time: the database's comparison is not made for secrets.
    if found is None or not secrets.compare_digest(found.feed_token, token):
        raise Http404
    return found


def public_room(slug: str) -> Room:
    """A room whose busy times anybody may see, because the centre says so."""
    if not queries.centre().shows_busy_times:
        raise Http404
    return room(slug)
