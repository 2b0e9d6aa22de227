"""What the demo centre writes about its classes. Typed as ``telling.blocks`` reads it."""

CLASSES = {
    "Nauka gitary": """
Zaczynamy od piosenki, którą uczeń już nuci. Nuty przychodzą same, zwykle około trzeciej lekcji,
kiedy okazuje się, że tak łatwiej zapamiętać refren. W grupie gra najwyżej osiem osób, więc każdy
słyszy siebie, a instruktorka widzi każdą rękę.

Grupa pierwsza uczy się trzymać instrument i grać pierwsze trzy akordy. Druga gra już w dwóch
głosach i akompaniuje śpiewającym. Trzecia przygotowuje własny program i co roku otwiera koncert
zimowy.

> Nie pytam, ile ćwiczyli. Pytam, co zagrali komuś w domu. | Ewa Strzelec, instruktorka

# Zanim przyjdziesz

- Gitarę klasyczną można wypożyczyć na cały sezon za kaucją 100 zł.
- Małym dłoniom dobieramy instrument trzy czwarte; na pierwszych zajęciach jest ich kilka do
  przymierzenia.
- Wystarczy zeszyt w pięciolinię i obcięte paznokcie u lewej ręki.
""",
    "Pianino": """
Dwa pianina stoją w sali naprzeciwko siebie i tak też wyglądają lekcje: jedna osoba gra, druga
słucha, potem zamiana. Po roku prawie każda para ma swój utwór na cztery ręce.

Dzieci uczą się czytać nuty na melodiach, które mieszczą się w pięciu palcach. Dorośli wybierają
sami: ktoś chce zagrać na ślubie córki, ktoś dokończyć sonatinę odłożoną w szkole. Egzaminów nie
ma, jest za to wspólne granie w maju, na które przychodzą rodziny.

Kto nie ma w domu instrumentu, może ćwiczyć u nas przed południem. Klucz do sali prób wydaje
portiernia, godziny najlepiej uzgodnić dzień wcześniej.
""",
    "Chór Kasztan": """
Czterdzieści osób, cztery głosy i jedna zasada: śpiewamy tak, żeby słyszeć sąsiada. Chór ma już
trzydziesty sezon i wciąż połowa składu to ludzie, którzy przyszli „tylko posłuchać próby”.

Śpiewamy muzykę dawną, opracowania pieśni z okolicy i co roku jeden utwór napisany dla nas. Przed
koncertami pracujemy także w głosach: soprany i alty w sali kameralnej, tenory i basy na scenie.

> Najpierw słuchamy, kto jak oddycha. Dopiero potem patrzymy w nuty.
> | Krystyna Bielak, dyrygentka

# Kogo szukamy

- Tenorów i basów, jak każdy chór na świecie.
- Altów, które nie boją się siedzieć w środku.
- Osób, które nie znają nut: dajemy nagrania każdego głosu i miesiąc na decyzję.
""",
    "Orkiestra dęta": """
Orkiestra grała w Kasztanowie na otwarciu dworca, na trzech powodziach i na prawie wszystkich
weselach. Dziś liczy trzydzieści pięć pulpitów, a najmłodsza klarnecistka ma dwanaście lat.

Kto zaczyna, przez pierwsze pół roku uczy się w sekcji z kimś starszym. Potem dostaje mundur,
teczkę z nutami i miejsce przy pulpicie. Instrument, stroik i naprawy są po stronie ośrodka.

| Czego można się u nas nauczyć
| Sekcja | Instrumenty | Wolne miejsca
| drewno | flet, klarnet, saksofon | dwa klarnety
| blacha | trąbka, puzon, tenor, tuba | tuba, od zaraz
| rytm | werbel, wielki bęben, dzwonki | jedno

Próba otwarta jest w pierwszym tygodniu każdego miesiąca: można usiąść między muzykami i posłuchać
marsza od środka.
""",
    "Rysunek i malarstwo": """
Pracownia ma północne okno, dwanaście sztalug i szufladę z martwymi naturami, w której od lat leży
ta sama gliniana gęś. Narysował ją już każdy i u każdego jest inna.

Młodsze dzieci malują dużo i na dużym: farbą plakatową, patykiem, gąbką. Młodzież i dorośli
pracują w cyklach: miesiąc ołówka, miesiąc akwareli, potem farby olejne. Kto przygotowuje teczkę
na egzaminy, dostaje dodatkowe zadania i uczciwą rozmowę o tym, co do niej włożyć.

# Co dajemy, co przynieść

- Papier, farby i pędzle są w cenie.
- Fartuch albo koszula po dziadku: swoja.
- Na wiosenny plener nad Kasztanką przyda się składane krzesełko i czapka.
""",
    "Ceramika": """
Glina nie lubi pośpiechu, dlatego jeden kubek powstaje u nas przez trzy spotkania: toczenie,
szkliwienie i wyjmowanie z pieca, przy którym zawsze ktoś wstrzymuje oddech.

Rodziny lepią z wałeczków i płatów, każda przy swoim stole; dzieci od piątego roku życia radzą
sobie lepiej niż dorośli, bo nie planują. Grupa dorosłych pracuje na czterech kołach na zmianę i
raz w semestrze wypala w piecu opalanym drewnem za budynkiem.

> Pęknięta miska to nie porażka, tylko doniczka. | Marta Glinka, ceramiczka

# Ile to trwa i co zostaje

- Od gliny do gotowego naczynia mijają trzy tygodnie.
- W cenie jest pięć kilogramów gliny miesięcznie, szkliwa i dwa wypały.
- Prace odbiera się do końca semestru, potem trafiają na kiermasz na rzecz pieca.
""",
    "Grupa teatralna Kurtyna": """
Jeden sezon, jedno przedstawienie. Jesienią szukamy tekstu i długo się o niego spieramy, zimą
ustawiamy sceny, wiosną gramy dla miasta i jedziemy z tym na dwa przeglądy.

W Kurtynie nikt nie jest tylko od grania. Ta sama osoba, która mówi monolog, szyje kostium albo
świeci; dzięki temu wszyscy wiedzą, ile kosztuje spóźnienie na próbę.

> Chciałam nauczyć się głośno mówić, a nauczyłam się czekać, aż ktoś skończy. | Lena, lat 17

Nabór trwa cały wrzesień, ale jeśli brakuje nam rąk do dekoracji, dołączyć można zawsze. Na
pierwsze spotkanie wystarczą miękkie buty. Bez wierszyka.
""",
    "Teatrzyk Pod Schodami": """
Nazwa jest dosłowna: pierwsze lalki mieszkały w skrzyni pod schodami i tam odbyła się premiera dla
sześciorga widzów. Dziś gramy w sali kameralnej, skrzynia stoi z boku i nadal służy za scenę.

Godzina zaczyna się od zabawy głosem i ruchem, potem budujemy: kukiełki ze skarpet, pacynki z
tektury, cienie. Dwa razy w roku rodzice oglądają przedstawienie, które trwa kwadrans i ma zwykle
więcej zakończeń niż początków.

- Grupa liczy najwyżej czternaścioro dzieci w wieku od 6 do 9 lat.
- Rodzice czekają w holu; przez pierwsze dwa spotkania mogą siedzieć z nami.
- Dziecko, które nie chce wychodzić na scenę, może poruszać kurtyną. To ważna praca.
""",
    "Haft i koronka": """
Wokół długiego stołu w Podlesiu spotykają się osoby, które haftują od pięćdziesięciu lat, i takie,
które pierwszy raz nawlekają igłę. Siadają na przemian, bo tak nauka idzie najszybciej.

Zaczynamy od ściegu płaskiego i prostego serwetnika. Potem każdy wybiera swoją drogę: haft
kaszubski z siedmioma kolorami, richelieu z wycinanką albo koronkę klockową, do której
wypożyczamy wałek i klocki.

> Błąd jest tylko wtedy, gdy go widać z drugiej strony stołu. | Bożena Nitka, prowadząca

Wiosną koło naprawia obrusy z domów w całej gminie i spisuje ich wzory. Album ma już sto
dwadzieścia kart i leży w świetlicy do przejrzenia.
""",
    "Zespół Taneczny Wirek": """
Wirek to mała rzeka, która wpada do Kasztanki, i nazwa kroku, od którego zaczyna się każda próba:
dwa obroty w prawo, przytup, ukłon. Po nim ciało wie, że szkoła się skończyła.

Grupa młodsza uczy się tańców okolicy w zabawie: krąg, para, mostek. Starsza łączy je z tańcem
współczesnym i sama układa część choreografii. Wspólnie przygotowują dwa programy: zimowy na
scenę i letni na bruk.

# Dobrze wiedzieć

- Ćwiczymy w miękkich butach lub boso; stroje na występ daje ośrodek.
- Przyjmujemy chłopców i dziewczynki, nie dzielimy ról według płci.
- Obie grupy spotykają się dwa razy w tygodniu; można zacząć od jednego.
""",
    "Angielski": """
Przez pierwsze pół godziny nikt nie otwiera podręcznika. Rozmawiamy: o tygodniu, o serialu, o tym,
jak wytłumaczyć turyście drogę na dworzec. Gramatyka pojawia się dopiero wtedy, gdy jest
potrzebna, żeby kogoś lepiej zrozumieć.

Dorośli na poziomie A1 zaczynają od zera i po dwóch semestrach umieją zarezerwować nocleg, napisać
uprzejmą reklamację i zadzwonić do lekarza. Dzieci uczą się przez piosenki, gry i teatrzyk, w
którym wszystkie role są dziwne.

> Akcent to adres, a nie błąd. | Laura Finch, lektorka

Przed zapisem zapraszamy na bezpłatną rozmowę, która trwa dziesięć minut i nie jest egzaminem.
Pomaga tylko wybrać grupę.
""",
    "Komputer bez strachu": """
Tempo wyznacza osoba, która pyta najwięcej. Każde spotkanie to jedna sprawa załatwiona od początku
do końca: recepta w internetowym koncie pacjenta, zdjęcia wnuków w jednym albumie, przelew bez
proszenia syna.

Komputery są na miejscu. Telefon warto przynieść własny, bo na nim najłatwiej potem powtórzyć
wszystko w domu. Każdy dostaje notatki dużą czcionką, po jednej kartce na sprawę.

| Plan pierwszych czterech spotkań
| Spotkanie | Czego się uczymy | Co zabrać
| pierwsze | mysz, okna, jak nic nie zepsuć | okulary
| drugie | poczta i dobre hasło | zeszyt
| trzecie | profil zaufany i e-urząd | dowód osobisty
| czwarte | jak poznać oszustwo | telefon

Kurs jest bezpłatny, opłaca go miasto.
""",
    "Programowanie dla dzieci": """
Na pierwszych zajęciach kot na ekranie robi krok. Na piątych ucieka przed psem, którego narysował
ktoś z drugiej ławki. W czerwcu każdy ma grę, w którą może zagrać babcia.

Pracujemy w parach i często zamieniamy się klawiaturą. Uczymy się dzielić zadanie na małe kroki,
szukać błędu bez złości i czytać cudzy kod na głos. Matematyka pojawia się mimochodem, zwykle przy
skakaniu.

- Wystarczy umieć czytać; angielskie słowa tłumaczymy.
- Laptopy są na miejscu, prace zapisujemy na pendrivie, który zostaje u dziecka.
- Pokaz gier dla rodziców: ostatnie zajęcia każdego semestru.
""",
    "Uniwersytet Trzeciego Wieku": """
Wykład, herbata i pytania, które bywają ciekawsze niż wykład. W tym roku mówimy o historii
okolicy, o zdrowym sercu, o tym, jak działa sztuczna inteligencja i dlaczego bociany zmieniły
trasę.

Studenci prowadzą też własne sekcje: turystyczną, ogrodniczą i czytelniczą. Raz na kwartał jedziemy
autokarem w miejsce, którego nikt z grupy jeszcze nie widział. Trasę układa się tak, by wszędzie
dało się dojść o lasce.

> Zapisałam się dla wykładów, zostałam dla ludzi z trzeciego rzędu. | pani Teresa, rok piąty

# Jak dołączyć

- Zapisujemy przez cały rok w sekretariacie, od 60. roku życia; na jeden wykład można wejść bez
  zapisu.
- Opłata za semestr obejmuje wykłady, wycieczki są płatne osobno.
- Na wykładach rozkładamy przenośną pętlę indukcyjną, a materiały drukujemy dużą czcionką.
""",
    "Klub szachowy": """
Szachownice rozkładamy w dawnej poczekalni, pod zegarem, który od dawna nie chodzi. Zegary
szachowe za to chodzą aż za szybko.

Pierwsza godzina to nauka: końcówki, otwarcia, zadania na tablicy. Druga to gra każdy z każdym, bez
podziału na wiek. Raz w miesiącu gramy turniej, w którym nagrodą jest prawo do wyboru ciasta na
następny raz.

> Remis z ośmiolatką to powód do dumy. Dla obu stron. | Jerzy Pionek, sędzia szachowy

Klub jest bezpłatny i otwarty: można przyjść bez zapisu, spóźnić się i wyjść po jednej partii.
Osoby niewidome zapraszamy do szachownicy z wypukłymi polami.
""",
}
