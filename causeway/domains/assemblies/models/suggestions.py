"""Names that people suggest for a campaign."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.models.processes import Process


class Suggestion(models.Model):
    """A name for a campaign, and why."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="suggestions")
    name = models.CharField(_("name"), max_length=100)
    why = models.CharField(_("why"), max_length=300, blank=True)
    suggested_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    suggested_on = models.DateField(_("suggested on"))

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint("process", Lower("name"), name="suggested_once")]

    def __str__(self) -> str:
        return self.name
