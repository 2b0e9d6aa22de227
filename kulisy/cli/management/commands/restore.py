"""``kulisy restore FILE``: a centre out of its backup."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.base import CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulisy.cli import examination, prepare
from kulisy.cli.archive.checking import check, opened, read_manifest
from kulisy.cli.archive.manifest import applied_migrations
from kulisy.cli.archive.restoring import restore
from kulisy.cli.archive.rows import Damaged
from kulisy.cli.operator import CommandError, OperatorCommand, bar


class Command(OperatorCommand):
    help = gettext_lazy(
        "Put a backup in the place of what is there: database and uploads, all or nothing.\n\n"
        "The whole file is checked before anything is touched. End the site first (`kulisy up`),\n"
        "and start it again afterwards; whoever was logged in logs in anew."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help=_("a file that `kulisy backup` has written"))
        parser.add_argument("--yes", action="store_true", help=_("do not ask"))
        parser.add_argument("--check", action="store_true", help=_("only check the file"))

    def handle(self, *args: Any, file: Path, yes: bool, check: bool, **options: Any) -> None:
        if not file.is_file():
            raise CommandError(_("There is no file %(file)s.") % {"file": file})
        try:
            with opened(file) as archive:
                read_manifest(archive)
            prepare.make_tables()
            self.from_archive(file, yes=yes, only_check=check)
        except Damaged as problem:
            raise CommandError(
                _("%(why)s\nNothing was changed.") % {"why": problem.args[0]}
            ) from None
        except OSError as problem:
            raise CommandError(
                _("The files cannot be written: %(why)s. Nothing was changed.")
                % {"why": problem.strerror}
            ) from None

    def from_archive(self, file: Path, *, yes: bool, only_check: bool) -> None:
        uploads = Path(settings.MEDIA_ROOT)
        with opened(file) as archive:
            steps = read_manifest(archive)
            total = steps.rows + len(steps.uploads)
            with bar(_("Checking"), total) as step:
                manifest = check(
                    archive,
                    migrations=applied_migrations("default"),
                    folder=Path(settings.VAR),
                    step=step,
                )
            if only_check:
                self.say(_("The backup of %(when)s is whole.") % {"when": manifest.made_at})
                return
            if not examination.worker():  # whose worker was seen a moment ago
                self.stderr.write(
                    _("This centre is running. What is entered meanwhile will be lost.")
                )
            question = _("Replace everything in this centre with the backup of %(when)s?")
            if not self.agreed(question % {"when": manifest.made_at}, assumed=yes):
                raise CommandError(_("Nothing was changed."))
            with bar(_("Restoring"), total) as step:
                restore(archive, manifest, uploads, step=step)
        cache.clear()
        self.say(_("Making the search index again."))
        call_command("wagtail_update_index", verbosity=0)
        call_command("reindex", verbosity=0)
        self.say(
            _("Restored: %(rows)d rows and %(uploads)d uploads of %(when)s.")
            % {"rows": manifest.rows, "uploads": len(manifest.uploads), "when": manifest.made_at}
        )
