"""What an instructor sees: their own groups, and the dates of the coming weeks."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access

from kulisy.kernel.time import day_stretch
from kulisy.people.api import account_acting
from kulisy.programme import queries
from kulisy.programme.views.frame import frame

WEEKS = 4


@require_safe
@require_admin_access
def mine(request: HttpRequest) -> HttpResponse:
    """Own groups and dates; somebody who leads nothing is told whom to ask."""
    who = account_acting(request)
    today = timezone.localdate()
    stretch = day_stretch(today, today + timedelta(weeks=WEEKS))
    facts = frame(_("My classes")) | {
        "groups": list(queries.groups_led_by(who.pk)),
        "dates": list(queries.dates_led_by(who.pk, stretch).order_by("starts_at", "pk")),
    }
    return render(request, "programme/backstage/mine.html", facts)
