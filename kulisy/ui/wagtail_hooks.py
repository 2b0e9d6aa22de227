"""Wagtail's admin as the frame of every staff page: looks, scripts that may run, a short menu."""

from copy import copy

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from kulisy.ui.choosers import without_inline_scripts

without_inline_scripts()

# Wagtail's own ways that a centre of ten people does not use, or finds in its own menu.
HIDDEN = {"help", "collections", "workflows", "workflow-tasks", "locales"}

SITE = {"explorer", "images", "documents"}


@hooks.register("insert_global_admin_css")
def house_style() -> SafeString:
    sheets = ("ui/vendor/fonts.css", "ui/css/backstage.css", "ui/css/staff.css")
    return format_html(
        '<link rel="stylesheet" href="{}"><link rel="stylesheet" href="{}">'
        '<link rel="stylesheet" href="{}">',
        *(static(sheet) for sheet in sheets),
    )


@hooks.register("insert_global_admin_js")
def own_script() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', static("ui/js/staff.mjs"))


@hooks.register("construct_main_menu")
def short_menu(request: HttpRequest, entries: list[MenuItem]) -> None:
    """A dozen words at most; reports only for those who answer for the whole."""
    is_head = request.user.has_perm("people.manage_people")
    hidden = HIDDEN if is_head else HIDDEN | {"reports"}
    of_site = [_plain(entry) for entry in entries if entry.name in SITE]
    entries[:] = [entry for entry in entries if entry.name not in hidden | SITE]
    if of_site:
        menu = Menu(items=of_site)
        entries.append(
            SubmenuMenuItem(_("The site"), menu, name="site", icon_name="desktop", order=600)
        )


@hooks.register("construct_main_menu", order=1000)  # after the menu is otherwise complete
def you_are_here(request: HttpRequest, entries: list[MenuItem]) -> None:
    """A page whose address is not below its list's stands under that list in the menu, by name.

    Wagtail's sidebar marks the longest address that the page's begins with. A date or a class has
    an address of another beginning than the list its breadcrumbs lead through.
    """
    _today, *below = getattr(request, "crumbs", None) or [None]
    above = below[0].get("url") if len(below) > 1 else ""
    if not above or request.path.startswith(above):
        return
    here = MenuItem(below[1]["label"], request.path, name="here", icon_name="arrow-right")
    for at, entry in enumerate(entries):
        if isinstance(entry, SubmenuMenuItem):
            lines = entry.menu.menu_items_for_request(request)
            if any(str(line.url) == above for line in lines):
                # A copy: Wagtail keeps its entries from page to page.
                entries[at] = longer = copy(entry)
                longer.menu = Menu(items=[*lines, here])


def _plain(entry: MenuItem) -> MenuItem:
    """Wagtail's explorer opens a panel of its own, which a submenu cannot hold."""
    if entry.name != "explorer":
        return entry
    return MenuItem(
        entry.label, entry.url, name=entry.name, icon_name="doc-empty", order=entry.order
    )


@hooks.register("construct_settings_menu")
def short_settings(_request: HttpRequest, entries: list[MenuItem]) -> None:
    entries[:] = [entry for entry in entries if entry.name not in HIDDEN]
