"""Django's entry for this app."""

from importlib import import_module

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.module_loading import module_has_submodule
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "kulisy.people"
    label = "people"
    verbose_name = _("People")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        for module in ("checks", "privacy", "tasks"):
            import_module(f"kulisy.people.{module}")
        # Each app says in its own ``permissions`` module what it lets the roles do.
        for config in apps.get_app_configs():
            # Ours only: Wagtail's apps have modules of this name that mean something else.
            if config.name.startswith("kulisy.") and module_has_submodule(
                config.module, "permissions"
            ):
                import_module(f"{config.name}.permissions")
        # Once after all apps: only then do the permissions of every one of them exist.
        last = [config for config in apps.get_app_configs() if config.models_module][-1]
        post_migrate.connect(_sync_roles, sender=last, dispatch_uid="people.sync_roles")


def _sync_roles(**_kwargs: object) -> None:
    import_module(".roles", __package__).sync_roles()
