"""What bookings keep about a person: that they made them, until the person is forgotten."""

from typing import Any

from kulisy.kernel.privacy import keeper
from kulisy.venues.models import Booking


def export(account_id: int) -> dict[str, Any]:
    """Bookings that the account made."""
    rows = Booking.objects.filter(made_by=account_id).order_by("starts_at")
    return {"bookings": list(rows.values("title", "room__name", "starts_at", "ends_at", "made_at"))}


def erase(account_id: int) -> int:
    """Forget who made the bookings; the bookings themselves are the centre's record."""
    return Booking.objects.filter(made_by=account_id).update(made_by=None)


keeper("venues", export=export, erase=erase)
