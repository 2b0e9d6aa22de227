"""Wagtail's app of users, with the centre's list of people in place of its own."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    user_viewset = "kulisy.people.wagtail_hooks.PeopleViewSet"
