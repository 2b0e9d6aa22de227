"""The lists a new centre starts with: kinds, audiences, accessibility features.

They are the centre's to edit; a row whose address exists already is left as it is.
"""

from django.db import migrations

# slug, Polish, English, shape, poster art, schema.org type, K-07 section, K-07 name
KINDS = [
    ("koncert", "Koncert", "Concert", "event", "concert", "MusicEvent", "Imprezy", "Koncerty"),
    ("spektakl", "Spektakl", "Theatre show", "event", "theatre", "TheaterEvent", "Imprezy", "Przedstawienia teatralne"),
    ("wystawa", "Wystawa", "Exhibition", "exhibition", "exhibition", "ExhibitionEvent", "Imprezy", "Wystawy"),
    ("wernisaz", "Wernisaż", "Opening", "event", "exhibition", "VisualArtsEvent", "Imprezy", "Wystawy"),
    ("seans", "Seans filmowy", "Film screening", "event", "film", "ScreeningEvent", "Imprezy", "Seanse filmowe"),
    ("warsztaty", "Warsztaty", "Workshop", "event", "workshop", "EducationEvent", "Imprezy", "Warsztaty"),
    ("prelekcja", "Wykład, prelekcja", "Talk", "event", "talk", "EducationEvent", "Imprezy", "Prelekcje, spotkania, wykłady"),
    ("spotkanie", "Spotkanie autorskie", "Author meeting", "event", "literature", "LiteraryEvent", "Imprezy", "Prelekcje, spotkania, wykłady"),
    ("konkurs", "Konkurs", "Competition", "event", "art", "Event", "Imprezy", "Konkursy"),
    ("konferencja", "Konferencja", "Conference", "event", "meeting", "BusinessEvent", "Imprezy", "Konferencje"),
    ("festyn", "Festyn, plener", "Open-air fete", "event", "festival", "Festival", "Imprezy", "Imprezy interdyscyplinarne"),
    ("potancowka", "Potańcówka", "Dance evening", "event", "dance", "DanceEvent", "Imprezy", "Inne imprezy"),
    ("dla-dzieci", "Impreza dla dzieci", "Event for children", "event", "children", "ChildrensEvent", "Imprezy", "Inne imprezy"),
    ("polkolonie", "Półkolonie", "Holiday day camp", "event", "children", "ChildrensEvent", "Imprezy", "Inne imprezy"),
    ("wycieczka", "Wycieczka, rajd", "Trip", "event", "plain", "Event", "Imprezy", "Imprezy turystyczne i sportowo-rekreacyjne"),
    ("webinar", "Webinar", "Webinar", "event", "computer", "EducationEvent", "Imprezy", "Prelekcje, spotkania, wykłady"),
    ("inne", "Inne wydarzenie", "Other event", "event", "plain", "Event", "Imprezy", "Inne imprezy"),
    ("festiwal", "Festiwal", "Festival", "collection", "festival", "Festival", "Imprezy", "Festiwale i przeglądy artystyczne"),
    ("przeglad", "Przegląd", "Showcase", "collection", "festival", "Festival", "Imprezy", "Festiwale i przeglądy artystyczne"),
    ("cykl", "Cykl", "Series", "collection", "plain", "EventSeries", "Imprezy", "Inne imprezy"),
    ("zajecia", "Zajęcia stałe", "Regular classes", "classes", "art", "Course", "Koła, kluby, sekcje", "Koła, kluby i sekcje"),
    ("kolo", "Koło zainteresowań", "Interest circle", "classes", "craft", "Course", "Koła, kluby, sekcje", "Koła, kluby i sekcje"),
    ("klub", "Klub", "Club", "classes", "meeting", "Course", "Koła, kluby, sekcje", "Koła, kluby i sekcje"),
    ("kurs-jezykowy", "Kurs językowy", "Language course", "course", "language", "Course", "Kursy", "Kursy języków obcych"),
    ("kurs-komputerowy", "Kurs komputerowy", "Computer course", "course", "computer", "Course", "Kursy", "Kursy komputerowe i internetowe"),
    ("kurs", "Kurs", "Course", "course", "workshop", "Course", "Kursy", "Inne kursy"),
    ("zespol-muzyczny", "Zespół muzyczny, chór", "Music ensemble", "ensemble", "concert", "Course", "Grupy artystyczne", "Grupy muzyczne i chóry"),
    ("zespol-teatralny", "Grupa teatralna", "Theatre group", "ensemble", "theatre", "Course", "Grupy artystyczne", "Grupy teatralne"),
    ("zespol-taneczny", "Zespół taneczny", "Dance ensemble", "ensemble", "dance", "Course", "Grupy artystyczne", "Grupy taneczne"),
    ("utw", "Uniwersytet Trzeciego Wieku", "University of the Third Age", "classes", "seniors", "Course", "Koła, kluby, sekcje", "Kluby seniora i UTW"),
]
AUDIENCES = [
    ("dzieci", "Dzieci", "Children"),
    ("mlodziez", "Młodzież", "Young people"),
    ("dorosli", "Dorośli", "Adults"),
    ("seniorzy", "Seniorzy", "Seniors"),
    ("rodziny", "Rodziny", "Families"),
    ("szkoly", "Szkoły i przedszkola", "Schools and kindergartens"),
]
# slug, Polish, English, Polish tag, English tag
FEATURES = [
    ("pjm", "Tłumaczenie na polski język migowy", "Interpreted into Polish Sign Language", "PJM", "sign language"),
    ("napisy", "Napisy", "Captions", "napisy", "captions"),
    ("audiodeskrypcja", "Audiodeskrypcja", "Audio description", "audiodeskrypcja", "audio description"),
    ("petla", "Pętla indukcyjna", "Induction loop", "pętla indukcyjna", "induction loop"),
    ("cisza", "Cicha godzina", "Quiet hour", "cicha godzina", "quiet hour"),
    ("latwy-tekst", "Tekst łatwy do czytania", "Easy-to-read text", "łatwy tekst", "easy to read"),
    ("wozki", "Miejsca dla osób na wózkach", "Places for wheelchair users", "miejsca na wózki", "wheelchair places"),
    ("dotyk", "Zwiedzanie dotykiem", "Touch tour", "zwiedzanie dotykiem", "touch tour"),
    ("asystent", "Pomoc asystenta", "Personal assistance", "asystent", "assistance"),
]
FORM_YEARS = (2025, 2026)


def fill(apps, schema_editor):
    del schema_editor
    Kind = apps.get_model("programme", "ActivityKind")
    Line = apps.get_model("programme", "K07Line")
    for order, (slug, name, name_en, shape, art, schema_type, section, label) in enumerate(KINDS):
        kind, _ = Kind.objects.get_or_create(
            slug=slug,
            defaults={"name": name, "name_en": name_en, "shape": shape, "art": art, "schema_type": schema_type, "order": order},
        )
        for year in FORM_YEARS:
            Line.objects.get_or_create(
                kind=kind, form_year=year, defaults={"section": section, "label": label}
            )
    Audience = apps.get_model("programme", "Audience")
    for order, (slug, name, name_en) in enumerate(AUDIENCES):
        Audience.objects.get_or_create(
            slug=slug, defaults={"name": name, "name_en": name_en, "order": order}
        )
    Feature = apps.get_model("programme", "AccessibilityFeature")
    for order, (slug, name, name_en, tag, tag_en) in enumerate(FEATURES):
        Feature.objects.get_or_create(
            slug=slug,
            defaults={"name": name, "name_en": name_en, "tag": tag, "tag_en": tag_en, "order": order},
        )


class Migration(migrations.Migration):
    dependencies = [("programme", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
