"""The groups of one activity, each with its regular dates in words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.auth import permission_required

from kulisy.programme import access, actions
from kulisy.programme.models import Group, Recurrence
from kulisy.programme.views.frame import frame
from kulisy.recurrence import api as recurrence


@require_safe
@permission_required("programme.view_activity")
def of_activity(request: HttpRequest, pk: int) -> HttpResponse:
    """Who meets when, with whom, for what age."""
    activity = access.activity_known_to(request.user, pk)
    rows = activity.groups.select_related("room").prefetch_related("instructors", "recurrences")
    facts = frame(_("Groups"), activity=activity) | {
        "groups": [
            {
                "group": row,
                "age": age_in_words(row),
                "rules": [(rule, in_words(rule)) for rule in row.recurrences.all()],
            }
            for row in rows
        ],
        "may_edit": access.may_edit(request.user),
        "may_add": request.user.has_perm("programme.add_group"),
    }
    return render(request, "programme/backstage/groups.html", facts)


def age_in_words(group: Group) -> str:
    """For whom the group is, by age; nothing where every age is welcome."""
    ages = {"low": group.age_from, "high": group.age_to}
    if group.age_from is None and group.age_to is None:
        return ""
    if group.age_to is None:
        return _("from %(low)s years") % ages
    if group.age_from is None:
        return _("to %(high)s years") % ages
    return _("%(low)s–%(high)s years") % ages


def in_words(row: Recurrence) -> str:
    """The rule as the public reads it."""
    return recurrence.describe(actions.rule_of(row), language=get_language() or "pl")
