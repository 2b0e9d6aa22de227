"""Search over 20,000 generated Polish texts: how long a query takes, on the configured engine.

    python -m bench.search            SQLite, in a temporary file
    DATABASE_URL=postgres://... python -m bench.search

The database is a temporary one beside the configured one, and is removed at the end.
"""

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kulisy.config.settings_test")
django.setup()

from django.db import connection  # noqa: E402 - Django is set up first
from rich.console import Console  # noqa: E402 - Django is set up first
from rich.table import Table  # noqa: E402 - Django is set up first

from bench import measures  # noqa: E402 - Django is set up first
from kulisy.kernel.search import slot  # noqa: E402 - Django is set up first
from kulisy.kernel.search.api import Entry, find, reindex_all  # noqa: E402 - Django is set up first

TARGET_MS = 50
QUERIES = 200
BODY_WORDS = 90

STEMS = """
warsztat koncert wernisaż spektakl festiwal przegląd turniej konkurs jarmark kiermasz wykład
wystawa gitara ceramika muzyka świetlica orkiestra wycieczka zabawa piosenka książka lekcja
kapela akwarela rzeźba glina grafika kolęda biblioteka rodzina gra sztuka nauka scena kultura
senior młodzieniec aktor malarz muzyk tancerz instruktor artysta mieszkaniec gość animator
film teatr taniec chór obraz plener rysunek wieczór dom park ogród rynek pokaz seans kabaret
ceramiczny taneczny szachowy filmowy muzyczny plastyczny teatralny wigilijny rodzinny dziecięcy
nowy stary wesoły otwarty bezpłatny letni zimowy jesienny wiosenny miejski wiejski regionalny
malować śpiewać tańczyć czytać zapraszać rysować lepić grać uczyć oglądać spotykać tworzyć
""".split()  # noqa: SIM905 - a list of words is read as words
ENDINGS = ["", "", "y", "a", "i", "ów", "om", "ami", "ach", "em", "u", "ie", "ego", "ych", "ą", "ę"]
JOINTS = ["w", "i", "na", "z", "dla", "do", "oraz", "przy", "się"]
SYLLABLES = "ka sza mi ro wa li no ków ska czy bo dę trze ły pa gór ni wi to mar ze lin".split()  # noqa: SIM905 - as above


def inflected(chance: random.Random) -> str:
    """A form of a common word; the common ones far more often than the rest."""
    stem = STEMS[min(int(chance.expovariate(0.04)), len(STEMS) - 1)]
    return stem.rstrip("aoyić") + chance.choice(ENDINGS) if chance.random() < 0.7 else stem


def name(chance: random.Random) -> str:
    """An invented name, of which there are tens of thousands, as there are in real texts."""
    return "".join(chance.choices(SYLLABLES, k=chance.choice([2, 3, 3, 4]))).capitalize()


def rare(chance: random.Random) -> str:
    """One of some four thousand further words, in one of its forms."""
    number = min(int(chance.expovariate(0.001)), 3_999)
    spelt = random.Random(number)
    return "".join(spelt.choices(SYLLABLES, k=3)) + chance.choice(ENDINGS)


def words(chance: random.Random, count: int) -> Iterator[str]:
    """A quarter joints, a sixth the common words of a centre, the rest ever rarer."""
    for _ in range(count):
        kind = chance.random()
        if kind < 0.25:
            yield chance.choice(JOINTS)
        elif kind < 0.41:
            yield inflected(chance)
        else:
            yield name(chance) if kind < 0.46 else rare(chance)


