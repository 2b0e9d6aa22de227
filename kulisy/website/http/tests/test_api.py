"""The API as other people's programs meet it."""

from datetime import timedelta

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from kulisy.exchange.tests.factories import activity, at, kind, occurrence, room, weekly
from kulisy.programme import api as programme

pytestmark = pytest.mark.django_db
ADDRESSES = ["occurrences", "activities", "groups", "kinds", "venues"]


def test_dates_tell_when_with_their_offset_and_where(client):
    occurrence(activity(), at("2026-07-21"), room=room())
    occurrence(activity("Szkic", state="draft"))

    [row] = client.get("/api/v1/occurrences").json()["items"]

    assert (row["starts_at"], row["title"]) == ("2026-07-21T19:00:00+02:00", "Koncert jesienny")
    assert (row["place"]["room"], row["place"]["venue"]) == ("Sala widowiskowa", "dom")


def test_pages_follow_one_another_without_a_gap(client):
    concert = activity()
    for day in range(5):
        # Two at the same moment: the key decides between them.
        occurrence(
            concert,
            at("2026-11-21") + timedelta(days=day // 2),
            at("2026-11-21", 21) + timedelta(days=day // 2),
        )
    address, seen = "/api/v1/occurrences?limit=2", []
    while address:
        page = client.get(address).json()
        seen += [row["uid"] for row in page["items"]]
        address = page["next"]

    assert len(seen) == len(set(seen)) == 5


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("od=jutro", "od"),
        ("od=31.02.2026", "od"),
        ("limit=0", "limit"),
        ("cursor=abc", "cursor"),
        ("tryb=x", "tryb"),
        ("grupa=1", "grupa"),
    ],
)
def test_nonsense_is_answered_with_the_parameter_it_stands_in(client, query, parameter):
    response = client.get(f"/api/v1/occurrences?{query}")

    assert (response.status_code, response["Content-Type"]) == (422, "application/problem+json")
    assert response.json()["errors"][0]["parameter"] == parameter


def test_what_is_not_public_is_not_there(client):
    activity("Szkic", state="draft")

    hidden, shown = client.get("/api/v1/activities/szkic"), activity("Jawny")

    assert (hidden.status_code, hidden.json()["status"]) == (404, 404)
    assert client.get(f"/api/v1/activities/{shown.slug}").json()["title"] == "Jawny"


@pytest.mark.parametrize("name", ADDRESSES)
def test_every_answer_may_be_read_from_any_page_and_is_304_when_known(client, name):
    first = client.get(f"/api/v1/{name}")
    again = client.get(f"/api/v1/{name}", headers={"if-none-match": first["ETag"]})

    assert (first.status_code, first["Access-Control-Allow-Origin"], again.status_code) == (
        200,
        "*",
        304,
    )


@pytest.mark.parametrize("rows", [1, 3, 30])
def test_the_number_of_queries_does_not_grow(client, django_assert_num_queries, rows):
    for number in range(rows):
        occurrence(activity(f"Wydarzenie {number}"), room=room(f"Sala {number}"))

    with django_assert_num_queries(2):
        assert len(client.get("/api/v1/occurrences").json()["items"]) == rows
    with django_assert_num_queries(2):
        assert len(client.get("/api/v1/activities").json()["items"]) == rows


def test_groups_tell_their_rules_and_only_listed_people(client):
    classes = activity("Gitara", kind=kind("kolo", "classes"))
    group = programme.actions.add_group(by=None, activity=classes, name="I")
    weekly(classes, group=group)

    [row] = client.get("/api/v1/groups").json()["items"]

    assert row["rules"][0]["starts"] == "17:00"
    assert client.get(f"/api/v1/groups/{row['uid']}").json() == row


def test_the_documentation_names_every_address(client):
    page = client.get("/api/v1/docs").content.decode()

    assert [name for name in ADDRESSES if f"/api/v1/{name}" not in page] == []


@pytest.mark.slow
def test_nothing_that_the_description_allows_breaks_it(client):
    occurrence()
    schema = schemathesis.openapi.from_dict(client.get("/api/v1/openapi.json").json())

    for operation in schema.get_all_operations():
        attack(operation.ok(), client)


def attack(operation, client):
    """Requests that the description allows get what it promises, never a crash."""

    @given(case=operation.as_strategy())
    @settings(
        max_examples=20, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    def attacked(case):
        response = client.get(case.formatted_path, case.query or {})
        assert str(response.status_code) in operation.definition.raw["responses"]
        if response.status_code != 200:
            assert response["Content-Type"] == "application/problem+json"

    attacked()
