"""Calendars and RSS as other programs read them."""

from datetime import UTC, date, datetime, timedelta

import feedparser
import icalendar
import pytest
import recurring_ical_events
import time_machine
from django.http import Http404
from django.utils.translation import get_language

from kulisy.exchange import feeds
from kulisy.exchange.tests.factories import activity, at, kind, occurrence, room, weekly
from kulisy.programme.api import Occurrence, actions

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)


def read(client, address="/kalendarz.ics"):
    response = client.get(address)
    assert response.status_code == 200
    return icalendar.Calendar.from_ical(b"".join(response.streaming_content))


def expanded(calendar):
    """What an independent reader makes of it: start, end and title, less what is cancelled."""
    found = recurring_ical_events.of(calendar).between(date(2026, 1, 1), date(2028, 1, 1))
    return sorted(
        (moment(event["DTSTART"].dt), moment(event["DTEND"].dt), str(event["SUMMARY"]))
        for event in found
        if event["STATUS"] != "CANCELLED"
    )


def moment(value):
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value.isoformat()


def in_database():
    rows = Occurrence.objects.exclude(state__in=["cancelled", "postponed"]).select_related(
        "activity"
    )
    return sorted((moment(row.starts_at), moment(row.ends_at), row.label) for row in rows)


def test_a_class_with_exceptions_reads_back_across_both_clock_changes(client):
    classes = weekly(activity("Ceramika"), room=room())
    dates = classes.occurrences
    actions.move_date(
        by=None, occurrence=dates[3], starts_at=at("2026-10-01", 18), ends_at=at("2026-10-01", 20)
    )
    actions.cancel_date(by=None, occurrence=dates[8], reason="Choroba instruktora.")
    actions.change_date(by=None, occurrence=dates[9], title="Ceramika: szkliwienie")
    actions.remove_dates(by=None, occurrences=[dates[10]])
    occurrence(activity("Koncert"), at("2026-10-25", 1, 30), at("2026-10-25", 4))

    calendar = read(client)

    hours = {
        row.starts_at.astimezone(UTC).hour
        for row in Occurrence.objects.filter(starts_at__time__hour=17)
    }
    assert hours == {15, 16}
    assert expanded(calendar) == in_database()


def test_a_class_is_one_event_with_a_rule_and_its_exceptions(client):
    classes = weekly(activity("Ceramika"))
    actions.cancel_date(by=None, occurrence=classes.occurrences[2], reason="Choroba.")

    events = read(client).walk("VEVENT")

    assert [("RRULE" in event, "RECURRENCE-ID" in event) for event in events] == [
        (True, False),
        (False, True),
    ]
    assert (events[1]["STATUS"], events[1]["COMMENT"]) == ("CANCELLED", "Choroba.")
    assert events[0]["UID"] == events[1]["UID"] == f"{classes.recurrence.uid}@localhost"
    assert events[0]["DTSTART"].params["TZID"] == "Europe/Warsaw"


def test_a_filter_of_days_leaves_the_other_dates_of_a_rule_out(client):
    weekly(activity("Ceramika"))

    calendar = read(client, "/kalendarz.ics?od=2026-10-20&do=2026-11-03")

    assert [start[:10] for start, _, _ in expanded(calendar)] == [
        "2026-10-20",
        "2026-10-27",
        "2026-11-03",
    ]


def test_uid_stays_and_sequence_grows_when_a_date_moves(client):
    concert = occurrence()
    [before] = read(client).walk("VEVENT")
    actions.move_date(
        by=None, occurrence=concert, starts_at=at("2026-11-22"), ends_at=at("2026-11-22", 21)
    )

    [after] = read(client).walk("VEVENT")

    assert (before["UID"], before["SEQUENCE"] + 1) == (after["UID"], after["SEQUENCE"])
    assert after["DTSTART"].dt == at("2026-11-22")


@pytest.mark.parametrize(
    ("state", "expected"),
    [("confirmed", "CONFIRMED"), ("cancelled", "CANCELLED"), ("postponed", "CANCELLED")],
)
def test_what_is_off_is_sent_as_cancelled(client, state, expected):
    concert = occurrence()
    if state == "cancelled":
        actions.cancel_date(by=None, occurrence=concert, reason="Awaria prądu.")
    if state == "postponed":
        actions.set_state(
            by=None, activity=concert.activity, state=state, reason="Nowa data wkrótce."
        )

    [event] = read(client).walk("VEVENT")

    assert event["STATUS"] == expected


def test_all_that_calendars_show_is_there(client):
    concert = occurrence(
        activity("Chór; „Echo”, próba \\ otwarta", summary="Śpiewamy.", price="20 zł"), room=room()
    )
    occurrence(
        activity("Wystawa"),
        at("2026-12-01", 0),
        at("2026-12-04", 0),
        is_all_day=True,
        place="Rynek",
        online_url="https://example.org/na-zywo",
        mode="both",
    )

    sung, shown = read(client).walk("VEVENT")

    assert sung["SUMMARY"] == concert.activity.title
    assert sung["LOCATION"] == "Sala widowiskowa, Dom Kultury, Kasztanowo"
    assert (sung["DESCRIPTION"], sung["CLASS"]) == ("Śpiewamy.\n\n20 zł", "PUBLIC")
    assert sung["URL"] == f"http://localhost:8000/wydarzenia/{concert.activity.slug}/"
    assert (shown["DTSTART"].dt, shown["DTEND"].dt) == (date(2026, 12, 1), date(2026, 12, 4))
    assert (shown["LOCATION"], str(shown["CONFERENCE"])) == ("Rynek", "https://example.org/na-zywo")


