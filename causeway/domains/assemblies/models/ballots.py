"""A ballot: the question, its options, the papers that were cast, and the result."""

from __future__ import annotations

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Section
from causeway.domains.assemblies.models.processes import Process
from causeway.kernel.sealing import SealedTextField


class Ballot(models.Model):
    """What is voted on, how it is counted, and what came out.

    ``tie_order`` holds the places of the options (from 0), favourite first, drawn and published before the vote.
    ``closed_at`` is when the box was closed, by the count or by cancelling; a trigger refuses papers from then on.
    ``outcome`` is the recorded result (see ``computing.Outcome``); ``digest`` was taken of the published papers.
    With ``seats`` 0 the votes are told and nothing is chosen here: another room decides by the published papers. With
    ``by_section`` each paper says for which section it counts (``counting_for.py``).
    """

    class Form(models.TextChoices):
        YES_NO = "yes_no", _("Yes, no or abstain")
        APPROVAL = "approval", _("Tick all that you can live with")
        SCORE = "score", _("Give each a mark from 0 to 5")
        RANKED = "ranked", _("Number them in the order of your choice")

    class Threshold(models.TextChoices):
        MAJORITY = "majority", _("More yes than no")
        TWO_THIRDS = "two_thirds", _("At least two thirds of yes and no")
        THREE_QUARTERS = "three_quarters", _("At least three quarters of yes and no")

    process = models.OneToOneField(Process, models.CASCADE, primary_key=True, related_name="ballot")
    question = models.CharField(_("question"), max_length=300)
    form = models.CharField(_("how people vote"), max_length=8, choices=Form.choices)
    seats = models.PositiveSmallIntegerField(_("how many are chosen"), default=1, validators=[MinValueValidator(1)])
    threshold = models.CharField(_("what carries it"), max_length=14, choices=Threshold.choices)
    quorum_percent = models.PositiveSmallIntegerField(_("quorum in per cent"), validators=[MaxValueValidator(100)])
    reserved = models.JSONField(_("places kept for sections"), default=dict)
    by_section = models.BooleanField(_("papers count for sections"), default=False)
    tie_seed = models.CharField(_("seed of the tie order"), max_length=32, blank=True)
    tie_order = models.JSONField(_("tie order"), default=list)
    closed_at = models.DateTimeField(_("closed at"), null=True)
    counted_at = models.DateTimeField(_("counted at"), null=True)
    digest = models.CharField(_("digest of the papers"), max_length=71, blank=True)
    outcome = models.JSONField(_("outcome"), null=True)

    def __str__(self) -> str:
        return self.question


class Option(models.Model):
    """One of the things that can be voted for."""

    ballot = models.ForeignKey(Ballot, models.CASCADE, related_name="options")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(_("name"), max_length=160)
    section = models.CharField(_("section"), max_length=12, choices=Section.choices, blank=True)

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["ballot", "place"], name="option_in_its_place")]

    def __str__(self) -> str:
        return self.name


class Paper(models.Model):
    """A ballot paper as it lies in the box: its marks and its receipt code.

    There is no key to an elector, no moment and no number. ``section`` is "" unless the ballot asks for it, and again
    "" where it was taken off all papers at the count (``counting_for.py``). The identifier and the code
    are random, and the box is mixed while it fills (``MixPapers``), so that where a row lies and which transaction
    wrote it tell nothing either.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ballot = models.ForeignKey(Ballot, models.CASCADE, related_name="papers")
    marks = models.JSONField()
    receipt = models.CharField(max_length=14)
    section = SealedTextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ballot", "receipt"], name="receipt_once")]

    def __str__(self) -> str:
        return f"Paper {self.receipt}"
