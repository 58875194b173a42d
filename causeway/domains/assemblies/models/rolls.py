"""The roll of a process: who may vote, settled by a stated rule before the vote opens."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Section
from causeway.domains.assemblies.models.processes import Process
from causeway.kernel.sealing import SealedTextField


class Roll(models.Model):
    """The rule, and how many it found. One person stands on a roll once, however many hats they wear."""

    class Rule(models.TextChoices):
        MEMBERS = "members", _("Everybody who belongs")
        SECTION = "section", _("Those of one section")
        CARDS = "cards", _("Organisations, with cards")

    process = models.OneToOneField(Process, models.CASCADE, primary_key=True, related_name="roll")
    rule = models.CharField(_("who may vote"), max_length=8, choices=Rule.choices)
    section = models.CharField(_("section"), max_length=12, choices=Section.choices, blank=True)
    settled_at = models.DateTimeField(_("settled at"), null=True)
    electors = models.PositiveIntegerField(_("on the roll"), default=0)
    by_section = models.JSONField(_("on the roll, by section"), default=dict)

    def __str__(self) -> str:
        return f"Roll of {self.process}"


class Elector(models.Model):
    """That somebody is on a roll. The row names nobody: ``person_index`` is a blind index (``kernel.sealing``).

    ``sections`` is "" unless papers count for sections: then those of the day on which the roll was settled
    (``counting_for.py``).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    roll = models.ForeignKey(Roll, models.CASCADE, related_name="+")
    person_index = models.BinaryField(max_length=32)
    sections = SealedTextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person_index", "roll"], name="elector_once")]

    def __str__(self) -> str:
        return f"Elector {self.pk}"


class Voted(models.Model):
    """That an elector has voted. Nothing here says when or what, and nothing leads to a paper."""

    elector = models.OneToOneField(Elector, models.PROTECT, primary_key=True, related_name="voted")

    def __str__(self) -> str:
        return f"Voted: {self.pk}"


class Objection(models.Model):
    """What somebody says is wrong with a roll, and the answer. The vote does not open before all are answered."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    roll = models.ForeignKey(Roll, models.CASCADE, related_name="objections")
    text = models.TextField(_("what is wrong with the roll"), max_length=1000)
    raised_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    raised_on = models.DateField(_("raised on"))
    answer = models.TextField(_("answer"), max_length=1000, blank=True)
    answered_on = models.DateField(_("answered on"), null=True)

    class Meta:
        ordering = ["raised_on", "id"]

    def __str__(self) -> str:
        return f"Objection {self.pk}"
