"""Django's entry for this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CliConfig(AppConfig):
    name = "kulisy.cli"
    label = "cli"
    verbose_name = _("Command line")
    default_auto_field = "django.db.models.BigAutoField"
