"""Pages for when something is not there, not allowed, or broken."""

import logging

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from kulisy.website import queries
from kulisy.website.cards import row
from kulisy.website.frame import page

log = logging.getLogger(__name__)
SHOWN = 5


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404 with a way on: search, and what is on today."""
    del exception
    now = timezone.now()
    today = queries.today(now)
    context = {"rows": [row(line, now) for line in today.lines[:SHOWN]], "today": today.day}
    return page(request, "website/404.html", context, title=_("Page not found"), status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: logging in may help."""
    del exception
    return page(request, "website/403.html", {}, title=_("No access"), status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """500 without a database, a context processor or anything else that may be what broke."""
    log.error("website.page_broke path=%s", request.path)
    return HttpResponseServerError(render_to_string("website/500.html", {"english_home": "/en/"}))
