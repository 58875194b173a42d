"""Hustings: what electors ask the candidates, and what each of them answers."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.models.nominations import Nomination
from causeway.domains.assemblies.models.processes import Process


class HustingsQuestion(models.Model):
    """A question to all candidates. ``folded`` is what makes two questions the same. Who asked is shown to nobody."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    process = models.ForeignKey(Process, models.CASCADE, related_name="hustings")
    text = models.CharField(_("question"), max_length=300)
    folded = models.CharField(max_length=300)
    asked_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(_("asked at"))
    refused_on = models.DateField(_("refused on"), null=True)
    refuse_reason = models.CharField(_("why it was refused"), max_length=300, blank=True)

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [models.UniqueConstraint(fields=["process", "folded"], name="hustings_question_asked_once")]

    def __str__(self) -> str:
        return self.text


class HustingsAnswer(models.Model):
    """What one candidate answers; it goes with the nomination."""

    question = models.ForeignKey(HustingsQuestion, models.CASCADE, related_name="answers")
    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="+")
    text = models.CharField(_("answer"), max_length=600)
    answered_on = models.DateField(_("answered on"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "nomination"], name="hustings_answered_once")]

    def __str__(self) -> str:
        return f"Answer {self.pk}"
