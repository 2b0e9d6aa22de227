"""What the demo centre writes about its events of these weeks, as ``telling.blocks`` reads it."""

SOON = {
    "Ceramika dla rodzin: kubek, który stoi prosto": """
Kubek wydaje się prosty, dopóki się go nie zrobi. Przez półtorej godziny dorosły i dziecko lepią
jeden wspólny: ktoś wałkuje ściankę, ktoś dokleja ucho, a dno sprawdzamy na szklanym stole, który
niczego nie wybacza.

Kto ma ochotę, siada potem na kwadrans do koła garncarskiego. Prace suszymy i wypalamy, gotowe
kubki można odebrać po trzech tygodniach razem z karteczką, kto zrobił ucho.

# Dobrze wiedzieć

- Jeden bilet jest na parę: dorosły z dzieckiem od 5 lat. Drugie dziecko dopłaca 8 zł za glinę.
- Fartuchy mamy, rękawy proszę podwinąć jeszcze w szatni.
- Stoły mają 72 cm wysokości; przy dwóch wygodnie pracuje się z wózka.
""",
    "Wernisaż: Kasztanowo na szkle": """
Kiedy w kamienicach przy Rynku wymieniano okna, Irena Sowa poprosiła robotników, żeby nie tłukli
szyb. Przez sześć lat malowała na nich miasto od drugiej strony, tak jak maluje się na szkle:
najpierw szczegóły, tło na końcu.

Na otwarciu artystka opowie o trzech obrazach i o jednym, który pękł w dniu ukończenia. Potem
wino, kompot i kasztany. Rozmowę tłumaczymy na polski język migowy.

> Szkło nie pozwala poprawiać. Trzeba od razu zgodzić się na to, co się zrobiło.
> | Irena Sowa

Wystawa zostaje w galerii przez pięć tygodni. Kto woli oglądać w ciszy, niech przyjdzie przed
południem: bywa wtedy tylko jedna osoba i kot z portierni.
""",
    "Orkiestra dęta gra muzykę filmową": """
Program prowadzi przez osiemdziesiąt lat kina: od tanga, które grało się do niemych kronik, przez
westerny, aż po fanfary, po których widzowie odruchowo szukają popcornu. Między utworami dyrygent
mówi krótko, skąd się wzięły i dlaczego puzony mają w nich najtrudniej.

Na scenie trzydzieści pięć osób, w tym siedem, które grają pierwszy sezon. Solo na klarnecie:
uczennica szkoły podstawowej, która w piątki przychodzi na próbę prosto z treningu.

> W filmie muzyki masz nie zauważyć. My gramy ją tak, żeby nie dało się nie zauważyć.
> | Tomasz Gawron, dyrygent

# Na miejscu i w domu

- Na sali działa pętla indukcyjna, a zapowiedzi mają napisy na ekranie obok sceny.
- Cztery miejsca dla wózków są w pierwszym rzędzie, wejście od podwórza bez progów.
- Transmisja jest bezpłatna i zaczyna się kwadrans przed koncertem; nagranie zostaje na tydzień.
- Bilety w sekretariacie lub przy wejściu. Ulgowe dla uczniów, studentów i osób od 60 lat.
""",
    "Cicha godzina: teatr cieni dla najmłodszych": """
Przedstawienie dla dzieci, dla których zwykły teatr bywa za głośny, za ciemny albo za długi. Światło
na widowni zostaje, głośniki grają o połowę ciszej, a lisa, sowę i księżyc widać na ekranie od
pierwszej do ostatniej minuty.

Nie trzeba siedzieć. Można wstać, wyjść do pokoju obok, gdzie leżą pufy i słuchawki wyciszające, i
wrócić w dowolnej chwili; historia jest tak ułożona, że nikt niczego nie traci.

# Przed wyjściem z domu

- Spektakl trwa 35 minut, kwadrans zostaje na dotknięcie lalek.
- Wysyłamy zdjęcia sali i krótką opowieść o tym, co się wydarzy: wystarczy napisać do sekretariatu.
- Bilet dla opiekuna jest bezpłatny.
""",
    "Potańcówka przy adapterze": """
Gra gramofon i trzysta czarnych płyt, które mieszkańcy przynieśli przez lata do ośrodka. Pierwsza
godzina należy do walca i fokstrota, druga do twista, a ostatni kwadrans zawsze do tego, kto
poprosi najgrzeczniej.

Można przyjść bez pary i bez kroków. Kto nie tańczył od dawna, dostaje na początek przypomnienie:
dziesięć minut w kółku, lewa, prawa, dostaw.

- Szatnia, herbata i ciasto są w cenie biletu.
- Przy parkiecie stoi dwadzieścia krzeseł, a okna otwieramy co pół godziny.
- Własną płytę można przynieść. Zagramy ją, jeśli się obraca.
""",
    "Pisanie listów, których nikt nie wyśle": """
Do sąsiada, który wyjechał. Do siebie sprzed lat. Do kogoś, komu należało podziękować. Zaczynamy od
jednego zdania, którego nie trzeba pokazywać nikomu, i od pytania, do kogo właściwie piszemy, kiedy
piszemy dla siebie.

Na spotkaniu powstają dwa krótkie listy. Przeczytać na głos można, ale nie trzeba; kto czyta,
słyszy od reszty tylko, co zostało w uszach. Prowadzi redaktorka, która od dwudziestu lat skraca
cudze zdania i wie, których nie wolno.

> Najlepsze akapity zaczynają się od „nie wiem, czy pamiętasz”. | uczestnik poprzedniej edycji

Wystarczy ołówek. Papier, koperty i piec, w którym na końcu można list spalić, są na miejscu.
""",
    "Balladyna. Premiera grupy młodzieżowej": """
Dwie siostry, dzban malin i las, który widział wszystko. Grupa Kurtyna wzięła tekst Słowackiego i
wykreśliła z niego połowę duchów, żeby lepiej było słychać ludzi. Zostało to, co najtrudniejsze:
jak łatwo zacząć i jak trudno przestać.

Scenografię tworzy czternaście drabin. Las grają wszyscy, którzy akurat nie mówią, a burzę ci
sami ludzie, butami. Nad przedstawieniem pracowało od września osiemnaście osób w wieku od 13 do
19 lat.

> Każda z nas choć raz była Aliną i choć raz Balladyną. Spór był tylko o to, która częściej.
> | z dziennika prób

# O spektaklu

- Dwie części z przerwą, razem 110 minut. Od 12 lat: na scenie jest przemoc, pokazana cieniem.
- Tłumaczenie na polski język migowy z prawej strony sceny, napisy nad nią.
- Po premierze rozmowa z zespołem w holu, przy malinach.
""",
    "Skąd się wziął galman?": """
Galman to dawna nazwa rudy cynku i powód, dla którego ktokolwiek się tu osiedlił. Hanna Wierzbicka
pokaże, gdzie w dzisiejszych ogrodach widać zapadliska po szybach, ile ważył kosz urobku i dlaczego
górnicy z Kasztanowa mieli własną orkiestrę, zanim mieli własny kościół.

W drugiej części oglądamy mapę z archiwum miejskiego, na której zaznaczono każdą karczmę. Jest ich
więcej niż szybów.

Wykład należy do cyklu „Nasza Ziemia”. Tłumaczymy go na język migowy i nadajemy w sieci; próbki
rudy można wziąć do ręki tylko na miejscu.
""",
    "Poranek z bajką po ukraińsku i po polsku": """
Ta sama bajka na dwa głosy: jedno zdanie po polsku, następne po ukraińsku. Dzieci szybko orientują
się, że lis jest chytry w obu językach, i zaczynają podpowiadać.

Czytamy z obrazków wyświetlanych na ścianie, potem rysujemy inne zakończenie. Tekst bajki w łatwym
języku, z piktogramami, dostaje każda rodzina do domu.

- Dla dzieci od 3 do 7 lat; młodsze rodzeństwo może raczkować po dywanie.
- Rodzice mogą w tym czasie wypić kawę w aneksie albo czytać z nami.
- Wstęp wolny, zapisy nie są potrzebne.
""",
    "Ozdoby ze słomy. Warsztaty dla dorosłych": """
Pająk to nie owad, tylko ozdoba, która wisiała pod sufitem i obracała się od ciepła lampy. Robi się
go z żytniej słomy, nici i cierpliwości. Pokażemy trzy wzory zapisane w Podlesiu przed wojną, od
łańcucha, który wyjdzie każdemu, po gwiazdę o szesnastu ramionach.

Słomę zbieraliśmy sami w lipcu, przed kombajnem, bo maszynowa pęka. Moczymy ją na miejscu, więc pół
godziny schodzi na rozmowę.

# Praktycznie

- Materiały i narzędzia są w cenie, pracę zabiera się do domu w pudełku.
- Instrukcja w łatwym języku, z rysunkiem każdego kroku.
- Autobus 7 odjeżdża spod świetlicy dziesięć minut po zakończeniu.
""",
    "Andrzejki u seniora": """
Wosk lejemy przez klucz od starej kasy biletowej, bo innego z dużym uchem w domu kultury nie ma.
Wróżby czyta komisja złożona z trzech najstarszych członkiń klubu; odwołania rozpatruje na miejscu.

Do tańca gra duet z akordeonem: walce, tanga i to, co się zaśpiewa. Między seriami poczęstunek, na
który każdy może dołożyć własne ciasto.

- Bilety w sekretariacie do dnia poprzedzającego zabawę.
- Kto wraca sam, niech da znać: kierowca ośrodka odwozi po zabawie.
""",
}
LATER = {
    "Czytanie performatywne: Lalka w godzinę": """
Dziewięćset stron, pięć osób przy stole i budzik nastawiony na sześćdziesiąt minut. Czytamy tylko
dialogi, więc nagle widać, że Wokulski prawie nic nie mówi, a Rzecki mówi za wszystkich.

Po przerwie publiczność wybiera jedną scenę do powtórzenia i zmienia jej zakończenie. W poprzednim
sezonie Łęcka trzy razy wyszła za subiekta.

> To lektura, której nie doczytałem w szkole i której nie chciałem przerwać w czwartek.
> | widz ubiegłorocznego czytania
""",
    "Zupa z opowieści. Kulinarne warsztaty międzypokoleniowe": """
Przepis jest jeden, ale każda babcia robi go inaczej i każda ma rację. Przy trzech stołach powstają
trzy wersje tej samej zupy z dyni, a podczas krojenia obowiązuje zasada: kto sieka, ten opowiada.

Dzieci odpowiadają za zioła i pytania, dorośli za noże i kuchenki. Na końcu siadamy do jednego stołu
i zapisujemy przepisy razem z historiami; po festiwalu wydamy z nich zeszyt.

# Dobrze wiedzieć

- Gotujemy bez mięsa i bez orzechów. O innych uczuleniach proszę powiedzieć przy zapisie.
- Mamy deski i fartuchy w dwóch rozmiarach.
- Grupa liczy 24 osoby, najlepiej przyjść w parze z różnych pokoleń.
""",
    "Kwartet Smyczkowy Cisza: Bacewicz i Panufnik": """
Dwoje kompozytorów, którzy żyli obok siebie i słyszeli świat zupełnie inaczej. Grażyna Bacewicz
pisze tak, jakby wbiegała po schodach; Andrzej Panufnik tak, jakby liczył stopnie. Kwartet Cisza
gra ich obok siebie, żeby dało się to usłyszeć bez przygotowania.

Przed każdym utworem wiolonczelistka mówi dwie minuty o jednym miejscu, na które warto poczekać.
Wypowiedzi mają napisy, a program drukujemy także dużą czcionką.

| Program wieczoru
| Kompozytor | Utwór | Ile trwa
| Grażyna Bacewicz | IV Kwartet smyczkowy | 20 minut
| Andrzej Panufnik | II Kwartet smyczkowy „Messages” | 19 minut
| Grażyna Bacewicz | Oberek, opracowanie na kwartet | 3 minuty

Koncert odbywa się bez przerwy. Między częściami nie klaszczemy, ale jeśli ktoś klaśnie, nikt się
nie odwraca.
""",
    "Slam poetycki: Liście": """
Trzy minuty, własny tekst, żadnych rekwizytów. Po każdym występie pięć osób z publiczności podnosi
tabliczki z oceną, a reszta może się z nimi głośno nie zgadzać.

Hasło tego roku brzmi „Liście”, lecz jury nie sprawdza botaniki. Zapisy przy wejściu, od 17.30 do
wyczerpania dwunastu miejsc. Jeśli zabraknie odwagi, można zapisać kogoś, kto siedzi obok.

> Wygrałam wierszem o rachunku za gaz. Był o miłości. | laureatka pierwszego slamu
""",
    "Jarmark rzemiosła": """
Czternaście stoisk i przy każdym ktoś, kto robi, a nie tylko sprzedaje. Kowal podkuwa but (na
szczęście, nie na nogę), bednarz składa beczkę bez jednego gwoździa, koronczarki z Podlesia uczą
pierwszego splotu na klockach.

Dzieci dostają kartę rzemieślnika: za każdą spróbowaną czynność pieczątka, za sześć pieczątek własny
drewniany bączek. O równych godzinach oprowadzamy z tłumaczką języka migowego.

# Na dziedzińcu

- Wejście od Lipowej, bez stopni; nawierzchnia jest brukowana, dwie ścieżki wyłożyliśmy matami.
- Płatność kartą działa przy większości stoisk, kowal przyjmuje tylko gotówkę.
- Gdy pada, jarmark przenosi się pod arkady. Kowal zostaje.
""",
    "Finał festiwalu: Kapela ze Wsi Nieistniejącej": """
Wsi, z której pochodzą te melodie, nie ma już na mapie: została zalana, gdy powstawał zbiornik.
Zostało czterdzieści taśm nagranych przez nauczyciela w remizie. Kapela nauczyła się ich ze słuchu,
razem z kaszlem, szczekaniem psa i odgłosem nalewania.

Skrzypce, basy, cymbały i bęben z jednym talerzem. Pierwsza część na siedząco, druga bez krzeseł, bo
oberka nie da się słuchać w rzędach.

> Stary skrzypek powtarzał: nie graj równo, graj razem. | z zapisków nauczyciela

- Miejsca siedzące zostają przez cały wieczór po bokach sali.
- Teksty pieśni wyświetlamy jako napisy, można śpiewać.
""",
    "Mikołajki: Fabryka prezentów": """
W fabryce zabrakło robotników, więc przedstawienie nie może się zacząć bez widzów. Dzieci dostają
papierowe fartuchy, wchodzą na scenę i przy trzech taśmach produkują prezenty, których nie da się
kupić: latarkę na złe sny, pudełko na cudzy śmiech, klucz do niczego.

Swoje dzieło każdy zabiera do domu. Mikołaj przychodzi na końcu i, co ważne, o nic nie pyta.

# Dla dorosłych

- Spektakl jest dla dzieci od 3 do 10 lat, rodzice siedzą na widowni i biją brawo na znak.
- Wózki zostawiamy w holu, pod opieką.
- Wszystkie bilety zostały sprzedane; zwroty pojawiają się zwykle dzień wcześniej.
""",
    "Herbata z pszczelarką": """
Zimą ul nie śpi: kilkanaście tysięcy pszczół trzyma się w kłębie i na zmianę grzeje środek.
Bronisława Ulman prowadzi pasiekę na skraju Kasztanowa i opowie, co słychać, gdy w styczniu
przyłoży się ucho do ściany ula.

Spróbujemy trzech miodów z trzech ulic i zgadniemy, który jest z lipy. Herbatę parzymy na miejscu,
słodzimy wiadomo czym.

> Pszczoły nie są pracowite. One są punktualne. | Bronisława Ulman
""",
    "Bezpieczny telefon. Spotkanie o oszustwach w sieci": """
„Mamo, zgubiłem telefon, piszę z nowego numeru”. Taki SMS dostało w ubiegłym roku kilkadziesiąt osób
w naszej gminie. Pokażemy na ekranie prawdziwe wiadomości i wspólnie poszukamy w nich miejsca, w
którym powinna zapalić się lampka.

Druga połowa jest praktyczna: ustawiamy blokadę numerów, sprawdzamy, dokąd naprawdę prowadzi link, i
ćwiczymy jedno zdanie, którym kończy się podejrzaną rozmowę.

# Gdy już się kliknęło

- Zadzwonić do banku pod numer z karty i zablokować kartę oraz przelewy.
- Podejrzany SMS przesłać na bezpłatny numer 8080.
- Powiedzieć komuś bliskiemu. Wstyd to najlepszy wspólnik oszusta.

Spotkanie jest bezpłatne, z napisami na żywo; można przyjść do pracowni albo połączyć się z domu.
""",
    "Bombka z duszą. Malowanie szkła": """
Wzory bierzemy ze ścian: gzyms z apteki, rozeta z dworca, litera z szyldu, którego już nie ma.
Przenosimy je na szklane bombki cienkim pędzlem i złotą farbą, która na początku zawsze kapie.

Zaczynamy od próby na kawałku szyby, potem każdy maluje dwie bombki: jedną dla siebie i jedną na
miejską choinkę, na której wisi już sto czternaście.

- Materiały są w cenie, bombki zabiera się w pudełku po godzinie schnięcia.
- Dzieci od 8 lat malują z dorosłym: szkło jest cienkie.
""",
    "Dyskusyjny Klub Filmowy: Sanatorium pod Klepsydrą": """
Pociąg bez rozkładu, sanatorium, w którym czas jest trochę cofnięty, i ojciec, który może jeszcze
żyje. Film z 1973 roku oglądamy w odnowionej kopii, na największym ekranie w powiecie.

Przed seansem pięć minut o tym, jak zbudowano te wnętrza, po nim rozmowa: każdy mówi o jednym
kadrze, którego nie umie wytłumaczyć. Nie trzeba znać Schulza. Trzeba tylko nie pytać, która jest
godzina.

- Napisy po polsku dla osób niesłyszących, pętla indukcyjna w pierwszych sześciu rzędach.
- Od 16 lat. Film trwa dwie godziny, reklam nie ma.
""",
    "Koncert zimowy młodych gitarzystów": """
Dla połowy wykonawców to pierwszy występ w życiu, dlatego program zaczyna się od utworu, który
wszyscy grają razem i w którym nie słychać, kto się pomylił. Potem duety, solówki i jedna piosenka
napisana przez grupę trzecią o autobusie, który nie przyjechał.

Brawa obowiązkowe, telefony prosimy ściszyć. Nagranie całości dostaną wszyscy rodzice, więc naprawdę
można patrzeć oczami.
""",
    "Młyny nad Kasztanką": """
Na siedmiu kilometrach rzeki pracowało kiedyś siedem kół. Jedno mełło mąkę, drugie tłukło korę dla
garbarzy, trzecie przez dwa lata napędzało prądnicę, od której świeciła jedyna lampa w Rynku.

Hanna Wierzbicka przez trzy lata szukała ich śladów w księgach gruntowych i w pokrzywach. Pokaże
mapy, plany i fotografię młynarza, którego nazwisko nosi dziś ulica.

> Rzeka pamięta zastawki lepiej niż urząd. | Hanna Wierzbicka

Wiosną zapraszamy na spacer śladem młynów. Lista chętnych będzie leżała przy wyjściu.
""",
    "Wspólne śpiewanie kolęd": """
Śpiewniki rozdajemy, tonację podaje chór, resztę załatwia chodzenie od zwrotki do zwrotki. Zaczynamy
od kolęd, które znają wszyscy, i schodzimy do pastorałek, które pamięta już tylko pani Krystyna.

Przy choince stoi scena z tłumaczką języka migowego, z boku koksownik i herbata. Kto nie śpiewa,
może trzymać latarnię; jest ich czterdzieści i każda jest potrzebna.
""",
    "Poranek w galerii: oprowadzanie dotykiem": """
Cztery obrazy z wystawy mają bliźniaki z gliny i blachy, zrobione tak, by można je było oglądać
rękami. Irena Sowa prowadzi dłonie i opowiada o kolorach, audiodeskryptorka dodaje to, czego palce
nie powiedzą.

Zapraszamy osoby niewidome i słabowidzące z bliskimi, a także wszystkich, którzy chcą raz obejrzeć
wystawę z zamkniętymi oczami. Pies przewodnik jest gościem, nie problemem.

# Jak trafić

- Możemy wyjść po Państwa na przystanek „Lipowa”: wystarczy telefon dzień wcześniej.
- Windą na pierwsze piętro, przyciski są opisane brajlem.
- Grupa liczy najwyżej osiem osób, każda ma swój kwadrans przy obrazie.
""",
    "Koncert noworoczny": """
Walce, które zna każdy, i polki, których nie zna nikt, bo odnalazły się jesienią w szafie z nutami.
Orkiestra gra je po raz pierwszy od siedemdziesięciu lat, z dopiskami dawnego kapelmistrza: „żwawo,
bo zimno”.

Życzenia burmistrza trwają trzy minuty, odmierza je werblista. Na bis marsz, przy którym publiczność
klaszcze i zawsze odrobinę przyspiesza.

# Bilety i dostępność

- Ulgowe dla uczniów i osób od 60 lat; transmisja w sieci jest bezpłatna.
- Słowo między utworami tłumaczymy na język migowy i podpisujemy.
- Pętla indukcyjna obejmuje parter, cztery miejsca dla wózków są w pierwszym rzędzie.
""",
    "Legendy znad torów": """
Zawiadowca zatrzymał zegar, żeby żona zdążyła na pociąg, i podobno dlatego na Starym Dworcu jest
zawsze dwadzieścia po czwartej. Ile w tym prawdy, a ile rozkładu jazdy?

Wykład o opowieściach, które kolejarze opowiadali na nocnych zmianach, i o tym, jak z wypadku,
plotki i śniegu robi się legenda. Zebrano ich w okolicy dwadzieścia trzy; usłyszymy pięć
najlepszych i jedną wymyśloną na próbę. Publiczność zgaduje którą.
""",
    "Ferie w pracowni. Półkolonie artystyczne": """
Pięć dni, pięć materiałów: glina, farba, tektura, głos i las. W piątek z tego, co powstało, robimy
przedstawienie dla rodziców. Scenariusz piszą dzieci, więc prosimy o wyrozumiałość dla fabuły.

| Plan dnia
| Godzina | Co robimy
| 9.00 | krąg i rozgrzewka
| 9.30 | pracownia: materiał dnia
| 12.30 | obiad na miejscu
| 13.15 | wyjście do lasu, na sanki albo do Dworca
| 15.00 | wolna zabawa, podwieczorek
| 16.00 | odbiór dzieci

# Co spakować

- Ubranie, którego nie szkoda, i drugie na zmianę.
- Kapcie, bidon i czapkę także wtedy, gdy świeci słońce.
- Informację o uczuleniach i lekach, na piśmie, pierwszego dnia.
""",
    "Walentynki z dreszczem: kino nieme z muzyką na żywo": """
Hrabia, zamek, cień na schodach. Emilia Kruk siada do pianina i widzi film po raz pierwszy razem z
widownią: gra to, czego sama się przestraszy.

Przed seansem lista próśb. Publiczność zapisuje na kartkach trzy melodie, które pianistka musi
gdzieś ukryć. Kto usłyszy swoją, wstaje i kłania się reszcie.
""",
    "Przegląd amatorskich zespołów śpiewaczych": """
Osiemnaście zespołów, po dwie pieśni każdy: jedna z rodzinnej wsi, druga dowolna. Jury słucha nie
tylko głosu, ale i tego, skąd pieśń jest znana, dlatego przed występem pada zawsze jedno zdanie o
babci, sąsiadce albo starym zeszycie.

O czternastej przerwa na wspólny obiad, po nim śpiewanie przy stołach, którego nikt nie ocenia i na
które wszyscy czekają.

- Zgłoszenia przyjmuje sekretariat do dwóch tygodni przed przeglądem.
- Zwracamy koszt dojazdu busem z terenu powiatu.
- W garderobach są krzesła, lustra i żelazko. Bardzo potrzebne.
""",
    "Maski z papieru. Warsztaty przed ostatkami": """
Gazeta, klej z mąki i dwie godziny, po których nikt nikogo nie poznaje. Robimy maski tak, jak robiło
się je na wsi przed ostatkami: turoń kłapie szczęką, bocian ma dziób na sznurek, a diabeł jest
przystojny.

Maski schną do następnego dnia. Kto chce, może w swojej przyjść na potańcówkę, maska zwalnia z
opłaty za szatnię.
""",
}
COLLECTED = {
    "Kasztanowo na szkle. Wystawa malarstwa Ireny Sowy": """
Dwadzieścia cztery szyby pochodzą z okien wymienionych podczas remontu Rynku. Na każdej widać to, co
mogło być widać przez nią: targ, procesję, dzieci na trzepaku, śnieg na dachu apteki. Obrazy wiszą
od sufitu, więc można obejść je dookoła i zobaczyć miasto w lustrzanym odbiciu.

> Malowanie na szkle to pisanie od końca: najpierw podpis, potem oczy, na końcu niebo.
> | Irena Sowa

# Zwiedzanie

- Wstęp wolny, w godzinach pracy ośrodka. Grupy powyżej dziesięciu osób prosimy zapowiedzieć.
- Audiodeskrypcja czeka w telefonie pod kodem przy wejściu albo na odtwarzaczu z recepcji.
- Cztery obrazy mają kopie do dotykania; ławki stoją co kilka kroków.
""",
    "Kasztanobranie 2026. Festiwal jesiennych spotkań": """
Zaczęło się od zbierania kasztanów dla leśniczego, który płacił za worek. Pieniądze szły na ognisko,
przy ognisku ktoś zagrał i tak od dwudziestu lat mamy festiwal. Kasztany zbieramy nadal, leśniczy
nadal płaci.

Przez tydzień czytamy, gotujemy, gramy i handlujemy tym, co robi się rękami. Na większość spotkań
wstęp jest wolny; dwa koncerty są biletowane, żeby starczyło na resztę.

> Festiwal poznaje się po tym, kto zostaje sprzątać. | pierwszy dyrektor ośrodka

# Praktycznie

- Karnet na oba koncerty kosztuje 50 zł i jest do kupienia w sekretariacie.
- O tłumacza języka migowego na dowolne spotkanie można poprosić pięć dni wcześniej.
- Program drukujemy dużą czcionką i w łatwym języku.
""",
    "Nasza Ziemia. Wykłady o okolicy": """
Jedno miejsce, jeden wieczór, jedna rzecz, której nie wiedzieliśmy o własnej ulicy. Wykłady
przygotowuje Hanna Wierzbicka z archiwum, strychów i rozmów, a po każdym zostaje na stole mapa, na
której można dopisać swoje.

Cykl jest bezpłatny. Kto ma w domu stare zdjęcie, list albo rachunek, niech go przyniesie:
skanujemy na miejscu i od razu oddajemy.
""",
    "Wieczory przy herbacie": """
Bez sceny i mikrofonu. Gość siada przy tym samym stole co wszyscy i opowiada o swoim zajęciu, a
pytania zadaje ten, kto akurat dolewa. Bywała u nas pszczelarka, kronikarz i człowiek, który przez
całe życie nakręcał cudze zegary.

Przychodzi zwykle trzydzieści osób. Herbata jest czarna, ciasto drożdżowe, a wstęp wolny.
""",
}
PAST = {
    "Otwarcie sezonu. Dzień otwartych pracowni": """
Wszystkie drzwi otwarte od piwnicy po strych. Instruktorzy pracują tak jak w zwykły dzień, a goście
wchodzą, siadają i próbują: palec w glinie, smyczek na strunie, krok przy drążku.

W holu można od razu zapytać o grupy i wolne miejsca, a kto nie wie, czego szuka, losuje pracownię z
kapelusza. W ubiegłym roku z kapelusza zapisało się jedenaście osób.
""",
    "Skąd się wzięły kasztanowce na Rynku?": """
Posadzono je w jeden dzień, w rocznicę, o której nikt już nie pamięta, i od tamtej pory miasto
zdążyło się z nimi pokłócić i pogodzić. Wykład o drzewach, pod którymi wszyscy się kiedyś umówili.

Druga część dotyczy szrotówka, motyla mniejszego od ziarnka ryżu, przez którego liście brązowieją w
lipcu. Po wykładzie każdy dostał rękawice i worek: grabienie liści to wciąż najlepsze lekarstwo.
""",
    "Kiermasz książki przeczytanej": """
Zasada jest prosta: przynosisz jedną, zabierasz dwie, a w każdej zostawiasz na pierwszej stronie
jedno zdanie dla następnej osoby. Najdłużej czytane było zdanie „pomiń rozdział czwarty, zaufaj
mi”.

Książki, które nikomu nie wpadły w ręce, pojechały do świetlicy w Podlesiu i do poczekalni na
dworcu. Tam na pewno ktoś ma czas.
""",
    "Zszyte na nowo. Warsztaty naprawy ubrań": """
Dziura na łokciu to miejsce na pomysł. Cerujemy tak, żeby było widać: kontrastową nicią, haftem,
łatą z zasłony. Prowadzące przyniosły cztery maszyny, ale większość osób i tak wybrała igłę.

Naprawiono dwadzieścia trzy rzeczy, w tym jeden namiot i jednego misia.
""",
    "Planszówki bez limitu wieku": """
Czterdzieści gier leży na stołach, a między nimi chodzą trzy osoby, które tłumaczą zasady w trzy
minuty. Nie trzeba nic znać ani z nikim przyjść; wystarczy usiąść tam, gdzie brakuje jednego
gracza.

Najmłodsza uczestniczka miała sześć lat, najstarszy osiemdziesiąt cztery. Wygrała ona.
""",
}
STORIES = {**PAST, **SOON, **LATER, **COLLECTED}
