"""Invites somebody from the command line: the way in for the first director."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kulisy.kernel.errors import Refused
from kulisy.people import actions, mails
from kulisy.people.rules import Role
from kulisy.people.words import SORRY


class Command(BaseCommand):
    help = "Invite somebody and print the address that opens their account."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("name")
        parser.add_argument("--role", action="append", choices=Role.values, required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            invitation = actions.invite(
                email=options["email"],
                name=options["name"],
                roles=[Role(role) for role in options["role"]],
                by=None,
            )
        except Refused as no:
            raise CommandError(str(SORRY[no.reason])) from no
        self.stdout.write(mails.invitation_address(invitation))
