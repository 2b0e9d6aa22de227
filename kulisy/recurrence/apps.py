"""Django's entry for this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RecurrenceConfig(AppConfig):
    name = "kulisy.recurrence"
    label = "recurrence"
    verbose_name = _("Recurrence")
    default_auto_field = "django.db.models.BigAutoField"
