"""What threatens a service, and by when it will be decided."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.services.models.register import Service


class Threat(models.Model):
    """Something that would end, cut, sell or narrow a service, with its decision clock."""

    class Kind(models.TextChoices):
        CLOSURE = "closure", _("Closure")
        CUT = "cut", _("Cut")
        OUTSOURCING = "outsourcing", _("Outsourcing or tender")
        RELOCATION = "relocation", _("Relocation")
        CHARGE = "charge", _("New or higher charge")
        CONDITIONALITY = "conditionality", _("Conditions or sanctions")

    class Confidence(models.TextChoices):
        RUMOUR = "rumour", _("Heard, not confirmed")
        LIKELY = "likely", _("Likely: more than one source")
        CONFIRMED = "confirmed", _("Confirmed in a public document")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alliance = models.ForeignKey("alliances.Alliance", models.CASCADE, related_name="+")
    service = models.ForeignKey(Service, models.CASCADE, related_name="threats")
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(max_length=100, unique=True)
    summary = models.TextField(_("what is proposed"), blank=True)
    confidence = models.CharField(_("confidence"), max_length=10, choices=Confidence.choices)
    source = models.CharField(_("source"), max_length=300, blank=True)
    source_url = models.URLField(_("link to the source"), blank=True)
    announced_on = models.DateField(_("announced"), null=True, blank=True)
    consultation_opens_on = models.DateField(_("consultation opens"), null=True, blank=True)
    consultation_closes_on = models.DateField(_("consultation closes"), null=True, blank=True)
    decided_on = models.DateField(_("decision meeting"), null=True, blank=True)
    contract_ends_on = models.DateField(_("contract ends"), null=True, blank=True)
    review_by = models.DateField(_("last day for a judicial review"), null=True, blank=True)
    is_public = models.BooleanField(_("shown to everybody"), default=False)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-announced_on", "title"]

    def __str__(self) -> str:
        return self.title
