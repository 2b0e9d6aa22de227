"""A run in the words of the page: its differences row by row, and how far it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulisy.exchange.models import ImportLine, ImportRun
from kulisy.exchange.words import FIELD_NAMES, change_parts

Action = ImportLine.Action
HEADINGS = {
    Action.ADDED: gettext_lazy("Added"),
    Action.CHANGED: gettext_lazy("Changed"),
    Action.GONE: gettext_lazy("No longer there"),
    Action.DAMAGED: gettext_lazy("Not understood"),
}


@dataclass(frozen=True)
class Difference:
    """One row of the page: what, when, and each field old and new."""

    number: int
    action: str
    heading: str
    title: str
    starts_at: datetime | None
    changes: list[tuple[str, str, str]]
    note: str

    @property
    def is_damaged(self) -> bool:
        return self.action == Action.DAMAGED


def differences(lines: Iterable[ImportLine]) -> list[Difference]:
    """The lines as people read them."""
    return [
        Difference(
            number=line.number,
            action=line.action,
            heading=str(HEADINGS[Action(line.action)]),
            title=line.title or _("without a title"),
            starts_at=_moment(line.entry.get("starts_at")),
            changes=[
                # In the order of the fields: a JSON column of PostgreSQL keeps none.
                change_parts(name, *line.changes[name])
                for name in FIELD_NAMES
                if name in line.changes
            ],
            note=line.note,
        )
        for line in lines
    ]


def _moment(text: str | None) -> datetime | None:
    return timezone.localtime(datetime.fromisoformat(text)) if text else None


@dataclass(frozen=True)
class Pile:
    """One number of the run, and the part of the list that it counts."""

    key: str
    heading: str
    count: int


def piles(run: ImportRun) -> list[Pile]:
    """How much there is of each sort; what is unchanged is counted and not listed."""
    return [
        Pile(action.value, str(heading), getattr(run, action.value))
        for action, heading in HEADINGS.items()
    ]


def stage(run: ImportRun) -> str:
    """Where the run stands, in a sentence."""
    return {
        run.State.WAITING: _("The file waits for its turn."),
        run.State.READING: _("The file is being read. Nothing has changed yet."),
        run.State.PLANNED: _("This is what would change. Nothing has changed yet."),
        run.State.APPLYING: _("It is being brought in. Nobody sees a part of it before the end."),
        run.State.DONE: _("It is brought in."),
        run.State.FAILED: _("Nothing was brought in."),
    }[run.State(run.state)]
