"""What the operator's commands share: the language of the terminal, sentences, questions, bars."""

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import override
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

__all__ = ["CommandError", "OperatorCommand", "bar", "terminal_language"]


def terminal_language() -> str:
    """Polish in a Polish terminal, English in any other."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "pl" if value.lower().startswith("pl") else "en"
    return "en"


class OperatorCommand(BaseCommand):
    """A command that refuses with a sentence and exit code 1, never with a trace."""

    requires_system_checks: list[str] = []
    help: Any  # translated when it is shown
    _called_from_command_line: bool

    def create_parser(
        self,
        prog_name: str,  # noqa: ARG002 - Django passes the path of the script
        subcommand: str,
        **kwargs: Any,
    ) -> CommandParser:
        with override(terminal_language()):
            kwargs.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
            parser = super().create_parser("kulisy", subcommand, **kwargs)
            hide_djangos_own(parser)
            return parser

    def execute(self, *args: Any, **options: Any) -> str | None:
        with override(terminal_language()):
            try:
                return super().execute(*args, **options)
            except CommandError as refusal:
                if options.get("traceback") or not self._called_from_command_line:
                    raise
                self.stderr.write(str(refusal), self.style.ERROR)
                raise SystemExit(refusal.returncode) from None

    def say(self, sentence: str = "") -> None:
        """A line for the person, at once: whoever watches a log sees where the work is."""
        self.stdout.write(sentence)
        self.stdout.flush()

    def agreed(self, question: str, *, assumed: bool) -> bool:
        """Whether the person at the terminal says yes; without a terminal only ``--yes`` does."""
        if assumed:
            return True
        if not sys.stdin.isatty():
            raise CommandError(_("Nobody is here to be asked. If it is meant, add --yes."))
        answer = input(question + " " + _("[yes/no]") + " ")
        return answer.strip().lower() in {"y", "yes", "t", "tak"}


def hide_djangos_own(parser: argparse.ArgumentParser) -> None:
    """Options that every Django command has, which no operator needs, stay but are not shown."""
    for action in parser._actions:  # noqa: SLF001 - argparse offers no other way to them
        if set(action.option_strings) & {
            "--version", "--settings", "--pythonpath", "--no-color", "--force-color",
            "--skip-checks", "--verbosity", "--traceback",
        }:  # fmt: skip
            action.help = argparse.SUPPRESS


@contextlib.contextmanager
def bar(title: str, total: int | None) -> Iterator[Any]:
    """Yields ``step(how_many=1)``. Drawn on a terminal only: a log needs no moving picture."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task(title, total=total)
        yield lambda how_many=1: progress.advance(task, how_many)
