"""The number of questions to the database does not grow with the rows."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.test import Client

from kulisy.programme.api import AccessibilityFeature, Contributor, Credit
from kulisy.programme.tests import factories as programme
from kulisy.website.models import HomePage
from kulisy.website.tests import factories

COUNTS = {
    "/": 16,
    "/kalendarz/": 17,
    "/kalendarz/2026/11/": 13,
    "/kalendarz/2026/tydzien/47/": 13,
    "/kalendarz/2026/11/21/": 13,
    "/zajecia/": 10,
    "/zajecia/plan/": 10,
    "/miejsca/": 12,
    "/ludzie/": 6,
}


def fill(number: int) -> None:
    loop = AccessibilityFeature.objects.get(slug="petla")
    for n in range(number):
        room = factories.make_room()
        date = factories.date_of(f"Koncert {n}", hour=8 + n % 12, room=room)
        date.features.add(loop)
        who = Contributor.objects.create(name=f"Osoba {n}", slug=f"osoba-{n}")
        Credit.objects.create(activity=date.activity, contributor=who)
        classes = factories.activity(
            f"Zajęcia {n}", of="zajecia", season=programme.season(), section=programme.section()
        )
        group = factories.group(activity=classes, room=room)
        group.instructors.add(who)
        programme.occurrence(classes, factories.at(9) + timedelta(minutes=n), group=group)


@pytest.mark.parametrize("number", [1, 3, pytest.param(60, marks=pytest.mark.slow)])
@pytest.mark.parametrize(("address", "count"), COUNTS.items())
def test_pages_ask_as_often_for_many_rows_as_for_one(
    db, django_assert_num_queries, address, count, number
):
    fill(number)
    client = Client()
    client.get("/robots.txt")  # loads the middleware
    ContentType.objects.get_for_model(HomePage)  # known to a process from its first page on
    cache.clear()

    with django_assert_num_queries(count):
        client.get(address)


@pytest.mark.parametrize("number", [1, 3])
def test_an_activity_asks_as_often_for_many_dates_as_for_one(db, django_assert_num_queries, number):
    concert = factories.activity("Koncert", slug="koncert")
    for n in range(number):
        programme.occurrence(
            concert, factories.at(10) + timedelta(days=n), room=factories.make_room()
        )
    client = Client()
    client.get("/robots.txt")
    cache.clear()

    with django_assert_num_queries(13):
        client.get("/wydarzenia/koncert/")
