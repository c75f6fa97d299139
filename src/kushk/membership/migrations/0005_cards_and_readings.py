import django.db.models.deletion
from django.db import migrations, models


def name_publications(apps, schema_editor) -> None:
    """Write down what each publication is called, so that what was read outlasts it."""
    reading = apps.get_model("membership", "Reading")
    for publication in apps.get_model("library", "Publication").objects.all():
        reading.objects.filter(publication=publication).update(slug=publication.slug)


def forget_nameless_cards(apps, schema_editor) -> None:
    """Delete passes of cards that do not say whose they are: a number that is entered once more makes a new one."""
    apps.get_model("membership", "Pass").objects.filter(kind="card").delete()


class Migration(migrations.Migration):

    dependencies = [
        ('library', '0007_embargo'),
        ('membership', '0004_held_to_what_was_paid'),
    ]

    operations = [
        migrations.AddField(
            model_name='pass',
            name='card',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='passes', to='membership.librarycard'),
        ),
        migrations.AddField(
            model_name='reading',
            name='slug',
            field=models.CharField(default='', max_length=80),
            preserve_default=False,
        ),
        migrations.RunPython(forget_nameless_cards, migrations.RunPython.noop),
        migrations.RunPython(name_publications, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='reading',
            name='publication',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='library.publication'),
        ),
    ]
