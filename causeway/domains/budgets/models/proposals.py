"""What people need and propose: needs from meetings, proposals with their costs, who sponsors and who costs them."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Meeting, Organisation
from causeway.domains.budgets.models.budgets import Budget, Line

PERSON = "people.Person"


class Need(models.Model):
    """Something that people said they need, at a meeting or between meetings. ``said_by``: how many said so."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    budget = models.ForeignKey(Budget, models.CASCADE, related_name="needs")
    text = models.CharField(_("what is needed"), max_length=400)
    place = models.CharField(_("where"), max_length=120, blank=True)
    group = models.CharField(_("by whom"), max_length=120, blank=True)
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, related_name="+")
    said_by = models.PositiveIntegerField(_("how many said so"), default=1)
    added_on = models.DateField(_("added on"))
    added_by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, related_name="merged")

    class Meta:
        ordering = ["-said_by", "text", "id"]

    def __str__(self) -> str:
        return self.text


class Proposal(models.Model):
    """Something to be done with money in this budget. ``number`` is its number within the budget.

    ``estimate_pounds`` is what its proposer said; ``cost_pounds`` is what counts: that, or the newest agreed costing.
    ``years`` is for how many years a recurrent cost comes back; None for as long as the service lasts.
    """

    class Account(models.TextChoices):
        REVENUE = "revenue", _("Revenue: running costs, such as wages")
        CAPITAL = "capital", _("Capital: things that last, such as a building")

    class Span(models.TextChoices):
        ONE_OFF = "one_off", _("Once")
        RECURRENT = "recurrent", _("Every year")

    class State(models.TextChoices):
        OPEN = "open", _("Proposed")
        ADOPTED = "adopted", _("Adopted")
        MERGED = "merged", _("Merged")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    budget = models.ForeignKey(Budget, models.CASCADE, related_name="proposals")
    number = models.PositiveIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("what it does"), max_length=4000)
    line = models.ForeignKey(Line, models.SET_NULL, null=True, related_name="proposals")
    account = models.CharField(_("revenue or capital"), max_length=8, choices=Account.choices)
    span = models.CharField(_("once or every year"), max_length=9, choices=Span.choices)
    years = models.PositiveSmallIntegerField(_("for how many years"), null=True)
    estimate_pounds = models.BigIntegerField(_("estimated cost in the first year"))
    cost_pounds = models.BigIntegerField(_("cost in the first year"))
    evidence = models.TextField(_("evidence"), max_length=4000, blank=True)
    links: models.JSONField[Any, Any] = models.JSONField(_("links"), default=list)
    needs = models.ManyToManyField(Need, blank=True, related_name="proposals")
    proposed_by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    proposed_on = models.DateField(_("proposed on"))
    withdrawn_on = models.DateField(_("withdrawn on"), null=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    merged_why = models.CharField(_("why they were merged"), max_length=300, blank=True)
    adopted_on = models.DateField(_("adopted on"), null=True)
    adopted_ground = models.CharField(_("how it was adopted"), max_length=300, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["budget", "number"], name="budget_proposal_number"),
            models.CheckConstraint(
                condition=models.Q(cost_pounds__gt=0, estimate_pounds__gt=0), name="budget_proposal_costs_something"
            ),
            models.CheckConstraint(
                condition=models.Q(adopted_on=None) | models.Q(withdrawn_on=None, merged_into=None),
                name="budget_proposal_adopted_while_it_stands",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("budgets:proposal", kwargs={"proposal_id": self.pk})

    @property
    def state(self) -> State:
        """Where it stands."""
        if self.merged_into_id:
            return self.State.MERGED
        if self.withdrawn_on:
            return self.State.WITHDRAWN
        return self.State.ADOPTED if self.adopted_on else self.State.OPEN


class Sponsor(models.Model):
    """An organisation, or a person under the name that they give, who stands behind a proposal."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="sponsors")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(PERSON, models.CASCADE, null=True, related_name="+")
    name = models.CharField(_("name, as it is shown"), max_length=100)
    since = models.DateField(_("since"))

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "organisation"], name="budget_sponsor_organisation_once"),
            models.UniqueConstraint(fields=["proposal", "person"], name="budget_sponsor_person_once"),
            models.CheckConstraint(
                condition=models.Q(organisation__isnull=False, person=None)
                | models.Q(organisation=None, person__isnull=False),
                name="budget_sponsor_is_one",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Coster(models.Model):
    """Somebody who offered to cost proposals, under their name and with what they know; accepted by who runs it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    budget = models.ForeignKey(Budget, models.CASCADE, related_name="costers")
    person = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    name = models.CharField(_("name, as it is shown"), max_length=100)
    competence = models.CharField(_("what they know of costs"), max_length=200)
    offered_on = models.DateField(_("offered on"))
    accepted_on = models.DateField(_("accepted on"), null=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["budget", "person"], name="budget_coster_once")]

    def __str__(self) -> str:
        return self.name


class Costing(models.Model):
    """What somebody named says a proposal costs, and why. The newest that was agreed counts; all are kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="costings")
    person = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    name = models.CharField(_("name, as it is shown"), max_length=100)
    competence = models.CharField(_("what they know of costs"), max_length=200)
    cost_pounds = models.BigIntegerField(_("cost in the first year"))
    reason = models.TextField(_("how it was reckoned"), max_length=2000)
    costed_at = models.DateTimeField(_("costed at"))
    agreed_on = models.DateField(_("agreed on"), null=True)

    class Meta:
        ordering = ["-costed_at", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(cost_pounds__gt=0), name="budget_costing_is_something")
        ]

    def __str__(self) -> str:
        return f"£{self.cost_pounds:,}"
