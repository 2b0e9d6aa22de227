"""What the demo centre writes about itself. Everything and everybody here is made up."""

from dataclasses import dataclass
from typing import Any

Block = tuple[str, Any]


def heading(text: str, level: int = 2) -> Block:
    return ("heading", {"text": text, "level": str(level)})


def text(*paragraphs: str) -> Block:
    return ("paragraph", "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))


def points(*lines: str) -> Block:
    return ("paragraph", f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>")


def quote(words: str, source: str) -> Block:
    return ("quote", {"text": words, "source": source})


def table(caption: str, *rows: str) -> Block:
    return ("table", {"caption": caption, "rows": "\n".join(rows)})


def link(words: str, address: str) -> Block:
    return ("link", {"text": words, "address": address})


def figure(family: str, seed: str, caption: str) -> Block:
    return ("figure", {"family": family, "seed": seed, "caption": caption})


ABOUT_LEAD = "Trzy budynki, jedenaście sal i miasto, które chętnie się spotyka. Od 1958 roku."
ABOUT = [
    text(
        "Miejski Ośrodek Kultury w Kasztanowie prowadzi zajęcia, zaprasza na koncerty i spektakle, pokazuje wystawy i użycza sal tym, którzy chcą coś zrobić z sąsiadami. Jesteśmy instytucją miasta: nasz program powstaje z rozmów z mieszkańcami, a większość wydarzeń jest bezpłatna.",
        "Główny budynek stoi przy ulicy Lipowej. W Podlesiu mamy Dom Sąsiedzki, a na Starym Dworcu grają szachiści, poeci i wszyscy, którym odjechał pociąg.",
    ),
    figure("meeting", "lipowa-cztery", "Wtorkowe spotkanie w Poczekalni. Rysunek zamiast zdjęcia."),
    heading("Co robimy"),
    points(
        "prowadzimy stałe zajęcia: muzyka, plastyka, teatr, rękodzieło, taniec, języki, komputery;",
        "zapraszamy na koncerty, spektakle, seanse, wystawy i spotkania;",
        "pomagamy pisać wnioski, szukać sali i nagłośnienia;",
        "wypożyczamy instrumenty, stoły i jeden bardzo stary rzutnik.",
    ),
    heading("Jak pracujemy"),
    text(
        "Na każdym wydarzeniu mówimy wprost, co jest dostępne: czy będzie tłumacz języka migowego, pętla indukcyjna, miejsca dla wózków, cicha godzina. Jeżeli czegoś brakuje, proszę napisać. Na zorganizowanie tłumacza potrzebujemy pięciu dni."
    ),
    quote(
        "Do ośrodka przyszłam na jedne warsztaty z gliny. To było jedenaście lat temu.",
        "pani Zofia, grupa ceramiczna",
    ),
    link(
        "Sprawozdania i dokumenty w Biuletynie Informacji Publicznej",
        "https://bip.kasztanowo.example/mok",
    ),
]

BELOW_ABOUT = [
    (
        "wynajem-sal",
        "Wynajem sal",
        "Na próbę, zebranie wspólnoty, urodziny i kurs. Organizacje społeczne z gminy nie płacą.",
        [
            text(
                "Sale można wynająć poza godzinami zajęć. Najłatwiej napisać, na ile osób i co będzie potrzebne; odpowiadamy w dwa dni robocze."
            ),
            table(
                "Ceny wynajmu sal za godzinę, brutto",
                "Sala | Ile osób | Cena za godzinę",
                "Sala widowiskowa | 220 | 180 zł",
                "Sala kameralna | 60 | 70 zł",
                "Sala lustrzana | 30 | 55 zł",
                "Świetlica w Podlesiu | 40 | 40 zł",
                "Poczekalnia na Starym Dworcu | 25 | 35 zł",
            ),
            heading("W cenie"),
            points(
                "stoły i krzesła,",
                "rzutnik i mikrofon,",
                "pomoc przy wejściu z wózkiem lub dużym sprzętem.",
            ),
            heading("Kto nie płaci"),
            text(
                "Stowarzyszenia, koła gospodyń, kluby seniora i grupy nieformalne z gminy Kasztanowo: do ośmiu godzin w miesiącu."
            ),
        ],
    ),
    (
        "regulamin-zajec",
        "Regulamin zajęć",
        "Krótko i po ludzku: zapisy, płatności, nieobecności.",
        [
            heading("Zapisy"),
            text(
                "Zapisać się można w recepcji albo telefonicznie. Gdy w grupie nie ma miejsca, wpisujemy na listę rezerwową i dzwonimy w kolejności zgłoszeń."
            ),
            heading("Płatności"),
            text(
                "Za zajęcia płaci się do dziesiątego dnia miesiąca. Rodzeństwo i posiadacze Karty Dużej Rodziny płacą połowę."
            ),
            heading("Nieobecności"),
            text(
                "Jeżeli zajęcia odwołamy my, odrabiamy je albo zwracamy pieniądze. Jeżeli ktoś choruje dłużej niż dwa tygodnie, za ten czas nie płaci."
            ),
            heading("Bezpieczeństwo dzieci"),
            text(
                "Dzieci do lat siedmiu przyprowadza i odbiera dorosły. Wizerunku uczestników nie publikujemy bez zgody."
            ),
        ],
    ),
    (
        "historia",
        "Historia domu",
        "Od kina „Kasztan” do ośrodka z windą.",
        [
            text(
                "Dom przy Lipowej zbudowano jako kino. Pierwszy seans odbył się w marcu 1958 roku, a kolejka stała do mostu."
            ),
            table(
                "Najważniejsze daty",
                "Rok | Co się stało",
                "1958 | Otwarcie kina „Kasztan”",
                "1974 | Miasto dobudowuje pracownie i scenę",
                "1991 | Kino zamknięte, rodzi się Dom Kultury",
                "2012 | Filia w Podlesiu, dziś Dom Sąsiedzki",
                "2021 | Winda, podjazd i pętla indukcyjna",
            ),
            figure("film", "kino-kasztan", "Kabina kinowa została: w soboty można ją zwiedzać."),
        ],
    ),
]

CONTACT_LEAD = (
    "Najprościej zadzwonić albo wejść. Recepcja jest na parterze, zaraz za szklanymi drzwiami."
)
CONTACT = [
    heading("Z czym do kogo"),
    table(
        "Sprawy i adresy",
        "Sprawa | Napisz",
        "Zapisy na zajęcia | recepcja@kasztanowo.example",
        "Pomysł na wydarzenie | program@kasztanowo.example",
        "Dla prasy | promocja@kasztanowo.example",
        "Dostępność, tłumacz PJM | dostepnosc@kasztanowo.example",
        "Faktury | ksiegowosc@kasztanowo.example",
    ),
    heading("Dojazd"),
    text(
        "Autobusy 2 i 7, przystanek Lipowa / Ośrodek Kultury. Stojaki na rowery stoją po obu stronach wejścia, parking z dwoma miejscami dla osób z niepełnosprawnościami jest od strony ogrodu."
    ),
]


@dataclass(frozen=True)
class Piece:
    """A piece of news and how many days ago it was written."""

    days_ago: int
    slug: str
    title: str
    lead: str
    family: str
    blocks: list[Block]


NEWS = [
    Piece(
        1,
        "spektakle-z-tlumaczem",
        "Na każdej premierze będzie tłumacz języka migowego",
        "Od tego sezonu wszystkie premiery na dużej scenie tłumaczymy na polski język migowy.",
        "theatre",
        [
            text(
                "O tłumaczenie prosiła nas od lat grupa Głusi w Kasztanowie. Próbowaliśmy pojedynczo, przy okazji większych koncertów. Teraz tłumacz jest wpisany w koszt każdej premiery, tak samo jak światło i bilety."
            ),
            heading("Gdzie usiąść"),
            text(
                "Tłumacz stoi po lewej stronie sceny. Najlepiej widać go z rzędów od drugiego do piątego; miejsca trzymamy do kwadransa przed spektaklem. W kalendarzu można wybrać same wydarzenia z tłumaczem."
            ),
            quote(
                "Pierwszy raz śmiałam się razem z całą salą, a nie chwilę później.",
                "Alicja, po próbie generalnej",
            ),
        ],
    ),
    Piece(
        4,
        "kalendarz-w-telefonie",
        "Cały nasz program w Twoim telefonie",
        "Wystarczy raz zasubskrybować kalendarz. Nowe terminy i zmiany pojawią się same.",
        "computer",
        [
            text(
                "Kalendarz działa w telefonach i w programach pocztowych, nie trzeba zakładać konta. Można zasubskrybować wszystko albo tylko to, co wybrał filtr: koncerty, zajęcia jednej grupy, wydarzenia w Podlesiu."
            ),
            heading("Co się stanie, gdy coś odwołamy"),
            text(
                "Odwołany termin zostaje w kalendarzu przekreślony, z powodem. Przeniesiony przesuwa się na nową godzinę."
            ),
        ],
    ),
    Piece(
        9,
        "pamiatki-po-kinie",
        "Szukamy pamiątek po kinie „Kasztan”",
        "Bilety, plakaty, zdjęcia z kolejki: zbieramy, skanujemy i oddajemy tego samego dnia.",
        "film",
        [
            text(
                "Kabina projekcyjna przetrwała, ale po widzach zostało niewiele. Przygotowujemy opowieść o kinie, do którego chodziło całe miasto, i potrzebujemy szuflad."
            ),
            points(
                "Przynieść można do recepcji, codziennie.",
                "Skan robimy na miejscu, trwa to kilka minut.",
                "Kto woli opowiedzieć, może umówić się na nagranie.",
            ),
            figure(
                "film", "bilet-z-1963", "Tak mógł wyglądać plakat; prawdziwego jeszcze nie mamy."
            ),
        ],
    ),
    Piece(
        15,
        "orkiestra-wypozycza",
        "Orkiestra wypożycza trąbki",
        "Kto chce grać, a nie ma na czym, dostanie instrument na cały sezon.",
        "concert",
        [
            text(
                "Mamy do wypożyczenia cztery trąbki, dwa klarnety i tubę. Kaucja wynosi sto złotych i wraca razem z instrumentem. Próby są w piątki, nut uczymy od początku."
            ),
        ],
    ),
    Piece(
        22,
        "podlesie-po-remoncie",
        "Dom Sąsiedzki w Podlesiu bez progów",
        "Skończył się remont wejścia. Do świetlicy wjedzie teraz każdy wózek, dziecięcy też.",
        "meeting",
        [
            text(
                "Zniknęły dwa schody, drzwi otwierają się same, a w toalecie jest przewijak na wysokości, do której dosięgnie także osoba na wózku. Remont sfinansowały miasto i powiat."
            ),
            heading("Co jeszcze przed nami"),
            text(
                "Wiosną wymienimy oświetlenie nad parkingiem. Do tego czasu recepcja pożycza latarki, naprawdę."
            ),
        ],
    ),
    Piece(
        30,
        "ceramika-wypala",
        "Piec do ceramiki wypala znowu",
        "Po trzech tygodniach przerwy wracają wypały. Prace czekają na półce w pracowni.",
        "craft",
        [
            text(
                "Zepsuł się sterownik, którego już nikt nie produkuje. Nowy przyjechał z warsztatu w sąsiednim mieście, a pan Jerzy z koła modelarskiego dorobił obudowę."
            ),
            text(
                "Prace opisane nazwiskiem można odebrać w godzinach otwarcia. Te bez nazwiska wystawimy w holu: proszę rozpoznać swoje."
            ),
        ],
    ),
]
