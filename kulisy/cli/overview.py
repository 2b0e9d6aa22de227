"""What ``kulisy --help`` shows: the operator's commands in plain words, then Django's."""

import textwrap
from collections import defaultdict

from django.core.management import get_commands, load_command_class
from django.utils.translation import gettext as _
from django.utils.translation import override
from rich.console import Console
from rich.text import Text

from kulisy import __version__
from kulisy.cli.operator import hide_djangos_own, terminal_language

RUN, KEEP, BRING, MORE = "run", "keep", "bring", "more"
GROUP_OF = {
    "demo": RUN,
    "up": RUN,
    "worker": RUN,
    "doctor": KEEP,
    "backup": KEEP,
    "restore": KEEP,
    "import": BRING,
    "invite": BRING,
}
# Django's and Wagtail's that an operator meets sooner or later, in our words.
LENT = {"migrate": KEEP, "createsuperuser": BRING}


class Listing(Console):
    """A console that leaves it to the program what a reader's going means."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def show() -> None:
    """Print the overview."""
    titles = {
        RUN: _("Run"),
        KEEP: _("Look after"),
        BRING: _("Bring in"),
        MORE: _("Seldom needed"),
    }
    console = Listing(highlight=False, markup=False)
    console.print(
        _("kulisy %(version)s: one system for a culture centre") % {"version": __version__}
    )
    console.print(_("Usage: kulisy COMMAND [options]"), end="\n\n")
    found = grouped()
    for key, title in titles.items():
        if found[key]:
            console.print(Text(title, style="bold"))
            for name, sentence in found[key]:
                console.print(f"  {name:<17} {sentence}", soft_wrap=True)
            console.print()
    console.print(Text(_("More, from Django and its libraries"), style="bold"))
    for line in textwrap.wrap(", ".join(foreign()), 76):
        console.print(f"  {line}")
    console.print("\n" + _("One command in detail: kulisy COMMAND --help"))


def explain(name: str) -> None:
    """Print what one of our commands does, in the terminal's language, and end the program.

    Those of Django and its libraries explain themselves.
    """
    if app := own().get(name):
        with override(terminal_language()):
            parser = load_command_class(app, name).create_parser("kulisy", name)
            hide_djangos_own(parser)
            parser.print_help()
            raise SystemExit(0)


def grouped() -> dict[str, list[tuple[str, str]]]:
    """Group -> commands with their first sentences."""
    lent = {
        "migrate": _("Bring the database to the state this version needs."),
        "createsuperuser": _("Make an account that may do everything."),
    }
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in (*GROUP_OF, *LENT, *sorted(own())):
        if name in LENT:
            found[LENT[name]].append((name, lent[name]))
        elif name in own() and all(name != known for rows in found.values() for known, _ in rows):
            found[GROUP_OF.get(name, MORE)].append((name, first_sentence(name)))
    return found


def own() -> dict[str, str]:
    return {name: app for name, app in get_commands().items() if is_ours(app)}


def foreign() -> list[str]:
    return sorted(
        name for name, app in get_commands().items() if not is_ours(app) and name not in LENT
    )


def is_ours(app: object) -> bool:
    return str(app).startswith("kulisy.")


def first_sentence(name: str) -> str:
    said = str(load_command_class(own()[name], name).help).strip()
    return said.split("\n", 1)[0]
