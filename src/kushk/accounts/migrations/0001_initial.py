
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Session',
            fields=[
                ('session_key', models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name='session key')),
                ('session_data', models.TextField(verbose_name='session data')),
                ('expire_date', models.DateTimeField(db_index=True, verbose_name='expire date')),
                ('account_id', models.BigIntegerField(db_index=True, null=True)),
            ],
            options={
                'verbose_name': 'session',
                'verbose_name_plural': 'sessions',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Kept',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('saved', 'Saved'), ('place', 'Place'), ('follow', 'Follow'), ('settings', 'Settings')], max_length=8)),
                ('key', models.CharField(max_length=200)),
                ('data', models.JSONField(null=True)),
                ('at', models.BigIntegerField()),
                ('seen', models.BigIntegerField(db_index=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kept', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'kept',
                'constraints': [models.UniqueConstraint(fields=('account', 'kind', 'key'), name='kept_once')],
            },
        ),
    ]
