"""The pages a fresh centre starts with: home, news, about, contact, accessibility declaration."""

from django.db import migrations

# slug, title, model
CHILDREN = [
    ("aktualnosci", "Aktualności", "NewsIndex"),
    ("o-nas", "O nas", "ContentPage"),
    ("kontakt", "Kontakt", "ContactPage"),
    ("dostepnosc", "Deklaracja dostępności", "ContentPage"),
]
IN_MENU = {"o-nas", "kontakt"}


def lay_out(apps, schema_editor):
    del schema_editor
    ContentType = apps.get_model("contenttypes", "ContentType")
    Locale = apps.get_model("wagtailcore", "Locale")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    Settings = apps.get_model("website", "SiteSettings")
    if apps.get_model("website", "HomePage").objects.exists():
        return

    def kind(model):
        return ContentType.objects.get_or_create(app_label="website", model=model.lower())[0]

    # Wagtail's own welcome page stands where the home page goes.
    Site.objects.all().delete()
    Page.objects.filter(depth=2).delete()
    locale = Locale.objects.first() or Locale.objects.create(language_code="pl")
    home = apps.get_model("website", "HomePage").objects.create(
        title="Strona główna", draft_title="Strona główna", slug="home", path="00010001", depth=2,
        numchild=len(CHILDREN), url_path="/home/", content_type=kind("HomePage"), locale=locale,
    )
    Page.objects.filter(depth=1).update(numchild=1)
    made = {}
    for number, (slug, title, model) in enumerate(CHILDREN, start=1):
        made[slug] = apps.get_model("website", model).objects.create(
            title=title, draft_title=title, slug=slug, path=f"00010001{number:04}", depth=3,
            numchild=0, url_path=f"/home/{slug}/", content_type=kind(model), locale=locale,
            show_in_menus=slug in IN_MENU,
        )
    Site.objects.create(hostname="localhost", root_page_id=home.pk, is_default_site=True)
    Settings.objects.create(declaration_page_id=made["dostepnosc"].pk)


class Migration(migrations.Migration):
    dependencies = [("website", "0001_initial")]

    operations = [migrations.RunPython(lay_out, migrations.RunPython.noop)]
