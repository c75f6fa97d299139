
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('library', '0006_access'),
    ]

    operations = [
        migrations.AddField(
            model_name='story',
            name='members_until',
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
