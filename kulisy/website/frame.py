"""What every page carries around its content: title, way here, sharing, machine-readable graph."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

Crumb = tuple[str, str]


def home_crumb() -> Crumb:
    return (_("Home"), reverse("wagtail_serve", args=[""]))


def page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    title: str,
    crumbs: Sequence[Crumb] = (),
    description: str = "",
    graph: Sequence[dict[str, Any]] = (),
    image: str = "",
    kind: str = "website",
    status: int = 200,
) -> HttpResponse:
    """The page with its frame. ``crumbs`` go from below home to this page."""
    framed = {
        "page_title": title,
        "page_description": description,
        "crumbs": [home_crumb(), *crumbs] if crumbs else [],
        "graph": list(graph),
        "share_image": image,
        "share_kind": kind,
        **context,
    }
    return render(request, template, framed, status=status)
