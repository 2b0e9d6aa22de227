"""Django's entry for this app."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExchangeConfig(AppConfig):
    name = "kulisy.exchange"
    label = "exchange"
    verbose_name = _("Imports and feeds")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        for module in ("privacy", "tasks"):
            import_module(f"kulisy.exchange.{module}")
