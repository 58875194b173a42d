"""Campaigns, and of whom they demand what."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Campaign(models.Model):
    """Opened by an alliance for one or more services; it may go on after a victory."""

    class Stage(models.TextChoices):
        DRAFT = "draft", _("Being prepared")
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alliance = models.ForeignKey("alliances.Alliance", models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=160)
    slug = models.SlugField(max_length=80, unique=True)
    summary = models.TextField(_("in a few sentences"), blank=True)
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.DRAFT)
    services = models.ManyToManyField("services.Service", blank=True, related_name="+")
    threats = models.ManyToManyField("services.Threat", blank=True, related_name="+")
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-opened_on", "name"]

    def __str__(self) -> str:
        return self.name


class Target(models.Model):
    """A body or an office-holder, named by office, who can decide. Never a private address."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="targets")
    body = models.ForeignKey("services.PublicBody", models.PROTECT, null=True, blank=True, related_name="+")
    office = models.CharField(
        _("office"), max_length=160, blank=True, help_text=_("For example: Leader of the council.")
    )
    can_decide = models.CharField(_("what they can decide"), max_length=300, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.office, self.body.name if self.body else ""]))
