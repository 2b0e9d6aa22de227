"""What is done with a whole activity beside editing it: its state, its copy, its history."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import permission_required

from kulisy.kernel.errors import Refused
from kulisy.people.api import account_acting
from kulisy.programme import access, actions, queries
from kulisy.programme.models import Activity, Season
from kulisy.programme.views import said
from kulisy.programme.views.frame import NOT_DONE, frame, tell_refusal, told_at_once, why
from kulisy.programme.views.many import BulkActivities, carry_out_activities

for_editors = permission_required("programme.change_activity")
DONE = {
    Activity.State.CONFIRMED: gettext_lazy(
        "Confirmed. Visitors see it from its hour of publication on."
    ),
    Activity.State.TENTATIVE: gettext_lazy("Marked as tentative."),
    Activity.State.DRAFT: gettext_lazy("A draft again. Nobody outside sees it."),
    Activity.State.POSTPONED: gettext_lazy("Postponed. Visitors see it with the reason."),
    Activity.State.CANCELLED: gettext_lazy(
        "Cancelled. Visitors see it with the reason; you can bring it back."
    ),
}


@for_editors
@require_POST
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm, postpone, cancel or bring back the whole of it."""
    activity = access.activity_edited_by(request.user, pk)
    wanted = request.POST.get("state", "")
    reason = request.POST.get("reason", "")[:200]
    if wanted in Activity.State.values:
        try:
            actions.set_state(
                by=account_acting(request), activity=activity, state=wanted, reason=reason
            )
        except Refused as no:
            tell_refusal(request, no)
        else:
            messages.success(request, DONE[Activity.State(wanted)])
    return redirect("programme_activity:edit", pk)


@for_editors
@require_POST
def many(request: HttpRequest) -> HttpResponse:
    """Show or cancel the ticked activities, all or none."""
    form = BulkActivities(request.POST)
    if not form.is_valid():
        messages.error(request, told_at_once(form))
        return redirect("programme_activity:index")
    try:
        with transaction.atomic():
            count = carry_out_activities(form, by=account_acting(request))
    except Refused as no:
        tell_refusal(request, no)
    else:
        done = ngettext("Done with one event.", "Done with %(count)s events.", count)
        messages.success(request, done % {"count": count})
    return redirect("programme_activity:index")


@require_safe
@permission_required("programme.view_activity")
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Who changed what, and when."""
    activity = access.activity_known_to(request.user, pk)
    facts = frame(_("History"), activity=activity) | {"deeds": said.history(activity)}
    return render(request, "programme/backstage/history.html", facts)


@permission_required("programme.add_activity")
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Once more as a draft: the same facts, people and groups, no dates yet."""
    activity = access.activity_edited_by(request.user, pk)
    form = CopyForm(request.POST or None, initial={"title": activity.title})
    if request.method == "POST" and form.is_valid():
        made = actions.copy_activity(
            by=account_acting(request), activity=activity, **form.cleaned_data
        )
        messages.success(request, _("Copied as a draft without dates. Add its dates now."))
        return redirect("programme_backstage:dates", made.pk)
    facts = frame(_("Copy"), activity=activity) | {"form": form}
    return render(request, "programme/backstage/copy.html", facts)


class CopyForm(forms.Form):
    """What the copy is called, and the season it belongs to."""

    title = forms.CharField(label=gettext_lazy("Title of the copy"), max_length=160)
    season = forms.ModelChoiceField(
        Season.objects.all(),
        label=gettext_lazy("Season"),
        required=False,
        empty_label=gettext_lazy("The same"),
    )


class SeasonForm(forms.Form):
    """From which season into which."""

    season = forms.ModelChoiceField(Season.objects.all(), label=gettext_lazy("Copy the season"))
    into = forms.ModelChoiceField(Season.objects.all(), label=gettext_lazy("into the season"))

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("season") and found.get("season") == found.get("into"):
            raise ValidationError(_("Choose two different seasons."))
        return found


@permission_required("programme.add_season")
def copy_season(request: HttpRequest) -> HttpResponse:
    """A whole season into the next: first what would be copied, then the copying."""
    facts = frame(_("Copy a season into the next"))
    asked = request.POST if request.method == "POST" else request.GET
    form = SeasonForm(asked or None)
    if form.is_bound and form.is_valid():
        facts["planned"] = queries.season_to_copy(**form.cleaned_data)
        if request.method == "POST":
            try:
                copies = actions.copy_season(by=account_acting(request), **form.cleaned_data)
            except Refused as no:
                form.add_error(None, why(no))
            else:
                done = ngettext("One draft is made.", "%(count)s drafts are made.", len(copies))
                messages.success(request, done % {"count": len(copies)})
                return redirect("programme_classes:index")
    status = NOT_DONE if form.errors else 200
    return render(request, "programme/backstage/season.html", facts | {"form": form}, status=status)
