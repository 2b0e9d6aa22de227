"""Django's entry for this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KasztanowoConfig(AppConfig):
    name = "kulisy.kasztanowo"
    label = "kasztanowo"
    verbose_name = _("Demo centre")
    default_auto_field = "django.db.models.BigAutoField"
