"""What is put to a meeting: the questions, the hands that tellers counted, and what was recorded."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Meeting
from causeway.domains.assemblies.models.ballots import Ballot
from causeway.domains.assemblies.models.processes import Process


class Floor(models.Model):
    """A meeting at which questions are put: its short address, and the code by which tellers come to count."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, primary_key=True, related_name="+")
    code = models.CharField(_("code on the screen"), max_length=6, unique=True)
    teller_code = models.CharField(_("tellers’ code"), max_length=8, unique=True)

    def __str__(self) -> str:
        return f"Floor of {self.meeting}"


class FloorVote(models.Model):
    """A question put to a meeting. One by hands has no ballot; one by phones has a ballot like every secret vote."""

    class Way(models.TextChoices):
        HANDS = "hands", _("Show of hands, counted by tellers")
        PHONES = "phones", _("On their phones, in secret")

    process = models.OneToOneField(Process, models.CASCADE, primary_key=True, related_name="floor_vote")
    floor = models.ForeignKey(Floor, models.CASCADE, related_name="votes")
    way = models.CharField(_("how people vote"), max_length=6, choices=Way.choices)
    question = models.CharField(_("question"), max_length=300)
    names = models.JSONField(_("what people can vote for"), default=list)
    yes_no = models.BooleanField(_("for, against or abstain"))
    threshold = models.CharField(_("what carries it"), max_length=14, choices=Ballot.Threshold.choices)
    tellers = models.PositiveSmallIntegerField(
        _("how many tellers count"), default=1, validators=[MinValueValidator(1), MaxValueValidator(2)]
    )
    present = models.PositiveIntegerField(_("people in the room"), null=True)
    put_at = models.DateTimeField(_("put at"))

    class Meta:
        ordering = ["-put_at"]

    def __str__(self) -> str:
        return self.question


class Round(models.Model):
    """One counting of hands. A result is corrected by a further round only, with the reason for it."""

    vote = models.ForeignKey(FloorVote, models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField(_("round"))
    reason = models.CharField(_("why it is counted again"), max_length=300, blank=True)
    outcome = models.JSONField(_("outcome"), null=True)
    recorded_at = models.DateTimeField(_("recorded at"), null=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["vote", "number"], name="round_once")]

    def __str__(self) -> str:
        return f"Round {self.number} of {self.vote}"


class HandCount(models.Model):
    """The numbers that one teller typed in; typed again, they stand beside the first."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="counts")
    teller = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    numbers = models.JSONField(_("numbers"))
    typed_at = models.DateTimeField(_("typed at"))

    class Meta:
        ordering = ["typed_at", "id"]

    def __str__(self) -> str:
        return f"Count {self.pk}"
