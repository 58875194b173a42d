"""Public services, what threatens them, and by when it will be decided."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class PublicBody(models.Model):
    """A body that provides, commissions or decides on services: a council, a trust, a department, a company."""

    class Kind(models.TextChoices):
        COUNCIL = "council", _("Council")
        NHS = "nhs", _("NHS body")
        GOVERNMENT = "government", _("Government department or agency")
        COMPANY = "company", _("Company")
        CHARITY = "charity", _("Charity or voluntary provider")
        OTHER = "other", _("Other public body")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(max_length=100, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    website = models.URLField(_("website"), blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "public bodies"

    def __str__(self) -> str:
        return self.name


class Service(models.Model):
    """A public service in the register of an alliance. The register is open to everybody."""

    class Reach(models.TextChoices):
        UNIVERSAL = "universal", _("Universal: anybody may use it")
        TARGETED = "targeted", _("Targeted: for people with a particular need")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alliance = models.ForeignKey("alliances.Alliance", models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(max_length=100, unique=True)
    about = models.TextField(_("what it does"), blank=True)
    reach = models.CharField(_("reach"), max_length=10, choices=Reach.choices)
    provider = models.ForeignKey(PublicBody, models.PROTECT, null=True, blank=True, related_name="services_provided")
    commissioner = models.ForeignKey(
        PublicBody, models.PROTECT, null=True, blank=True, related_name="services_commissioned"
    )
    used_by = models.CharField(_("who uses it"), max_length=200, blank=True)
    worked_in_by = models.CharField(_("who works in it"), max_length=200, blank=True)
    unions = models.ManyToManyField("alliances.Organisation", blank=True, related_name="+")
    area = models.CharField(_("area"), max_length=120, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


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
