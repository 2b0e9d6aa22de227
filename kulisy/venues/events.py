"""What happens to bookings."""

from dataclasses import dataclass
from datetime import datetime

from kulisy.kernel.news import Event


@dataclass(frozen=True, kw_only=True)
class BookingEvent(Event):
    """``holder`` is the text key of whoever the booking is for, or empty."""

    booking_id: int
    room_id: int
    holder: str


@dataclass(frozen=True, kw_only=True)
class BookingMade(BookingEvent):
    """A room is held, for good or tentatively."""


@dataclass(frozen=True, kw_only=True)
class BookingMoved(BookingEvent):
    """The booking has another time or room; ``room_id`` is the new one."""

    old_room_id: int
    old_starts_at: datetime
    old_ends_at: datetime


@dataclass(frozen=True, kw_only=True)
class BookingConfirmed(BookingEvent):
    """A tentative hold became a booking."""


@dataclass(frozen=True, kw_only=True)
class BookingReleased(BookingEvent):
    """The room is free again, because somebody said so."""


@dataclass(frozen=True, kw_only=True)
class HoldExpired(BookingEvent):
    """The room is free again, because nobody confirmed in time."""
