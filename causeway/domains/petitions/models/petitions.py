"""Petitions and open letters."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Petition(models.Model):
    """A text addressed to targets, which people (and, for an open letter, organisations) sign."""

    class Kind(models.TextChoices):
        PETITION = "petition", _("Petition")
        OPEN_LETTER = "open_letter", _("Open letter")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey("campaigns.Campaign", models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.PETITION)
    title = models.CharField(_("title"), max_length=160)
    slug = models.SlugField(max_length=80, unique=True)
    text = models.TextField(_("what it says"))
    targets = models.ManyToManyField("campaigns.Target", blank=True, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)
    closes_on = models.DateField(_("closes on"), null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-opened_at", "title"]

    def __str__(self) -> str:
        return self.title
