"""Single dates of an activity: the list, adding, moving, describing, calling off, many at once."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import permission_required

from kulisy.kernel.errors import Refused
from kulisy.people.api import Account, account_acting
from kulisy.programme import access, actions, queries
from kulisy.programme.forms.dates import DateForm, DetailsForm, MoveForm, ReasonForm
from kulisy.programme.forms.fields import span_initial
from kulisy.programme.models import Occurrence
from kulisy.programme.views.frame import (
    NOT_DONE,
    frame,
    offers,
    tell_refusal,
    told_at_once,
    why,
    with_choice,
)
from kulisy.programme.views.groups import in_words
from kulisy.programme.views.many import BulkForm, carry_out

for_viewers = permission_required("programme.view_activity")
for_editors = permission_required("programme.change_activity")


@require_safe
@for_viewers
def of_activity(request: HttpRequest, pk: int) -> HttpResponse:
    """All dates of the activity with their states in words; past ones folded away."""
    activity = access.activity_known_to(request.user, pk)
    now = timezone.now()
    rows = list(queries.dates_of(activity).prefetch_related("features"))
    facts = frame(_("Dates"), activity=activity) | {
        "coming": [row for row in rows if not row.is_over(now)],
        "past": [row for row in rows if row.is_over(now)],
        "rules": [(rule, in_words(rule)) for rule in activity.recurrences.select_related("group")],
        "bulk": BulkForm(),
        "may_edit": access.may_edit(request.user),
    }
    return render(request, "programme/backstage/dates.html", facts)


@for_editors
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """One more date; a taken room is explained and the free ones offered."""
    activity = access.activity_edited_by(request.user, pk)
    facts = frame(_("Add a date"), activity=activity)
    if request.method != "POST":
        form = DateForm(activity=activity, initial={"day": timezone.localdate()})
        return render(request, "programme/backstage/date_add.html", facts | {"form": form})
    form = DateForm(with_choice(request.POST), activity=activity)
    if form.is_valid() and "take" not in request.POST:
        try:
            actions.add_date(by=account_acting(request), activity=activity, **form.facts())
        except Refused as no:
            form.add_error("room", why(no))
            facts["offers"] = offers(no)
        else:
            messages.success(request, _("The date is added."))
            return redirect("programme_backstage:dates", pk)
    facts |= {"form": form, "is_filled_in": form.is_valid()}
    return render(request, "programme/backstage/date_add.html", facts, status=NOT_DONE)


@for_editors
def date(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about one date: what is said of it, and each thing that can be done with it."""
    row = access.occurrence_edited_by(request.user, pk)
    form = DetailsForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        # The form has written its values into its own row; the action compares with the table.
        changes = {name: form.cleaned_data[name] for name in form.changed_data}
        actions.change_date(by=account_acting(request), occurrence=row, **changes)
        messages.success(request, _("The date is changed."))
        return redirect("programme_backstage:dates", row.activity_id)
    status = NOT_DONE if form.errors else 200
    return render(
        request, "programme/backstage/date.html", _about(row, details=form), status=status
    )


@for_editors
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Another time or room; what was promised first stays visible."""
    row = access.occurrence_edited_by(request.user, pk)
    if request.method != "POST":
        return redirect("programme_backstage:date", pk)
    form = MoveForm(with_choice(request.POST))
    facts: dict[str, Any] = {}
    if form.is_valid() and "take" not in request.POST:
        try:
            _move(row, form, by=account_acting(request))
        except Refused as no:
            form.add_error("room", why(no))
            facts["offers"] = offers(no)
        else:
            messages.success(request, _("The date is moved. Its old time stays visible."))
            return redirect("programme_backstage:dates", row.activity_id)
    facts |= _about(row, moving=form) | {"is_filled_in": form.is_valid()}
    return render(request, "programme/backstage/date.html", facts, status=NOT_DONE)


def _move(row: Occurrence, form: MoveForm, *, by: Account) -> None:
    names = ("starts_at", "ends_at", "room", "reason")
    actions.move_date(by=by, occurrence=row, **{name: form.cleaned_data[name] for name in names})


def _about(
    row: Occurrence,
    *,
    details: DetailsForm | None = None,
    moving: MoveForm | None = None,
    reason: ReasonForm | None = None,
) -> dict[str, Any]:
    shown = span_initial(row.starts_at, row.ends_at) | {"room": row.room_id}
    return frame(_("This date"), activity=row.activity) | {
        "row": row,
        "details": details or DetailsForm(instance=row),
        "moving": moving or MoveForm(initial=shown),
        "calling_off": reason or ReasonForm(),
        "is_off": row.state in {Occurrence.State.CANCELLED, Occurrence.State.POSTPONED},
    }


@for_editors
@require_POST
def call_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancel or postpone with a reason; the room becomes free."""
    row = access.occurrence_edited_by(request.user, pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        facts = _about(row, reason=form)
        return render(request, "programme/backstage/date.html", facts, status=NOT_DONE)
    postpones = request.POST.get("what") == "postpone"
    act = actions.postpone_date if postpones else actions.cancel_date
    done = _("The date is postponed.") if postpones else _("The date is cancelled.")
    reason = form.cleaned_data["reason"]
    return _do(
        request, row, lambda by: act(by=by, occurrence=row, reason=reason),
        _("%(done)s Its room is free. To undo, bring it back.") % {"done": done},
    )  # fmt: skip


@for_editors
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring a called-off date back, if its room is still free."""
    row = access.occurrence_edited_by(request.user, pk)
    done = _("The date takes place again, with its room.")
    return _do(request, row, lambda by: actions.restore_date(by=by, occurrence=row), done)


@for_editors
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide a tentative date."""
    row = access.occurrence_edited_by(request.user, pk)
    done = _("The date is confirmed.")
    return _do(request, row, lambda by: actions.confirm_date(by=by, occurrence=row), done)


@for_editors
@require_POST
def sold_out(request: HttpRequest, pk: int) -> HttpResponse:
    """No places left, or some again."""
    row = access.occurrence_edited_by(request.user, pk)
    is_full = not row.is_sold_out
    done = (
        _("Visitors read: no places left.")
        if is_full
        else _("Visitors read that there are places.")
    )
    return _do(
        request,
        row,
        lambda by: actions.mark_sold_out(by=by, occurrence=row, sold_out=is_full),
        done,
    )


def _do(
    request: HttpRequest, row: Occurrence, act: Callable[[Account], object], done: str
) -> HttpResponse:
    try:
        act(account_acting(request))
    except Refused as no:
        tell_refusal(request, no)
    except ValidationError as no:
        messages.error(request, " ".join(no.messages))
    else:
        messages.success(request, done)
    return redirect("programme_backstage:date", row.pk)


@for_editors
@require_POST
def many(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Cancel, confirm or remove the ticked dates, all or none."""
    back = (
        redirect("programme_backstage:dates", pk) if pk else redirect("programme_occurrence:index")
    )
    form = BulkForm(request.POST)
    if not form.is_valid():
        messages.error(request, told_at_once(form))
        return back
    try:
        with transaction.atomic():
            count = carry_out(form, by=account_acting(request), activity_id=pk)
    except Refused as no:
        tell_refusal(request, no)
    else:
        done = ngettext("Done with one date.", "Done with %(count)s dates.", count)
        messages.success(request, done % {"count": count})
    return back
