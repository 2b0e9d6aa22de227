"""A new event on one screen, and whether its room is free while it is being typed."""

from typing import Any
from uuid import UUID, uuid4, uuid5

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.auth import permission_required

from kulisy.kernel.errors import Refused
from kulisy.kernel.time import Stretch
from kulisy.media.api import Picture, add_picture
from kulisy.people.api import account_acting
from kulisy.programme import access, actions, queries
from kulisy.programme.forms.event import EventForm
from kulisy.programme.forms.fields import SpanForm
from kulisy.programme.models import Activity
from kulisy.programme.rules import Refusal
from kulisy.programme.views.frame import NOT_DONE, frame, offers, why, with_choice
from kulisy.venues import api as venues


@permission_required("programme.add_activity")
def quick(request: HttpRequest) -> HttpResponse:
    """The whole event on one screen; refused, everything typed is still there."""
    facts = frame(_("New event"))
    if request.method != "POST":
        form = EventForm(initial=_asked(request))
        return render(request, "programme/backstage/quick.html", facts | {"form": form})
    form = EventForm(with_choice(request.POST), request.FILES)
    is_sound = form.is_valid()
    if before := access.activity_sent_before(request.user, _uid(request, form)):
        return redirect("programme_activity:edit", before.pk)
    facts |= {"form": form, "kept": _picture(request, form)}
    if is_sound and "take" not in request.POST:
        try:
            added = _add(request, form, facts["kept"])
        except Refused as no:
            _blame(form, no)
            facts["offers"] = offers(no)
        else:
            return redirect("programme_activity:edit", added.pk)
    facts["is_filled_in"] = is_sound and "take" in request.POST
    return render(request, "programme/backstage/quick.html", facts, status=NOT_DONE)


def _asked(request: HttpRequest) -> dict[str, Any]:
    """What a link into the form says, for instance from an empty hour of a room."""
    names = {"dzien": "day", "od": "starts", "do": "ends", "sala": "room"}
    asked = {field: request.GET[name] for name, field in names.items() if request.GET.get(name)}
    return {"day": timezone.localdate(), "mark": uuid4(), **asked}


def _uid(request: HttpRequest, form: EventForm) -> UUID:
    """Of one form with the same title, day and hour sent twice by one person comes one event.

    Sent again from the browser's history with another title, it is another event.
    """
    told = [str(form.cleaned_data.get(name)) for name in ("title", "day", "starts")]
    mark = form.cleaned_data.get("mark") or uuid4()
    return uuid5(mark, "|".join([str(request.user.pk), *told]))


def _add(request: HttpRequest, form: EventForm, picture: Picture | None) -> Activity:
    is_shown = request.POST.get("then") == "publish"
    by, uid = account_acting(request), _uid(request, form)
    try:
        added = actions.add_event(by=by, is_shown=is_shown, uid=uid, **form.facts(picture))
    except (IntegrityError, ValidationError):
        # The other of the two was being saved while this one looked for it.
        if before := access.activity_sent_before(by, uid):
            return before
        raise
    if is_shown:
        messages.success(request, _("The event is on the site: page, calendar and feeds."))
    else:
        messages.success(request, _("Saved as a draft. Its room is held; visitors do not see it."))
    return added


def _picture(request: HttpRequest, form: EventForm) -> Picture | None:
    """The picture sent now or kept from the last try: browsers do not send a file twice."""
    found = form.cleaned_data
    if file := found.get("picture"):
        return add_picture(
            by=account_acting(request),
            file=file,
            name=file.name,
            title=found.get("title", ""),
            description=found.get("picture_alt", ""),
            is_decorative=bool(found.get("picture_is_decorative")),
            words_follow=True,
        )
    if kept := found.get("kept_picture"):
        return access.picture_of(account_acting(request), kept)
    return None


def _blame(form: EventForm, no: Refused) -> None:
    at = {Refusal.ENDS_BEFORE_START: "ends", Refusal.TOO_LONG: "last_day"}
    field = at.get(no.reason) if isinstance(no.reason, Refusal) else "room"
    form.add_error(field, why(no))


@require_safe
@permission_required("programme.view_activity")
def free(request: HttpRequest) -> HttpResponse:
    """Whether the room is free then, as a piece of a page; typed so far is enough or nothing."""
    form = SpanForm(request.GET)
    found: dict[str, Any] = form.cleaned_data if form.is_valid() else {}
    facts: dict[str, Any] = {}
    if found.get("room"):
        facts = room_answer(request, found)
    return render(request, "programme/backstage/_free.html", facts)


def room_answer(request: HttpRequest, found: dict[str, Any]) -> dict[str, Any]:
    """What speaks against the room at that time, and what is free instead."""
    now = timezone.now()
    ignoring = queries.booking_of(request.GET.get("termin", ""))
    wish = venues.Wish(
        room_id=found["room"].pk,
        stretch=Stretch(found["starts_at"], found["ends_at"]),
        ignoring=frozenset(ignoring),
    )
    clashes = venues.clashes(venues.Request(wishes=(wish,), now=now))
    refused = Refused(
        venues.Refusal.CLASH,
        clashes=clashes,
        alternatives=venues.alternatives(wish, now=now) if any(c.blocks for c in clashes) else (),
    )
    return {
        "room": found["room"],
        "is_free": not any(clash.blocks for clash in clashes),
        "sentences": list(dict.fromkeys(venues.explain(clash, now) for clash in clashes)),
        "offers": offers(refused),
    }
