"""``kulisy worker``: does the background work."""

import logging
import threading
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandParser
from django.db import DatabaseError, connections
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from kulisy.cli.operator import OperatorCommand
from kulisy.kernel import health

log = logging.getLogger(__name__)


class Command(OperatorCommand):
    help = gettext_lazy(
        "Do the background work: imports, messages, search.\n\n"
        "One is enough for a centre; more can run beside it. `kulisy up` and `kulisy demo` start\n"
        "one of their own. Ctrl-C lets it finish what it does."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help=_("do all that is waiting, then end; for cron")
        )
        parser.add_argument(
            "--quiet", action="store_true", help=_("say nothing but what goes wrong")
        )

    def handle(self, *args: Any, once: bool, quiet: bool, **options: Any) -> None:
        if not quiet:
            self.say(_("Waiting for work; end with Ctrl-C."))
        ended = threading.Event()
        pulse = threading.Thread(target=beat_until, args=(ended,), daemon=True)
        pulse.start()
        try:
            # What a job writes down is read by the centre's people, not by this terminal.
            with override(settings.LANGUAGE_CODE):
                call_command(
                    "db_worker",
                    batch=once,
                    startup_delay=not once,
                    reload=False,
                    verbosity=0 if quiet else 1,
                )
        finally:
            ended.set()


def beat_until(ended: threading.Event) -> None:
    """Show every few seconds that the worker lives, also in the middle of long work."""
    while True:
        try:
            health.beat()
        except DatabaseError:
            log.warning("worker.beat_missed")
        finally:
            connections.close_all()
        if ended.wait(health.BEAT_EVERY):
            return
