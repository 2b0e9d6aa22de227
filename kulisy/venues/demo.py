"""The demo centre: three buildings, eleven rooms, and what is in them.

Leaves on the stage: ``centre``, ``venues``, ``rooms`` and ``equipment``; the last three by slug
or code.
"""

from datetime import date, time
from typing import Any

from kulisy.kernel.demo import Stage, act
from kulisy.venues import actions
from kulisy.venues.models import (
    AccessAnswer,
    AccessFeature,
    Branch,
    Centre,
    ClosedDay,
    Equipment,
    OpeningHours,
    Room,
    RoomFeature,
    RoomRelation,
    SetUp,
    Venue,
    Voivodeship,
)

YES, PARTLY, NO = AccessAnswer.YES, AccessAnswer.PARTLY, AccessAnswer.NO
LOUD, QUIET = Room.Loudness.LOUD, Room.Loudness.QUIET

FEATURES = {
    "scena": "scena",
    "pianino": "pianino",
    "fortepian": "fortepian",
    "projektor": "projektor i ekran",
    "lustra": "ściana luster",
    "zlew": "zlew",
    "piec": "piec ceramiczny",
    "komputery": "komputery",
    "naglosnienie": "nagłośnienie",
    "zaciemnienie": "zaciemnienie",
}

VENUES: list[dict[str, Any]] = [
    {
        "slug": "mok",
        "name": "Miejski Ośrodek Kultury",
        "branch": ("Siedziba główna", "siedziba-glowna", True),
        "street": "ul. Lipowa 4",
        "postcode": "99-999",
        "latitude": "52.104300",
        "longitude": "19.402100",
        "directions": "Przystanek „Lipowa” (linie 1 i 4), 80 metrów równym chodnikiem. "
        "Wejście od placu, drzwi otwierają się same.",
        "hours": [(range(5), time(8), time(21)), (range(5, 7), time(10), time(22))],
    },
    {
        "slug": "podlesie",
        "name": "Dom Sąsiedzki w Podlesiu",
        "branch": ("Filia Podlesie", "filia-podlesie", False),
        "street": "ul. Leśna 12",
        "postcode": "99-998",
        "latitude": "52.120800",
        "longitude": "19.377500",
        "directions": "Autobus 7 do pętli „Podlesie”. Parking przed budynkiem.",
        "hours": [(range(5), time(14), time(20)), (range(5, 6), time(10), time(16))],
    },
    {
        "slug": "dworzec",
        "name": "Stary Dworzec",
        "branch": ("Filia Dworzec", "filia-dworzec", False),
        "street": "pl. Kolejowy 1",
        "postcode": "99-999",
        "latitude": "52.099700",
        "longitude": "19.421600",
        "directions": "Pierwszy peron, wejście od strony miasta.",
        "hours": [(range(6), time(10), time(20))],
    },
]

# venue, slug, name, accusative, floor, square metres, loudness, features, set-ups, description
ROOMS: list[tuple[Any, ...]] = [
    (
        "mok",
        "sala-widowiskowa",
        "Sala widowiskowa",
        "salę widowiskową",
        0,
        410,
        LOUD,
        ["scena", "fortepian", "projektor", "naglosnienie", "zaciemnienie"],
        [("teatralnie", 280, 6), ("przy stolikach", 160, 8), ("bez krzeseł", 400, 10)],
        "Scena 10 na 8 metrów, kulisy, garderoby, kabina akustyka.",
    ),
    (
        "mok",
        "sala-lustrzana",
        "Sala lustrzana",
        "salę lustrzaną",
        1,
        180,
        LOUD,
        ["lustra", "naglosnienie"],
        [("taneczna", 60, 4), ("teatralnie", 110, 4)],
        "Parkiet taneczny; składana ściana dzieli ją na dwie połowy.",
    ),
    (
        "mok",
        "sala-lustrzana-a",
        "Sala lustrzana A",
        "salę lustrzaną A",
        1,
        90,
        LOUD,
        ["lustra", "naglosnienie"],
        [("taneczna", 28, 2)],
        "Połowa od strony placu.",
    ),
    (
        "mok",
        "sala-lustrzana-b",
        "Sala lustrzana B",
        "salę lustrzaną B",
        1,
        90,
        LOUD,
        ["lustra"],
        [("taneczna", 28, 2)],
        "Połowa od strony ogrodu.",
    ),
    (
        "mok",
        "sala-kameralna",
        "Sala kameralna",
        "salę kameralną",
        0,
        96,
        QUIET,
        ["pianino", "projektor"],
        [("teatralnie", 80, 3), ("przy stołach", 36, 2)],
        "Koncerty kameralne, spotkania autorskie, próby chóru.",
    ),
    (
        "mok",
        "galeria-na-pietrze",
        "Galeria Na Piętrze",
        "Galerię Na Piętrze",
        1,
        140,
        QUIET,
        [],
        [("wystawa", 60, 4)],
        "Górne światło, szyny do zawieszania obrazów.",
    ),
    (
        "mok",
        "pracownia-plastyczna",
        "Pracownia plastyczna",
        "pracownię plastyczną",
        0,
        62,
        Room.Loudness.ORDINARY,
        ["zlew", "piec"],
        [("przy stołach", 18, 2)],
        "Koła garncarskie, sztalugi, piec do wypału.",
    ),
    (
        "mok",
        "pracownia-komputerowa",
        "Pracownia komputerowa",
        "pracownię komputerową",
        1,
        48,
        QUIET,
        ["komputery", "projektor"],
        [("przy stanowiskach", 14, 2)],
        "Czternaście stanowisk, jedno z czytnikiem ekranu i monitorem brajlowskim.",
    ),
    (
        "podlesie",
        "swietlica-podlesie",
        "Świetlica",
        "świetlicę",
        0,
        75,
        Room.Loudness.ORDINARY,
        ["projektor", "zlew"],
        [("przy stołach", 30, 2), ("teatralnie", 50, 3)],
        "Aneks kuchenny, wyjście do ogrodu.",
    ),
    (
        "dworzec",
        "sala-prob",
        "Sala prób",
        "salę prób",
        0,
        55,
        LOUD,
        ["naglosnienie"],
        [("zespół", 12, 1)],
        "Wygłuszone ściany, perkusja i wzmacniacze.",
    ),
    (
        "dworzec",
        "poczekalnia",
        "Poczekalnia",
        "Poczekalnię",
        0,
        88,
        QUIET,
        ["projektor"],
        [("teatralnie", 60, 3), ("wystawa", 40, 3)],
        "Dawna poczekalnia pierwszej klasy: spotkania, wystawy, filmy.",
    ),
]

