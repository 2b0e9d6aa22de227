"""Sections, groups and people of the demo season. Only words and numbers."""

from dataclasses import dataclass

# slug, Polish, English, colour, in a line
SECTIONS = (
    ("muzyka", "Muzyka", "Music", "music", "gitara, pianino, chór, orkiestra"),
    ("plastyka", "Plastyka", "Art", "art", "rysunek, malarstwo, ceramika"),
    ("teatr", "Teatr", "Theatre", "theatre", "dzieci, młodzież, dorośli"),
    ("rekodzielo", "Rękodzieło", "Handicraft", "craft", "haft, koronka, słoma"),
    ("taniec", "Taniec", "Dance", "dance", "ludowy, współczesny, towarzyski"),
    ("jezyki", "Języki", "Languages", "language", "angielski, polski dla cudzoziemców"),
    (
        "komputery",
        "Komputery",
        "Computers",
        "computer",
        "od pierwszego kliknięcia do programowania",
    ),
    ("seniorzy", "Seniorzy", "Seniors", "senior", "UTW, klub, gimnastyka pamięci"),
)

# name, what the public reads in a line, what more there is to say
PEOPLE = (
    (
        "Tomasz Gawron",
        "Dyrygent, prowadzi orkiestrę dętą",
        "Puzonista i dyrygent. W ośrodku od dwunastu lat, wcześniej w orkiestrach wojskowych.",
    ),
    (
        "Ewa Strzelec",
        "Instruktorka gitary",
        "Uczy gitary klasycznej i akompaniamentu. Zaczyna od piosenek, które uczeń już lubi.",
    ),
    (
        "Paweł Niski",
        "Pianista i akompaniator",
        "Lekcje pianina dla dzieci i dorosłych, także tych, którzy zawsze chcieli, a nie zdążyli.",
    ),
    (
        "Krystyna Bielak",
        "Prowadzi Chór Kasztan",
        "Dyrygentka chóralna. Przyjmuje każdego, kto potrafi słuchać sąsiada.",
    ),
    (
        "Irena Sowa",
        "Malarka, prowadzi pracownię plastyczną",
        "Maluje na szkle i na drewnie. Wystawia w galerii Na Piętrze.",
    ),
    ("Marta Glinka", "Ceramiczka", "Toczy, szkliwi i cierpliwie ratuje to, co pękło w piecu."),
    (
        "Zofia Malec",
        "Reżyserka, prowadzi grupy teatralne",
        "Absolwentka szkoły lalkarskiej. Z grupą Kurtyna przygotowała dziewięć premier.",
    ),
    (
        "Bożena Nitka",
        "Hafciarka i koronczarka",
        "Zna jedenaście ściegów, o których internet zapomniał.",
    ),
    (
        "Adam Wirowski",
        "Choreograf Zespołu Wirek",
        "Tańce regionu i taniec współczesny, od przedszkola do matury.",
    ),
    (
        "Laura Finch",
        "Lektorka angielskiego",
        "Uczy rozmową. Pochodzi z Leeds, w Kasztanowie mieszka od ośmiu lat.",
    ),
    (
        "Kamil Drozd",
        "Informatyk, prowadzi kursy komputerowe",
        "Tłumaczy bez żargonu i powtarza tyle razy, ile trzeba.",
    ),
    ("Hanna Wierzbicka", "Historyczka, wykładowczyni UTW", "Autorka cyklu wykładów o okolicy."),
    ("Jerzy Pionek", "Sędzia szachowy", "Prowadzi klub szachowy w filii Dworzec."),
)

ORGANISATIONS = (
    ("Urząd Miejski w Kasztanowie", "https://kasztanowo.example/urzad", True),
    ("Burmistrz Kasztanowa", "https://kasztanowo.example/burmistrz", False),
    ("Tygodnik Kasztanowski", "https://tygodnik.kasztanowo.example", False),
    ("Telewizja Kablowa Kasztan", "https://tv.kasztanowo.example", False),
    ("Biblioteka Publiczna w Kasztanowie", "https://biblioteka.kasztanowo.example", True),
    ("Fundacja Drzewiej", "https://drzewiej.example", False),
    ("Powiatowy Fundusz Kultury", "https://fundusz.example", False),
)


@dataclass(frozen=True, kw_only=True)
class Meets:
    """A group: when it meets (weekday 0 is Monday), where, for whom and with whom."""

    name: str
    days: tuple[int, ...]
    at: str
    minutes: int
    room: str
    who: str
    ages: tuple[int | None, int | None] = (None, None)
    level: str = ""
    capacity: int = 12
    is_full: bool = False


@dataclass(frozen=True, kw_only=True)
class Regular:
    """Regular classes with their groups."""

    title: str
    kind: str
    section: str
    summary: str
    price: str
    groups: tuple[Meets, ...]
    audiences: tuple[str, ...] = ("dzieci",)


