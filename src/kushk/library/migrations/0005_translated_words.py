"""Stories are found by the words of their translations as well."""

from django.db import migrations, models

from kushk.library.search import engine
from kushk.library.search.fts5 import FIRST_COLUMNS


def without(apps, schema_editor):
    engine.of(schema_editor.connection).uninstall(schema_editor.connection)


def with_translations(apps, schema_editor):
    engine.of(schema_editor.connection).install(schema_editor.connection)


def with_first(apps, schema_editor):
    engine.of(schema_editor.connection).install(schema_editor.connection, FIRST_COLUMNS)


class Migration(migrations.Migration):
    dependencies = [("library", "0004_reasons_and_faces")]
    operations = [
        migrations.RunPython(without, with_first, elidable=False),
        migrations.AddField(
            model_name="searchtext",
            name="translated",
            field=models.TextField(default="", db_default=""),
        ),
        migrations.RunPython(with_translations, without, elidable=False),
    ]
