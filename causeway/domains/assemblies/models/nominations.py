"""Who stands in an election."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Section
from causeway.domains.assemblies.models.processes import Process


class Nomination(models.Model):
    """That somebody puts themselves forward: the name as it will stand on the paper, and what they say."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    process = models.ForeignKey(Process, models.CASCADE, related_name="nominations")
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    name = models.CharField(_("name on the paper"), max_length=100)
    statement = models.TextField(_("statement"), max_length=2000, blank=True)
    section = models.CharField(_("section"), max_length=12, choices=Section.choices, blank=True)
    stood_on = models.DateField(_("stood on"))

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["process", "person"], name="stands_once")]

    def __str__(self) -> str:
        return self.name
