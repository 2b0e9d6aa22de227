"""Search over everything that the public may see."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from kulisy.kernel.search import api as search
from kulisy.website import sieve, wishes, words
from kulisy.website.frame import page
from kulisy.website.views import calendar

ON_A_PAGE = 20
DEEPEST = 50  # pages: beyond them nobody looks, and a robot would never end
LONGEST = 200


def find(request: HttpRequest) -> HttpResponse:
    """What was found, with why, and the kinds to narrow it by."""
    asked = request.GET.get("q", "")[:LONGEST].replace("\x00", "")
    kind = request.GET.get("rodzaj", "")
    kinds = [kind] if kind in words.KINDS_FOUND else None
    number = _number(request.GET.get("strona", "1"))
    found = search.find(
        asked, kinds=kinds, count=["kind"], limit=ON_A_PAGE, offset=(number - 1) * ON_A_PAGE
    )
    counts = (found.facets or {}).get("kind", {})
    context = {
        "asked": asked,
        "found": found,
        "hits": [(hit, words.KINDS_FOUND.get(hit.kind, "")) for hit in found.hits],
        "kinds": _kinds(asked, kind, dict(counts)),
        "leaf": Paginator(range(found.total), ON_A_PAGE).get_page(number),
        "query": urlencode({"q": asked, **({"rodzaj": kind} if kinds else {})}),
        **(_narrowing(asked) if asked.strip() else {}),
        "suggestions": [(text, _address(text)) for text in found.suggestions],
    }
    title = _("Search: %(asked)s") % {"asked": asked} if asked.strip() else _("Search")
    return page(request, "website/search.html", context, title=title, crumbs=[(_("Search"), "")])


def _narrowing(asked: str) -> dict[str, Any]:
    """The filter of the calendar with these words in it: its result is dates, and their feeds."""
    wish = wishes.read(QueryDict(urlencode({"szukaj": asked})))
    return {
        "fields": sieve.fields(wish, with_days=True),
        "filter_action": reverse("website:calendar"),
        "feeds": calendar.feeds(wish),
        "ways": calendar.shortcuts(wish),
        "calendar_url": calendar.with_query(reverse("website:calendar"), wish.query),
    }


def _address(text: str, **more: str) -> str:
    return f"{reverse('website:search')}?{urlencode({'q': text, **more})}"


def _number(text: str) -> int:
    return min(int(text), DEEPEST) if text.isascii() and text.isdigit() and int(text) else 1


def _kinds(asked: str, chosen: str, counts: dict[str, int]) -> list[dict[str, Any]]:
    if len(counts) < 2 and not chosen:  # noqa: PLR2004 - a choice of one is none
        return []
    rows: list[dict[str, Any]] = [
        {"label": _("Everything"), "url": _address(asked), "current": not chosen}
    ]
    rows += [
        {
            "label": f"{label} ({counts[kind]})",
            "url": _address(asked, rodzaj=kind),
            "current": kind == chosen,
        }
        for kind, label in words.KINDS_FOUND.items()
        if counts.get(kind)
    ]
    return rows
