"""The contract of search: one table of queries, the same answers on either database engine."""

from datetime import UTC, datetime, timedelta

import pytest

from kulisy.kernel.search import slot
from kulisy.kernel.search.api import Segment, find, reindex_all
from kulisy.kernel.tests.search_shelf import Shelf

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def shelf(monkeypatch):
    monkeypatch.setattr(slot, "_sources", {})
    return Shelf().register()


@pytest.fixture
def programme(shelf):
    for title, body in [
        ("Warsztatów ceramiki dla seniorów ciąg dalszy", "Lepimy z gliny misy i kubki."),
        ("Wigilia w świetlicy", "Kolędy śpiewa chór z Filii Podlesie."),
        ("Turniej szachowy", "Partie trwają po dwadzieścia minut, zegary czekają na miejscu."),
        ("Koncert orkiestry dętej", "Gramy marsze i walce."),
        ("Wernisaż fotografii", "Żółw, żuraw i ćma w obiektywie mieszkańców Kasztanowa."),
        ("Zajęcia taneczne dla przedszkolaków", "Dzieci tańczą i śpiewają."),
        ("Концерт для гостей", "Українські пісні."),
    ]:
        shelf.put(title, body)
    reindex_all()
    return shelf


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("warsztaty ceramiczne", [1], id="noun and adjective in other cases"),
        pytest.param("CERAMIKA", [1], id="capitals"),
        pytest.param("swietlica", [2], id="no Polish letters"),
        pytest.param("swietlicy wigilijna", [2], id="inflected, no Polish letters"),
        pytest.param("szachy", [3], id="noun for an adjective"),
        pytest.param("koncertów orkiestr", [4], id="genitive plural"),
        pytest.param("zolw", [5], id="the letter that Unicode does not fold"),
        pytest.param("dzieciom taniec", [6], id="irregular relatives"),
        pytest.param("śpiew", [2, 6], id="noun for a verb"),
        pytest.param("wern", [5], id="unfinished word"),
        pytest.param("koncert dla hos", [7], id="Cyrillic by Latin letters, last word unfinished"),
        pytest.param("концерт", [4, 7], id="Cyrillic finds Polish"),
        pytest.param("kubki misy glina", [1], id="any order"),
        pytest.param("ceramika szachy", [], id="every word is needed"),
        pytest.param("", [], id="nothing asked"),
        pytest.param("!!! … ???", [], id="no words"),
    ],
)
def test_find_answers(programme, query, found):
    assert sorted(hit.pk for hit in find(query, now=NOW).hits) == found


@pytest.mark.parametrize(
    "query",
    [
        '"', "'", "a'b\"c", "*", "NEAR(x y, 5)", "title:x", "x AND OR NOT", "(((", "^", "x^2", "-x",
        "🎭", "\x00ceramika\x00", "\ud800", "%s %(x)s", "a:*B & !c | <->", "\\'; DROP TABLE x; --",
        "ceramika " * 2_000, "x" * 10_000, "ﷺ", "\u202e", "1234567890" * 10, "~x =y", "~~~",
    ],
)  # fmt: skip
def test_hostile_queries_are_answered(programme, query):
    results = find(query, count=["kind"], staff=True, now=NOW)

    assert results.total == len(results.hits)
    assert find("ceramika", now=NOW).total == 1


def test_a_word_in_the_title_weighs_more_than_keywords_and_body(shelf):
    shelf.put("Wieczór pierwszy", "Gra gitara, śpiewa publiczność, a na końcu tańczą wszyscy.")
    shelf.put("Wieczór drugi", "Śpiewa publiczność.", keywords="gitara")
    shelf.put("Gitara", "Wieczór trzeci.")
    reindex_all()

    assert [hit.pk for hit in find("gitara", now=NOW).hits] == [3, 2, 1]


def test_the_word_as_typed_weighs_more_than_its_relatives(shelf):
    for title in ("Ceramiczny wieczór", "Ceramika wieczorem", "Ceramiki wieczór"):
        shelf.put(title)
    reindex_all()

    assert [hit.pk for hit in find("ceramika", now=NOW).hits] == [2, 3, 1]


def test_what_is_to_come_stands_before_what_is_over(shelf):
    shelf.put("Koncert", starts_at=NOW - timedelta(days=9))
    shelf.put("Koncert")
    shelf.put("Koncert", starts_at=NOW + timedelta(days=9))
    shelf.put("Koncert", starts_at=NOW - timedelta(days=9), ends_at=NOW + timedelta(days=9))
    reindex_all()

    assert [hit.pk for hit in find("koncert", now=NOW).hits] == [3, 4, 2, 1]


