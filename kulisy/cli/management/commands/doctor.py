"""``kulisy doctor``: what is wrong with this installation, and what to do."""

from typing import Any

from django.core.checks import ERROR, WARNING, CheckMessage, run_checks
from django.core.management.base import CommandParser
from django.db import DatabaseError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kulisy.cli.examination import EXAMINATIONS
from kulisy.cli.operator import CommandError, OperatorCommand

# These ask for what a proxy in front of the site does, or what this site has decided otherwise.
ANSWERED_ELSEWHERE = {
    "security.W004",  # told once, in words of ours: cli.W010
    "security.W012",
    "security.W016",
    "security.W019",  # previews of pages are frames of this very site
    "security.W008",  # redirecting to https is the proxy's work
    "mail.E001",  # mail that stays in files: people.W001
    "security.W021",  # preloading HSTS binds a whole domain, which is the town's to decide
}


class Command(OperatorCommand):
    help = gettext_lazy(
        "Say what is wrong with this installation, and what to do about it.\n\n"
        "Exit code 0 when nothing is (warnings may be told), 1 when something is."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--strict", action="store_true", help=_("let warnings count as errors as well")
        )

    def handle(self, *args: Any, strict: bool, **options: Any) -> None:
        found: list[CheckMessage] = []
        for name, examine in EXAMINATIONS.items():
            problems = examine()
            found += problems
            if not problems:
                self.say(self.style.SUCCESS("✓") + f" {name}")
        settings_problems = self.settings_problems()
        if not settings_problems:
            self.say(self.style.SUCCESS("✓") + " " + _("settings and programs"))
        found += settings_problems
        for problem in sorted(found, key=lambda message: -message.level):
            self.tell(problem)
        self.conclude(found, worst_allowed=WARNING if strict else ERROR)

    @staticmethod
    def settings_problems() -> list[CheckMessage]:
        try:
            messages = run_checks(include_deployment_checks=True)
        except DatabaseError:
            return []  # told by the examination of the database
        return [
            message
            for message in messages
            if message.level >= WARNING
            and message.id not in ANSWERED_ELSEWHERE
            and not message.is_silenced()
        ]

    def tell(self, problem: CheckMessage) -> None:
        is_error = problem.level >= ERROR
        mark = self.style.ERROR("✗") if is_error else self.style.WARNING("!")
        self.say(f"{mark} {problem.msg}  ({problem.id})")
        if problem.hint:
            for line in str(problem.hint).splitlines():
                self.say(f"    {line}")

    def conclude(self, found: list[CheckMessage], *, worst_allowed: int) -> None:
        bad = sum(message.level >= worst_allowed for message in found)
        if bad:
            raise CommandError(
                ngettext(
                    "%(count)d thing has to be put right.",
                    "%(count)d things have to be put right.",
                    bad,
                )
                % {"count": bad}
            )
        self.say(_("All that has to be well is well."))
