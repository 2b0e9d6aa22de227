"""The calendar: as a list, by month, by week, by day. Every filter is a part of the address."""

from datetime import date, datetime, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from kulisy.programme import api as programme
from kulisy.ui import dates
from kulisy.website import calendar as days
from kulisy.website import jsonld, queries, sieve, wishes, words
from kulisy.website.addresses import activity_address, calendar_address
from kulisy.website.cards import gathered, in_cell, row
from kulisy.website.frame import page
from kulisy.website.lines import Line, by_day, with_features
from kulisy.website.wishes import Wish

ROWS_IN_A_CELL = 5
MOST_LISTED = 20


def index(request: HttpRequest) -> HttpResponse:
    """What is on from today, or from the wished day."""
    wish, now = wishes.read(request.GET), timezone.now()
    found = queries.list_of_days(wish, now)
    context = {
        **around(wish, view="list", day=found.first, with_days=True),
        "days": days_shown(found, found.first, found.last, wish),
        "lasting": lasting(found.lines, now),
        "later_url": _listed_from(wish, found.next_first),
        "earlier_url": _listed_from(wish, found.previous_first),
        "stretch": _stretch(found),
    }
    title = _("Calendar")
    return page(
        request,
        "website/calendar_list.html",
        context,
        title=title,
        crumbs=[(title, "")],
        description=_("Concerts, shows, exhibitions, workshops and classes, day by day."),
        graph=[listed(request, found.lines)],
    )


def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """A month as a table."""
    shown = days.month_at(year, month)
    if shown is None:
        raise Http404
    wish = wishes.read(request.GET)
    weeks = shown.weeks
    found = queries.between(wish, weeks[0][0], weeks[-1][-1], timezone.now())
    title = dates.month_title(shown.first, get_language() or "pl")
    return page(
        request,
        "website/calendar_month.html",
        _month_context(shown, found, wish),
        title=title,
        crumbs=[(_("Calendar"), reverse("website:calendar")), (title, "")],
        description=_("What is on in the month, as a table."),
        graph=[listed(request, found.lines)],
    )


def _month_context(shown: days.Month, found: queries.Stretch, wish: Wish) -> dict[str, Any]:
    weeks = shown.weeks
    cells = by_day(found.lines, weeks[0][0], weeks[-1][-1])
    return {
        **around(wish, view="month", day=shown.first),
        "weeks": [
            [cell(day, shown, cells[day], found.classes.get(day, []), wish) for day in week]
            for week in weeks
        ],
        "lasting": lasting(found.lines, timezone.now()),
        "list_url": _listed_between(wish, shown.first, shown.last),
        "earlier": _month_link(shown.preceding, wish),
        "later": _month_link(shown.following, wish),
    }


def week(request: HttpRequest, year: int, week: int) -> HttpResponse:
    """Seven days beside each other, as a table."""
    monday = days.week_at(year, week)
    if monday is None:
        raise Http404
    wish = wishes.read(request.GET)
    found = queries.between(wish, monday, monday + days.SIX_DAYS, timezone.now())
    title = dates.day_range(monday, monday + days.SIX_DAYS, get_language() or "pl")
    return page(
        request,
        "website/calendar_week.html",
        _week_context(monday, found, wish),
        title=title,
        crumbs=[(_("Calendar"), reverse("website:calendar")), (title, "")],
        graph=[listed(request, found.lines)],
    )


def _week_context(monday: date, found: queries.Stretch, wish: Wish) -> dict[str, Any]:
    sunday = monday + days.SIX_DAYS
    return {
        **around(wish, view="week", day=monday),
        "columns": days_shown(found, monday, sunday, wish, every=True),
        "lasting": lasting(found.lines, timezone.now()),
        "list_url": _listed_between(wish, monday, sunday),
        "earlier": _week_link(monday - days.WEEK, wish),
        "later": _week_link(monday + days.WEEK, wish),
    }


def day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    """Everything of one day, classes included."""
    shown = days.day_at(year, month, day)
    if shown is None:
        raise Http404
    wish = wishes.read(request.GET)
    lines = queries.all_between(wish, shown, shown, timezone.now())
    title = dates.long_day(shown, get_language() or "pl")
    crumbs = [
        (_("Calendar"), reverse("website:calendar")),
        _month_link(days.Month.of(shown), wish),
        (title, ""),
    ]
    return page(
        request,
        "website/calendar_day.html",
        _day_context(shown, lines, wish),
        title=title,
        crumbs=crumbs,
        graph=[listed(request, lines)],
    )


def _day_context(shown: date, lines: list[Line], wish: Wish) -> dict[str, Any]:
    now = timezone.now()
    with_features(lines)
    return {
        **around(wish, view="day", day=shown),
        "day": shown,
        "rows": [row(line, now) for line in lines if not line.is_regular and not line.is_long],
        "classes": [row(line, now) for line in lines if line.is_regular],
        "lasting": lasting(lines, now),
        "earlier": _day_link(shown - timedelta(days=1), wish),
        "later": _day_link(shown + timedelta(days=1), wish),
    }


def lasting(lines: list[Line], now: datetime) -> list[dict[str, Any]]:
    """What lasts for weeks, told once instead of on every day."""
    return [row(line, now) for line in lines if line.is_long]


