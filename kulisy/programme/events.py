"""What happens in the programme, as news for whoever listens above."""

from dataclasses import dataclass
from datetime import datetime

from kulisy.kernel.news import Event


@dataclass(frozen=True, kw_only=True)
class ActivityAdded(Event):
    activity_id: int


@dataclass(frozen=True, kw_only=True)
class ActivityChanged(Event):
    """Facts of the activity itself changed; ``fields`` names them."""

    activity_id: int
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ActivityStateChanged(Event):
    activity_id: int
    was: str
    state: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class OccurrencesAdded(Event):
    activity_id: int
    occurrence_ids: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class OccurrenceChanged(Event):
    occurrence_id: int
    activity_id: int
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OccurrenceMoved(Event):
    occurrence_id: int
    activity_id: int
    was_at: datetime
    starts_at: datetime
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class OccurrenceCancelled(Event):
    occurrence_id: int
    activity_id: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class OccurrenceRestored(Event):
    occurrence_id: int
    activity_id: int


@dataclass(frozen=True, kw_only=True)
class OccurrencesRemoved(Event):
    activity_id: int
    occurrence_ids: tuple[int, ...]
