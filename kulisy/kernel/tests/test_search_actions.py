from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from kulisy.kernel.models import Job, SearchEntry, SearchWord
from kulisy.kernel.search import actions, slot, tasks
from kulisy.kernel.search.api import find, gathered, reindex, reindex_all, reindex_later
from kulisy.kernel.tests.search_shelf import Shelf

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(monkeypatch):
    monkeypatch.setattr(slot, "_sources", {})
    return Shelf().register()


def titles(query, **facts):
    return sorted(hit.title for hit in find(query, staff=True, **facts).hits)


def test_reindex_replaces_the_text_of_a_thing(shelf):
    shelf.put("Koncert", pk=5, facets={"place": "centrum"})
    reindex("thing", [5])
    shelf.put("Wernisaż", pk=5, facets={"place": "podlesie"})

    assert reindex("thing", [5, 5]) == 1

    assert titles("wernisaż", facets={"place": "podlesie"}) == ["Wernisaż"]
    assert titles("koncert") == []
    assert SearchEntry.objects.count() == 1


def test_reindex_takes_out_what_is_gone_and_leaves_the_rest(shelf):
    shelf.put("Koncert", pk=1)
    shelf.put("Koncert wieczorny", pk=2)
    reindex("thing", [1, 2])
    del shelf.entries[1]

    assert reindex("thing", [1]) == 0

    assert titles("koncert") == ["Koncert wieczorny"]


def test_reindex_twice_changes_nothing(shelf):
    shelf.put("Koncert")
    reindex("thing", [1])
    first = find("koncert", staff=True)

    reindex("thing", [1])

    assert find("koncert", staff=True) == first


def test_reindex_all_takes_out_what_no_source_knows_any_more(shelf, monkeypatch):
    Shelf("page").register().put("Koncert na stronie")
    shelf.put("Koncert")
    shelf.put("Koncert odwołany")
    reindex_all()
    del shelf.entries[2], slot._sources["page"]

    assert reindex_all() == 1

    assert titles("koncert") == ["Koncert"]
    assert not SearchWord.objects.filter(word="odwolany").exists()
    assert SearchWord.objects.filter(word="koncert").exists()


def test_reindex_all_of_one_kind_leaves_the_others(shelf):
    page = Shelf("page").register()
    page.put("Koncert na stronie")
    shelf.put("Koncert")
    reindex_all()
    shelf.entries.clear()
    page.entries.clear()

    reindex_all(["page"])

    assert titles("koncert") == ["Koncert"]


def test_reindex_all_does_not_bring_back_an_older_text(shelf, monkeypatch):
    shelf.put("Stary koncert", pk=1)
    stale = list(shelf(None))
    started = timezone.now()
    shelf.put("Nowy koncert", pk=1)
    reindex("thing", [1])

    actions._write(stale, started=started)

    assert titles("koncert") == ["Nowy koncert"]


def test_reindex_all_tells_how_far_it_is(shelf, monkeypatch):
    monkeypatch.setattr(actions, "CHUNK", 2)
    for _ in range(3):
        shelf.put("Koncert")
    said = []

    reindex_all(progress=lambda *step: said.append(step))

    assert said == [("thing", 2, 3), ("thing", 3, 3)]


def test_texts_with_forbidden_characters_are_kept(shelf):
    shelf.put("Kon\x00cert", "\x00" * 9 + "gitara", facets={"place": "a\x00b"}, url="/\x00")

    reindex("thing", [1])

    assert titles("gitara", facets={"place": "ab"}) == ["Koncert"]


@pytest.mark.slow  # twenty thousand words are looked up
def test_a_text_as_long_as_a_book_is_kept(shelf):
    shelf.put("Kronika", " ".join(f"słowo{n}x" for n in range(25_000)))

    reindex("thing", [1])

    assert titles("słowo19x kronika") == ["Kronika"]


def test_an_unknown_kind_is_a_mistake_of_the_program(shelf):
    with pytest.raises(LookupError, match="nothing searchable is called ghost"):
        reindex("ghost", [1])


def test_reindex_later_indexes_in_a_job(shelf, django_capture_on_commit_callbacks):
    shelf.put("Koncert", pk=3)

    row = reindex_later("thing", [3, 3])

    assert row.arguments == {"kind": "thing", "ids": [3]}
    assert tasks.reindex(**row.arguments) == {"findable": 1}
    assert titles("koncert") == ["Koncert"]


def test_reindex_later_asks_for_nothing_when_nothing_changed(shelf):
    assert reindex_later("thing", []) is None
    assert Job.objects.count() == 0


def test_what_is_gathered_is_one_job_of_each_kind(shelf):
    with gathered():
        asked = [reindex_later("thing", [pk]) for pk in (5, 3, 5)]
        reindex_later("other", [1])

    assert asked == [None, None, None]
    assert [row.arguments for row in Job.objects.order_by("pk")] == [
        {"kind": "thing", "ids": [3, 5]},
        {"kind": "other", "ids": [1]},
    ]


def broken_after_asking():
    with gathered():
        reindex_later("thing", [3])
        raise ValueError("broken")


def test_what_was_gathered_before_a_break_is_indexed_all_the_same(shelf):
    with pytest.raises(ValueError, match="broken"):
        broken_after_asking()

    assert Job.objects.get().arguments["ids"] == [3]
    assert reindex_later("thing", [4]).arguments["ids"] == [4]


def test_the_command_rebuilds_and_says_how_many(shelf):
    shelf.put("Koncert")
    said = StringIO()

    call_command("reindex", stdout=said, stderr=StringIO())

    assert "1" in said.getvalue()
    assert titles("koncert") == ["Koncert"]


def test_the_command_names_the_kinds_there_are(shelf):
    with pytest.raises(CommandError, match=r"ghost.*thing"):
        call_command("reindex", "ghost")


def test_a_source_that_yields_another_kind_is_a_mistake_of_the_program(shelf):
    slot.searchable("page", entries=shelf)
    shelf.put("Koncert")

    with pytest.raises(ValueError, match="the source of page yields entries of thing"):
        reindex_all(["page"])

    assert titles("koncert") == []
