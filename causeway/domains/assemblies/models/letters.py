"""Letters to electors: which one goes out about what, and how far it has come."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.models.processes import Process


class VoteLetter(models.Model):
    """One letter to those on the roll who want such letters. Votes that are steps of one process share a letter.

    It goes out in the order of the electors' blind indexes; ``reached`` is the last one that was taken, until it is
    ``finished_at``.
    """

    class Kind(models.TextChoices):
        NOMINATIONS = "nominations", _("Names can be put forward")
        OPENED = "opened", _("The vote is open")
        LAST_DAY = "last_day", _("The vote closes soon")
        COUNTED = "counted", _("The result is published")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    about = models.ForeignKey(Process, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=11, choices=Kind.choices)
    begun_at = models.DateTimeField()
    reached = models.BinaryField(max_length=32, null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["begun_at"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.about_id}"


class Announced(models.Model):
    """That a vote stands in a letter of that kind: never in two."""

    letter = models.ForeignKey(VoteLetter, models.CASCADE, related_name="announced")
    process = models.ForeignKey(Process, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=11, choices=VoteLetter.Kind.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["process", "kind"], name="announced_once")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.process_id}"
