from django.db import migrations


def keep_in_rows(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    # Ranking reads every matching vector. Beside the row, each cost three more reads, and the
    # planner, which knows nothing of them, read the whole table instead of the index.
    schema_editor.execute("ALTER TABLE kernel_searchentry SET (toast_tuple_target = 8160)")
    # A value that is only copied stays where it is.
    schema_editor.execute("UPDATE kernel_searchentry SET terms = terms::text::tsvector")


def as_before(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE kernel_searchentry RESET (toast_tuple_target)")


class Migration(migrations.Migration):

    dependencies = [
        ('kernel', '0002_search'),
    ]

    operations = [
        migrations.RunPython(keep_in_rows, as_before),
    ]
