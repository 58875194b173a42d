"""Campaigns, and who organises them."""

from __future__ import annotations

import uuid

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Campaign(models.Model):
    """Opened by an alliance for one or more services; it may go on after a victory."""

    class Stage(models.TextChoices):
        DRAFT = "draft", _("Being prepared")
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")

    class Verdict(models.TextChoices):
        ONGOING = "ongoing", _("Not decided yet")
        WON = "won", _("Won")
        PARTLY = "partly", _("Partly won")
        LOST = "lost", _("Lost")
        RENEGED = "reneged", _("Agreed, then broken")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alliance = models.ForeignKey("alliances.Alliance", models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=160)
    slug = models.SlugField(max_length=80, unique=True)
    summary = models.TextField(_("in a few sentences"), blank=True)
    why = models.TextField(_("why it matters"), blank=True)
    strategy = models.TextField(_("how we mean to win"), blank=True)
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.DRAFT)
    outcome = models.CharField(max_length=8, choices=Verdict.choices, default=Verdict.ONGOING)
    services = models.ManyToManyField("services.Service", blank=True, related_name="+")
    threats = models.ManyToManyField("services.Threat", blank=True, related_name="+")
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closed_why = models.CharField(max_length=300, blank=True)
    search = models.GeneratedField(
        expression=SearchVector("name", weight="A", config="english")
        + SearchVector("summary", weight="B", config="english")
        + SearchVector("why", weight="C", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        ordering = ["-opened_on", "name"]
        indexes = [
            GinIndex(fields=["search"], name="campaign_search"),
            models.Index(fields=["stage", "-opened_on"], name="campaign_by_stage"),
            models.Index(fields=["-opened_on", "name"], name="campaign_newest_first"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("campaigns:page", args=[self.slug])

    @property
    def room(self) -> str:
        """The first half of the names of this body's pages."""
        return "campaigns"


class CampaignRole(models.Model):
    """That a person organises a campaign, or has offered to (``since`` is empty until they are appointed)."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="roles")
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    offered_on = models.DateField()
    since = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["since", "offered_on"]
        constraints = [models.UniqueConstraint(fields=["campaign", "person"], name="organises_once")]

    def __str__(self) -> str:
        return f"Role in {self.campaign_id}"
