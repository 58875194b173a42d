"""The vote on the proposals of a budget: what stood on the paper, which way decides, and what each way gives."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.models import Process
from causeway.domains.budgets.models.budgets import Budget
from causeway.domains.budgets.models.proposals import Proposal


class Way(models.TextChoices):
    """A way to decide which proposals the money pays for."""

    EQUAL_SHARES = "equal_shares", _("Equal shares")
    MOST_VOTES = "most_votes", _("Most votes first")
    BALANCED = "balanced", _("Equal shares, balanced by section")


class BudgetVote(models.Model):
    """A vote of the body on proposals of its budget; the process in the room of assemblies holds roll and papers.

    ``way`` decides, and was stated before the vote; the others are worked out beside it. ``unit_pounds``: by how much
    equal shares are raised in a step.
    """

    process = models.OneToOneField(Process, models.CASCADE, primary_key=True, related_name="+")
    budget = models.ForeignKey(Budget, models.CASCADE, related_name="votes")
    amount_pounds = models.BigIntegerField(_("how much is shared out"))
    way = models.CharField(_("which way decides"), max_length=12, choices=Way.choices)
    unit_pounds = models.BigIntegerField(_("by how much shares are raised in a step"))
    worked_out_at = models.DateTimeField(_("worked out at"), null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount_pounds__gt=0, unit_pounds__gt=0), name="budget_vote_on_some_money"
            )
        ]

    def __str__(self) -> str:
        return f"Vote on {self.budget}"

    def get_absolute_url(self) -> str:
        return reverse("budget_votes:vote", kwargs={"process_slug": self.process.slug})


class VotedProposal(models.Model):
    """A proposal as it stood when the vote was set up. ``place`` is its place on the paper, from 0."""

    vote = models.ForeignKey(BudgetVote, models.CASCADE, related_name="voted_on")
    place = models.PositiveSmallIntegerField()
    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=160)
    cost_pounds = models.BigIntegerField(_("cost"))

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["vote", "place"], name="voted_proposal_in_its_place"),
            models.UniqueConstraint(fields=["vote", "proposal"], name="voted_proposal_once"),
        ]

    def __str__(self) -> str:
        return self.title


class Allocation(models.Model):
    """What one way gives. ``result`` is the whole of it (``computing.Worked``), stored once and never changed."""

    vote = models.ForeignKey(BudgetVote, models.CASCADE, related_name="allocations")
    way = models.CharField(max_length=12, choices=Way.choices)
    spent_pounds = models.BigIntegerField()
    digest = models.CharField(max_length=80)
    result: models.JSONField[Any, Any] = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vote", "way"], name="allocation_once")]

    def __str__(self) -> str:
        return f"{self.get_way_display()} in {self.vote}"
