"""Who is in a campaign and with what, and what it demands."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.campaigns.models.campaigns import Campaign


class Participation(models.Model):
    """That an organisation takes part in a campaign, was invited, asked to, or has left."""

    class State(models.TextChoices):
        INVITED = "invited", _("Invited")
        ASKED = "asked", _("Has asked to join")
        IN = "in", _("Takes part")
        DECLINED = "declined", _("Declined")
        LEFT = "left", _("Has left")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="participations")
    organisation = models.ForeignKey("alliances.Organisation", models.CASCADE, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices)
    brings = models.TextField(_("what it brings"), blank=True)
    is_named = models.BooleanField(_("named on the public page"), default=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    left_because = models.CharField(_("why it left"), max_length=300, blank=True)

    class Meta:
        ordering = ["organisation__name"]
        constraints = [models.UniqueConstraint(fields=["campaign", "organisation"], name="in_campaign_once")]

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.campaign_id}"


class Demand(models.Model):
    """One thing that the campaign demands. Its wordings and its answers are kept as they follow each other."""

    class State(models.TextChoices):
        OPEN = "open", _("Not answered")
        MET = "met", _("Met")
        PARTLY = "partly", _("Partly met")
        REFUSED = "refused", _("Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="demands")
    place = models.PositiveSmallIntegerField(_("place in the list"))
    text = models.CharField(_("demand"), max_length=400)
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    adopted_how = models.CharField(_("how it was adopted"), max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)

    class Meta:
        ordering = ["place"]

    def __str__(self) -> str:
        return self.text


class DemandWording(models.Model):
    """A wording that a demand had before, until when, and why it was changed."""

    demand = models.ForeignKey(Demand, models.CASCADE, related_name="earlier_wordings")
    text = models.CharField(max_length=400)
    until = models.DateField()
    why_changed = models.CharField(max_length=300)

    class Meta:
        ordering = ["-until", "-id"]

    def __str__(self) -> str:
        return self.text


class DemandAnswer(models.Model):
    """What became of a demand on a day, with its source. The latest one stands."""

    demand = models.ForeignKey(Demand, models.CASCADE, related_name="answers")
    state = models.CharField(max_length=10, choices=Demand.State.choices)
    on = models.DateField()
    source = models.CharField(max_length=300)
    source_url = models.URLField(blank=True)

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"{self.state} on {self.on}"


class Dissent(models.Model):
    """That an organisation stays in the campaign and does not share one demand, with its published reason."""

    demand = models.ForeignKey(Demand, models.CASCADE, related_name="dissents")
    organisation = models.ForeignKey("alliances.Organisation", models.CASCADE, related_name="+")
    reason = models.CharField(max_length=500)
    since = models.DateField()

    class Meta:
        ordering = ["since", "id"]
        constraints = [models.UniqueConstraint(fields=["demand", "organisation"], name="dissents_once")]

    def __str__(self) -> str:
        return f"Dissent of {self.organisation_id}"
