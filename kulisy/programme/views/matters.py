"""What of the programme waits for a person: the sources for the home page's two shelves."""

from collections.abc import Callable
from datetime import timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulisy.programme import queries
from kulisy.programme.models import Activity, Occurrence
from kulisy.ui.slots import Matter, Pile, Shelf, decision

FIRST_FEW = 5
DAYS_AHEAD = 7
Source = Callable[[HttpRequest], Pile | None]


def for_editors(source: Source) -> Source:
    """Only those who can deal with it are told."""

    def asked(request: HttpRequest) -> Pile | None:
        return source(request) if request.user.has_perm("programme.change_activity") else None

    return asked


def _when(row: Occurrence) -> str:
    return date_format(timezone.localtime(row.starts_at), "l j E, G.i")


def _of_date(row: Occurrence, sentence: str, action: str) -> Matter:
    return Matter(
        title=row.label,
        sentence=sentence,
        url=reverse("programme_backstage:date", args=[row.pk]),
        action=action,
        at=row.starts_at,
    )


@decision("programme.tentative", order=10)
@for_editors
def tentative(_request: HttpRequest) -> Pile:
    rows = queries.tentative_dates(timezone.now())
    return Pile(
        heading=gettext_lazy("Tentative dates"),
        count=rows.count(),
        matters=tuple(
            _of_date(row, _("%(when)s: will it take place?") % {"when": _when(row)}, _("Decide"))
            for row in rows[:FIRST_FEW]
        ),
        url=reverse("programme_occurrence:index") + "?state=tentative",
    )


@decision("programme.without_room", order=20)
@for_editors
def without_room(_request: HttpRequest) -> Pile:
    rows = queries.dates_without_room(timezone.now())
    return Pile(
        heading=gettext_lazy("Dates that found their room taken"),
        count=rows.count(),
        matters=tuple(
            _of_date(row, _("%(when)s: has no room yet.") % {"when": _when(row)}, _("Find a room"))
            for row in rows[:FIRST_FEW]
        ),
        url=reverse("programme_occurrence:index") + "?without_room=true",
    )


@decision("programme.words_missing", order=30)
@for_editors
def words_missing(_request: HttpRequest) -> Pile:
    rows = queries.pictures_without_words()
    return Pile(
        heading=gettext_lazy("Pictures that nobody has described"),
        count=rows.count(),
        matters=tuple(
            Matter(
                title=row.title,
                sentence=_("A blind visitor does not learn what its picture shows."),
                url=reverse("programme_activity:edit", args=[row.pk]),
                action=_("Describe"),
            )
            for row in rows[:FIRST_FEW]
        ),
        url=reverse("programme_activity:index") + "?words_missing=true",
    )


@decision("programme.to_be_published", order=10, shelf=Shelf.DUE)
@for_editors
def to_be_published(_request: HttpRequest) -> Pile:
    rows = queries.to_be_published(timezone.now())
    return Pile(
        heading=gettext_lazy("Will appear on the site by itself"),
        count=rows.count(),
        matters=tuple(_appearing(row) for row in rows[:FIRST_FEW]),
    )


def _appearing(row: Activity) -> Matter:
    return Matter(
        title=row.title,
        sentence=date_format(timezone.localtime(row.publish_at), "l j E, G.i"),
        url=reverse("programme_activity:edit", args=[row.pk]),
        action=_("Look"),
        at=row.publish_at,
    )


@decision("programme.drafts_due", order=20, shelf=Shelf.DUE)
@for_editors
def drafts_due(_request: HttpRequest) -> Pile:
    now = timezone.now()
    rows = queries.drafts_due(now, now + timedelta(days=DAYS_AHEAD))
    return Pile(
        heading=gettext_lazy("Soon, and still a draft"),
        count=rows.count(),
        matters=tuple(
            Matter(
                title=row.label,
                sentence=_("%(when)s, and visitors do not see it yet.") % {"when": _when(row)},
                url=reverse("programme_activity:edit", args=[row.activity_id]),
                action=_("Finish"),
                at=row.starts_at,
            )
            for row in rows[:FIRST_FEW]
        ),
    )
