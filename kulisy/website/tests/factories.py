"""Rows of the site for its tests; those of the programme come from its own factories."""

from itertools import count

from kulisy.programme.api import Occurrence
from kulisy.programme.tests import factories as programme
from kulisy.venues.tests import factories as venues
from kulisy.website.models import NewsIndex, NewsPage

numbers = count(1)

at = programme.at
activity = programme.activity
group = programme.group
make_venue = venues.make_venue
make_room = venues.make_room


def date_of(title: str = "Koncert", hour: int = 19, **facts) -> Occurrence:
    """An activity with one date today."""
    own = {
        name: facts.pop(name)
        for name in ("slug", "of", "state", "summary", "price")
        if name in facts
    }
    day = facts.pop("day", programme.SATURDAY)
    return programme.occurrence(activity(title, **own), at(hour, day=day), **facts)


def news(title: str = "Nowy sezon", **facts) -> NewsPage:
    page = NewsPage(title=title, slug=f"nowina-{next(numbers)}", lead="W skrócie.", **facts)
    return NewsIndex.objects.get().add_child(instance=page)
