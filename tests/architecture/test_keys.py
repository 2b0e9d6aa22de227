"""Keys point down: a foreign key is an import too, also when it is written as text."""

from dataclasses import dataclass

import pytest
from django.apps import apps

from house import House


@dataclass(frozen=True)
class Key:
    """A field that ties one app's table to another's."""

    holder: str
    field: str
    target: str


def keys() -> list[Key]:
    """Every key between two apps of the house."""
    return [
        Key(
            model._meta.app_label,
            f"{model._meta.label}.{field.name}",
            field.related_model._meta.app_label,
        )
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("kulisy.")
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model
    ]


def upward(found: list[Key], floors: dict[str, int]) -> list[str]:
    return [
        f"{key.field} points to {key.target}, which is not on a lower floor than {key.holder}"
        for key in found
        if key.holder != key.target
        and key.target in floors
        and floors[key.target] >= floors[key.holder]
    ]


def without_privacy(found: list[Key], house: House) -> list[str]:
    """Apps that hold something about a person and do not say how it is shown and removed."""
    about_people = {key.holder for key in found if key.target == "people"}
    return sorted(
        f"kulisy/{app}/privacy.py is missing: {app} has a key to a person"
        for app in about_people
        if not list((house.package / app).rglob("privacy.py"))
    )


def test_keys_point_to_lower_floors(house):
    assert upward(keys(), house.floors()) == []


def test_keys_are_seen_at_all():
    """Guards the rule above: an empty list of keys would pass it."""
    assert Key("media", "media.Rendition.image", "media") in keys()


def test_who_holds_data_about_people_can_show_and_remove_it(house):
    assert without_privacy(keys(), house) == []


def test_installed_apps_are_the_apps_of_the_house(house):
    installed = {
        config.name for config in apps.get_app_configs() if config.name.startswith("kulisy.")
    }

    assert installed == {f"kulisy.{app}" for app in house.apps()}


@pytest.mark.parametrize(
    ("holder", "target", "caught"),
    [
        ("programme", "venues", False),
        ("venues", "people", False),
        ("venues", "venues", False),
        ("venues", "wagtailcore", False),
        ("venues", "programme", True),
        ("venues", "media", True),
        ("people", "tickets", True),
    ],
)
def test_a_key_upward_or_sideways_is_caught(house, holder, target, caught):
    assert bool(upward([Key(holder, f"{holder}.X.y", target)], house.floors())) is caught


def test_a_missing_privacy_module_is_caught(small_house):
    small = small_house({"kulisy/venues/models.py": "", "kulisy/programme/privacy.py": ""})
    found = [
        Key("venues", "venues.Booking.by", "people"),
        Key("programme", "programme.A.by", "people"),
    ]

    assert without_privacy(found, small) == [
        "kulisy/venues/privacy.py is missing: venues has a key to a person"
    ]
