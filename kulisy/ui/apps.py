"""Django's entry for this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UiConfig(AppConfig):
    name = "kulisy.ui"
    label = "ui"
    verbose_name = _("Look and pieces of pages")
    default_auto_field = "django.db.models.BigAutoField"
