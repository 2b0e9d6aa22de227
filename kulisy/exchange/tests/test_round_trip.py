"""What leaves as a calendar comes back as it was, and a second time as nothing."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kulisy.exchange.tests.factories import activity, at, counts, ics, occurrence, weekly
from kulisy.programme.api import Activity, Occurrence, actions

pytestmark = pytest.mark.django_db
TITLES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"]), min_size=1, max_size=60)


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(datetime(2026, 9, 1, 10, tzinfo=UTC), tick=True):
        yield


def dates():
    rows = Occurrence.objects.select_related("activity").order_by("starts_at", "activity__title")
    return [
        (row.label, row.starts_at, row.ends_at, row.is_all_day, row.place, row.state)
        for row in rows
    ]


def emptied():
    actions.remove_dates(by=None, occurrences=Occurrence.objects.all())
    Activity.objects.all().delete()


def test_a_calendar_of_ours_comes_back_as_it_was_and_then_unchanged(client, bring):
    classes = weekly(activity("Ceramika"))
    actions.move_date(
        by=None,
        occurrence=classes.occurrences[3],
        starts_at=at("2026-10-01", 18),
        ends_at=at("2026-10-01", 20),
    )
    actions.cancel_date(by=None, occurrence=classes.occurrences[4], reason="Choroba.")
    occurrence(activity("Koncert"), at("2026-10-25", 1, 30), at("2026-10-25", 4), place="Rynek")
    occurrence(activity("Wystawa"), at("2026-12-01", 0), at("2026-12-04", 0), is_all_day=True)
    before, text = dates(), client.get("/kalendarz.ics").getvalue()
    emptied()

    first, second = bring(text), bring(text)

    assert dates() == before
    assert (first.damaged, counts(second)[:2], second.gone) == (0, (0, 0), 0)


@given(title=TITLES, hours=st.integers(1, 30), start=st.integers(0, 400 * 24))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), database=None)
def test_any_event_comes_in_once_and_stays(bring, title, hours, start):
    Occurrence.objects.all().delete()
    begin = at("2026-10-01", 0).astimezone(UTC) + timedelta(hours=start)
    end = begin + timedelta(hours=hours)
    escaped = title.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    uid = f"{title}{start}-{hours}".encode().hex()
    one = (
        f"UID:{uid}\nSUMMARY:{escaped}\nDTSTART:{begin:%Y%m%dT%H%M%SZ}\nDTEND:{end:%Y%m%dT%H%M%SZ}"
    )

    bring(ics(one))
    again = bring(ics(one))

    row = Occurrence.objects.get()
    assert (row.label, row.starts_at, row.ends_at) == (title, begin, end)
    assert counts(again)[:3] == (0, 0, 1)


def test_a_sheet_exported_by_a_list_of_ours_is_read(bring):
    text = "\ufeffTytuł;Data;Godzina;Miejsce\n'=Suma wszystkich strachów;21.11.2026;19.00;Rynek\n"

    run = bring(text, "lista.csv")

    assert (counts(run), Occurrence.objects.get().place) == ((1, 0, 0, 0, 0), "Rynek")