def entry(pk: int) -> Entry:
    chance = random.Random(pk)
    return Entry(
        kind="text",
        pk=pk,
        title=" ".join(words(chance, 5)).capitalize(),
        keywords=" ".join(words(chance, 4)),
        body=" ".join(words(chance, chance.randint(BODY_WORDS // 2, BODY_WORDS * 3 // 2))),
        url=f"/{pk}/",
        public=chance.random() < 0.9,
        facets={
            "place": f"place-{chance.randint(1, 12)}",
            "audience": chance.sample(["dzieci", "młodzież", "dorośli", "seniorzy"], 2),
            "sort": chance.choice(["activity", "occurrence", "page", "person"]),
            "mode": chance.choice(["on_site", "online"]),
        },
    )


def misspelt(word: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(word) - 1)
    return word[:place] + word[place + 1 :]


def queries() -> dict[str, list[tuple[str, dict[str, str]]]]:
    """Queries by sort, each made of words of a text, so that most find something."""
    chance = random.Random(2026)

    def some(count: int, pick: Callable[[random.Random], str] = inflected) -> list[str]:
        long = (word for word in iter(lambda: pick(chance), "") if len(word) > 4)
        return [next(long) for _ in range(count)]

    share = QUERIES // 5
    return {
        "one frequent word": [(some(1)[0] + " ", {}) for _ in range(share)],
        "two or three words": [(" ".join(some(chance.choice([2, 3]))), {}) for _ in range(share)],
        "unfinished word": [(some(1)[0][:3], {}) for _ in range(share)],
        "word and filter": [
            (some(1)[0], {"place": f"place-{chance.randint(1, 12)}"}) for _ in range(share)
        ],
        "misspelt": [
            (misspelt(some(1, rare)[0], chance) + " " + misspelt(some(1)[0], chance), {})
            for _ in range(share)
        ],
    }


def milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def fill(texts: int) -> float:
    def entries(ids: Iterable[int] | None) -> Iterator[Entry]:
        return (entry(pk) for pk in (range(1, texts + 1) if ids is None else ids))

    slot.searchable("text", entries=entries)
    return milliseconds(reindex_all) / 1000


def measure(texts: int, console: Console) -> bool:
    seconds = fill(texts)
    find("rozgrzewka")  # the dictionary and the connection are warm from here on
    empty = statistics.median(milliseconds(select_one) for _ in range(QUERIES))
    table = Table("queries", "median ms", "p95 ms", "hits (median)", "of an empty query")
    everything: list[float] = []
    for sort, asked in queries().items():
        totals = [find(query, facets=facets).total for query, facets in asked]
        times = [
            milliseconds(lambda q=query, f=facets: find(q, facets=f, count=["sort", "place"]))
            for query, facets in asked
        ]
        everything += times
        table.add_row(
            sort, *figures(times), f"{statistics.median(totals):.0f}", ratio(times, empty)
        )
    table.add_section()
    table.add_row(f"all {len(everything)}", *figures(everything), "", ratio(everything, empty))
    console.print(f"{connection.vendor}: {texts} texts indexed in {seconds:.1f} s")
    console.print(table)
    middle, name = statistics.median(everything), f"search over {texts:,} texts"
    measures.tell(
        measures.at_most(name, connection.vendor, round(middle, 1), TARGET_MS, "ms"),
        measures.noted(
            f"{name}, 95th percentile", connection.vendor, round(p95(everything), 1), "ms"
        ),
    )
    return middle < TARGET_MS


def figures(times: list[float]) -> tuple[str, str]:
    return f"{statistics.median(times):.1f}", f"{p95(times):.1f}"


def ratio(times: list[float], empty: float) -> str:
    return f"{statistics.median(times) / empty:.0f} x"


def select_one() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure search.")
    parser.add_argument("--texts", type=int, default=20_000)
    texts = parser.parse_args().texts
    if "KULISY_BENCH" in os.environ:  # report.py has made the tables
        return 0 if measure(texts, Console()) else 1
    configured = str(connection.settings_dict["NAME"])
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        return 0 if measure(texts, Console()) else 1
    finally:
        connection.creation.destroy_test_db(configured, verbosity=0)


if __name__ == "__main__":
    sys.exit(main())
