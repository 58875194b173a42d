"""What came of a campaign: gains, obstacles, results that nobody intended, and its outcome."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.campaigns.models.actions import Action
from causeway.domains.campaigns.models.campaigns import Campaign
from causeway.domains.campaigns.models.parts import Demand


class Result(models.Model):
    """A gain, an obstacle or an unintended result, with its date and source."""

    class Kind(models.TextChoices):
        GAIN = "gain", _("Gain")
        OBSTACLE = "obstacle", _("Obstacle")
        UNINTENDED = "unintended", _("Unintended result")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="results")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    on = models.DateField(_("date"))
    text = models.TextField(_("what it is"))
    source = models.CharField(_("source"), max_length=300, blank=True)
    source_url = models.URLField(_("link to the source"), blank=True)
    demand = models.ForeignKey(Demand, models.SET_NULL, null=True, blank=True, related_name="results")
    action = models.ForeignKey(Action, models.SET_NULL, null=True, blank=True, related_name="results")
    is_internal = models.BooleanField(_("for members only"), default=False)
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return self.text


class Outcome(models.Model):
    """How the campaign stood on a day. A later one revises it; the earlier ones stay to be read."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="outcomes")
    verdict = models.CharField(_("outcome"), max_length=8, choices=Campaign.Verdict.choices)
    on = models.DateField(_("date"))
    text = models.TextField(_("what was decided"))
    source = models.CharField(_("source"), max_length=300)
    source_url = models.URLField(_("link to the source"), blank=True)

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"{self.verdict} on {self.on}"
