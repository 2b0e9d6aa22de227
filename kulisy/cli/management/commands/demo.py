"""``kulisy demo``: a populated centre to look at."""

import os
import time
from collections.abc import Callable
from typing import Any

from django.core.management.base import CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulisy.cli import demo_place, prepare, scene, serving
from kulisy.cli.operator import CommandError, OperatorCommand, bar
from kulisy.cli.supervisor import Supervisor
from kulisy.kernel import demo

HOST = "127.0.0.1"
START_UP = 90.0  # seconds; on one slow core the first page takes a while


class Command(OperatorCommand):
    help = gettext_lazy(
        "Run a made-up culture centre, full of events, groups and rooms, to look at.\n\n"
        "The first run fills it, later ones just start. It keeps its data in a folder of its own\n"
        "(var/demo) and never touches those of a real centre. Ctrl-C ends all it started."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--scene",
            default=demo_place.FIRST_SCENE,
            help=_("a moment in the centre's life; a wrong name lists them (default: %(default)s)"),
        )
        parser.add_argument(
            "--reset", action="store_true", help=_("throw the data away, fill anew")
        )
        parser.add_argument(
            "--port", type=int, default=8000, help=_("default: %(default)s, or the next free one")
        )
        parser.add_argument("--no-serve", action="store_true", help=_("only fill, do not start"))
        parser.add_argument(
            "--no-input", action="store_true", help=_("for scripts; nothing is ever asked anyway")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["scene"] not in (known := scene.known_scenes()):
            raise CommandError(
                _("There is no scene called %(scene)s. There are: %(known)s.")
                % {"scene": options["scene"], "known": ", ".join(known) or _("none yet")},
                returncode=2,
            )
        try:
            told = self.filled(options["scene"], reset=options["reset"])
            if not options["no_serve"]:
                with scene.together():
                    self.serve(told, options["port"])
        except scene.InUse:
            raise CommandError(
                _("This demo is running already, or being filled. End that one first.")
            ) from None

    def filled(self, name: str, *, reset: bool) -> scene.Played:
        """The scene's data, made now unless they are there."""
        told = scene.played()
        if told and not reset:
            self.timed(_("Database"), prepare.make_tables)
        else:
            with scene.alone():
                scene.clear()
                self.say(_("Making the database. The first time takes a minute or two."))
                self.timed(_("Database"), prepare.make_tables)
                with bar(_("Filling the centre"), len(demo.acts(name))) as step:
                    told = scene.play(name, say=self.say, step=step)
        self.timed(_("Static files"), prepare.collect_static)
        return told

    def timed(self, what: str, work: Callable[[], None]) -> None:
        """Do it, and say so if it took long enough to be wondered about."""
        began = time.monotonic()
        work()
        took = time.monotonic() - began
        if took > 1:
            self.say(_("%(what)s: ready after %(seconds).1f s") % {"what": what, "seconds": took})

    def serve(self, told: scene.Played, wanted: int) -> None:
        port = serving.free_port(HOST, wanted)
        if port is None:
            raise CommandError(_("No port from %(port)s on is free.") % {"port": wanted})
        if port != wanted:
            self.say(
                _("Port %(wanted)s is taken, so this is on %(port)s.")
                % {"wanted": wanted, "port": port}
            )
        address = f"http://localhost:{port}"
        os.environ["KULISY_ADDRESS"] = address
        with Supervisor(self.say, restarts=False, died=fell) as watch:
            watch.start(_("The web server"), serving.web(HOST, port, serving.cores()))
            watch.start(_("The background worker"), serving.worker())
            if watch.wait_for(lambda: serving.answers(HOST, port), seconds=START_UP):
                self.welcome(told, address)
            elif not watch.stopping:
                raise CommandError(_("The site did not start; the reason is above."))
            code = watch.until_stopped()
        if code:
            raise CommandError(_("The demo has ended because one of its programs did; see above."))
        self.say("\n" + _("The demo has ended. Its data stay; `kulisy demo` starts it again."))

    def welcome(self, told: scene.Played, address: str) -> None:
        self.say()
        self.say(_("The centre is open:"))
        # Outside the braces, where gettext does not look.
        site, backstage = _("site"), _("backstage")
        self.say(f"  {site:<12} {address}/")
        self.say(f"  {backstage:<12} {address}/zaplecze/")
        if told.logins:
            self.say("\n" + _("Log in as:"))
            for line in told.logins:
                self.say(f"  {line}")
        self.say()
        self.say(
            _("Made around %(day)s; --reset makes it anew around today. Ctrl-C ends it.")
            % {"day": told.on}
        )


def fell(name: str, code: int) -> str:
    return _("%(name)s ended with code %(code)s.") % {"name": name, "code": code}
