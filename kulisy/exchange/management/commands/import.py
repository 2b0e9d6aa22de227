"""Brings a calendar or a sheet in from the command line; without ``--apply`` it only tells."""  # noqa: N999 - the module is called as the command is

import sys
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import IO, Any, cast

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from kulisy.exchange import runs, words
from kulisy.exchange.models import ImportRun, ImportSource
from kulisy.exchange.words import shown_change
from kulisy.kernel.errors import Unreadable
from kulisy.programme.api import ActivityKind, queries

MOST_LINES = 200
SIGNS = {
    "added": ("+", "green"),
    "changed": ("~", "yellow"),
    "gone": ("−", "magenta"),
    "damaged": ("!", "red"),
}


class Command(BaseCommand):
    help = (
        "Bring a calendar (ICS) or a sheet (CSV, XLSX) into the programme.\n\n"
        "Without --apply it only shows what would change. Exit codes: 0 all is well, 1 something "
        "was not understood, 2 nothing could be read."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "place", nargs="?", help="a file, or an address such as https://…/basic.ics"
        )
        parser.add_argument(
            "--source", help="name under which it is remembered; its file name if not given"
        )
        parser.add_argument(
            "--format", choices=ImportSource.Format.values, help="when it is not recognised"
        )
        parser.add_argument("--apply", action="store_true", help="bring it in, not only show it")
        parser.add_argument(
            "--as",
            dest="state",
            choices=["draft", "tentative", "confirmed"],
            help="what comes in is this; draft if not given",
        )
        parser.add_argument(
            "--kind", metavar="SLUG", help="kind of activity for rows that do not say it"
        )
        parser.add_argument(
            "--when-gone",
            choices=ImportSource.Gone.values,
            help="what happens to dates no longer there",
        )
        parser.add_argument(
            "--column",
            action="append",
            metavar="FIELD=HEADING",
            default=[],
            help="say which heading means what, e.g. title=Impreza",
        )
        parser.add_argument(
            "--all-subscribed",
            action="store_true",
            help="fetch every remembered address and bring in what changed",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.ending = ""  # the console ends its lines itself
        console = Console(file=cast("IO[str]", self.stdout), soft_wrap=True)
        if options["all_subscribed"]:
            self._all(console)
            return
        if not options["place"]:
            raise CommandError(
                _("Name a file or an address, or use --all-subscribed."), returncode=2
            )
        try:
            run = self._read(console, options)
            if run is None:
                console.print(_("Nothing has changed there since the last time."))
                return
            self._show(console, run)
            if options["apply"]:
                with _progress(console) as told:
                    runs.applied(run, by=None, told=told)
                done = _("Brought in.")  # outside the braces, where gettext does not look
                console.print(f"[bold green]{done}[/]")
            elif run.would_change:
                console.print(_("Nothing has been changed yet. Add --apply to bring it in."))
        except Unreadable as why:
            raise CommandError(why.sentence, returncode=2) from why
        if run.damaged:
            sys.exit(1)

    def _read(self, console: Console, options: dict[str, Any]) -> ImportRun | None:
        place = options["place"]
        is_address = place.startswith(("http://", "https://", "webcal://", "webcals://"))
        if not is_address and not Path(place).is_file():
            raise Unreadable(_("There is no file %(path)s.") % {"path": place})
        source = self._source(place, options, is_address=is_address)
        if is_address:
            run = runs.address_run(source, by=None)
        else:
            run = runs.file_run(source, Path(place), by=None)
        if run is not None:
            with _progress(console) as told:
                runs.planned(run, told=told)
        return run

    def _source(self, place: str, options: dict[str, Any], *, is_address: bool) -> ImportSource:
        name = options["source"] or (place if is_address else Path(place).stem)
        source = ImportSource.objects.filter(name=name[:120]).first() or ImportSource(
            name=name[:120]
        )
        for field in ("format", "state", "when_gone"):
            if options[field]:
                setattr(source, field, options[field])
        if options["kind"]:
            source.kind = _kind(options["kind"])
        for pair in options["column"]:
            field, _sign, heading = pair.partition("=")
            source.columns = {**source.columns, field: heading}
        if is_address and options["apply"]:
            source.address = place
        source.save()
        if is_address:
            # Only looked at, it is not remembered: --all-subscribed would bring it in.
            source.address = place
        return source

    def _show(self, console: Console, run: ImportRun) -> None:
        table = Table(box=None, pad_edge=False, show_header=False)
        for _column in range(4):
            table.add_column(overflow="fold")
        for line in run.lines.order_by("number", "pk")[:MOST_LINES]:
            sign, colour = SIGNS[line.action]
            named = [name for name in words.FIELD_NAMES if name in line.changes]
            said = [escape(shown_change(name, *line.changes[name])) for name in named]
            said += [escape(line.note)] if line.note else []
            when = line.entry.get("starts_at", "")
            if when:
                when = timezone.localtime(datetime.fromisoformat(when)).strftime("%d.%m.%Y %H:%M")
            number = str(line.number) if line.number else ""
            table.add_row(
                f"[{colour}]{sign}[/]", number, f"{escape(line.title)} {when}", "\n".join(said)
            )
        console.print(table)
        if (rest := run.lines.count() - MOST_LINES) > 0:
            console.print(_("… and %(count)s more.") % {"count": rest})
        console.print(words.summed_up(run.counts))

    def _all(self, console: Console) -> None:
        failed = 0
        for source in ImportSource.objects.exclude(address=""):
            try:
                run = runs.follow(source)
                said = (
                    _("unchanged")
                    if run is None
                    else f"+{run.added} ~{run.changed} −{run.gone} !{run.damaged}"
                )
            except Unreadable as why:
                failed += 1
                said = why.sentence
            console.print(f"{escape(source.name)}: {escape(said)}")
        if failed:
            sys.exit(1)


def _kind(slug: str) -> ActivityKind:
    kinds = queries.filter_choices(only_used=False).kinds
    for kind in kinds:
        if kind.slug == slug:
            return kind
    raise Unreadable(
        _("There is no kind “%(slug)s”. There are: %(known)s.")
        % {"slug": slug, "known": ", ".join(kind.slug for kind in kinds)}
    )


class _progress:  # noqa: N801 - used as a statement
    """A bar on a terminal, silence in a log."""

    def __init__(self, console: Console) -> None:
        self.bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TextColumn("{task.completed}"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )

    def __enter__(self) -> Callable[[int, str], None]:
        self.bar.start()
        task = self.bar.add_task(_("Reading"), total=None)
        return lambda done, what: self.bar.update(task, completed=done, description=what)

    def __exit__(self, *_why: object) -> None:
        self.bar.stop()
