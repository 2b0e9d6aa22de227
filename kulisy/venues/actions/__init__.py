"""Changes: bookings, accessibility profiles, addresses of calendars."""

from kulisy.venues.actions.bookings import (
    Booked,
    Wanted,
    book,
    book_many,
    confirm,
    move,
    release,
    release_expired,
)
from kulisy.venues.actions.places import (
    describe_access,
    relate_rooms,
    renew_feed_address,
)

__all__ = [
    "Booked",
    "Wanted",
    "book",
    "book_many",
    "confirm",
    "describe_access",
    "move",
    "relate_rooms",
    "release",
    "release_expired",
    "renew_feed_address",
]
