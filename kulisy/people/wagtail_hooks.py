"""The list of people in Wagtail's admin, and Wagtail's own account pages cut to size."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.account import (
    AccountView,
    BaseSettingsPanel,
    ChangePasswordPanel,
    NameEmailSettingsPanel,
)
from wagtail.admin.viewsets.base import ViewSet

from kulisy.people import access
from kulisy.people.views import backstage


class PeopleMenuItem(MenuItem):
    """Shown to those who may manage people."""

    def is_shown(self, request: HttpRequest) -> bool:
        return access.may_manage_people(access.account_acting(request))


class PeopleViewSet(ViewSet):
    """Takes the place of Wagtail's users, whose forms would go past roles, history and rules."""

    def register_menu_item(self) -> None:
        """The item is registered below, at the top level of the menu."""

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", backstage.index, name="index"),
            path("zapros/", backstage.invite, name="add"),
            path("<int:pk>/", backstage.person, name="edit"),
            path("<int:pk>/zamknij/", backstage.close, name="close"),
            path("<int:pk>/otworz/", backstage.reopen, name="reopen"),
            path("<int:pk>/drugi-skladnik/", backstage.remove_second_factor, name="second_factor"),
            path("zaproszenia/<int:pk>/", backstage.hand_over, name="hand_over"),
            path("zaproszenia/<int:pk>/wyslij/", backstage.resend, name="resend"),
            path("zaproszenia/<int:pk>/wycofaj/", backstage.withdraw, name="withdraw"),
        ]


@hooks.register("register_admin_menu_item")
def people_menu_item() -> MenuItem:
    return PeopleMenuItem(
        _("People"), reverse_lazy("wagtailusers_users:index"), icon_name="key", order=800
    )


@hooks.register("construct_settings_menu")
def without_groups(_request: HttpRequest, items: list[MenuItem]) -> None:
    """Roles come from the apps; a form for their permissions would be undone by the next start."""
    items[:] = [entry for entry in items if entry.name != "groups"]


@hooks.register("register_account_menu_item")
def own_account(_request: HttpRequest) -> dict[str, Any]:
    """From Wagtail's account page to ours."""
    return {
        "url": reverse_lazy("people:home"),
        "label": _("Password, e-mail address and second factor"),
        "help_text": _("How you log in."),
    }


class BackstageAccountView(AccountView):
    """Wagtail's account page without the panels that are ours: name, address, password."""

    def get_panels(self) -> list[BaseSettingsPanel]:
        ours = (NameEmailSettingsPanel, ChangePasswordPanel)
        return [panel for panel in super().get_panels() if not isinstance(panel, ours)]
