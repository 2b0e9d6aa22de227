import pytest

from kulisy.kernel.search import analysis, stems
from kulisy.kernel.search.analysis import fold, lemmas, terms, terms_of, words_of_query


def meet(query: str, text: str) -> bool:
    return not {term for word in words_of_query(query) for term in word.terms}.isdisjoint(
        terms(text)
    )


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Świetlicę", "swietlice"),
        ("ŻÓŁĆ", "zolc"),
        ("Łódź", "lodz"),
        ("café", "cafe"),
        ("концерт", "koncert"),
        ("ﬁlm", "film"),
        ("—", ""),
        ("x" * 500, "x" * 40),
    ],
)
def test_folding_leaves_plain_letters(written, folded):
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("warsztatów", "warsztaty"),
        ("ceramiki", "ceramika"),
        ("koncercie", "koncert"),
        ("dzieciom", "dziecko"),
        ("wernisażu", "wernisaż"),
        ("świetlicowe", "świetlicowy"),
        ("wigilii", "wigilia"),
        ("przedszkolaków", "przedszkolak"),
        ("zajęć", "zajęcia"),
        ("seniorom", "senior"),
        ("rysunki", "rysunek"),
        ("kinie", "kino"),
        ("dożynek", "dożynki"),
        ("rodziców", "rodzic"),
        ("byłem", "być"),
    ],
)
def test_lemmas_know_polish_inflection(form, lemma):
    assert lemma in lemmas(form)


RELATIVES = """
warsztaty warsztatów; ceramiczne ceramiki; teatralny teatrze; muzyka muzycznych; taniec tanecznego
szachy szachowy; filmowe filmów; koncert koncertowa; dzieci dziecięcy; malarstwo malarskie
malarz malarstwa; kultura kulturalny; plastyka plastyczne; chór chóralne; gitara gitarowy
rodzina rodzinne; fotografia fotograficzny; seniorzy seniorski; młodzież młodzieżowy
świetlica świetlicowe; Wigilia wigilijne; święta świąteczny; lato letnie; robotyka robotyczne
historia historyczny; artysta artystyczny; edukacja edukacyjne; literatura literacki
jarmark jarmarczne; kulinaria kulinarne; szkoła szkolne; wokal wokalne; muzeum muzealny
regionalny region; śpiew śpiewamy; rysunek rysować; informatyka informatyczny
rzeźba rzeźbiarski; filharmonia filharmoniczny; harcerze harcerski; szydełko szydełkowania
Kraków krakowski; gra gier; folklor folklorystyczny; programowanie programista; joga jogi
"""
WITHOUT_LETTERS = """
swietlica świetlicy; swietlicy świetlica; zajec zajęcia; warsztatow warsztaty; koncertow koncert
chor chóru; piesni pieśń; ksiazek książka; zolw żółw; lodzi Łodzi; Podlesie Podlesiu
Kasztanowo Kasztanowie; concerts concert
"""


def pairs(table: str) -> list[list[str]]:
    return [pair.split() for line in table.strip().splitlines() for pair in line.split(";")]


@pytest.mark.parametrize(("asked", "written"), pairs(RELATIVES + WITHOUT_LETTERS.lstrip()))
def test_a_query_meets_every_form_and_relative(asked, written):
    assert meet(asked, written)
    assert meet(asked.upper(), written.upper())


@pytest.mark.parametrize(
    ("asked", "other"),
    pairs("muzyka muzeum; kot kotlet; seans senior; kurs kursor; festiwal festyn; dom domino\n"
          "rok rock; kolej kolęda; rower robot; bal balet; dziecko dziennik; park parkiet\n"
          "teatr terapia; kultura kult; sala salon; organista organizacja"),
)  # fmt: skip
def test_strangers_do_not_meet(asked, other):
    assert not meet(asked, other)
    assert meet(asked, asked)


def test_terms_keep_the_word_its_forms_and_its_root_apart():
    assert terms_of("ceramicznych") == ("ceramicznych", "~ceramiczny", "=ceram")


def test_stop_words_are_dropped_unless_nothing_else_is_asked():
    assert [word.typed for word in words_of_query("warsztaty dla dzieci i z gliny")] == [
        "warsztaty", "dzieci", "gliny",
    ]  # fmt: skip
    assert [word.typed for word in words_of_query("i to")] == ["i", "to"]


@pytest.mark.parametrize(
    "query", ['"', "NEAR(", "*", "\x00", "🎭🎭", "''", "a" * 10_000, "()" * 999]
)
def test_hostile_queries_give_plain_terms_only(query):
    for word in words_of_query(query):
        for term in word.terms:
            assert term.lstrip("~=").isalnum()
            assert term.isascii()
            assert len(term) <= 41


def test_a_query_is_read_up_to_a_dozen_words():
    assert len(words_of_query(" ".join(f"słowo{n}x" for n in range(50)))) == 12


@pytest.fixture
def _no_dictionary(monkeypatch):
    monkeypatch.setattr(analysis, "morfeusz2", None)
    for cached in (lemmas, terms_of):
        cached.cache_clear()
    yield
    for cached in (lemmas, terms_of):
        cached.cache_clear()


@pytest.mark.usefixtures("_no_dictionary")
@pytest.mark.parametrize(
    ("asked", "written"), pairs("warsztaty warsztatów; ceramiczne ceramiki; swietlica świetlicy")
)
def test_endings_stand_in_where_there_is_no_dictionary(asked, written):
    assert lemmas(written) == ()
    assert meet(asked, written)


@pytest.mark.parametrize(("lemma", "root"), [("gra", "gra"), ("nowy", "now"), ("taneczny", "tanc")])
def test_roots_stay_at_least_three_letters(lemma, root):
    assert stems.root(lemma) == root or len(stems.root(lemma)) >= 3
