"""A small programme for the tests of feeds and imports."""

from datetime import date, datetime, time

from kulisy.kernel.time import wall
from kulisy.programme.api import Activity, ActivityKind, Occurrence, actions
from kulisy.recurrence.api import Frequency, Rule, Weekday
from kulisy.venues.api import Branch, Room, Venue

PUBLISHED = wall(date(2026, 1, 2), time(9))


def at(day: str, hour: int = 19, minute: int = 0) -> datetime:
    """ "2026-11-21" at 19:00 by the clocks of Warsaw."""
    return wall(date.fromisoformat(day), time(hour, minute))


def kind(slug: str = "koncert-proba", shape: str = "event") -> ActivityKind:
    return ActivityKind.objects.get_or_create(
        slug=slug, defaults={"name": slug.capitalize(), "shape": shape}
    )[0]


def room(name: str = "Sala widowiskowa") -> Room:
    branch = Branch.objects.get_or_create(slug="dom", defaults={"name": "Dom", "is_main": True})[0]
    venue = Venue.objects.get_or_create(
        slug="dom", branch=branch, defaults={"name": "Dom Kultury", "town": "Kasztanowo"}
    )[0]
    slug = "-".join(name.lower().split())
    return Room.objects.get_or_create(name=name, venue=venue, defaults={"slug": slug})[0]


def activity(title: str = "Koncert jesienny", **facts) -> Activity:
    facts = {"state": "confirmed", "publish_at": PUBLISHED, **facts}
    facts.setdefault("kind", kind())
    return actions.add_activity(by=None, title=title, **facts)


def occurrence(of: Activity | None = None, starts_at=None, ends_at=None, **facts) -> Occurrence:
    starts_at = starts_at or at("2026-11-21")
    ends_at = ends_at or starts_at.replace(hour=starts_at.hour + 2)
    return actions.add_date(
        by=None, activity=of or activity(), starts_at=starts_at, ends_at=ends_at, **facts
    )


def weekly(of: Activity | None = None, *, first="2026-09-08", last="2027-06-22", **facts):
    """Every Tuesday 17.00-18.30, across both changes of the clock."""
    rule = Rule(
        first_on=date.fromisoformat(first),
        starts=time(17),
        minutes=90,
        frequency=Frequency.WEEKLY,
        weekdays=frozenset({Weekday.TUESDAY}),
        until_on=date.fromisoformat(last),
        skips_public_holidays=True,
    )
    return actions.add_recurrence(by=None, activity=of or activity(), rule=rule, **facts)


def ics(*events: str, head: str = "") -> str:
    """A calendar with these events, each given as its lines."""
    body = "".join(f"BEGIN:VEVENT\r\n{one.strip()}\r\nEND:VEVENT\r\n" for one in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}{body}END:VCALENDAR\r\n"


def event(uid="1", title="Koncert", start="20261121T190000", more="") -> str:
    """The lines of an event of two hours."""
    return f"UID:{uid}\nSUMMARY:{title}\nDTSTART;TZID=Europe/Warsaw:{start}\nDURATION:PT2H\n{more}"


def counts(run) -> tuple[int, ...]:
    """Added, changed, unchanged, gone, not understood."""
    return tuple(run.counts.values())
