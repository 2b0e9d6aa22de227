"""Regular dates: the rule is entered, said back with all its dates, and only then saved."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from wagtail.admin.auth import permission_required

from kulisy.kernel.errors import Refused
from kulisy.people.api import Account, account_acting
from kulisy.programme import access, actions, queries
from kulisy.programme.actions import Planned
from kulisy.programme.forms.regular import RegularForm, proposed, said
from kulisy.programme.models import Activity, Recurrence, Season
from kulisy.programme.views.frame import NOT_DONE, frame
from kulisy.programme.views.proposal import Proposal, propose
from kulisy.recurrence import api as recurrence
from kulisy.recurrence.api import Rule
from kulisy.ui.fields import DayField

for_editors = permission_required("programme.change_activity")
PAGE = "programme/backstage/regular.html"


class SinceForm(forms.Form):
    """From which day another rule counts."""

    since = DayField(
        label=gettext_lazy("The change counts from"),
        help_text=gettext_lazy("Earlier dates stay as they are, under the old rule."),
    )


@for_editors
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Regular dates of an activity or of one of its groups."""
    activity = access.activity_edited_by(request.user, pk)
    season = _season(activity)
    facts = frame(_("Regular dates"), activity=activity)
    if request.method != "POST":
        group = queries.group_of(activity, request.GET.get("grupa", ""))
        initial = proposed(season, timezone.localdate())
        initial |= {"group": group, "room": group.room if group else None}
        form = RegularForm(activity=activity, season=season, initial=initial)
        return render(request, PAGE, facts | {"form": form})
    form = RegularForm(request.POST, activity=activity, season=season)
    proposal = _proposal(request, form)
    if proposal and _is_to_be_saved(request, proposal):
        planned = _save(form, proposal, activity, by=account_acting(request))
        _tell(request, planned)
        return redirect("programme_backstage:dates", pk)
    facts |= {"form": form, "proposal": proposal, "is_other": _is_other(request, proposal)}
    return render(request, PAGE, facts, status=200 if proposal else NOT_DONE)


@for_editors
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Another rule from a day on. Dates changed by hand stay, and the page says which."""
    row = access.recurrence_edited_by(request.user, pk)
    season = _season(row.activity)
    facts = frame(_("Change regular dates"), activity=row.activity) | _said(row)
    if request.method != "POST":
        initial = _initial(row, season)
        since = SinceForm(initial={"since": timezone.localdate() + timedelta(days=1)})
        form = RegularForm(activity=row.activity, season=season, initial=initial)
        return render(request, PAGE, facts | {"form": form, "since": since, "row": row})
    form = RegularForm(request.POST, activity=row.activity, season=season)
    since = SinceForm(request.POST)
    proposal = _proposal(request, form, row=row, since=since)
    if proposal and _is_to_be_saved(request, proposal):
        planned = _replace(form, proposal, row, since, by=account_acting(request))
        _tell(request, planned)
        return redirect("programme_backstage:dates", row.activity_id)
    facts |= {"form": form, "since": since, "row": row, "proposal": proposal}
    facts["is_other"] = _is_other(request, proposal)
    return render(request, PAGE, facts, status=200 if proposal else NOT_DONE)


def _proposal(
    request: HttpRequest,
    form: RegularForm,
    *,
    row: Recurrence | None = None,
    since: SinceForm | None = None,
) -> Proposal | None:
    """What the form gives, or None with the reasons beside its fields."""
    if not form.is_valid() or (since is not None and not since.is_valid()):
        return None
    if (rule := form.rule()) is None:
        return None
    try:
        return propose(
            rule,
            room=form.cleaned_data["room"],
            struck=_struck(request),
            replacing=row,
            since=since.cleaned_data["since"] if since else None,
        )
    except Refused as no:
        form.blame(no)
        return None


def _struck(request: HttpRequest) -> set[str]:
    return set(request.POST.getlist("known")) - set(request.POST.getlist("held"))


def _is_to_be_saved(request: HttpRequest, proposal: Proposal) -> bool:
    """Only what was shown is saved: a rule changed after the check is shown once more."""
    is_same = request.POST.get("checked") == proposal.digest
    return "save" in request.POST and is_same and bool(proposal.held)


def _is_other(request: HttpRequest, proposal: Proposal | None) -> bool:
    return bool(proposal and "save" in request.POST)


def _left_out(proposal: Proposal) -> list[datetime]:
    return [datetime.fromisoformat(line.key) for line in proposal.lines if line.is_struck]


def _rule(form: RegularForm) -> Rule:
    rule = form.rule()
    assert rule is not None  # noqa: S101 - the proposal came of it; this tells the types
    return rule


def _save(form: RegularForm, proposal: Proposal, activity: Activity, *, by: Account) -> Planned:
    return actions.add_recurrence(
        by=by,
        activity=activity,
        rule=_rule(form),
        group=form.cleaned_data.get("group"),
        room=form.cleaned_data["room"],
        left_out=_left_out(proposal),
    )


def _replace(
    form: RegularForm, proposal: Proposal, row: Recurrence, since: SinceForm, *, by: Account
) -> Planned:
    return actions.replace_recurrence(
        by=by,
        recurring=row,
        rule=_rule(form),
        since=since.cleaned_data["since"],
        room=form.cleaned_data["room"],
        left_out=_left_out(proposal),
    )


def _tell(request: HttpRequest, planned: Planned) -> None:
    count = len(planned.occurrences)
    saved = ngettext("One date is saved.", "%(count)s dates are saved.", count)
    messages.success(request, saved % {"count": count})
    if clashing := len(planned.clashing):
        sentence = ngettext(
            "One of them has no room, because the room was taken. It waits on the page Today.",
            "%(count)s of them have no room, because it was taken. They wait on the page Today.",
            clashing,
        )
        messages.warning(request, sentence % {"count": clashing})


def _season(activity: Activity) -> Season | None:
    return activity.season or queries.season_on(timezone.localdate())


def _said(row: Recurrence) -> dict[str, Any]:
    return {"was": recurrence.describe(actions.rule_of(row), language=get_language() or "pl")}


def _initial(row: Recurrence, season: Season | None) -> dict[str, Any]:
    rule = actions.rule_of(row)
    room = (
        row.occurrences.filter(room__isnull=False)
        .order_by("-starts_at")
        .values_list("room", flat=True)
        .first()
    )
    shown = said(rule, season) if isinstance(rule, Rule) else _bare(rule.starts, rule.minutes)
    return {"group": row.group_id, "room": room} | shown


def _bare(starts: Any, minutes: int) -> dict[str, Any]:
    """Of a rule from somebody's calendar that these fields cannot show: the hours alone."""
    ends = datetime.combine(date.min, starts) + timedelta(minutes=minutes)
    return {"starts": starts, "ends": ends.time(), "first_on": timezone.localdate()}
