"""Makes the search index again from the records."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from kulisy.kernel.search.actions import reindex_all
from kulisy.kernel.search.slot import sources


class Command(BaseCommand):
    help = "Make the search index again from the records; search goes on answering meanwhile."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kinds", nargs="*", help="only these kinds, e.g. activity page")

    def handle(self, *, kinds: list[str], **options: Any) -> None:
        known = [source.kind for source in sources()]
        if unknown := sorted(set(kinds) - set(known)):
            raise CommandError(
                _("Nothing searchable is called %(unknown)s. Known: %(known)s.")
                % {"unknown": ", ".join(unknown), "known": ", ".join(known)}
            )
        console = Console(stderr=True, quiet=options["verbosity"] == 0)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=console) as bar:
            rows = {kind: bar.add_task(kind, total=None) for kind in kinds or known}
            count = reindex_all(
                kinds or None,
                progress=lambda kind, done, total: bar.update(
                    rows[kind], completed=done, total=total
                ),
            )
        if options["verbosity"]:
            self.stdout.write(
                ngettext("%(count)d thing can be found.", "%(count)d things can be found.", count)
                % {"count": count}
            )
