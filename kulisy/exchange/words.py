"""Words of imports: what the fields are called, and what a plan is summed up with."""

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kulisy.kernel.errors import Refused

LONGEST_SHOWN = 80


class Refusal(Enum):
    """Why a run is not carried out."""

    IMPORT_NOT_PLANNED = "import_not_planned"
    IMPORT_STALE = "import_stale"


SORRY = {
    Refusal.IMPORT_NOT_PLANNED: _("This import was not read to its end. Read the file again."),
    Refusal.IMPORT_STALE: _(
        "Something else was brought in from this source in the meantime. Read the file again."
    ),
}

FIELD_NAMES = {
    "title": _("title"),
    "starts_at": _("start"),
    "ends_at": _("end"),
    "is_all_day": _("whole days"),
    "text": _("description"),
    "place": _("place"),
    "room": _("room"),
    "online_url": _("address online"),
    "mode": _("mode"),
    "category": _("kind"),
    "kind": _("kind"),
    "section": _("section"),
    "price": _("price"),
    "is_free": _("free admission"),
    "state": _("state"),
    "reason": _("reason"),
    "capacity": _("places"),
    "rrule": _("rule"),
    "exdates": _("dates left out"),
}


def summed_up(counts: Mapping[str, int]) -> str:
    """A run in one sentence of numbers."""
    return (
        gettext(
            "%(added)s added, %(changed)s changed, %(same)s unchanged, %(gone)s no longer there, "
            "%(damaged)s not understood."
        )
        % counts
    )


def sentence(no: Refused) -> str:
    """The refusal as people read it."""
    return str(SORRY[no.reason]) if isinstance(no.reason, Refusal) else str(no)


def shown_change(name: str, old: Any, now: Any) -> str:
    """A change as people read it: "start: 18:00 → 19:00"."""
    return "{}: {} → {}".format(*change_parts(name, old, now))


def change_parts(name: str, old: Any, now: Any) -> tuple[str, str, str]:
    """The field's name, what it was and what it will be, as people read them."""
    return str(FIELD_NAMES[name]), _shown(old), _shown(now)


def _shown(value: Any) -> str:
    if value in (None, "", [], False):
        return "–"
    if value is True:
        return gettext("yes")
    if isinstance(value, list):
        return ", ".join(_shown(each) for each in value[:3]) + (" …" if len(value) > 3 else "")  # noqa: PLR2004 - enough to see
    if isinstance(value, str) and value[10:11] == "T" and value[:4].isdigit():
        return timezone.localtime(datetime.fromisoformat(value)).strftime("%d.%m.%Y %H:%M")
    text = str(value).replace("\n", " ")
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
