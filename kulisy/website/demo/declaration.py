"""The accessibility declaration of the demo centre, in the order that Polish law asks for."""

from datetime import date, timedelta

from kulisy.ui import dates
from kulisy.website.demo.texts import Block, heading, link, points, text

LEAD = "Miejski Ośrodek Kultury w Kasztanowie zobowiązuje się zapewnić dostępność swojej strony internetowej zgodnie z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych."


def blocks(today: date) -> list[Block]:
    """The declaration as if it had been reviewed a month ago."""
    reviewed = dates.long_day(today - timedelta(days=30), "pl")
    return [
        heading("Stan dostępności cyfrowej"),
        text(
            "Strona jest częściowo zgodna z załącznikiem do ustawy z powodu niezgodności wymienionych poniżej.",
            f"Deklarację sporządziliśmy na podstawie samooceny i sprawdziliśmy ostatnio {reviewed}.",
        ),
        heading("Treści niedostępne", 3),
        points(
            "skany plakatów sprzed 2019 roku nie mają opisów; opisujemy je po kolei,",
            "nagranie z otwarcia windy nie ma jeszcze audiodeskrypcji.",
        ),
        heading("Ułatwienia na stronie", 3),
        points(
            "przycisk „Ułatwienia” na górze każdej strony: rozmiar tekstu, odstępy, kontrast, ruch, podkreślenie odnośników,",
            "cała strona działa z klawiatury, a pierwszy odnośnik prowadzi do treści,",
            "kalendarz można czytać jako listę albo jako tabelę.",
        ),
        heading("Informacje zwrotne i dane kontaktowe"),
        text(
            "Za dostępność odpowiada Ewa Brzoza, dostepnosc@kasztanowo.example, telefon +48 00 000 00 00. Tą samą drogą można składać wnioski o udostępnienie informacji niedostępnej oraz skargi na brak dostępności.",
        ),
        heading("Wnioski i skargi", 3),
        text(
            "Każdy może wystąpić z żądaniem zapewnienia dostępności cyfrowej strony lub jej elementu. Odpowiadamy niezwłocznie, najdalej w ciągu siedmiu dni; jeżeli to niemożliwe, podajemy nowy termin, nie dłuższy niż dwa miesiące. Gdy odmówimy albo zaproponowany sposób jest niezadowalający, można złożyć skargę, a potem zawiadomić Rzecznika Praw Obywatelskich.",
        ),
        link("Strona Rzecznika Praw Obywatelskich", "https://bip.brpo.gov.pl/"),
        heading("Dostępność architektoniczna"),
        text(
            "Do budynku przy ulicy Lipowej 4 prowadzą dwa wejścia: główne bez progu i od ogrodu z podjazdem. Winda zatrzymuje się na każdym piętrze i mówi. Toaleta dostępna jest na parterze. W sali widowiskowej są cztery miejsca dla wózków i pętla indukcyjna. Można wejść z psem asystującym.",
            "Opis każdego budynku i sali stoi na stronie „Miejsca”.",
        ),
        heading("Tłumacz języka migowego"),
        text(
            "W recepcji można połączyć się z tłumaczem polskiego języka migowego przez internet. Na wydarzenie tłumacza zamawiamy po zgłoszeniu na pięć dni wcześniej.",
        ),
    ]
