"""What every page carries around its content: title, way here, sharing, machine-readable graph."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import pgettext

Crumb = tuple[str, str]


@dataclass(frozen=True)
class Sharing:
    """How the page looks where it is shared: a picture of its own and a kind of Open Graph."""

    image: str = ""
    kind: str = "website"


NOT_SPECIAL = Sharing()


def home_crumb() -> Crumb:
    return (pgettext("the site", "Home"), reverse("wagtail_serve", args=[""]))


def page(  # noqa: PLR0913 - each is a part of the frame, and all but four have a usual value
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    title: str,
    crumbs: Sequence[Crumb] = (),
    description: str = "",
    graph: Sequence[dict[str, Any]] = (),
    sharing: Sharing = NOT_SPECIAL,
    status: int = 200,
) -> HttpResponse:
    """The page with its frame. ``crumbs`` go from below home to this page."""
    framed = {
        "page_title": title,
        "page_description": description,
        "crumbs": [home_crumb(), *crumbs] if crumbs else [],
        "graph": list(graph),
        "share_image": sharing.image,
        "share_kind": sharing.kind,
        **context,
    }
    return render(request, template, framed, status=status)
