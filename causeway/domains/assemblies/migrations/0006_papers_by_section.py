"""Papers that say for which section they count, and the sections of those on the roll; both sealed."""

from django.db import migrations, models

import causeway.kernel.sealing


class Migration(migrations.Migration):
    dependencies = [("assemblies", "0005_bodies")]
    operations = [
        migrations.AddField(
            model_name="ballot",
            name="by_section",
            field=models.BooleanField(default=False, verbose_name="papers count for sections"),
        ),
        migrations.AddField(
            model_name="elector",
            name="sections",
            field=causeway.kernel.sealing.SealedTextField(blank=True, editable=True),
        ),
        migrations.AddField(
            model_name="paper",
            name="section",
            field=causeway.kernel.sealing.SealedTextField(blank=True, editable=True),
        ),
    ]
