"""Which column of a sheet means what: headings in Polish or English, also misspelt."""

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process

from kulisy.exchange.clocks import plain

HEADINGS: dict[str, tuple[str, ...]] = {
    "uid": ("uid", "id", "identyfikator", "numer", "lp id", "kod"),
    "title": (
        "tytul",
        "nazwa",
        "nazwa wydarzenia",
        "tytul wydarzenia",
        "wydarzenie",
        "impreza",
        "nazwa imprezy",
        "temat",
        "title",
        "name",
        "event",
        "subject",
        "summary",
        "nazwa zajec",
    ),
    "day": (
        "data",
        "dzien",
        "termin",
        "data wydarzenia",
        "data rozpoczecia",
        "data poczatku",
        "poczatek data",
        "kiedy",
        "date",
        "day",
        "start date",
        "data od",
        "dnia",
    ),
    "last_day": (
        "data zakonczenia",
        "data konca",
        "koniec data",
        "end date",
        "last day",
        "data do",
        "ostatni dzien",
    ),
    "hours": (
        "godzina",
        "godziny",
        "godz",
        "od",
        "start",
        "poczatek",
        "rozpoczecie",
        "godzina od",
        "godzina rozpoczecia",
        "time",
        "start time",
        "from",
        "begin",
        "hours",
        "czas",
    ),
    "ends": (
        "do",
        "koniec",
        "godzina do",
        "zakonczenie",
        "godzina zakonczenia",
        "end",
        "end time",
        "to",
        "until",
    ),
    "place": (
        "miejsce",
        "sala",
        "lokalizacja",
        "gdzie",
        "adres",
        "place",
        "location",
        "room",
        "venue",
        "where",
        "pomieszczenie",
    ),
    "text": ("opis", "tresc", "informacje", "description", "details", "text", "uwagi", "notes"),
    "category": ("rodzaj", "kategoria", "typ", "kind", "category", "type", "forma"),
    "section": ("sekcja", "dzial", "dziedzina", "pracownia", "section", "discipline"),
    "price": ("cena", "bilety", "wstep", "odplatnosc", "koszt", "price", "admission", "tickets"),
    "state": ("status", "stan", "state"),
    "capacity": ("liczba miejsc", "miejsca", "limit miejsc", "limit", "capacity", "places"),
    "online_url": ("link", "adres online", "transmisja", "online", "stream", "url"),
}
FIELDS = tuple(HEADINGS)
BY_HEADING = {heading: name for name, headings in HEADINGS.items() for heading in headings}
KNOWN = tuple(BY_HEADING)
CLOSE_ENOUGH = 86
LONGEST_GUESSED = 5


def matched(cells: Sequence[object], override: Mapping[str, str] | None = None) -> dict[str, int]:
    """Field -> number of its column. What is said by hand comes first, then exact, then close.

    Short headings must be exact: "od" and "do" are one letter apart.
    """
    headings = [plain(str(cell)).strip(" .:*") if cell is not None else "" for cell in cells]
    found: dict[str, int] = {}
    for name, heading in (override or {}).items():
        if name in HEADINGS and plain(heading) in headings:
            found[name] = headings.index(plain(heading))
    for at, heading in enumerate(headings):
        known = BY_HEADING.get(heading)
        if known and at not in found.values():
            found.setdefault(known, at)
    for at, heading in enumerate(headings):
        if len(heading) >= LONGEST_GUESSED and at not in found.values():
            near = process.extractOne(
                heading, KNOWN, scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH, processor=None
            )
            if near:
                found.setdefault(BY_HEADING[str(near[0])], at)
    return found


def is_heading(found: Mapping[str, int]) -> bool:
    """Whether a row with these columns is the one that names them."""
    return {"title", "day"} <= found.keys()
