"""Asks every source. The answer is sorted, so that two askings read alike."""

from kulisy.venues.clashes import bookings, fitness, hours, stock
from kulisy.venues.clashes.rules import Clash, Request, sources

# Imported for what they register; named here so that the order of sentences is decided once.
OURS = (fitness, bookings, hours, stock)


def clashes(request: Request) -> list[Clash]:
    """Everything that speaks against the wishes or should be known about them.

    Blocking ones come first within a wish. The number of queries does not depend on how many
    wishes there are.
    """
    if not request.wishes:
        return []
    found = [clash for source in sources().values() for clash in source(request)]
    found.sort(key=lambda clash: (clash.wish, not clash.blocks))
    return found
