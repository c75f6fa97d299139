"""Who may read stories to their end."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('library', '0005_translated_words'),
    ]

    operations = [
        migrations.AddField(
            model_name='publication',
            name='access',
            field=models.CharField(choices=[('free', 'Everybody'), ('metered', 'Members, and everybody a few stories a month'), ('members', 'Members')], db_default='free', default='free', max_length=8),
        ),
        migrations.AddField(
            model_name='publication',
            name='preview',
            field=models.PositiveSmallIntegerField(db_default=20, default=20, validators=[django.core.validators.MaxValueValidator(99)]),
        ),
        migrations.AddField(
            model_name='section',
            name='access',
            field=models.CharField(blank=True, choices=[('free', 'Everybody'), ('metered', 'Members, and everybody a few stories a month'), ('members', 'Members')], db_default='', default='', max_length=8),
        ),
        migrations.AddField(
            model_name='story',
            name='access',
            field=models.CharField(blank=True, choices=[('free', 'Everybody'), ('metered', 'Members, and everybody a few stories a month'), ('members', 'Members')], db_default='', default='', max_length=8),
        ),
    ]
