"""Regular classes by section, and the timetable of an ordinary week."""

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kulisy.programme import api as programme
from kulisy.programme.api import Group
from kulisy.venues.api import Weekday
from kulisy.website import queries, words
from kulisy.website.frame import page


def index(request: HttpRequest) -> HttpResponse:
    """What one can join this season."""
    now = timezone.now()
    found = queries.groups(now)
    context = {
        "sections": by_section(found),
        "season": programme.queries.season_on(timezone.localdate(now)),
    }
    title = _("Classes")
    return page(
        request,
        "website/classes.html",
        context,
        title=title,
        crumbs=[(title, "")],
        description=_("Sections, circles, courses and ensembles of this season."),
    )


def timetable(request: HttpRequest) -> HttpResponse:
    """An ordinary week of all groups, by day or by section."""
    now = timezone.now()
    asked = request.GET.get("sekcja", "")
    found = queries.groups(now)
    known = {g.activity.section.slug: g.activity.section for g in found if g.activity.section}
    chosen = [g for g in found if g.activity.section and g.activity.section.slug == asked]
    problem = [("sekcja", asked[:60])] if asked and asked not in known else []
    meetings = queries.meetings(chosen or found)
    context = {
        "days": [
            (Weekday(day).label, list(held)) for day, held in groupby(meetings, lambda m: m.weekday)
        ],
        "sections": list(known.values()),
        "chosen": known.get(asked),
        "by_section": by_section(chosen or found),
        "season": programme.queries.season_on(timezone.localdate(now)),
        "problem": words.not_understood(problem) if problem else "",
    }
    title = _("Timetable of classes")
    crumbs = [(_("Classes"), reverse("website:classes")), (title, "")]
    return page(request, "website/timetable.html", context, title=title, crumbs=crumbs)


def by_section(found: list[Group]) -> list[dict[str, Any]]:
    """Sections in their order, each with its activities and their groups."""
    rows = []
    for section, groups in groupby(found, lambda group: group.activity.section):
        activities = [
            {"activity": activity, "groups": [told(group) for group in held]}
            for activity, held in groupby(groups, lambda group: group.activity)
        ]
        rows.append({"section": section, "activities": activities})
    return rows


def told(group: Group) -> dict[str, Any]:
    """A group with its ordinary week and for whom it is."""
    return {
        "group": group,
        "meetings": [(Weekday(one.weekday).label, one) for one in queries.meetings([group])],
        "ages": words.ages(group.age_from, group.age_to),
    }
