"""Public services and the bodies that provide or commission them."""

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
