"""The door from the shell: which settings, which help, and what a failure looks like."""

import os
import sys
from gettext import NullTranslations, translation
from pathlib import Path

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db.utils import InterfaceError, OperationalError
from django.utils.translation import gettext as _
from django.utils.translation import override

from kulisy.cli import demo_place, overview
from kulisy.cli.operator import terminal_language

FINE, REFUSED, INTERRUPTED, PIPE_CLOSED = 0, 1, 130, 141
ASKS_FOR_HELP = {"help", "--help", "-h"}


def run(argv: list[str]) -> int:
    """The exit code of the command: 0 done, 1 refused with a sentence, 2 misused."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kulisy.config.settings")
    words = argv[1:]
    try:
        if words[:1] == ["demo"]:
            demo_place.settle(words)
        if not words or (len(words) == 1 and words[0] in ASKS_FOR_HELP):
            django.setup()
            with override(terminal_language()):
                overview.show()
        else:
            if ASKS_FOR_HELP & set(words[1:]):
                django.setup()
                overview.explain(words[0])
            execute_from_command_line(argv)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read has gone, as `head` does; the interpreter must not try once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except (ImproperlyConfigured, OperationalError, InterfaceError) as problem:
        if "--traceback" in words:
            raise
        return refuse(problem)
    return FINE


def refuse(problem: Exception) -> int:
    """One sentence instead of a trace: what stands in the way is outside the program."""
    if isinstance(problem, ImproperlyConfigured):
        return refuse_settings(problem)
    with override(terminal_language()):
        if "no such table" in str(problem):
            sentence = _("The database has no tables yet, or not all of them: %(problem)s")
            hint = _("Make them with:  kulisy migrate")
        else:
            sentence = _("The database cannot be used: %(problem)s")
            hint = _("See what is wrong with:  kulisy doctor")
        sys.stderr.write(f"{sentence % {'problem': str(problem).strip()}}\n{hint}\n")
    return REFUSED


def refuse_settings(problem: ImproperlyConfigured) -> int:
    """Django's own translation reads the settings first, which here cannot be read."""
    # The name under which makemessages looks for sentences.
    gettext = catalogue(terminal_language()).gettext
    sentence = gettext("The settings do not fit together: %(problem)s")
    hint = gettext("They are described in docs/reference/settings.md.")
    sys.stderr.write(f"{sentence % {'problem': problem}}\n{hint}\n")
    return REFUSED


def catalogue(language: str) -> NullTranslations:
    """This app's own sentences; as they are written here when there are none of the language."""
    return translation("django", Path(__file__).parent / "locale", [language], fallback=True)
