"""The calendar inside other people's pages: as a frame, and as an element of their own."""

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from csp.decorators import csp_update
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt

from kulisy.programme import api as programme
from kulisy.website import wishes, words
from kulisy.website.cards import row
from kulisy.website.frame import page
from kulisy.website.lines import lines_of, with_features

THEMES = {"jasny": "light", "ciemny": "dark", "auto": ""}
LANGUAGES = ("pl", "en")
FEWEST, USUAL, MOST = 1, 10, 50
AHEAD = timedelta(days=366)


@xframe_options_exempt
@csp_update({"frame-ancestors": "*"})
def calendar(request: HttpRequest) -> HttpResponse:
    """The next dates of a filter, to stand in a frame of any page."""
    language, language_problem = _chosen(request, "jezyk", LANGUAGES, "pl")
    theme, theme_problem = _chosen(request, "motyw", THEMES, "auto")
    number, number_problem = _number(request.GET.get("ile", ""))
    with override(language):
        wish, now = wishes.read(request.GET), timezone.now()
        problems = [*wish.problems, *language_problem, *theme_problem, *number_problem]
        wished = wish.filter if wish.filter.classes else replace(wish.filter, classes="without")
        found = wishes.Wish(wished, wish.options).narrowed(
            programme.queries.public_occurrences(now), now
        )
        coming = found.filter(ends_at__gt=now, starts_at__lt=now + AHEAD)
        lines = lines_of(coming.order_by("starts_at", "pk"), limit=number)
        with_features(lines)
        context = {
            "theme": THEMES[theme],
            "rows": [(line.starts_at, row(line, now)) for line in lines],
            "problem": words.not_understood(problems) if problems else "",
            "page_title": _("Calendar"),
        }
        return render(request, "website/embed.html", context)


def _chosen(
    request: HttpRequest, name: str, known: Collection[str], usual: str
) -> tuple[str, list[tuple[str, str]]]:
    value = request.GET.get(name, usual)
    return (value, []) if value in known else (usual, [(name, value[:60])])


def _number(text: str) -> tuple[int, list[tuple[str, str]]]:
    if not text:
        return USUAL, []
    if re.fullmatch(r"[0-9]{1,4}", text) and FEWEST <= int(text) <= MOST:
        return int(text), []
    return USUAL, [("ile", text[:60])]


@cache_control(public=True, max_age=3600)
def element(request: HttpRequest) -> HttpResponse:
    """The module of the custom element, at an address that stays, for pages of other sites."""
    del request
    file = finders.find("website/js/kulisy-kalendarz.mjs")
    text = Path(str(file)).read_text("utf-8")
    response = HttpResponse(text, content_type="text/javascript; charset=utf-8")
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def how_to(request: HttpRequest) -> HttpResponse:
    """How to put the calendar on one's own page."""
    title = _("Calendar on your website")
    context = {"origin": request.build_absolute_uri("/").rstrip("/")}
    return page(request, "website/embed_help.html", context, title=title, crumbs=[(title, "")])
