"""Pages for when something is not there, not allowed, or broken."""

import logging
import re
from difflib import get_close_matches

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from kulisy.kernel.search import api as search
from kulisy.website import queries
from kulisy.website.addresses import in_language
from kulisy.website.cards import row
from kulisy.website.context import ENGLISH, facts_of
from kulisy.website.frame import page

log = logging.getLogger(__name__)
SHOWN = 5
NEAR = 3
ALIKE = 0.7  # of difflib: "kalendrz" is the calendar, "kalafior" is not
WORDS = re.compile(r"[^\W_]+(-[^\W_]+){0,12}")  # as slugs are; files and hostile text are not


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404 with a way on: what has a similar address, search, and what is on today."""
    del exception
    now = timezone.now()
    today = queries.today(now)
    context = {"rows": [row(line, now) for line in today.lines[:SHOWN]], "today": today.day}
    context["near"] = near(request)
    return page(request, "website/404.html", context, title=_("Page not found"), status=404)


def near(request: HttpRequest) -> list[tuple[str, str]]:
    """Pages whose address is like the one asked for: ``(title, address)``."""
    steps = [step for step in request.path.lower().split("/") if step and step != ENGLISH[1:]]
    if not steps:
        return []
    menu = {
        url.strip("/").rpartition("/")[2]: (label, url)
        for label, url, _here in facts_of(request).menu
    }
    found = [menu[name] for name in get_close_matches(steps[0], menu, n=1, cutoff=ALIKE)]
    last = steps[-1]
    if last.isdigit() or not WORDS.fullmatch(last) or (found and len(steps) == 1):
        return found
    hits = search.find(last.replace("-", " "), limit=NEAR).hits
    return found + [(hit.title, in_language(hit.url)) for hit in hits]


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: logging in may help."""
    del exception
    return page(request, "website/403.html", {}, title=_("No access"), status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """500 without a database, a context processor or anything else that may be what broke."""
    log.error("website.page_broke path=%s", request.path)
    return HttpResponseServerError(render_to_string("website/500.html", {"english_home": "/en/"}))