def test_drafts_and_tentative_dates_stay_inside(client, rf):
    occurrence(activity("Jawny"))
    occurrence(activity("Szkic", state="draft"))
    occurrence(activity("Jeszcze nie", publish_at=at("2099-01-01")))
    occurrence(activity("Niepewny"), state="tentative")

    assert [str(event["SUMMARY"]) for event in read(client).walk("VEVENT")] == ["Jawny"]
    with pytest.raises(Http404):
        feeds.activity_feed(rf.get("/wydarzenia/szkic.ics"), "szkic")
    assert client.get("/wydarzenia/jawny.ics").status_code == 200


def test_hostile_text_cannot_end_its_line(client):
    occurrence(
        activity("Zły\r\nEND:VEVENT\r\nBEGIN:VEVENT", summary="\x07\n;,\\"), place="a\nATTACH:b"
    )

    [event] = read(client).walk("VEVENT")

    assert event["LOCATION"] == "a\nATTACH:b"


def test_a_reader_that_has_it_gets_304_until_something_changes(client):
    concert = occurrence()
    first = client.get("/kalendarz.ics")
    again = client.get("/kalendarz.ics", headers={"if-none-match": first["ETag"]})
    actions.change_date(by=None, occurrence=concert, note="Wejście od podwórza.")

    changed = client.get("/kalendarz.ics", headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content, changed.status_code) == (304, b"", 200)
    assert first["Last-Modified"]
    assert first["Content-Type"] == "text/calendar; charset=utf-8"


def test_a_removed_date_is_no_304(client):
    kept, removed = occurrence(), occurrence(activity("Inny"))
    first = client.get("/kalendarz.ics")
    actions.remove_dates(by=None, occurrences=[removed])

    later = client.get(
        "/kalendarz.ics",
        headers={"if-none-match": first["ETag"], "if-modified-since": first["Last-Modified"]},
    )

    assert (later.status_code, kept.pk > 0) == (200, True)


def test_head_has_the_headers_and_no_body(client):
    occurrence()

    response = client.head("/kalendarz.ics")

    assert (response.status_code, response.getvalue()) == (200, b"")
    assert response["ETag"].startswith('W/"')


@pytest.mark.parametrize("dates", [1, 3, 300])
def test_the_number_of_queries_does_not_grow(client, django_assert_num_queries, dates):
    concert = activity()
    for day in range(dates):
        occurrence(
            concert,
            at("2026-01-01") + timedelta(days=day),
            at("2026-01-01", 20) + timedelta(days=day),
        )

    with django_assert_num_queries(8):
        read(client)


def test_the_language_is_asked_for_and_does_not_leak(client):
    occurrence(activity(is_free=True), is_sold_out=True)

    polish, english = (
        str(read(client, f"/kalendarz.ics{q}").walk("VEVENT")[0]["DESCRIPTION"])
        for q in ("", "?jezyk=en")
    )

    assert english == "No places left.\n\nAdmission free."
    assert polish != english
    assert get_language() == "pl"


def test_one_activity_and_one_group_have_their_own_calendars(client):
    classes = activity("Gitara", kind=kind("kolo", "classes"))
    group = actions.add_group(by=None, activity=classes, name="grupa I")
    weekly(classes, group=group)
    occurrence(activity("Koncert"))

    mine = read(client, f"/kalendarz/grupa/{group.uid}.ics").walk("VEVENT")
    concert = read(client, "/wydarzenia/koncert.ics").walk("VEVENT")

    assert [str(event["SUMMARY"]) for event in mine] == ["Gitara, grupa I"]
    assert [str(event["SUMMARY"]) for event in concert] == ["Koncert"]


@pytest.mark.parametrize(
    "nonsense",
    ["?od=31.02.2026", "?rodzaj=%00", "?grupa=x", "?miejsce=" + "a" * 500, "?od=x&do=%FF"],
)
def test_nonsense_in_a_filter_is_left_out(client, nonsense):
    occurrence()

    assert len(read(client, f"/kalendarz.ics{nonsense}").walk("VEVENT")) == 1


@time_machine.travel(NOW, tick=False)
def test_rss_tells_the_newest_announced_first_and_each_activity_once(client):
    occurrence(activity("Dawno ogłoszony", publish_at=at("2026-01-05")), at("2026-11-21"))
    weekly(activity("Ceramika", publish_at=at("2026-11-18"), summary="Glina i <ogień>."))
    occurrence(activity("Miniony"), at("2026-11-01"))

    response = client.get("/kalendarz.rss")
    feed = feedparser.parse(response.content)

    assert (response.status_code, feed.bozo) == (200, False)
    assert [entry.title for entry in feed.entries] == [
        "wtorek 24 listopada 2026, 17.00: Ceramika",
        "sobota 21 listopada 2026, 19.00: Dawno ogłoszony",
    ]
    assert feed.entries[0].guidislink is False
    assert {link.rel: link.href for link in feed.feed.links}[
        "self"
    ] == "http://localhost:8000/kalendarz.rss"
