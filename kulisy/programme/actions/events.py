"""An event in one go, and entries of the lists that an editing form has stored."""

from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Model, QuerySet

from kulisy.kernel import audit
from kulisy.kernel.errors import Refused
from kulisy.kernel.news import publish as tell
from kulisy.people.api import Account
from kulisy.programme.actions.activities import add_activity, set_state
from kulisy.programme.actions.dates import add_date, remove_dates
from kulisy.programme.events import ActivityChanged
from kulisy.programme.models import Activity, ActivityKind, Group
from kulisy.programme.rules import Refusal
from kulisy.venues.api import Room

Entry = TypeVar("Entry", bound=Model)


@transaction.atomic
def add_event(
    *,
    by: Account | None,
    title: str,
    kind: ActivityKind,
    starts_at: datetime,
    ends_at: datetime,
    room: Room | None = None,
    place: str = "",
    is_shown: bool = False,
    **facts: Any,
) -> Activity:
    """Add an activity with its one date and room, and show it at once if asked.

    All or nothing: refused for its room, neither the activity nor the date remains.
    """
    activity = add_activity(by=by, title=title, kind=kind, **facts)
    add_date(by=by, activity=activity, starts_at=starts_at, ends_at=ends_at, room=room, place=place)
    if is_shown:
        activity = set_state(by=by, activity=activity, state=Activity.State.CONFIRMED)
    return activity


@transaction.atomic
def entry_saved(*, by: Account | None, entry: Model, fields: list[str], is_added: bool) -> None:
    """Write down what an editing form has just stored in one of the programme's lists."""
    verb = "add" if is_added else "change"
    audit.record(
        by=by,
        verb=f"programme.{verb}_{entry._meta.model_name}",
        subject=entry,
        changes=dict.fromkeys(sorted(fields)),
    )
    if isinstance(entry, Group):
        tell(ActivityChanged(activity_id=entry.activity_id, fields=("groups",)))


@transaction.atomic
def keep_entry(
    *, by: Account | None, of: type[Entry], known_by: dict[str, Any], **facts: Any
) -> Entry:
    """The entry of a list that is known by these facts, added or changed to say the others."""
    rows: QuerySet[Entry] = of._default_manager.get_queryset()
    entry, is_added = rows.update_or_create(**known_by, defaults=facts)
    entry_saved(by=by, entry=entry, fields=[*facts], is_added=is_added)
    return entry


@transaction.atomic
def entry_removed(*, by: Account | None, entry: Model) -> None:
    """Remove an entry of a list that nothing uses, and a draft or its group with their dates.

    Raises Refused when people may have seen its dates, and Django's ProtectedError when something
    else still needs it.
    """
    if isinstance(entry, Activity | Group):
        activity = entry if isinstance(entry, Activity) else entry.activity
        dates = list(entry.occurrences.select_related("activity", "room", "booking"))
        if dates and activity.state != Activity.State.DRAFT:
            raise Refused(Refusal.SHOWN_ALREADY)
        remove_dates(by=by, occurrences=dates)
    audit.record(by=by, verb=f"programme.remove_{entry._meta.model_name}", subject=entry)
    entry.delete()
