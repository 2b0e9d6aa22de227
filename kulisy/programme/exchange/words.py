"""Words of imports: what the fields are called, and what a plan is summed up with."""

from enum import Enum

from django.utils.translation import gettext_lazy as _


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