REGULARS = (
    Regular(
        title="Nauka gitary",
        kind="zajecia",
        section="muzyka",
        summary="Gitara klasyczna i akompaniament w małych grupach. Instrument można wypożyczyć.",
        price="90 zł miesięcznie",
        audiences=("dzieci", "mlodziez"),
        groups=(
            Meets(
                name="grupa I",
                days=(0,),
                at="16:00",
                minutes=45,
                room="sala-prob",
                who="Ewa Strzelec",
                ages=(7, 10),
                level="początkujący",
                capacity=8,
                is_full=True,
            ),
            Meets(
                name="grupa II",
                days=(0,),
                at="17:00",
                minutes=45,
                room="sala-prob",
                who="Ewa Strzelec",
                ages=(10, 13),
                level="drugi rok",
                capacity=8,
            ),
            Meets(
                name="grupa III",
                days=(2,),
                at="17:30",
                minutes=60,
                room="sala-prob",
                who="Ewa Strzelec",
                ages=(13, 18),
                level="zaawansowani",
                capacity=8,
            ),
        ),
    ),
    Regular(
        title="Pianino",
        kind="zajecia",
        section="muzyka",
        summary="Lekcje w parach przy dwóch pianinach.",
        price="160 zł miesięcznie",
        audiences=("dzieci", "mlodziez", "dorosli"),
        groups=(
            Meets(
                name="dzieci",
                days=(1,),
                at="15:00",
                minutes=45,
                room="sala-kameralna",
                who="Paweł Niski",
                ages=(6, 12),
                capacity=4,
                is_full=True,
            ),
            Meets(
                name="dorośli",
                days=(3,),
                at="18:30",
                minutes=45,
                room="sala-prob",
                who="Paweł Niski",
                ages=(18, None),
                capacity=4,
            ),
        ),
    ),
    Regular(
        title="Chór Kasztan",
        kind="zespol-muzyczny",
        section="muzyka",
        summary="Chór mieszany, czterogłosowy. Próby co tydzień, koncerty co kwartał.",
        price="",
        audiences=("dorosli", "seniorzy"),
        groups=(
            Meets(
                name="chór",
                days=(1,),
                at="18:00",
                minutes=120,
                room="sala-widowiskowa",
                who="Krystyna Bielak",
                ages=(16, None),
                capacity=40,
            ),
        ),
    ),
    Regular(
        title="Orkiestra dęta",
        kind="zespol-muzyczny",
        section="muzyka",
        summary="Uczymy od podstaw. Instrumenty i mundury daje ośrodek.",
        price="",
        audiences=("mlodziez", "dorosli"),
        groups=(
            Meets(
                name="orkiestra",
                days=(4,),
                at="17:30",
                minutes=120,
                room="sala-widowiskowa",
                who="Tomasz Gawron",
                ages=(12, None),
                capacity=35,
            ),
        ),
    ),
    Regular(
        title="Rysunek i malarstwo",
        kind="zajecia",
        section="plastyka",
        summary="Ołówek, akwarela, farby. Wiosną plener nad Kasztanką.",
        price="80 zł miesięcznie z materiałami",
        audiences=("dzieci", "mlodziez", "dorosli"),
        groups=(
            Meets(
                name="dzieci",
                days=(0,),
                at="16:30",
                minutes=90,
                room="pracownia-plastyczna",
                who="Irena Sowa",
                ages=(6, 10),
                capacity=12,
            ),
            Meets(
                name="młodzież i dorośli",
                days=(3,),
                at="17:00",
                minutes=120,
                room="pracownia-plastyczna",
                who="Irena Sowa",
                ages=(13, None),
                capacity=12,
            ),
        ),
    ),
    Regular(
        title="Ceramika",
        kind="zajecia",
        section="plastyka",
        summary="Koło garncarskie, lepienie z wałeczków, szkliwienie i wypał.",
        price="110 zł miesięcznie z gliną",
        audiences=("dorosli", "rodziny"),
        groups=(
            Meets(
                name="rodziny",
                days=(2,),
                at="16:00",
                minutes=90,
                room="pracownia-plastyczna",
                who="Marta Glinka",
                ages=(5, None),
                capacity=14,
            ),
            Meets(
                name="dorośli",
                days=(2,),
                at="18:00",
                minutes=120,
                room="pracownia-plastyczna",
                who="Marta Glinka",
                ages=(18, None),
                capacity=10,
                is_full=True,
            ),
        ),
    ),
    Regular(
        title="Grupa teatralna Kurtyna",
        kind="zespol-teatralny",
        section="teatr",
        summary="Młodzież, która co roku robi jedno porządne przedstawienie.",
        price="60 zł miesięcznie",
        audiences=("mlodziez",),
        groups=(
            Meets(
                name="młodzież",
                days=(1, 3),
                at="16:30",
                minutes=90,
                room="sala-lustrzana",
                who="Zofia Malec",
                ages=(13, 19),
                capacity=18,
            ),
        ),
    ),
    Regular(
        title="Teatrzyk Pod Schodami",
        kind="zespol-teatralny",
        section="teatr",
        summary="Zabawy teatralne i lalki dla najmłodszych.",
        price="60 zł miesięcznie",
        groups=(
            Meets(
                name="dzieci",
                days=(2,),
                at="16:00",
                minutes=60,
                room="sala-kameralna",
                who="Zofia Malec",
                ages=(6, 9),
                capacity=14,
            ),
        ),
    ),
    Regular(
        title="Haft i koronka",
        kind="kolo",
        section="rekodzielo",
        summary="Haft kaszubski, richelieu, koronka klockowa i dużo rozmów.",
        price="40 zł miesięcznie",
        audiences=("dorosli", "seniorzy"),
        groups=(
            Meets(
                name="koło",
                days=(1,),
                at="15:30",
                minutes=120,
                room="swietlica-podlesie",
                who="Bożena Nitka",
                capacity=12,
            ),
        ),
    ),
    Regular(
        title="Zespół Taneczny Wirek",
        kind="zespol-taneczny",
        section="taniec",
        summary="Tańce regionu i taniec współczesny. Dwa występy w roku.",
        price="70 zł miesięcznie",
        audiences=("dzieci", "mlodziez"),
        groups=(
            Meets(
                name="grupa młodsza",
                days=(0, 2),
                at="15:30",
                minutes=60,
                room="sala-lustrzana",
                who="Adam Wirowski",
                ages=(6, 10),
                capacity=20,
            ),
            Meets(
                name="grupa starsza",
                days=(0, 2),
                at="17:00",
                minutes=90,
                room="sala-lustrzana",
                who="Adam Wirowski",
                ages=(11, 16),
                capacity=20,
            ),
        ),
    ),
    Regular(
        title="Angielski",
        kind="kurs-jezykowy",
        section="jezyki",
        summary="Dużo mówienia, mało tabelek.",
        price="420 zł za semestr",
        audiences=("dorosli", "dzieci"),
        groups=(
            Meets(
                name="dorośli A1",
                days=(0,),
                at="18:00",
                minutes=90,
                room="poczekalnia",
                who="Laura Finch",
                ages=(18, None),
                level="A1",
                capacity=10,
            ),
            Meets(
                name="dzieci",
                days=(3,),
                at="16:00",
                minutes=60,
                room="poczekalnia",
                who="Laura Finch",
                ages=(7, 10),
                level="początkujący",
                capacity=10,
            ),
        ),
    ),
    Regular(
        title="Komputer bez strachu",
        kind="kurs-komputerowy",
        section="komputery",
        summary="E-urząd, zdjęcia, rozmowy wideo i bezpieczne zakupy. Krok po kroku.",
        price="",
        audiences=("seniorzy", "dorosli"),
        groups=(
            Meets(
                name="seniorzy",
                days=(1,),
                at="10:00",
                minutes=90,
                room="pracownia-komputerowa",
                who="Kamil Drozd",
                ages=(60, None),
                capacity=10,
            ),
        ),
    ),
    Regular(
        title="Programowanie dla dzieci",
        kind="kolo",
        section="komputery",
        summary="Gry, które potem można komuś pokazać.",
        price="70 zł miesięcznie",
        groups=(
            Meets(
                name="poziom 1",
                days=(4,),
                at="16:00",
                minutes=90,
                room="pracownia-komputerowa",
                who="Kamil Drozd",
                ages=(9, 13),
                capacity=10,
            ),
        ),
    ),
    Regular(
        title="Uniwersytet Trzeciego Wieku",
        kind="utw",
        section="seniorzy",
        summary="Wykłady, wycieczki i sekcje. Rok zaczyna się w październiku, zapisy trwają.",
        price="50 zł za semestr",
        audiences=("seniorzy",),
        groups=(
            Meets(
                name="wykłady",
                days=(2,),
                at="11:00",
                minutes=90,
                room="sala-kameralna",
                who="Hanna Wierzbicka",
                ages=(60, None),
                capacity=70,
            ),
        ),
    ),
    Regular(
        title="Klub szachowy",
        kind="klub",
        section="seniorzy",
        summary="Dla każdego, kto chce przegrać z dziesięciolatkiem.",
        price="",
        audiences=("dzieci", "dorosli", "seniorzy"),
        groups=(
            Meets(
                name="klub",
                days=(5,),
                at="10:00",
                minutes=120,
                room="poczekalnia",
                who="Jerzy Pionek",
                capacity=20,
            ),
        ),
    ),
)
