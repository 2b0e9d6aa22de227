"""Making a booking, and what can be done with one."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import permission_required

from kulisy.kernel import audit
from kulisy.kernel.errors import Refused
from kulisy.kernel.time import WARSAW
from kulisy.people.api import account_acting, names_of
from kulisy.venues import access, actions, words
from kulisy.venues.clashes.rules import Alternative
from kulisy.venues.forms import BookingForm, MoveForm
from kulisy.venues.models import Booking
from kulisy.venues.rules import Refusal
from kulisy.venues.views.frame import frame

DAY, CLOCK = "%Y-%m-%d", "%H:%M"


@permission_required(access.BOOK)
def book(request: HttpRequest) -> HttpResponse:
    """A new booking; a clash keeps what was typed and offers what is free instead."""
    facts = frame(_("Book a room"))
    if request.method != "POST":
        form = BookingForm(initial=_initial(request.GET))
        return render(request, "venues/backstage/book.html", facts | {"form": form})
    form = BookingForm(_with_choice(request.POST))
    if form.is_valid():
        try:
            made = actions.book(
                by=account_acting(request),
                ignore_warnings="despite" in request.POST,
                **form.wanted(),
            )
        except Refused as no:
            facts |= _against(no)
        else:
            messages.success(request, _("The room is booked."))
            return redirect("venues_backstage:booking", made.pk)
    # 422: the form was understood, and nothing was booked.
    return render(request, "venues/backstage/book.html", facts | {"form": form}, status=422)


def _initial(asked: QueryDict) -> dict[str, Any]:
    """What a link into the form says; the form itself checks it."""
    names = {"sala": "room", "dzien": "day", "od": "starts", "do": "ends"}
    names |= {"ostatni": "last_day", "osoby": "people"}
    found = {field: asked[name] for name, field in names.items() if asked.get(name)}
    return {"day": timezone.localdate()} | found


def _with_choice(posted: QueryDict) -> QueryDict:
    """The form as sent, with the offered room and time in place of the typed ones."""
    try:
        room, begins, over = posted.get("take", "").split("|")
        starts_at = datetime.fromisoformat(begins).astimezone(WARSAW)
        ends_at = datetime.fromisoformat(over).astimezone(WARSAW)
    except ValueError:
        return posted
    taken = posted.copy()
    if taken.get("room") != room:
        taken["set_up"] = ""
    taken["room"] = room
    taken["day"], taken["starts"] = starts_at.strftime(DAY), starts_at.strftime(CLOCK)
    taken["ends"] = ends_at.strftime(CLOCK)
    taken["last_day"] = ends_at.strftime(DAY) if ends_at.date() != starts_at.date() else ""
    return taken


def _choice(one: Alternative) -> str:
    starts_at, ends_at = one.stretch.starts_at, one.stretch.ends_at
    return f"{one.room_id}|{starts_at.isoformat()}|{ends_at.isoformat()}"


def _against(no: Refused) -> dict[str, Any]:
    now = timezone.now()
    offered = [
        {
            "label": f"{one.room}: {words.when(one, now)}",
            "value": _choice(one),
            "warnings": [words.explain(clash, now) for clash in one.warnings],
        }
        for one in no.facts.get("alternatives", ())
    ]
    return {
        "sorry": words.why_not(no, now),
        "offered": offered,
        "is_only_warned": no.reason is Refusal.WARNINGS,
    }


@permission_required(access.VIEW)
@require_safe
def booking(request: HttpRequest, pk: int) -> HttpResponse:
    """One booking: what it is, its history, and a form to move it."""
    found = access.booking(pk)
    return _page(request, found, MoveForm(initial=_now(found)))


@permission_required(access.CHANGE)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Another time or room; a clash keeps what was typed and offers what is free instead."""
    found, against = access.booking(pk), {}
    form = MoveForm(_with_choice(request.POST))
    if form.is_valid():
        try:
            actions.move(
                found,
                by=account_acting(request),
                room=form.cleaned_data["room"],
                stretch=form.cleaned_data["stretch"],
                ignore_warnings="despite" in request.POST,
            )
        except Refused as no:
            against = _against(no)
        else:
            messages.success(request, _("The booking is moved."))
            return redirect("venues_backstage:booking", pk)
    return _page(request, found, form, status=422, **against)


def _page(
    request: HttpRequest, found: Booking, form: MoveForm, *, status: int = 200, **against: Any
) -> HttpResponse:
    account = account_acting(request)
    sees = access.sees_private(account) or not found.is_private
    facts = frame(found.title if sees else _("Busy")) | against
    facts |= {
        "booking": found,
        "sees": sees,
        "form": form,
        "may_change": access.may_change(account, found),
        "history": _history(found),
    }
    return render(request, "venues/backstage/booking.html", facts, status=status)


def _now(found: Booking) -> dict[str, Any]:
    starts_at, ends_at = found.starts_at.astimezone(WARSAW), found.ends_at.astimezone(WARSAW)
    return {
        "room": found.room_id,
        "day": starts_at.date(),
        "starts": starts_at.time(),
        "ends": ends_at.time(),
        "last_day": ends_at.date() if ends_at.date() != starts_at.date() else None,
    }


def _history(found: Booking) -> list[dict[str, Any]]:
    rows = list(audit.history_of(found)[:50])
    names = names_of({row.by_id for row in rows if row.by_id})
    return [
        {"at": row.at, "what": words.verb(row.verb), "by": names.get(row.by_id or 0, "")}
        for row in rows
    ]


@permission_required(access.CHANGE)
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """A tentative hold becomes a booking."""
    try:
        actions.confirm(access.booking(pk), by=account_acting(request))
    except Refused as no:
        messages.error(request, words.why_not(no, timezone.now()))
    else:
        messages.success(request, _("The booking is confirmed."))
    return redirect("venues_backstage:booking", pk)


@permission_required(access.CHANGE)
@require_POST
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """The room is free again; the page says how to take it back."""
    found = actions.release(access.booking(pk), by=account_acting(request))
    starts_at = found.starts_at.astimezone(WARSAW)
    messages.success(
        request,
        _("The room is free again. The booking stays in the history; to undo, book it once more."),
    )
    return redirect(f"{reverse('venues_backstage:day')}?dzien={starts_at:%Y-%m-%d}")