EQUIPMENT = [
    ("projektor-przenosny", "Projektor przenośny", 2, True, False),
    ("petla-przenosna", "Pętla indukcyjna przenośna", 1, True, True),
    ("mikrofon", "Mikrofon bezprzewodowy", 6, True, False),
    ("sztaluga", "Sztaluga", 20, True, False),
    ("laptop", "Laptop", 8, True, False),
    ("podest-sceniczny", "Podest sceniczny", 12, False, False),
    ("fotel-ewakuacyjny", "Krzesło ewakuacyjne", 1, False, True),
    ("stol-skladany", "Stół składany", 15, True, False),
]

F = AccessFeature
ACCESS: dict[str, dict[AccessFeature, tuple[AccessAnswer, str]]] = {
    "mok": {
        F.PARKING: (YES, "Dwa miejsca od ul. Lipowej, 30 metrów od drzwi."),
        F.ENTRANCE: (YES, "Wejście główne bez progu, drzwi automatyczne."),
        F.RAMP: (NO, "Nie jest potrzebna: wejście jest na poziomie chodnika."),
        F.LIFT: (YES, "Na wszystkie piętra, przyciski w brajlu, komunikaty głosowe."),
        F.TOILET: (YES, "Parter, obok szatni."),
        F.TACTILE_PLAN: (YES, "Przy recepcji."),
        F.BRAILLE_SIGNS: (PARTLY, "Na parterze; na piętrze w przygotowaniu."),
        F.CONTRAST_MARKS: (YES, ""),
        F.LOOP_PORTABLE: (YES, "Do każdej sali, prosimy zgłosić dzień wcześniej."),
        F.QUIET_ROOM: (YES, "Pokój wyciszenia obok Galerii Na Piętrze."),
        F.ASSISTANCE_DOG: (YES, ""),
        F.EVACUATION_CHAIR: (YES, "Na pierwszym piętrze przy windzie."),
    },
    "podlesie": {
        F.ENTRANCE: (PARTLY, "Próg 4 cm, pomagamy go pokonać."),
        F.RAMP: (YES, "Z boku budynku."),
        F.LIFT: (NO, "Budynek parterowy."),
        F.TOILET: (YES, ""),
        F.ASSISTANCE_DOG: (YES, ""),
    },
    "dworzec": {
        F.PARKING: (YES, "Plac Kolejowy, miejsca koperty."),
        F.ENTRANCE: (NO, "Trzy stopnie; wejście bez stopni od peronu, proszę zadzwonić."),
        F.TOILET: (NO, "Najbliższa w hali dworca, 50 metrów."),
        F.ASSISTANCE_DOG: (YES, ""),
    },
    "sala-widowiskowa": {
        F.LOOP_FIXED: (YES, "Rzędy 1–8; w aparacie słuchowym program T."),
        F.ENTRANCE: (YES, ""),
    },
    "pracownia-plastyczna": {F.ENTRANCE: (YES, "Drzwi 95 cm, jeden stół z regulacją wysokości.")},
}


