"""Rooms and bookings in Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse_lazy
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from kulisy.people.api import Account
from kulisy.venues import access
from kulisy.venues.models import (
    Branch,
    Centre,
    ClosedDay,
    Equipment,
    Room,
    RoomFeature,
    Venue,
)
from kulisy.venues.views import bookings, places, plans
from kulisy.venues.views.desk import OneList, PlaceDesk, YesColumn


class PermittedItem(MenuItem):
    """Shown to those who may open it."""

    def __init__(self, *args: Any, permission: str, **kwargs: Any) -> None:
        self.permission = permission
        super().__init__(*args, **kwargs)

    def is_shown(self, request: HttpRequest) -> bool:
        return isinstance(request.user, Account) and request.user.has_perm(self.permission)


class CentreViewSet(PlaceDesk):
    model = Centre
    name = "centre"
    index_view_class = OneList
    add_label = _("Describe the centre")
    empty_text = _("The centre has no name yet. Its name and address stand on every page.")
    icon = "home"
    menu_label: Any = _("The centre")
    panels = [
        FieldPanel("name"),
        FieldPanel("short_name"),
        MultiFieldPanel(
            [FieldPanel("street"), FieldPanel("postcode"), FieldPanel("town")],
            heading=_("Address"),
        ),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
        FieldRowPanel([FieldPanel("voivodeship"), FieldPanel("nip")]),
        FieldPanel("opening_text"),
        FieldPanel("accent"),
        FieldPanel("shows_busy_times"),
    ]


class BranchViewSet(PlaceDesk):
    model = Branch
    name = "branches"
    add_label = _("Add a branch")
    empty_text = _("No branch is here yet. Begin with the main seat.")
    icon = "site"
    list_display = [
        "name",
        YesColumn("is_main", label=capfirst(_("the main seat"))),
        "phone",
        "email",
    ]
    form_fields = ["name", "slug", "is_main", "description", "phone", "email"]


class VenueViewSet(PlaceDesk):
    model = Venue
    name = "venues"
    add_label = _("Add a venue")
    empty_text = _("No venue is here yet. Add the building first, then its rooms.")
    related = ("branch",)
    icon = "home"
    list_display = ["name", "branch", Column("address", label=_("Address"))]
    list_filter = ["branch"]
    search_fields = ["name", "street", "town"]
    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("branch"), FieldPanel("slug")]),
        MultiFieldPanel(
            [FieldPanel("street"), FieldPanel("postcode"), FieldPanel("town")],
            heading=_("Address"),
        ),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("is_outdoor"),
        FieldPanel("directions"),
        InlinePanel(
            "opening_hours",
            heading=_("Opening hours"),
            panels=[
                FieldPanel("weekday"),
                FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")]),
                FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
            ],
        ),
    ]


class RoomViewSet(PlaceDesk):
    model = Room
    name = "rooms"
    add_label = _("Add a room")
    empty_text = _("No room is here yet. Add the first one, and it appears in the plan.")
    related = ("venue",)
    icon = "door"
    list_display = [
        "name",
        "venue",
        "floor",
        YesColumn("is_bookable", label=capfirst(_("can be booked"))),
        Column("get_loudness_display", label=capfirst(_("loudness"))),
    ]
    list_filter = ["venue", "is_bookable", "features"]
    search_fields = ["name", "code"]
    panels = [
        FieldPanel("name"),
        FieldPanel("name_accusative"),
        FieldRowPanel([FieldPanel("venue"), FieldPanel("slug")]),
        FieldRowPanel([FieldPanel("code"), FieldPanel("floor"), FieldPanel("area")]),
        FieldPanel("description"),
        FieldPanel("is_bookable"),
        FieldPanel("features"),
        FieldRowPanel([FieldPanel("loudness"), FieldPanel("position")]),
        InlinePanel("set_ups", heading=_("Set-ups")),
        InlinePanel("relations", heading=_("Related rooms")),
    ]


class RoomFeatureViewSet(PlaceDesk):
    model = RoomFeature
    name = "room_features"
    add_label = _("Add a feature of rooms")
    icon = "tag"
    form_fields = ["name", "slug"]


class EquipmentViewSet(PlaceDesk):
    model = Equipment
    name = "equipment"
    add_label = _("Add equipment")
    empty_text = _("No equipment is here yet. What is added can be booked with a room.")
    related = ("home",)
    icon = "cog"
    list_display = [
        "name",
        "stock",
        "home",
        YesColumn("is_portable", label=capfirst(_("may leave its building"))),
        YesColumn("is_access_aid", label=capfirst(_("accessibility aid"))),
    ]
    list_filter = ["home", "is_access_aid"]
    search_fields = ["name", "code"]
    form_fields = [
        "name",
        "code",
        "stock",
        "home",
        "is_portable",
        "is_access_aid",
        "description",
    ]


class ClosedDayViewSet(PlaceDesk):
    model = ClosedDay
    name = "closed_days"
    add_label = _("Add closed days")
    empty_text = _("No closed days are here yet. Add holidays, so that nobody books them.")
    related = ("venue",)
    icon = "calendar-times"
    list_display = [
        "reason",
        "first_on",
        "last_on",
        "venue",
        YesColumn("is_strict", label=capfirst(_("nothing can be booked"))),
    ]
    list_filter = ["venue"]
    form_fields = ["reason", "first_on", "last_on", "venue", "is_strict"]


VIEWSETS: list[ModelViewSet] = [
    view_set(url_prefix=f"sale/{view_set.name}", url_namespace=f"venues_{view_set.name}")
    for view_set in (
        RoomViewSet,
        VenueViewSet,
        EquipmentViewSet,
        ClosedDayViewSet,
        RoomFeatureViewSet,
        BranchViewSet,
        CentreViewSet,
    )
]

PAGES = (
    [
        path("plan/", plans.day, name="day"),
        path("plan/<slug:slug>/", plans.week, name="week"),
        path("wolne/", plans.finder, name="finder"),
        path("rezerwacja/", bookings.book, name="book"),
        path("rezerwacja/<int:pk>/", bookings.booking, name="booking"),
        path("rezerwacja/<int:pk>/przenies/", bookings.move, name="move"),
        path("rezerwacja/<int:pk>/potwierdz/", bookings.confirm, name="confirm"),
        path("rezerwacja/<int:pk>/zwolnij/", bookings.release, name="release"),
        path("dostepnosc/", places.profiles, name="profiles"),
        path("dostepnosc/budynek/<slug:slug>/", places.venue_profile, name="venue_profile"),
        path("dostepnosc/sala/<slug:slug>/", places.room_profile, name="room_profile"),
        path("adresy/", places.addresses, name="addresses"),
        path("adresy/<slug:slug>/nowy/", places.renew_address, name="renew_address"),
    ],
    "venues_backstage",
)


@hooks.register("register_icons")
def icons(found: list[str]) -> list[str]:
    """Wagtail has no door, and its group of people stands for classes."""
    return [*found, "venues/icons/door.svg"]


@hooks.register("register_admin_viewset")
def view_sets() -> list[ModelViewSet]:
    return VIEWSETS


@hooks.register("register_admin_urls")
def pages() -> list[Any]:
    return [path("sale/", include(PAGES))]


@hooks.register("register_admin_menu_item")
def rooms_menu() -> MenuItem:
    ours = [
        PermittedItem(
            label,
            reverse_lazy(f"venues_backstage:{name}"),
            permission=permission,
            icon_name=icon,
            order=order,
            name=f"venues-{name}",
        )
        for order, (label, name, permission, icon) in enumerate(
            [
                (_("Rooms by day"), "day", access.VIEW, "calendar-alt"),
                (_("Find a free room"), "finder", access.VIEW, "search"),
                (_("Book a room"), "book", access.BOOK, "plus"),
                (_("Accessibility"), "profiles", "venues.change_venueaccess", "accessibility"),
                (_("Calendar addresses"), "addresses", "venues.change_room", "link"),
            ]
        )
    ]
    theirs = [one.get_menu_item(order=100 + n) for n, one in enumerate(VIEWSETS)]
    menu = Menu(items=ours + theirs)
    return SubmenuMenuItem(_("Rooms"), menu, icon_name="door", name="venues", order=250)
