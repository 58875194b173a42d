"""Card votes: organisations vote with as many votes as they have declared members. Cards are public, by rule."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Organisation, Section
from causeway.domains.assemblies.models.processes import Process

LEAST_CARD = 10  # a figure below would tell how many people a small group has


class CardVote(models.Model):
    """The terms of a card vote. ``without_card`` names the organisations that have none; ``power`` is the say that each
    card gives, measured when the roll is settled (see ``computing.power_of``)."""

    process = models.OneToOneField(Process, models.CASCADE, primary_key=True, related_name="card_vote")
    may_split = models.BooleanField(_("a card may be split"), default=False)
    without_card = models.JSONField(_("organisations without a card"), default=list)
    power = models.JSONField(_("voting power"), null=True)

    def __str__(self) -> str:
        return f"Card vote of {self.process}"


class Card(models.Model):
    """An organisation’s card: the members that its officers declared, as they stood when the roll was settled."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    vote = models.ForeignKey(CardVote, models.CASCADE, related_name="cards")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    name = models.CharField(_("organisation"), max_length=200)
    section = models.CharField(_("section"), max_length=12, choices=Section.choices)
    votes = models.PositiveIntegerField(_("votes"))
    declared_on = models.DateField(_("declared on"))

    class Meta:
        ordering = ["-votes", "name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["vote", "organisation"], name="card_once"),
            models.CheckConstraint(condition=models.Q(votes__gte=LEAST_CARD), name="card_tells_of_no_small_group"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.votes}"


class CardCast(models.Model):
    """How a card was cast: so many votes for each option, and on what mandate. Published at the count."""

    card = models.OneToOneField(Card, models.CASCADE, primary_key=True, related_name="cast")
    votes = models.JSONField(_("votes for each option"))
    mandate = models.CharField(_("mandate"), max_length=300)
    cast_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    cast_at = models.DateTimeField(_("cast at"))

    def __str__(self) -> str:
        return f"Card of {self.card.name}"