def around(wish: Wish, *, view: str, day: date, with_days: bool = False) -> dict[str, Any]:
    """What stands around every view of the calendar: filter, other views, feeds."""
    today = timezone.localdate()
    kept = wish.query_without_days
    at = day if view != "list" or wish.filter.first else today
    views = [
        ("list", _("List"), with_query(reverse("website:calendar"), kept)),
        ("week", _("Week"), week_address(at, kept)),
        ("month", _("Month"), month_address(at, kept)),
    ]
    return {
        "wish": wish,
        "fields": sieve.fields(wish, with_days=with_days),
        "is_filtered": not wish.filter.without_days.is_empty,
        "problem": words.not_understood(wish.problems) if wish.problems else "",
        "shortcuts": shortcuts(wish),
        "search_url": _searched(wish.filter.words),
        "views": [(label, url, name == view) for name, label, url in views],
        "feeds": feeds(wish),
        "today": today,
    }


def shortcuts(wish: Wish) -> list[tuple[str, str]]:
    """The days people ask for most, with the rest of the wish kept."""
    today, kept = timezone.localdate(), wish.query_without_days
    friday, sunday = programme.queries.weekend_after(today)
    return [
        (pgettext("what is on", "today"), day_address(today, kept)),
        (_("at the weekend"), _weekend(wish, friday, sunday)),
        (_("this week"), week_address(today, kept)),
        (_("this month"), month_address(today, kept)),
    ]


def _searched(text: str) -> str:
    """The same words looked for in everything, not in dates alone."""
    return with_query(reverse("website:search"), urlencode({"q": text})) if text else ""


def feeds(wish: Wish) -> dict[str, str]:
    """The same wishes as subscriptions."""
    kept = wish.query_without_days
    return {
        "ics": with_query("/kalendarz.ics", kept),
        "rss": with_query("/kalendarz.rss", kept),
    }


def days_shown(
    found: queries.Stretch | queries.ListOfDays,
    first: date,
    last: date,
    wish: Wish,
    *,
    every: bool = False,
) -> list[dict[str, Any]]:
    """Days with their rows; without ``every`` only those that have some."""
    now, kept = timezone.now(), wish.query_without_days
    shown = []
    for day, lines in by_day(found.lines, first, last).items():
        classes = found.classes.get(day, [])
        if lines or classes or every:
            shown.append(
                {
                    "day": day,
                    "url": day_address(day, kept),
                    "is_today": day == timezone.localdate(now),
                    "rows": [row(line, now) for line in lines],
                    "classes": len(classes),
                    "classes_told": gathered(classes),
                }
            )
    return shown


def cell(
    day: date, shown: days.Month, lines: list[Line], classes: list[Any], wish: Wish
) -> dict[str, Any]:
    """One day of the month table."""
    over = lines[ROWS_IN_A_CELL:] if len(lines) > ROWS_IN_A_CELL + 1 else []
    return {
        "day": day,
        "url": day_address(day, wish.query_without_days),
        "is_outside": day.month != shown.first.month,
        "is_today": day == timezone.localdate(),
        "rows": [in_cell(line) for line in lines[: len(lines) - len(over)]],
        "more": len(over),
        "classes": len(classes),
    }


def listed(request: HttpRequest, lines: list[Line]) -> dict[str, Any]:
    """The first activities of the page for search engines."""
    named = {line.slug: line.activity for line in lines if not line.is_regular}
    first = list(named.items())[:MOST_LISTED]
    return jsonld.listed(
        ((title, activity_address(slug)) for slug, title in first), request.build_absolute_uri
    )


def with_query(address: str, query: str) -> str:
    return f"{address}?{query}" if query else address


def day_address(day: date, query: str = "") -> str:
    return with_query(f"{calendar_address()}{day:%Y/%m/%d}/", query)


def month_address(day: date, query: str = "") -> str:
    return with_query(f"{calendar_address()}{day:%Y/%m}/", query)


def week_address(day: date, query: str = "") -> str:
    year, number, _weekday = day.isocalendar()
    return with_query(reverse("website:week", args=[year, number]), query)


def _month_link(shown: days.Month, wish: Wish) -> tuple[str, str]:
    title = dates.month_title(shown.first, get_language() or "pl")
    return title, month_address(shown.first, wish.query_without_days)


def _week_link(monday: date, wish: Wish) -> tuple[str, str]:
    title = dates.day_range(monday, monday + timedelta(days=6), get_language() or "pl")
    return title, week_address(monday, wish.query_without_days)


def _day_link(shown: date, wish: Wish) -> tuple[str, str]:
    title = dates.long_day(shown, get_language() or "pl", year=False)
    return title, day_address(shown, wish.query_without_days)


def _weekend(wish: Wish, friday: date, sunday: date) -> str:
    return _listed_between(wish, friday, sunday)


def _listed_between(wish: Wish, first: date, last: date) -> str:
    kept = wish.query_without_days
    stretch = f"od={first:%Y-%m-%d}&do={last:%Y-%m-%d}"
    return with_query(reverse("website:calendar"), f"{stretch}&{kept}" if kept else stretch)


def _stretch(found: queries.ListOfDays) -> str:
    """The days that the list covers, in words."""
    if not found.lines and not found.classes:
        return ""
    return dates.day_range(found.first, found.last, get_language() or "pl")


def _listed_from(wish: Wish, first: date | None) -> str:
    if first is None:
        return ""
    parts = [f"od={first:%Y-%m-%d}"]
    if wish.filter.last:
        parts.append(f"do={wish.filter.last:%Y-%m-%d}")
    if kept := wish.query_without_days:
        parts.append(kept)
    return with_query(reverse("website:calendar"), "&".join(parts))
