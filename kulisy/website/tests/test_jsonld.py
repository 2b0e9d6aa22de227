"""The machine-readable graph, read back by a library that is not ours."""

from datetime import date
from decimal import Decimal

import extruct
import pytest

from kulisy.programme.api import Contributor, Credit
from kulisy.website.tests import factories

PREVIOUS = factories.at(18, day=date(2026, 11, 20))


@pytest.fixture
def read(visit):
    def get(address: str) -> dict:
        html = visit(address).answer.content.decode()
        found = extruct.extract(html, syntaxes=["json-ld", "opengraph"], uniform=False)
        nodes = [node for graph in found["json-ld"] for node in graph["@graph"]]
        return {"nodes": nodes, "og": dict(found["opengraph"][0]["properties"])}

    return get


def of_type(nodes: list[dict], kind: str) -> list[dict]:
    return [node for node in nodes if node["@type"] == kind]


def test_a_concert_is_a_music_event(read):
    room = factories.make_room(
        venue=factories.make_venue("Dom", street="Lipowa 4", town="Kasztanowo")
    )
    date_ = factories.date_of("Koncert", slug="koncert", summary="Gramy.", room=room)
    activity = date_.activity
    activity.__class__.objects.update(
        price_from=Decimal(15), price="15 zł", age_from=6, capacity=80
    )
    who = Contributor.objects.create(name="Kapela", slug="kapela")
    Credit.objects.create(activity=activity, contributor=who)

    found = read("/wydarzenia/koncert/")

    (event,) = of_type(found["nodes"], "MusicEvent")
    assert event["startDate"] == "2026-11-21T19:00:00+01:00"
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert event["location"]["address"]["streetAddress"] == "Lipowa 4"
    assert event["performer"] == [{"@type": "Person", "name": "Kapela"}]
    assert (event["offers"]["price"], event["offers"]["priceCurrency"]) == ("15.00", "PLN")
    assert (event["typicalAgeRange"], event["maximumAttendeeCapacity"], event["inLanguage"]) == (
        "6-",
        80,
        "pl",
    )
    assert found["og"]["og:title"] == "Koncert"
    assert found["og"]["og:image"].endswith(f"/plakat/concert/{activity.uid}.png")


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        pytest.param({}, "EventScheduled", id="as planned"),
        pytest.param({"state": "cancelled"}, "EventCancelled", id="cancelled"),
        pytest.param({"state": "postponed"}, "EventPostponed", id="postponed"),
        pytest.param({"moved_from": PREVIOUS}, "EventRescheduled", id="moved"),
    ],
)
def test_what_happened_to_a_date_is_said(read, facts, status):
    date_ = factories.date_of("Koncert", slug="koncert")
    date_.__class__.objects.update(**facts)

    (event,) = of_type(read("/wydarzenia/koncert/")["nodes"], "MusicEvent")

    assert event["eventStatus"] == f"https://schema.org/{status}"
    assert event.get("previousStartDate") == (
        "2026-11-20T18:00:00+01:00" if "moved_from" in facts else None
    )


def test_online_and_on_site_are_two_places(read):
    factories.date_of(
        "Koncert", slug="koncert", mode="both", place="Rynek", online_url="https://a.example/x"
    )

    (event,) = of_type(read("/wydarzenia/koncert/")["nodes"], "MusicEvent")

    assert [place["@type"] for place in event["location"]] == ["Place", "VirtualLocation"]
    assert event["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"


def test_the_way_here_is_a_breadcrumb_list(read):
    factories.date_of("Koncert", slug="koncert")

    (crumbs,) = of_type(read("/wydarzenia/koncert/")["nodes"], "BreadcrumbList")

    assert [step["name"] for step in crumbs["itemListElement"]] == [
        "Strona główna",
        "Kalendarz",
        "Koncert",
    ]


def test_a_festival_is_a_series_of_its_parts(read):
    festival = factories.activity("Festiwal", of="festiwal", slug="festiwal")
    for title in ("Otwarcie", "Finał"):
        part = factories.date_of(title).activity
        part.parent = festival
        part.save()

    found = read("/wydarzenia/festiwal/")

    assert [node["name"] for node in of_type(found["nodes"], "Festival")] == ["Festiwal"]


def test_a_group_of_classes_is_a_course(read):
    group = factories.group(activity=factories.activity("Gitara", of="zajecia", slug="gitara"))

    (course,) = of_type(read("/wydarzenia/gitara/")["nodes"], "Course")

    assert [one["name"] for one in course["hasCourseInstance"]] == [group.name]


def test_a_venue_says_what_it_offers(read):
    venue = factories.make_venue("Dom")
    venue.access.create(feature="lift", answer="yes")

    (place,) = of_type(read(f"/miejsca/{venue.slug}/")["nodes"], "Place")

    assert place["amenityFeature"] == [
        {"@type": "LocationFeatureSpecification", "name": "winda", "value": True}
    ]
