"""``kulisy up``: runs a centre."""

from typing import Any

from django.core.management.base import CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulisy.cli import prepare, serving
from kulisy.cli.operator import CommandError, OperatorCommand
from kulisy.cli.supervisor import Supervisor


class Command(OperatorCommand):
    help = gettext_lazy(
        "Run the centre: web server and background worker.\n\n"
        "Both are watched and started again when they fall. Ctrl-C or SIGTERM ends both."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--host",
            default="127.0.0.1",
            help=_("address to listen on; 0.0.0.0 for all (default: %(default)s)"),
        )
        parser.add_argument("--port", type=int, default=8000, help=_("default: %(default)s"))
        parser.add_argument(
            "--workers",
            type=int,
            default=serving.cores(),
            help=_("web processes (default: one for each core, here %(default)s)"),
        )
        parser.add_argument(
            "--no-worker", action="store_true", help=_("leave background work to another machine")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self.refuse_half_migrated()
        host, port = options["host"], options["port"]
        if serving.free_port(host, port) != port:
            raise CommandError(
                _("Port %(port)s is taken by another program. Choose one with --port.")
                % {"port": port}
            )
        prepare.make_cache_table()
        if not prepare.collected():
            self.say(_("Collecting the static files."))
            prepare.collect_static()
        with Supervisor(self.say, restarts=True, died=told) as watch:
            watch.start(_("The web server"), serving.web(host, port, options["workers"]))
            if not options["no_worker"]:
                watch.start(_("The background worker"), serving.worker())
            self.say(_("The centre is at %(address)s") % {"address": f"http://{host}:{port}/"})
            watch.until_stopped()
        self.say(_("Everything has ended."))

    @staticmethod
    def refuse_half_migrated() -> None:
        if waiting := prepare.waiting_migrations():
            raise CommandError(
                _(
                    "The database is not yet in the state that this version needs "
                    "(changes that wait: %(how_many)d, the first is %(first)s).\n"
                    "Make a backup, then bring it there:  kulisy migrate"
                )
                % {"how_many": len(waiting), "first": waiting[0]}
            )


def told(name: str, code: int) -> str:
    return _("%(name)s ended with code %(code)s; it is started again.") % {
        "name": name,
        "code": code,
    }
