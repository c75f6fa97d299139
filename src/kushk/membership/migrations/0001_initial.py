
import django.core.validators
import django.db.models.deletion
import kushk.membership.models.institutions
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('library', '0006_access'),
    ]

    operations = [
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(default='GOLD', max_length=60, unique=True)),
                ('publications', models.ManyToManyField(blank=True, help_text='None: all of them.', related_name='+', to='library.publication')),
            ],
        ),
        migrations.CreateModel(
            name='Institution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, unique=True)),
                ('networks', models.TextField(help_text='One a line: 192.0.2.0/24 or 2001:db8::/32.', validators=[kushk.membership.models.institutions.are_networks])),
                ('ends_at', models.DateTimeField(blank=True, help_text='Empty: without end.', null=True, verbose_name='until')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='institutions', to='membership.plan')),
            ],
            options={
                'ordering': ('name',),
            },
        ),
        migrations.CreateModel(
            name='Voucher',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code_hash', models.CharField(editable=False, max_length=64, unique=True)),
                ('label', models.CharField(blank=True, max_length=120)),
                ('days', models.PositiveIntegerField(default=30, validators=[django.core.validators.MinValueValidator(1)])),
                ('uses', models.PositiveIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1)])),
                ('used', models.PositiveIntegerField(default=0, editable=False)),
                ('ends_at', models.DateTimeField(blank=True, null=True, verbose_name='redeem until')),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='vouchers', to='membership.plan')),
            ],
            options={
                'ordering': ('-created', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='Pass',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key_hash', models.CharField(editable=False, max_length=64, unique=True)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passes', to='membership.plan')),
                ('voucher', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='passes', to='membership.voucher')),
            ],
            options={
                'verbose_name_plural': 'passes',
                'ordering': ('-starts_at',),
            },
        ),
        migrations.AddConstraint(
            model_name='voucher',
            constraint=models.CheckConstraint(condition=models.Q(('used__lte', models.F('uses'))), name='voucher_not_overused'),
        ),
    ]
