import kushk.membership.codes
from django.db import migrations, models


def name_orders(apps, schema_editor) -> None:
    """Give each order a number of its own that people can write down."""
    for order in apps.get_model("membership", "Order").objects.all():
        order.reference = kushk.membership.codes.new_reference()
        order.save(update_fields=["reference"])


class Migration(migrations.Migration):

    dependencies = [
        ('membership', '0005_cards_and_readings'),
    ]

    operations = [
        migrations.AddField(
            model_name='order',
            name='language',
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.AddField(
            model_name='order',
            name='reference',
            field=models.CharField(default='', editable=False, max_length=9),
        ),
        migrations.RunPython(name_orders, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='order',
            name='reference',
            field=models.CharField(default=kushk.membership.codes.new_reference, editable=False, max_length=9, unique=True),
        ),
    ]
