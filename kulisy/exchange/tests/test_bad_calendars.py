"""iCalendar as strangers write it: damaged, hostile, endless, in whatever encoding."""

import tracemalloc
from datetime import UTC, date, datetime

import pytest
import time_machine

from kulisy.exchange.decoding import MOST_BYTES, MOST_ENTRIES
from kulisy.exchange.entries import Damaged
from kulisy.exchange.ics import read_ics
from kulisy.exchange.models import ImportSource
from kulisy.exchange.reading import read
from kulisy.exchange.tests.factories import at, counts, event, ics
from kulisy.kernel.errors import Unreadable
from kulisy.programme.api import Occurrence

TODAY = date(2026, 11, 1)
GIVEN_ZONE = """BEGIN:VTIMEZONE
TZID:Nasza strefa
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(datetime(2026, 11, 1, 10, tzinfo=UTC), tick=True):
        yield


@pytest.fixture
def entries(tmp_path):
    def found(content):
        path = tmp_path / "plik.ics"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(read(path, ImportSource(name="plik"), today=TODAY))

    return found


def starting(line, zone=""):
    return ics(f"UID:1\nSUMMARY:Koncert\nDTSTART{zone}:{line}\nDURATION:PT2H")


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        pytest.param(";TZID=Europe/Warsaw:20261121T190000", at("2026-11-21"), id="by name"),
        pytest.param(
            ";TZID=Central European Standard Time:20261121T190000", at("2026-11-21"), id="Windows"
        ),
        pytest.param(
            ';TZID="/example.org/Europe/Warsaw":20260721T190000', at("2026-07-21"), id="prefixed"
        ),
        pytest.param(";TZID=Nasza strefa:20260721T190000", at("2026-07-21"), id="given"),
        pytest.param(":20261121T190000", at("2026-11-21"), id="floating"),
        pytest.param(":20261121T180000Z", at("2026-11-21"), id="UTC"),
        pytest.param(";VALUE=DATE:20261121", at("2026-11-21", 0), id="whole day"),
        pytest.param(";TZID=America/New_York:20261121T130000", at("2026-11-21"), id="elsewhere"),
    ],
)
def test_moments_are_understood(entries, start, expected):
    one = f"UID:1\nSUMMARY:Koncert\nDTSTART{start}"

    [entry] = entries(ics(one, head=GIVEN_ZONE))

    assert entry.starts_at == expected.astimezone(UTC)


def test_a_floating_time_is_by_the_calendars_own_clock(entries):
    one = "UID:1\nSUMMARY:Koncert\nDTSTART:20261121T190000"

    [entry] = entries(ics(one, head="X-WR-TIMEZONE:Europe/London\n"))

    assert entry.starts_at == datetime(2026, 11, 21, 19, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "utc"),
    [
        pytest.param("20260329T023000", "2026-03-29T01:30", id="the hour that does not exist"),
        pytest.param("20261025T023000", "2026-10-25T00:30", id="the hour that exists twice"),
    ],
)
def test_the_nights_of_the_clock_change_are_read(entries, start, utc):
    [entry] = entries(ics(event(start=start)))

    assert f"{entry.starts_at:%Y-%m-%dT%H:%M}" == utc


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        pytest.param(starting("20260231T190000"), "20260231T190000", id="31 February"),
        pytest.param(starting("20261121T250000"), "20261121T250000", id="hour 25"),
        pytest.param(starting("jutro"), "jutro", id="no moment"),
        pytest.param(starting("20261121T190000", ";TZID=Mars/Olympus"), "Mars/Olympus", id="zone"),
        pytest.param(
            ics("UID:1\nSUMMARY:A\nDTSTART:20261121T190000\nDTEND:20261121T170000"), "", id="end"
        ),
        pytest.param(ics("UID:1\nDTSTART:20261121T190000"), "SUMMARY", id="no title"),
        pytest.param(ics("UID:1\nSUMMARY:A"), "DTSTART", id="no beginning"),
    ],
)
def test_a_damaged_event_says_its_line_and_why_and_the_next_is_read(entries, broken, why):
    whole = ics(event("2", "Dobry")).partition("VERSION:2.0\r\n")[2]

    damaged, sound = entries(broken.replace("END:VCALENDAR\r\n", "") + whole)

    assert isinstance(damaged, Damaged)
    assert (damaged.line, bool(damaged.why), why in damaged.why) == (3, True, True)
    assert sound.title == "Dobry"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "utf-16"])
def test_polish_letters_come_through_every_encoding(entries, encoding):
    text = ics(event(title="Zażółć gęślą jaźń, Świętosława"))

    [entry] = entries(text.encode(encoding))

    assert entry.title == "Zażółć gęślą jaźń, Świętosława"


def test_bytes_of_no_encoding_do_not_stop_the_others(entries):
    text = ics(event(title="Dobry"), event("2", "ZEPSUTY")).encode()

    first, second = entries(text.replace(b"ZEPSUTY", b"Z\xff\xfe\x81\x00"))

    assert (first.title, second.uid) == ("Dobry", "2")


def test_a_rule_that_never_ends_is_brought_in_eighteen_months_ahead(db, bring):
    run = bring(ics(event(more="RRULE:FREQ=WEEKLY")))

    dates = Occurrence.objects.order_by("starts_at")
    assert counts(run) == (1, 0, 0, 0, 0)
    assert dates.last().starts_at < at("2028-06-01")


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param("FREQ=DAILY;COUNT=50000", id="50,000 dates"),
        pytest.param("FREQ=SECONDLY", id="every second"),
        pytest.param("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", id="yields nothing"),
        pytest.param("FREQ=CZASEM", id="no rule"),
        pytest.param("FREQ=WEEKLY;UNTIL=20200101T000000Z", id="ends before it begins"),
    ],
)
def test_a_rule_that_cannot_be_kept_is_told_and_the_rest_comes_in(db, bring, rule):
    run = bring(ics(event(more=f"RRULE:{rule}"), event("2", "Wystawa")))

    kept = Occurrence.objects.exclude(activity__title="Wystawa").count()
    assert run.damaged or kept <= 1000
    assert Occurrence.objects.filter(activity__title="Wystawa").count() == 1
    assert all(line.note for line in run.lines.filter(action="damaged"))


def test_more_events_than_can_be_are_refused_as_a_whole(entries, monkeypatch):
    monkeypatch.setattr("kulisy.exchange.decoding.MOST_ENTRIES", 50)
    text = ics(*(event(str(number)) for number in range(51)))

    with pytest.raises(Unreadable, match="50"):
        entries(text)
    assert MOST_ENTRIES < 50_000
    assert len(entries(ics(*(event(str(number)) for number in range(50))))) == 50


@pytest.mark.slow
def test_fifty_thousand_dates_are_refused_and_nothing_is_brought_in(db, bring):
    text = ics(*(event(str(number)) for number in range(50_000)))

    with pytest.raises(Unreadable):
        bring(text)
    assert Occurrence.objects.count() == 0


def test_more_than_twenty_megabytes_are_refused_before_they_are_read(entries, tmp_path):
    with pytest.raises(Unreadable, match="21"):
        entries(b"BEGIN:VCALENDAR\r\n" + b"x" * MOST_BYTES)


@pytest.mark.slow
def test_nineteen_megabytes_of_attachments_do_not_fill_the_memory(tmp_path):
    path = tmp_path / "duzy.ics"
    laughs = '<!ENTITY lol9 "&lol8;&lol8;&lol8;&lol8;&lol8;">'
    line = " " + "QUJD" * 1800 + "\r\n"
    with path.open("w", newline="") as file:
        file.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n")
        file.write(event() + f"\r\nX-ALT-DESC;FMTTYPE=text/xml:{laughs * 50}\r\n")
        file.write("ATTACH;ENCODING=BASE64;VALUE=BINARY:\r\n")
        for _number in range(19 * 1024 * 1024 // len(line)):
            file.write(line)
        file.write("END:VEVENT\r\nEND:VCALENDAR\r\n")
    tracemalloc.start()

    [entry] = read_ics(path)

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert entry.title == "Koncert"
    assert peak < 5 * 1024 * 1024


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"%PDF-1.7 udaje kalendarz", id="PDF"),
        pytest.param(b"<!DOCTYPE html><html><body>Zaloguj", id="web page"),
        pytest.param(b"PK\x03\x04 zepsuty", id="broken archive"),
        pytest.param(b"\x00" * 4000, id="zeros"),
        pytest.param(b'a,b\n"niedomkniety', id="sheet without headings"),
    ],
)
def test_what_is_no_calendar_is_told_in_a_sentence(entries, content):
    with pytest.raises(Unreadable) as told:
        entries(content)

    assert told.value.sentence.endswith((".", "?"))


def test_a_calendar_cut_in_half_gives_what_it_has(entries):
    text = ics(event(), event("2", "Ucięty"))

    found = entries(text[: text.index("SUMMARY:Ucięty") + 8])

    assert [type(entry).__name__ for entry in found] == ["Entry", "Damaged"]


def test_hostile_text_stays_text(db, bring):
    nasty = "<script>alert(1)</script> =HYPERLINK(1) {{ 7*7 }}"
    bring(ics(event(title=nasty, more=f"LOCATION:{nasty}\nDESCRIPTION:{nasty}")))

    row = Occurrence.objects.get()
    assert (row.activity.title, row.place) == (nasty, nasty)
    assert "<script>" not in str(row.activity.description)
