"""Background work of ``venues``."""

from kulisy.kernel.jobs import job
from kulisy.venues import actions


@job("venues.release_expired")
def release_expired() -> dict[str, int]:
    """Let go of tentative holds whose time has run out. Safe to run as often as one likes."""
    return {"released": actions.release_expired()}
