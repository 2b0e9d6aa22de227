"""Gives every role the permissions that the apps ask for."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kulisy.people.roles import sync_roles


class Command(BaseCommand):
    help = "Give every role the permissions that the apps ask for (migrate does it as well)."

    def handle(self, *args: Any, **options: Any) -> None:
        if unknown := sync_roles():
            raise CommandError("These permissions do not exist: " + ", ".join(unknown))
        self.stdout.write(self.style.SUCCESS("Roles are as the apps ask for."))
