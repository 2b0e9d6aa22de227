"""The programme in Wagtail's admin: its addresses, lists, menu and the page Today."""

from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from kulisy.people.api import Account
from kulisy.programme.access import may_see_drafts
from kulisy.programme.views import activity, dates, desk, event, groups, matters, mine, regular
from kulisy.programme.views.home import TodayPanel

PAGES = [
    path("nowe/", event.quick, name="quick"),
    path("wolne/", event.free, name="free"),
    path("moje/", mine.mine, name="mine"),
    path("sezony/kopiuj/", activity.copy_season, name="copy_season"),
    path("wydarzenia/zaznaczone/", activity.many, name="activities_many"),
    path("wydarzenia/<int:pk>/stan/", activity.state, name="state"),
    path("wydarzenia/<int:pk>/kopiuj/", activity.copy, name="copy"),
    path("wydarzenia/<int:pk>/historia/", activity.history, name="history"),
    path("wydarzenia/<int:pk>/grupy/", groups.of_activity, name="groups"),
    path("wydarzenia/<int:pk>/terminy/", dates.of_activity, name="dates"),
    path("wydarzenia/<int:pk>/terminy/dodaj/", dates.add, name="date_add"),
    path("wydarzenia/<int:pk>/terminy/zaznaczone/", dates.many, name="dates_of_activity_many"),
    path("wydarzenia/<int:pk>/stale/", regular.add, name="regular_add"),
    path("stale/<int:pk>/", regular.change, name="regular"),
    path("terminy/zaznaczone/", dates.many, name="dates_many"),
    path("terminy/<int:pk>/", dates.date, name="date"),
    path("terminy/<int:pk>/przenies/", dates.move, name="date_move"),
    path("terminy/<int:pk>/odwolaj/", dates.call_off, name="date_call_off"),
    path("terminy/<int:pk>/przywroc/", dates.restore, name="date_restore"),
    path("terminy/<int:pk>/potwierdz/", dates.confirm, name="date_confirm"),
    path("terminy/<int:pk>/komplet/", dates.sold_out, name="date_sold_out"),
]
# The sources of matters register themselves when they are imported.
MATTERS = matters


class Permitted(MenuItem):
    """Shown to those who may open it."""

    def __init__(self, *args: Any, permission: str, **kwargs: Any) -> None:
        self.permission = permission
        super().__init__(*args, **kwargs)

    def is_shown(self, request: HttpRequest) -> bool:
        return isinstance(request.user, Account) and request.user.has_perm(self.permission)


class Mine(MenuItem):
    """For those who lead groups and see nothing else of the programme."""

    def is_shown(self, request: HttpRequest) -> bool:
        return not may_see_drafts(request.user)


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    return [path("", include((PAGES, "programme_backstage")))]


@hooks.register("register_admin_viewset")
def desks() -> list[Any]:
    return [*desk.SPINE, *desk.PEOPLE, *desk.LISTS]


@hooks.register("construct_homepage_panels")
def today(_request: HttpRequest, panels: list[Any]) -> None:
    """Wagtail's panels are about pages; a centre's day is about rooms and dates."""
    panels[:] = [TodayPanel()]


@hooks.register("register_admin_menu_item")
def today_item() -> MenuItem:
    return MenuItem(
        _("Today"), reverse_lazy("wagtailadmin_home"), name="today", icon_name="home", order=10
    )


@hooks.register("register_admin_menu_item")
def mine_item() -> MenuItem:
    return Mine(
        _("My classes"),
        reverse_lazy("programme_backstage:mine"),
        name="mine",
        icon_name="clipboard-list",
        order=20,
    )


@hooks.register("register_admin_menu_item")
def events_item() -> MenuItem:
    events = [
        ("events", _("Events"), "programme_activity:index", "calendar-alt", "activity"),
        ("dates", _("All dates"), "programme_occurrence:index", "date", "occurrence"),
    ]
    return SubmenuMenuItem(
        _("Events"), _menu(events), name="programme-events", icon_name="calendar-alt", order=30
    )


@hooks.register("register_admin_menu_item")
def classes_item() -> MenuItem:
    classes = [
        ("classes", _("Classes"), "programme_classes:index", "group", "activity"),
        ("groups", _("Groups"), "programme_group:index", "group", "group"),
    ]
    return SubmenuMenuItem(
        _("Classes"), _menu(classes), name="programme-classes", icon_name="group", order=40
    )


@hooks.register("register_admin_menu_item")
def people_item() -> MenuItem:
    people = [
        (row.name, row.title, f"{row.name}:index", row.icon, row.model_name) for row in desk.PEOPLE
    ]
    return SubmenuMenuItem(
        _("People and partners"),
        _menu(people),
        name="programme-people",
        icon_name="user",
        order=700,
    )


def _menu(rows: list[tuple[Any, ...]]) -> Menu:
    return Menu(
        items=[
            Permitted(
                label,
                reverse_lazy(address),
                name=f"programme-{name}",
                icon_name=icon,
                order=order,
                permission=f"programme.view_{model}",
            )
            for order, (name, label, address, icon, model) in enumerate(rows)
        ]
    )


@hooks.register("register_settings_menu_item")
def season_item() -> MenuItem:
    return Permitted(
        _("Copy a season into the next"),
        reverse_lazy("programme_backstage:copy_season"),
        name="copy-season",
        icon_name="copy",
        order=10,
        permission="programme.add_season",
    )


def _setting(row: desk.Desk, order: int) -> None:
    @hooks.register("register_settings_menu_item")
    def entry_of_list() -> MenuItem:
        return Permitted(
            row.title,
            reverse_lazy(f"{row.name}:index"),
            name=row.name,
            icon_name=row.icon,
            order=order,
            permission=f"programme.change_{row.model_name}",
        )


for _order, _row in enumerate(desk.LISTS):
    _setting(_row, 20 + _order)
