"""Recall: a petition of a share of the electors, then a ballot on whether somebody keeps their place."""

from __future__ import annotations

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.models.ballots import Ballot
from causeway.domains.assemblies.models.committees import Seat
from causeway.domains.assemblies.models.processes import Process


def between(least: int, most: int) -> list[MinValueValidator | MaxValueValidator]:
    """The two checks of a number within limits."""
    return [MinValueValidator(least), MaxValueValidator(most)]


class RecallTerms(models.Model):
    """The terms on which people are recalled; each number has limits, so that no rule makes a recall impossible."""

    percent = models.PositiveSmallIntegerField(
        _("how many in a hundred electors ask for it"), default=20, validators=between(5, 50)
    )
    days = models.PositiveSmallIntegerField(_("days to collect support"), default=28, validators=between(7, 90))
    cool_down_weeks = models.PositiveSmallIntegerField(
        _("weeks before the same person can be recalled again"), default=26, validators=between(0, 52)
    )
    threshold = models.CharField(
        _("what carries it"), max_length=14, choices=Ballot.Threshold.choices, default=Ballot.Threshold.MAJORITY
    )
    quorum_percent = models.PositiveSmallIntegerField(
        _("quorum of the ballot, in per cent"), default=0, validators=between(0, 50)
    )

    class Meta:
        abstract = True


class RecallRules(RecallTerms):
    """What a body has settled for recalls from its committees. A body without a row has the defaults."""

    body_id = models.UUIDField(primary_key=True, editable=False)
    first_weeks = models.PositiveSmallIntegerField(
        _("weeks at the beginning of a term without recall"), default=8, validators=between(0, 26)
    )
    last_weeks = models.PositiveSmallIntegerField(
        _("weeks at the end of a term without recall"), default=8, validators=between(0, 26)
    )

    def __str__(self) -> str:
        return f"Recall rules of {self.body_id}"


class Recall(RecallTerms):
    """One petition to recall somebody from a place, on the terms that held when it was opened.

    ``electors`` and ``needed`` are as of the opening. ``supporters`` is kept at the end, when who they were is deleted.
    """

    class State(models.TextChoices):
        OPEN = "open", _("collects support")
        BALLOT = "ballot", _("is put to the vote")
        CARRIED = "carried", _("was carried")
        FAILED = "failed", _("was not carried")
        SHORT = "short", _("found too little support")
        LEFT = "left", _("ended, because the place was given up")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="recalls")
    state = models.CharField(_("state"), max_length=7, choices=State.choices, default=State.OPEN)
    grounds = models.TextField(_("why"), max_length=1500, blank=True)
    covered_on = models.DateField(_("covered on"), null=True)
    cover_reason = models.CharField(_("why the reasons are covered"), max_length=300, blank=True)
    opened_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField(_("opened at"))
    closes_at = models.DateTimeField(_("closes at"))
    electors = models.PositiveIntegerField(_("electors"))
    needed = models.PositiveIntegerField(_("supporters needed"))
    supporters = models.PositiveIntegerField(_("supporters at the end"), null=True)
    reply = models.TextField(_("reply"), max_length=1500, blank=True)
    replied_on = models.DateField(_("replied on"), null=True)
    ballot = models.OneToOneField(Process, models.PROTECT, null=True, related_name="recall")
    ended_at = models.DateTimeField(_("ended at"), null=True)

    class Meta:
        ordering = ["-opened_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["seat"], condition=models.Q(ended_at=None), name="one_recall_of_a_seat_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"Recall {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("recalls:page", kwargs={"recall_id": self.pk})


class RecallSupport(models.Model):
    """That an elector asks for a recall. The row names nobody (a blind index), and goes when the petition ends."""

    recall = models.ForeignKey(Recall, models.CASCADE, related_name="+")
    person_index = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recall", "person_index"], name="recall_supported_once")]

    def __str__(self) -> str:
        return f"Support {self.pk}"
