"""What was published of a check, edition by edition: nothing that somebody has read changes afterwards."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from causeway.domains.impact.models.checks import ImpactCheck, Writer


class Edition(models.Model):
    """The check as it was published on a day: ``content`` as ``content.py`` reads it. Names are kept apart from it."""

    check_of = models.ForeignKey(ImpactCheck, models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField(_("number"))
    published_on = models.DateField(_("published on"))
    changed = models.CharField(_("what changed"), max_length=300, blank=True)
    content = models.JSONField()
    writers = models.ManyToManyField(Writer, related_name="editions")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["check_of", "number"], name="edition_once")]

    def __str__(self) -> str:
        return f"Edition {self.number} of {self.check_of_id}"

    def get_absolute_url(self) -> str:
        return reverse("impact:edition", kwargs={"check_id": self.check_of_id, "number": self.number})
