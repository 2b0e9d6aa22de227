"""Bringing calendars and sheets in: once, twice, changed, gone, and touched by hand."""

from datetime import UTC, datetime

import pytest
import time_machine

from kulisy.exchange import runs
from kulisy.exchange.apply import carry_out
from kulisy.exchange.models import ImportedRecord, ImportRun
from kulisy.exchange.tests.factories import at, counts, event, ics, room
from kulisy.kernel.audit import AuditEntry
from kulisy.kernel.errors import Unreadable
from kulisy.kernel.models import Job
from kulisy.programme.api import Activity, Occurrence, actions

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(datetime(2026, 11, 1, 10, tzinfo=UTC), tick=True):
        yield


CLASSES = event(
    "k",
    "Ceramika",
    "20261103T170000",
    "RRULE:FREQ=WEEKLY;UNTIL=20261222T230000Z\nEXDATE;TZID=Europe/Warsaw:20261110T170000",
)


def test_the_second_run_changes_nothing(bring, django_capture_on_commit_callbacks):
    text = ics(event(), event("2", "Wystawa", "20261201T100000"), CLASSES)
    first = bring(text)
    before, entries = list(Occurrence.objects.values()), AuditEntry.objects.count()

    with django_capture_on_commit_callbacks() as news:
        second = bring(text)

    assert (counts(first), counts(second)) == ((3, 0, 0, 0, 0), (0, 0, 3, 0, 0))
    assert list(Occurrence.objects.values()) == before
    assert (news, AuditEntry.objects.count()) == ([], entries + 1)


def test_what_comes_in_together_is_indexed_for_search_together(
    bring, monkeypatch, django_capture_on_commit_callbacks
):
    def committed(*given, **named):
        with django_capture_on_commit_callbacks(execute=True):
            return carry_out(*given, **named)

    monkeypatch.setattr(runs, "carry_out", committed)
    bring(ics(event(), event("2", "Wystawa", "20261201T100000"), CLASSES))

    job = Job.objects.get(name="search.reindex")
    assert job.arguments["ids"] == sorted(Activity.objects.values_list("pk", flat=True))


def test_a_dry_run_changes_nothing(bring):
    run = bring(ics(event()), apply=False)

    assert (counts(run), Occurrence.objects.count()) == ((1, 0, 0, 0, 0), 0)


def test_a_rule_comes_in_with_what_it_leaves_out(bring):
    bring(ics(CLASSES))

    days = [row.starts_at.strftime("%m-%d") for row in Occurrence.objects.order_by("starts_at")]
    assert days == ["11-03", "11-17", "11-24", "12-01", "12-08", "12-15", "12-22"]
    assert Activity.objects.get().recurrences.get().rrule.startswith("FREQ=WEEKLY")


def test_a_date_told_apart_is_moved_and_goes_back(bring):
    apart = event(
        "k", "Ceramika", "20261118T180000", "RECURRENCE-ID;TZID=Europe/Warsaw:20261117T170000"
    )
    # The exception may stand before its series.
    bring(ics(apart, CLASSES))
    moved = Occurrence.objects.get(original_starts_at=at("2026-11-17", 17)).starts_at
    again = bring(ics(apart, CLASSES))
    back = bring(ics(CLASSES))

    assert (moved, counts(again), back.gone) == (at("2026-11-18", 18), (0, 0, 2, 0, 0), 1)
    assert Occurrence.objects.get(original_starts_at=at("2026-11-17", 17)).starts_at == at(
        "2026-11-17", 17
    )
    assert counts(bring(ics(CLASSES))) == (0, 0, 1, 0, 0)


def test_a_cancelled_date_of_a_rule_is_cancelled(bring):
    bring(ics(CLASSES))
    off = event(
        "k",
        "Ceramika",
        "20261117T170000",
        "RECURRENCE-ID;TZID=Europe/Warsaw:20261117T170000\nSTATUS:CANCELLED",
    )
    bring(ics(CLASSES, off))

    assert Occurrence.objects.get(original_starts_at=at("2026-11-17", 17)).state == "cancelled"
    assert Occurrence.objects.filter(state="confirmed").count() == 6


def test_another_hour_of_a_rule_moves_its_coming_dates(bring):
    bring(ics(CLASSES))
    later = CLASSES.replace("T170000", "T180000")

    bring(ics(later))

    hours = {row.starts_at.astimezone(UTC).hour for row in Occurrence.objects.all()}
    assert (hours, Occurrence.objects.count()) == ({17}, 7)
    assert not Occurrence.objects.exclude(state="confirmed").exists()
    assert counts(bring(ics(later))) == (0, 0, 1, 0, 0)


def test_a_changed_event_moves_its_date_and_tells_the_difference(bring):
    bring(ics(event()))
    uid = Occurrence.objects.get().uid

    run = bring(ics(event(start="20261122T180000", more="LOCATION:Rynek")))

    row = Occurrence.objects.get()
    assert (row.starts_at, row.place, row.uid) == (at("2026-11-22", 18), "Rynek", uid)
    assert run.lines.get().changes["place"] == [None, "Rynek"]


def test_uids_that_change_each_time_are_known_by_content(bring):
    bring(ics(event("a1"), event("a2", "Wystawa")))

    assert counts(bring(ics(event("b1"), event("b2", "Wystawa")))) == (0, 0, 2, 0, 0)


