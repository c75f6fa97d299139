
import django.core.validators
import django.db.models.deletion
import kushk.membership.models.institutions
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('library', '0006_access'),
        ('membership', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PaymentEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('engine', models.CharField(max_length=12)),
                ('reference', models.CharField(max_length=120)),
                ('received', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='Price',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('country', models.CharField(blank=True, help_text='ISO code; empty: elsewhere.', max_length=2, validators=[django.core.validators.RegexValidator('^[A-Z]{2}$')])),
                ('currency', models.CharField(help_text='EUR, USD, KWD, …', max_length=3, validators=[django.core.validators.RegexValidator('^[A-Z]{3}$')])),
                ('amount', models.PositiveIntegerField(help_text='In the smallest unit: 490 is 4.90 euros, 4900 is 4.900 dinars.', validators=[django.core.validators.MinValueValidator(1)])),
                ('interval', models.CharField(choices=[('month', 'Month'), ('year', 'Year')], default='month', max_length=5)),
                ('stripe_price', models.CharField(blank=True, help_text='price_… at Stripe; empty: not sold there.', max_length=80)),
            ],
            options={
                'ordering': ('plan', 'country', 'interval'),
            },
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(db_index=True)),
                ('story', models.CharField(max_length=16)),
                ('kind', models.CharField(choices=[('read', 'Read'), ('heard', 'Heard')], max_length=5)),
                ('seconds', models.PositiveIntegerField()),
                ('expected', models.PositiveIntegerField()),
            ],
            options={
                'ordering': ('day', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code_hash', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='Sitting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('holder', models.CharField(max_length=64)),
                ('seen_at', models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name='Trial',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person_hash', models.CharField(editable=False, max_length=64, unique=True)),
                ('story', models.CharField(blank=True, max_length=16)),
                ('started_at', models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name='institution',
            name='card_days',
            field=models.PositiveIntegerField(default=30, help_text='Days that a card number opens on a device.', validators=[django.core.validators.MaxValueValidator(366)]),
        ),
        migrations.AddField(
            model_name='institution',
            name='domains',
            field=models.TextField(blank=True, help_text='One a line: whoever proved such an address.', validators=[kushk.membership.models.institutions.are_domains], verbose_name='e-mail domains'),
        ),
        migrations.AddField(
            model_name='institution',
            name='roaming_days',
            field=models.PositiveIntegerField(default=0, help_text='Days after a visit that a device reads elsewhere.', validators=[django.core.validators.MaxValueValidator(366)]),
        ),
        migrations.AddField(
            model_name='institution',
            name='seats',
            field=models.PositiveIntegerField(default=0, help_text='Readers at one time; 0: no limit.'),
        ),
        migrations.AddField(
            model_name='pass',
            name='account',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='passes', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='pass',
            name='kind',
            field=models.CharField(choices=[('voucher', 'Voucher'), ('trial', 'Trial'), ('order', 'Order'), ('card', 'Card')], default='voucher', editable=False, max_length=8),
        ),
        migrations.AddField(
            model_name='plan',
            name='seats',
            field=models.PositiveIntegerField(default=1, help_text='5: the owner and four others.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(50)]),
        ),
        migrations.AddField(
            model_name='plan',
            name='trial_by_card',
            field=models.BooleanField(default=False, verbose_name='trial needs a payment method'),
        ),
        migrations.AddField(
            model_name='plan',
            name='trial_days',
            field=models.PositiveIntegerField(default=0, help_text='0: there is no trial.', validators=[django.core.validators.MaxValueValidator(366)]),
        ),
        migrations.AlterField(
            model_name='institution',
            name='networks',
            field=models.TextField(blank=True, help_text='One a line: 192.0.2.0/24 or 2001:db8::/32.', validators=[kushk.membership.models.institutions.are_networks]),
        ),
        migrations.AlterField(
            model_name='pass',
            name='key_hash',
            field=models.CharField(editable=False, max_length=64, null=True, unique=True),
        ),
        migrations.CreateModel(
            name='Gift',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('story', models.CharField(max_length=16)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('devices', models.PositiveIntegerField(default=0)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='gifts', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-made_at',),
            },
        ),
        migrations.CreateModel(
            name='InstitutionUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('stories', models.PositiveIntegerField(default=0)),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='membership.institution')),
            ],
            options={
                'ordering': ('-day',),
            },
        ),
        migrations.CreateModel(
            name='LibraryCard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number_hash', models.CharField(max_length=64, unique=True)),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cards', to='membership.institution')),
            ],
        ),
        migrations.CreateModel(
            name='Opened',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.CharField(max_length=7)),
                ('story', models.CharField(max_length=16)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='opened', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'opened',
            },
        ),
        migrations.CreateModel(
            name='Order',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('membership', 'Membership'), ('gift', 'Gift')], default='membership', max_length=10)),
                ('engine', models.CharField(max_length=12)),
                ('amount', models.PositiveIntegerField()),
                ('currency', models.CharField(max_length=3)),
                ('interval', models.CharField(choices=[('month', 'Month'), ('year', 'Year')], max_length=5)),
                ('engine_price', models.CharField(blank=True, max_length=80)),
                ('trial_days', models.PositiveIntegerField(default=0)),
                ('state', models.IntegerField(choices=[(1, 'Open'), (2, 'Paid'), (3, 'Ended'), (4, 'Refunded')], default=1)),
                ('renews', models.BooleanField(default=True)),
                ('story', models.CharField(blank=True, max_length=16)),
                ('checkout', models.CharField(max_length=120, null=True, unique=True)),
                ('subscription', models.CharField(max_length=120, null=True, unique=True)),
                ('customer', models.CharField(blank=True, max_length=120)),
                ('trouble', models.CharField(blank=True, max_length=60)),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('paid_until', models.DateTimeField(null=True)),
                ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='orders', to=settings.AUTH_USER_MODEL)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='orders', to='membership.plan')),
                ('voucher', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='gift_order', to='membership.voucher')),
            ],
            options={
                'ordering': ('-created', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='LedgerEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('charge', 'Charge'), ('refund', 'Refund')], max_length=6)),
                ('amount', models.PositiveIntegerField()),
                ('currency', models.CharField(max_length=3)),
                ('engine', models.CharField(max_length=12)),
                ('reference', models.CharField(max_length=120)),
                ('at', models.DateTimeField()),
                ('order', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='membership.order')),
            ],
            options={
                'verbose_name_plural': 'ledger',
                'ordering': ('-at', '-pk'),
            },
        ),
        migrations.AddField(
            model_name='pass',
            name='order',
            field=models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='grant', to='membership.order'),
        ),
        migrations.AddConstraint(
            model_name='pass',
            constraint=models.CheckConstraint(condition=models.Q(('key_hash__isnull', False), ('account__isnull', False), _connector='OR'), name='pass_of_somebody'),
        ),
        migrations.AddConstraint(
            model_name='paymentevent',
            constraint=models.UniqueConstraint(fields=('engine', 'reference'), name='event_once'),
        ),
        migrations.AddField(
            model_name='price',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='prices', to='membership.plan'),
        ),
        migrations.AddField(
            model_name='order',
            name='price',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='orders', to='membership.price'),
        ),
        migrations.AddField(
            model_name='reading',
            name='publication',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='library.publication'),
        ),
        migrations.AddField(
            model_name='seat',
            name='account',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='seat', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='seat',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats_given', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='sitting',
            name='institution',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sittings', to='membership.institution'),
        ),
        migrations.AddField(
            model_name='trial',
            name='account',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='trials', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='trial',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='trials', to='membership.plan'),
        ),
        migrations.AddConstraint(
            model_name='institutionuse',
            constraint=models.UniqueConstraint(fields=('institution', 'day'), name='one_count_a_day'),
        ),
        migrations.AddConstraint(
            model_name='opened',
            constraint=models.UniqueConstraint(fields=('account', 'month', 'story'), name='opened_once'),
        ),
        migrations.AddConstraint(
            model_name='ledgerentry',
            constraint=models.UniqueConstraint(fields=('engine', 'kind', 'reference'), name='money_moves_once'),
        ),
        migrations.AddConstraint(
            model_name='price',
            constraint=models.UniqueConstraint(fields=('plan', 'country', 'interval'), name='one_price_a_country'),
        ),
        migrations.AddConstraint(
            model_name='sitting',
            constraint=models.UniqueConstraint(fields=('institution', 'holder'), name='one_seat_each'),
        ),
    ]
