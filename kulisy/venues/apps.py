"""Django's entry for this app."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VenuesConfig(AppConfig):
    name = "kulisy.venues"
    label = "venues"
    verbose_name = _("Venues")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        for module in ("checks", "demo", "privacy", "tasks"):
            import_module(f"kulisy.venues.{module}")
