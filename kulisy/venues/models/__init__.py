"""Tables of the means: where things happen, with what, and who holds them when."""

from kulisy.venues.models.access import AccessAnswer, AccessFeature, RoomAccess, VenueAccess
from kulisy.venues.models.booking import Booking, EquipmentBooking
from kulisy.venues.models.centre import Branch, Centre, Voivodeship
from kulisy.venues.models.equipment import Equipment
from kulisy.venues.models.hours import ClosedDay, OpeningHours, Weekday
from kulisy.venues.models.room import Room, RoomFeature, RoomRelation, SetUp
from kulisy.venues.models.venue import Venue

__all__ = [
    "AccessAnswer",
    "AccessFeature",
    "Booking",
    "Branch",
    "Centre",
    "ClosedDay",
    "Equipment",
    "EquipmentBooking",
    "OpeningHours",
    "Room",
    "RoomAccess",
    "RoomFeature",
    "RoomRelation",
    "SetUp",
    "Venue",
    "VenueAccess",
    "Voivodeship",
    "Weekday",
]