@pytest.mark.parametrize(("when_gone", "state"), [("keep", "confirmed"), ("cancel", "cancelled")])
def test_what_is_gone_is_reported_and_never_removed(bring, source, when_gone, state):
    source.when_gone = when_gone
    source.save()
    bring(ics(event(), event("2", "Wystawa")))

    run = bring(ics(event()))

    assert (run.gone, Occurrence.objects.get(activity__title="Wystawa").state) == (1, state)
    assert counts(bring(ics(event()))) == (0, 0, 1, 0, 0)


def test_what_was_gone_and_comes_back_is_restored(bring, source):
    source.when_gone = "cancel"
    source.save()
    both = ics(event(), event("2", "Wystawa"))
    bring(both)
    bring(ics(event()))

    run = bring(both)

    assert (run.changed, Occurrence.objects.filter(state="confirmed").count()) == (1, 2)


def test_what_was_changed_by_hand_stays(bring):
    bring(ics(event(more="LOCATION:Rynek")))
    row = Occurrence.objects.get()
    actions.change_date(by=None, occurrence=row, place="Park")

    run = bring(ics(event(start="20261121T200000", more="LOCATION:Zamek")))

    row.refresh_from_db()
    assert (row.place, row.starts_at) == ("Park", at("2026-11-21", 20))
    assert "Changed by hand" in run.lines.get().note or "ręcznie" in run.lines.get().note


def test_a_date_removed_by_hand_does_not_come_back(bring):
    bring(ics(event()))
    actions.remove_dates(by=None, occurrences=Occurrence.objects.all())

    bring(ics(event(start="20261122T190000")))

    assert Occurrence.objects.count() == 0


def test_rows_of_one_title_are_dates_of_one_activity(bring):
    text = (
        "Tytuł;Data;Godzina\nCeramika;21.11.2026;17.00\nCeramika;28.11.2026;17.00\n"
        "Koncert;21.11.2026;19.00\n"
    )
    bring(text, "plan.csv")

    assert sorted(Activity.objects.values_list("title", "slug")) == [
        ("Ceramika", "ceramika"),
        ("Koncert", "koncert"),
    ]
    assert Occurrence.objects.filter(activity__title="Ceramika").count() == 2


def test_a_damaged_row_is_reported_with_its_line_and_the_rest_comes_in(bring):
    text = (
        "Nazwa;Termin;Od;Do\nA;21.11.2026;19.00;21.00\nB;31.02.2026;19.00;\n"
        "C;22.11.2026;19.00;17.00\n;23.11.2026;;\nE;24.11.2026;25.70;\n"
    )

    run = bring(text.encode("cp1250"), "plan.csv")

    assert counts(run) == (1, 0, 0, 0, 4)
    assert [line.number for line in run.lines.filter(action="damaged")] == [3, 4, 5, 6]
    assert "31.2.2026" in run.lines.get(number=3).note


def test_a_room_is_recognised_and_booked_and_a_taken_one_is_told(bring):
    hall = room()
    text = ics(
        event(more="LOCATION:sala WIDOWISKOWA"),
        event("2", "Kino", more="LOCATION:Sala widowiskowa"),
    )

    run = bring(text)

    booked, left = Occurrence.objects.order_by("pk")
    assert (booked.room, booked.booking.room) == (hall, hall)
    assert (left.room, left.place) == (None, "Sala widowiskowa")
    assert run.lines.get(key="2").note
    assert counts(bring(text)) == (0, 0, 2, 0, 0)


def test_a_plan_that_is_no_longer_true_is_refused(bring):
    planned = bring(ics(event()), apply=False)
    bring(ics(event()))

    with pytest.raises(Unreadable):
        runs.applied(planned, by=None)
    assert Occurrence.objects.count() == 1


def test_nothing_is_half_imported_when_it_breaks(bring, monkeypatch):
    planned = bring(ics(event(), CLASSES), apply=False)
    monkeypatch.setattr("kulisy.exchange.apply.add_series", lambda *_rows, **_facts: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        runs.applied(planned, by=None)

    assert (Activity.objects.count(), ImportedRecord.objects.count()) == (0, 0)


def test_old_runs_go_with_their_files(bring, source, tmp_path):
    for number in range(runs.MOST_KEPT + 3):
        bring(ics(event(str(number))), apply=False)

    files = [path for path in (tmp_path / "imports").rglob("*") if path.is_file()]
    assert (ImportRun.objects.count(), len(files)) == (runs.MOST_KEPT, runs.MOST_KEPT)


@pytest.mark.parametrize(
    ("state", "expected"),
    [("draft", ("draft", "confirmed")), ("tentative", ("tentative", "tentative"))],
)
def test_the_source_says_how_far_decided_its_things_are(bring, source, state, expected):
    source.state = state
    source.save()

    bring(ics(event()))

    row = Occurrence.objects.get()
    assert (row.activity.state, row.state) == expected


def test_an_endless_rule_is_written_further_as_time_goes_by(bring):
    endless = CLASSES.replace("RRULE:FREQ=WEEKLY;UNTIL=20261222T230000Z", "RRULE:FREQ=WEEKLY")
    bring(ics(endless))
    last = Occurrence.objects.order_by("-starts_at")[0].starts_at
    with time_machine.travel(datetime(2027, 8, 1, tzinfo=UTC)):
        run = bring(ics(endless))
        again = bring(ics(endless))

    assert (run.changed, again.changed) == (1, 0)
    assert Occurrence.objects.order_by("-starts_at")[0].starts_at > last