@act("season", order=20)
def open_the_house(stage: Stage) -> None:
    """Fill the centre, or find it filled."""
    props = stage.props = stage.props if stage.props is not None else {}
    props["centre"] = _centre()
    props["venues"] = {facts["slug"]: _venue(facts) for facts in VENUES}
    features = {
        slug: RoomFeature.objects.get_or_create(slug=slug, defaults={"name": name})[0]
        for slug, name in FEATURES.items()
    }
    props["rooms"] = {
        facts[1]: _room(facts, position, props["venues"], features)
        for position, facts in enumerate(ROOMS, start=1)
    }
    props["equipment"] = {
        facts[0]: _equipment(facts, props["venues"]["mok"]) for facts in EQUIPMENT
    }
    _relate(props["rooms"], stage)
    _describe(props["venues"] | props["rooms"], stage)
    _close(stage.today)
    stage.say(f"{len(VENUES)} venues, {len(ROOMS)} rooms")


def _centre() -> Centre:
    found, _ = Centre.objects.get_or_create(
        pk=1,
        defaults={
            "name": "Miejski Ośrodek Kultury w Kasztanowie",
            "short_name": "MOK Kasztanowo",
            "street": "ul. Lipowa 4",
            "postcode": "99-999",
            "town": "Kasztanowo",
            "phone": "+48 00 000 00 00",
            "email": "kontakt@kasztanowo.example",
            "voivodeship": Voivodeship.LODZKIE,
            "opening_text": "Od poniedziałku do piątku 8.00–21.00, w weekendy 10.00–22.00.",
            "shows_busy_times": True,
        },
    )
    return found


def _venue(facts: dict[str, Any]) -> Venue:
    name, slug, is_main = facts["branch"]
    branch, _ = Branch.objects.get_or_create(slug=slug, defaults={"name": name, "is_main": is_main})
    plain = ("name", "street", "postcode", "latitude", "longitude", "directions")
    venue, is_made = Venue.objects.get_or_create(
        slug=facts["slug"],
        defaults={key: facts[key] for key in plain} | {"branch": branch, "town": "Kasztanowo"},
    )
    if is_made:
        OpeningHours.objects.bulk_create(
            OpeningHours(venue=venue, weekday=weekday, opens=opens, closes=closes)
            for days, opens, closes in facts["hours"]
            for weekday in days
        )
    return venue


def _room(
    facts: tuple[Any, ...],
    position: int,
    venues: dict[str, Venue],
    features: dict[str, RoomFeature],
) -> Room:
    venue, slug, name, accusative, floor, area, loudness, has, set_ups, description = facts
    room, is_made = Room.objects.get_or_create(
        slug=slug,
        defaults={
            "venue": venues[venue],
            "name": name,
            "name_accusative": accusative,
            "floor": floor,
            "area": area,
            "loudness": loudness,
            "description": description,
            "position": position,
            "code": str(position + 100 * floor),
        },
    )
    if is_made:
        room.features.set(features[one] for one in has)
        SetUp.objects.bulk_create(
            SetUp(room=room, name=how, capacity=capacity, wheelchair_places=places)
            for how, capacity, places in set_ups
        )
    return room


def _equipment(facts: tuple[str, str, int, bool, bool], home: Venue) -> Equipment:
    code, name, stock, is_portable, is_access_aid = facts
    found, _ = Equipment.objects.get_or_create(
        code=code,
        defaults={
            "name": name,
            "stock": stock,
            "home": home,
            "is_portable": is_portable,
            "is_access_aid": is_access_aid,
        },
    )
    return found


def _relate(rooms: dict[str, Room], stage: Stage) -> None:
    if RoomRelation.objects.exists():
        return
    part, disturbs = RoomRelation.Kind.PART_OF, RoomRelation.Kind.DISTURBS
    whole = rooms["sala-lustrzana"]
    for half in ("sala-lustrzana-a", "sala-lustrzana-b"):
        actions.relate_rooms(rooms[half], part, whole, by=stage.by)
    actions.relate_rooms(rooms["sala-widowiskowa"], disturbs, rooms["sala-kameralna"], by=stage.by)
    actions.relate_rooms(whole, disturbs, rooms["galeria-na-pietrze"], by=stage.by)


def _describe(places: dict[str, Venue | Room], stage: Stage) -> None:
    for slug, facts in ACCESS.items():
        place = places[slug]
        if place.access_checked_on is None:
            checked_on = date(stage.today.year - 1, 10, 14)
            actions.describe_access(place, facts, by=stage.by, checked_on=checked_on)


def _close(today: date) -> None:
    for year in (today.year, today.year + 1):
        ClosedDay.objects.get_or_create(
            first_on=date(year, 12, 24),
            defaults={"last_on": date(year, 12, 26), "reason": "Boże Narodzenie"},
        )
        ClosedDay.objects.get_or_create(
            first_on=date(year, 11, 1),
            defaults={"last_on": date(year, 11, 1), "reason": "Wszystkich Świętych"},
        )
