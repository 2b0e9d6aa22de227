"""What is said about an archive that cannot be used, to the operator who brought it."""

from enum import Enum
from typing import Any

from django.utils.translation import gettext as _


class Problem(Enum):
    """Why an archive is refused."""

    NOT_AN_ARCHIVE = "not an archive"
    NO_MANIFEST = "no manifest"
    NEWER_FORMAT = "newer format"
    OTHER_VERSION = "other version"
    OTHER_MEMBERS = "other members"
    UNSAFE_NAME = "unsafe name"
    CHANGED = "changed"
    NO_ROW = "no row"
    NO_ROOM = "no room"
    CONTRADICTION = "contradiction"


def sentence(problem: Problem, **facts: Any) -> str:
    """The whole sentence, in the language of the terminal."""
    sentences = {
        Problem.NOT_AN_ARCHIVE: _(
            "%(file)s is not a whole backup: it was cut short, or is something else."
        ),
        Problem.NO_MANIFEST: _("%(file)s is a ZIP file, but not a backup made by Kulisy."),
        Problem.NEWER_FORMAT: _(
            "The backup was made by a newer Kulisy (%(version)s). Restore it with that one."
        ),
        Problem.OTHER_VERSION: _(
            "The backup was made by Kulisy %(theirs)s, whose tables are not those of this version "
            "(%(ours)s): they differ in %(difference)s. Install that version, restore there, then "
            "bring it up to date with: kulisy migrate"
        ),
        Problem.OTHER_MEMBERS: _("The backup lacks %(name)s, or has it without listing it."),
        Problem.UNSAFE_NAME: _(
            "The backup holds a file called %(name)s, which would be written outside its folder."
        ),
        Problem.CHANGED: _("The backup is damaged: %(name)s is not what was once written."),
        Problem.NO_ROW: _("The backup is damaged: line %(line)s of %(table)s is no row of it."),
        Problem.CONTRADICTION: _(
            "The backup contradicts itself: its rows break a rule of the database (%(why)s)."
        ),
        Problem.NO_ROOM: _(
            "There is not enough room: %(needed)d MB are needed, %(free)d MB are free in "
            "%(folder)s."
        ),
    }
    return sentences[problem] % facts
