"""What ``kulisy doctor`` looks at on this machine, beside Django's own checks of the settings.

Each examination returns what is wrong, as a fact and the way out; nothing means well.
"""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.checks import CheckMessage, Error, Warning  # noqa: A004 - Django's own name for it
from django.db import DatabaseError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulisy.build_translations import sources
from kulisy.cli import prepare
from kulisy.kernel import health

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Examine = Callable[[], list[CheckMessage]]
TOO_LITTLE, LITTLE = 200 * 1024**2, 2 * 1024**3
FONTS = "ui/vendor/public.css"


def database() -> list[CheckMessage]:
    if health.database_answers():
        return []
    return [
        Error(
            _("The database does not answer."),
            hint=_(
                "Look at DATABASE_URL, and whether PostgreSQL runs; empty means SQLite in var/."
            ),
            id="cli.E001",
        )
    ]


def migrations() -> list[CheckMessage]:
    try:
        waiting, unknown = prepare.waiting_migrations(), prepare.unknown_migrations()
    except DatabaseError:
        return []  # told by the examination of the database
    if unknown:
        return [
            Error(
                _("The database was made by a newer version (it knows of %(name)s).")
                % {"name": unknown[0]},
                hint=_("Install that version, or restore a backup made by this one."),
                id="cli.E002",
            )
        ]
    if waiting:
        return [
            Error(
                _("Changes of the database are waiting: %(count)d.") % {"count": len(waiting)},
                hint=_("Make a backup, then:  kulisy migrate"),
                id="cli.E003",
            )
        ]
    return []


def folder() -> list[CheckMessage]:
    place = Path(settings.VAR)
    try:
        with tempfile.TemporaryFile(dir=place):
            return []
    except OSError as problem:
        return [
            Error(
                _("Nothing can be written in %(folder)s: %(why)s.")
                % {"folder": place, "why": problem.strerror},
                hint=_(
                    "Give the folder to the user that runs Kulisy, or name another: KULISY_VAR."
                ),
                id="cli.E004",
            )
        ]


def disk() -> list[CheckMessage]:
    free = shutil.disk_usage(settings.VAR).free
    if free >= LITTLE:
        return []
    message = _("Only %(size)d MB are free on the disk of %(folder)s.") % {
        "size": free // 1024**2,
        "folder": settings.VAR,
    }
    hint = _("Make room, or move the folder to a larger disk and name it in KULISY_VAR.")
    if free < TOO_LITTLE:
        return [Error(message, hint=hint, id="cli.E005")]
    return [Warning(message, hint=hint, id="cli.W005")]


def assets() -> list[CheckMessage]:
    if finders.find(FONTS):
        return []
    return [
        Error(
            _("The fonts and stylesheets of the site are not built."),
            hint=_("Build them with:  make install"),
            id="cli.E006",
        )
    ]


def static_files() -> list[CheckMessage]:
    if settings.DEBUG or prepare.collected():
        return []
    return [
        Warning(
            _("The static files are not collected, or older than this version."),
            hint=_("`kulisy up` collects them when it starts."),
            id="cli.W007",
        )
    ]


def translations() -> list[CheckMessage]:
    stale = [
        source
        for source in sources()
        if not (made := source.with_suffix(".mo")).exists()
        or made.stat().st_mtime < source.stat().st_mtime
    ]
    if not stale:
        return []
    return [
        Error(
            _("Catalogues of translations are not compiled: %(count)d; sentences will be English.")
            % {"count": len(stale)},
            hint=_("Compile them with:  python -m kulisy.build_translations"),
            id="cli.E008",
        )
    ]


def worker() -> list[CheckMessage]:
    try:
        since = health.seconds_since_beat()
    except DatabaseError:
        since = None
    if since is not None and since < health.LATE_AFTER:
        return []
    return [
        Warning(
            _("No background worker has been seen lately; imports and messages wait."),
            hint=_("`kulisy up` runs one; alone it is started with:  kulisy worker"),
            id="cli.W009",
        )
    ]


def address() -> list[CheckMessage]:
    if settings.BEHIND_TLS:
        return []
    return [
        Warning(
            _("The site is known as %(address)s, without encryption.")
            % {"address": settings.PUBLIC_ADDRESS},
            hint=_(
                "Enough on this machine. For others, put a proxy with a certificate in front and "
                "name the address: KULISY_ADDRESS=https://..."
            ),
            id="cli.W010",
        )
    ]


EXAMINATIONS: "dict[StrOrPromise, Examine]" = {
    gettext_lazy("database"): database,
    gettext_lazy("state of the database"): migrations,
    gettext_lazy("folder for data"): folder,
    gettext_lazy("room on the disk"): disk,
    gettext_lazy("fonts and stylesheets"): assets,
    gettext_lazy("static files"): static_files,
    gettext_lazy("translations"): translations,
    gettext_lazy("background worker"): worker,
    gettext_lazy("address"): address,
}
