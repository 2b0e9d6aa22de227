"""``kulisy backup FILE``: the whole centre in one file."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulisy.cli import prepare
from kulisy.cli.archive import rows, writing
from kulisy.cli.operator import CommandError, OperatorCommand, bar


class Command(OperatorCommand):
    help = gettext_lazy(
        "Write the whole centre into one file: database and uploads.\n\n"
        "The site may go on running; the backup shows one moment. It can be restored on either\n"
        "database engine, and holds personal data: keep it as carefully as the centre itself."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help=_("where to write it, for example centre.zip"))
        parser.add_argument("--force", action="store_true", help=_("replace the file if it exists"))

    def handle(self, *args: Any, file: Path, force: bool, **options: Any) -> None:
        if file.exists() and not force:
            raise CommandError(_("%(file)s exists. Replace it with --force.") % {"file": file})
        if waiting := prepare.waiting_migrations():
            raise CommandError(
                _("The database waits for %(first)s. Run first:  kulisy migrate")
                % {"first": waiting[0]}
            )
        uploads = Path(settings.MEDIA_ROOT)
        total = sum(models.QuerySet(model).count() for model in rows.tables())
        try:
            with bar(_("Writing"), total + len(writing.files(uploads))) as step:
                manifest = writing.write(file, uploads, step=step)
        except FileExistsError as problem:
            raise CommandError(
                _("Another backup to %(file)s seems to be under way: %(part)s exists.")
                % {"file": file, "part": problem.filename}
            ) from None
        except OSError as problem:
            raise CommandError(
                _("%(file)s cannot be written: %(why)s.") % {"file": file, "why": problem.strerror}
            ) from None
        self.say(
            _("%(file)s holds %(rows)d rows and %(uploads)d uploads, %(size).1f MB.")
            % {
                "file": file,
                "rows": manifest.rows,
                "uploads": len(manifest.uploads),
                "size": file.stat().st_size / 1e6,
            }
        )
