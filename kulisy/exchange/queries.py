"""Reading imports: which sources there are, and what waits for somebody."""

from datetime import datetime, timedelta

from django.db.models import Count, OuterRef, QuerySet, Subquery

from kulisy.exchange.models import ImportLine, ImportRun, ImportSource

DAYS_REMEMBERED = 14


def sources() -> QuerySet[ImportSource]:
    """All sources, each with how many things it brought so far."""
    return ImportSource.objects.annotate(brought=Count("records")).order_by("name")


def recent_runs() -> QuerySet[ImportRun]:
    """Runs of all sources, the newest first."""
    return ImportRun.objects.select_related("source", "by").order_by("-started_at", "-pk")


def damaged_lately(now: datetime) -> QuerySet[ImportRun]:
    """The last run of each source, where it met something that it did not understand.

    A source that was read again without trouble is no longer among them.
    """
    last = ImportRun.objects.filter(source=OuterRef("source")).order_by("-started_at", "-pk")
    return recent_runs().filter(
        pk=Subquery(last.values("pk")[:1]),
        damaged__gt=0,
        started_at__gt=now - timedelta(days=DAYS_REMEMBERED),
    )


def lines_of(run: ImportRun, action: str = "") -> QuerySet[ImportLine]:
    """What the run would change, in the order of the file; only that of one action if asked."""
    lines = run.lines.order_by("number", "pk")
    return lines.filter(action=action) if action else lines