def test_visitors_find_only_what_is_public_by_now(shelf):
    shelf.put("Koncert szkicowany", public=False)
    shelf.put("Koncert zapowiedziany", visible_from=NOW + timedelta(seconds=1))
    shelf.put("Koncert ogłoszony", visible_from=NOW)
    shelf.put("Koncert jawny")
    reindex_all()

    assert sorted(hit.pk for hit in find("koncert", now=NOW).hits) == [3, 4]
    assert find("koncert", now=NOW, count=["kind"]).facets == {"kind": {"thing": 2}}
    assert sorted(hit.pk for hit in find("koncert", now=NOW, staff=True).hits) == [1, 2, 3, 4]


def test_corrections_do_not_give_away_what_is_not_public(shelf):
    shelf.put("Benefis burmistrza", public=False)
    shelf.put("Koncert")
    reindex_all()

    assert find("benfis", now=NOW).corrected_to == ""
    assert find("benfis", now=NOW, staff=True).corrected_to == "benefis"


@pytest.mark.parametrize(
    ("query", "corrected_to", "found"),
    [
        ("swietlca", "świetlica", [2]),
        ("szahowy", "szachowy", [3]),
        ("wernisarz", "wernisaż", [5]),
        ("orkeistra dęta", "orkiestra dęta", [4]),
        ("xyzzyq", "", []),
        ("kot", "", []),
    ],
)
def test_misspelt_queries_are_corrected(programme, query, corrected_to, found):
    results = find(query, now=NOW)

    assert (results.corrected_to, [hit.pk for hit in results.hits]) == (corrected_to, found)


def test_two_misspelt_words_are_corrected_together(programme):
    results = find("warstaty ceramczne", now=NOW)

    assert [hit.pk for hit in results.hits] == [1]
    assert results.corrected_to.split()[0].startswith("warsztat")


def test_a_rare_word_brings_suggestions_but_no_correction(shelf):
    shelf.put("Konzert dawnych lat")
    for _ in range(4):
        shelf.put("Koncert")
    reindex_all()

    results = find("konzert", now=NOW)

    assert (results.total, results.corrected_to, results.suggestions) == (1, "", ("koncert",))


def test_facets_filter_and_count(shelf):
    shelf.put("Koncert", facets={"place": "podlesie", "access": ["pjm", "loop"]})
    shelf.put("Koncert", facets={"place": "podlesie", "access": "loop"})
    shelf.put("Koncert", facets={"place": "centrum"})
    reindex_all()

    by_place = find("koncert", facets={"place": "podlesie"}, count=["place", "access"], now=NOW)
    both = find("koncert", facets={"place": ["podlesie", "centrum"], "access": ["pjm"]}, now=NOW)

    assert (by_place.total, both.total) == (2, 1)
    assert by_place.facets == {
        "place": {"podlesie": 2, "centrum": 1},
        "access": {"loop": 2, "pjm": 1},
    }
    assert find("koncert", facets={"place": []}, now=NOW).total == 0


def test_filters_without_words_list_soonest_first(shelf):
    shelf.put("Później", starts_at=NOW + timedelta(days=2), facets={"place": "centrum"})
    shelf.put("Wkrótce", starts_at=NOW + timedelta(days=1), facets={"place": "centrum"})
    shelf.put("Gdzie indziej", starts_at=NOW + timedelta(days=1), facets={"place": "podlesie"})
    reindex_all()

    assert [hit.pk for hit in find("", facets={"place": "centrum"}, now=NOW).hits] == [2, 1]


def test_kinds_narrow_the_answer(shelf):
    other = Shelf("page").register()
    shelf.put("Koncert")
    other.put("Koncert")
    reindex_all()

    results = find("koncert", kinds=["page"], count=["kind"], now=NOW)

    assert [(hit.kind, hit.pk) for hit in results.hits] == [("page", 1)]
    assert results.facets == {"kind": {"page": 1, "thing": 1}}


def test_pages_do_not_overlap_and_know_the_total(shelf):
    for _ in range(7):
        shelf.put("Koncert")
    reindex_all()

    pages = [find("koncert", limit=3, offset=offset, now=NOW) for offset in (0, 3, 6, 9)]

    assert [[hit.pk for hit in page.hits] for page in pages] == [[1, 2, 3], [4, 5, 6], [7], []]
    assert {page.total for page in pages} == {7}


def test_hits_show_why_they_were_found(programme):
    hit = find("ceramika gli", now=NOW).hits[0]

    assert Segment("ceramiki", marked=True) in hit.heading
    assert hit.snippet == (
        Segment("Lepimy z "),
        Segment("gliny", marked=True),
        Segment(" misy i kubki."),
    )


@pytest.mark.parametrize("rows", [1, 3])
def test_the_number_of_queries_does_not_grow_with_the_hits(shelf, rows, django_assert_num_queries):
    for _ in range(5 * rows):
        shelf.put("Koncert", facets={"place": ["podlesie", "centrum"]})
    reindex_all()

    with django_assert_num_queries(3):
        find("koncert", facets={"place": "podlesie"}, count=["place"], now=NOW)
