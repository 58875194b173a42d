"""Offices that an election fills."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("alliances", "0003_end_terms_early")]
    operations = [
        migrations.AddField(
            model_name="office",
            name="elected",
            field=models.BooleanField(default=False, verbose_name="filled by an election"),
        ),
    ]
