"""The full-text index and the triggers that keep it."""

from django.db import migrations

from kushk.library.search import engine
from kushk.library.search.fts5 import FIRST_COLUMNS


def forward(apps, schema_editor):
    engine.of(schema_editor.connection).install(schema_editor.connection, FIRST_COLUMNS)


def backward(apps, schema_editor):
    engine.of(schema_editor.connection).uninstall(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("library", "0001_initial")]
    operations = [migrations.RunPython(forward, backward, elidable=False)]
