"""Imports in Wagtail's admin: addresses and menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from kulisy.exchange.access import may_import
from kulisy.exchange.views import imports, matters

PAGES = [
    path("", imports.index, name="index"),
    path("<int:pk>/", imports.run, name="run"),
    path("<int:pk>/wprowadz/", imports.bring_in, name="bring_in"),
    path("<int:pk>/jeszcze-raz/", imports.read_again, name="read_again"),
    path("zrodla/<int:pk>/", imports.source, name="source"),
    path("zrodla/<int:pk>/pobierz/", imports.fetch, name="fetch"),
]
# The source of matters registers itself when it is imported.
MATTERS = matters


class ImportItem(MenuItem):
    """Shown to those who may bring something in."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_import(request.user)


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    return [path("import/", include((PAGES, "exchange_backstage")))]


@hooks.register("register_admin_menu_item")
def import_item() -> MenuItem:
    return ImportItem(
        _("Import"),
        reverse_lazy("exchange_backstage:index"),
        name="import",
        icon_name="download",
        order=45,
    )
