
import django.core.validators
import kushk.membership.models.institutions
import django.db.models.deletion
from django.db import migrations, models


def say_for_all(apps, schema_editor) -> None:
    """Write down of each plan whether it is for all publications."""
    plans = apps.get_model("membership", "Plan").objects
    plans.filter(publications__isnull=False).update(everything=False)


class Migration(migrations.Migration):

    dependencies = [
        ('membership', '0006_references'),
    ]

    operations = [
        migrations.AddField(
            model_name='plan',
            name='everything',
            field=models.BooleanField(default=True, editable=False),
        ),
        migrations.AlterField(
            model_name='institution',
            name='card_days',
            field=models.PositiveIntegerField(default=30, help_text='Days that a card number opens on a device.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(366)]),
        ),
        migrations.AlterField(
            model_name='institution',
            name='domains',
            field=models.TextField(blank=True, help_text='One a line: whoever proved such an address. “.school.example” lets in what is below it as well.', validators=[kushk.membership.models.institutions.are_domains], verbose_name='e-mail domains'),
        ),
        migrations.AlterField(
            model_name='institution',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='institutions', to='membership.plan'),
        ),
        migrations.AlterField(
            model_name='pass',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='passes', to='membership.plan'),
        ),
        migrations.AlterField(
            model_name='trial',
            name='plan',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='trials', to='membership.plan'),
        ),
        migrations.RunPython(say_for_all, migrations.RunPython.noop),
    ]
