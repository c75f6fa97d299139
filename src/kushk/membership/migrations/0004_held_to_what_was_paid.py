
import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('membership', '0003_ledger_only_grows'),
    ]

    operations = [
        migrations.AlterField(
            model_name='order',
            name='voucher',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='gift_order', to='membership.voucher'),
        ),
        migrations.AlterField(
            model_name='voucher',
            name='days',
            field=models.PositiveIntegerField(default=30, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(3660)]),
        ),
    ]
