"""Any programme of ours goes out as a calendar and comes back the same; hostile words included."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kulisy.exchange.tests.factories import activity, at, counts, occurrence
from kulisy.programme.api import Activity, Occurrence, actions

pytestmark = pytest.mark.django_db
FIRST = at("2026-10-20", 0).astimezone(UTC)  # five days before the clock goes back
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"]), min_size=1, max_size=30)
HOSTILE = [
    "</script><script>alert(1)</script>",
    "END:VEVENT\\nBEGIN:VEVENT",
    "=HYPERLINK(1)",
    "'; DROP TABLE programme_occurrence; --",
    "{{ 7*7 }} {% load x %} %s %(x)s",
    "a;b,c\\n\\;\\,\\\\",
    "\u202eodwrócone\u202c \U0001f3ad",
    "]]>&amp;<![CDATA[",
    '"cudzysłów" „polski”',
]
PROGRAMME = st.lists(
    st.tuples(WORDS, st.integers(0, 1500), st.integers(1, 400), st.booleans(), WORDS | st.just("")),
    min_size=1,
    max_size=4,
    unique_by=lambda one: one[0].casefold(),
)


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(datetime(2026, 10, 1, 10, tzinfo=UTC), tick=True):
        yield


def shown():
    rows = Occurrence.objects.select_related("activity")
    return sorted(
        (row.label, row.starts_at, row.ends_at, row.place, row.state == "cancelled") for row in rows
    )


def emptied():
    actions.remove_dates(by=None, occurrences=Occurrence.objects.all())
    Activity.objects.all().delete()


def planned(title, quarters=40, minutes=60, is_off=None, place=""):
    begin = FIRST + timedelta(minutes=15 * quarters)
    row = occurrence(activity(title), begin, begin + timedelta(minutes=minutes), place=place)
    if is_off:
        actions.cancel_date(by=None, occurrence=row, reason="Choroba.")


@pytest.mark.slow
@given(programme=PROGRAMME)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), database=None)
def test_any_programme_comes_back_as_it_was(client, bring, source, programme):
    emptied()
    source.records.all().delete()  # what was once removed here would not come in again
    for one in programme:
        planned(*one)
    before, text = shown(), client.get("/kalendarz.ics").getvalue()
    emptied()

    first, second = bring(text), bring(text)

    assert shown() == before
    assert (first.damaged, counts(second)[:2], second.gone) == (0, (0, 0), 0)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_come_back_as_words(client, bring, text):
    planned(text, place=text)
    before, sent = shown(), client.get("/kalendarz.ics").getvalue()
    emptied()

    bring(sent)

    assert shown() == before


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_break_no_answer(client, text):
    planned(text, place=text)
    slug = Activity.objects.get().slug

    page = client.get(f"/wydarzenia/{slug}/").content.decode()
    told = client.get("/api/v1/occurrences").json()["items"]
    news = client.get("/kalendarz.rss")

    assert "<script>alert(1)" not in page
    assert "{{ 7*7 }}".replace("7*7", "49") not in page
    assert [one["title"] for one in told] == [text]
    assert news.status_code == 200
