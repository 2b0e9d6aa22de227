"""What of imports waits for a person: rows that were not understood, calendars not reached."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kulisy.exchange import queries
from kulisy.exchange.access import may_import
from kulisy.exchange.models import ImportRun
from kulisy.ui.slots import Matter, Pile, decision

FIRST_FEW = 5


@decision("exchange.damaged", order=60)
def damaged(request: HttpRequest) -> Pile | None:
    """Imports whose last reading left something out."""
    if not may_import(request.user):
        return None
    runs = queries.damaged_lately(timezone.now())
    return Pile(
        heading=gettext_lazy("Imports with rows not understood"),
        count=runs.count(),
        matters=tuple(_matter(run) for run in runs[:FIRST_FEW]),
        url=reverse("exchange_backstage:index"),
    )


def _matter(run: ImportRun) -> Matter:
    sentence = ngettext(
        "%(count)s row was left out.", "%(count)s rows were left out.", run.damaged
    ) % {"count": run.damaged}
    return Matter(
        title=run.source.name,
        sentence=sentence,
        url=reverse("exchange_backstage:run", args=[run.pk]) + "?pokaz=damaged",
        action=_("See why"),
        at=run.started_at,
    )
