"""The first page backstage: today by room, the coming days, what waits for a decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from kulisy.kernel.time import day_stretch
from kulisy.people.api import Account, account_acting
from kulisy.programme import access, queries
from kulisy.programme.models import Occurrence
from kulisy.ui.slots import Shelf, piles
from kulisy.venues import api as venues
from kulisy.venues.api import Booking

DAYS_SHOWN = 7
HOLDER = "programme.occurrence:"


@dataclass(frozen=True)
class Entry:
    """One line of the run-down."""

    starts_at: datetime
    ends_at: datetime
    title: str
    room: str
    url: str = ""
    is_tentative: bool = False
    is_all_day: bool = False


def entries(first: date, *, days: int, who: Account) -> list[Entry]:
    """Everything in the house on these days, in order; two queries whatever their number."""
    stretch = day_stretch(first, first + timedelta(days=days - 1))
    if not access.may_see_drafts(who):
        return _own(queries.dates_led_by(who.pk, stretch))
    sees_private = who.has_perm("venues.change_booking")
    may_edit = access.may_edit(who)
    booked = [
        _of_booking(row, sees_private=sees_private, may_edit=may_edit)
        for row in venues.bookings_between(stretch)
    ]
    elsewhere = [_of_date(row, may_edit=may_edit) for row in queries.unhoused(stretch)]
    return sorted([*booked, *elsewhere], key=lambda one: (one.starts_at, one.room))


def _own(rows: Any) -> list[Entry]:
    return [_of_date(row, may_edit=False) for row in rows if not row.is_off]


def _of_booking(row: Booking, *, sees_private: bool, may_edit: bool) -> Entry:
    is_ours = row.holder.startswith(HOLDER)
    url = ""
    if is_ours and may_edit:
        url = reverse("programme_backstage:date", args=[row.holder.removeprefix(HOLDER)])
    return Entry(
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        title=row.title if sees_private or not row.is_private else "",
        room=row.room.name,
        url=url,
        is_tentative=row.state == Booking.State.TENTATIVE,
    )


def _of_date(row: Occurrence, *, may_edit: bool) -> Entry:
    title = f"{row.label}, {row.group.name}" if row.group else row.label
    return Entry(
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        title=title,
        room=row.room.name if row.room else row.place,
        url=reverse("programme_backstage:date", args=[row.pk]) if may_edit else "",
        is_tentative=row.state == Occurrence.State.TENTATIVE,
        is_all_day=row.is_all_day or (row.ends_at - row.starts_at) >= timedelta(days=1),
    )


def by_room(rows: list[Entry]) -> list[tuple[str, list[Entry]]]:
    """Today's lines under the names of their rooms."""
    ordered = sorted(rows, key=lambda one: (one.room == "", one.room, one.starts_at))
    return [(room, list(group)) for room, group in groupby(ordered, key=lambda one: one.room)]


def by_day(rows: list[Entry], first: date) -> list[tuple[date, list[Entry]]]:
    """The lines under their days; what lasts for days stands under its first one shown."""
    days: dict[date, list[Entry]] = {}
    for row in rows:
        day = max(timezone.localdate(row.starts_at), first)
        days.setdefault(day, []).append(row)
    return sorted(days.items())


class TodayPanel(Component):
    """All of Kulisy's home; it stands in the place of Wagtail's own panels."""

    name = "programme_today"
    template_name = "programme/backstage/today.html"
    order = 100

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        request: HttpRequest = parent_context["request"]
        who = account_acting(request)
        today = timezone.localdate()
        rows = entries(today, days=DAYS_SHOWN, who=who)
        ends = day_stretch(today).ends_at
        return {
            "request": request,
            "today": today,
            "rooms": by_room([row for row in rows if row.starts_at < ends]),
            "days": by_day([row for row in rows if row.starts_at >= ends], today),
            "decide": piles(request, Shelf.DECIDE),
            "due": piles(request, Shelf.DUE),
            "may_add": who.has_perm("programme.add_activity"),
            "may_edit": access.may_edit(who),
            "is_own": not access.may_see_drafts(who),
        }
