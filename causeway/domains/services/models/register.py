"""Public services, the bodies that provide or commission them, and the feeds that they were read from."""

from __future__ import annotations

import uuid

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Organisation

UNION_KINDS = (Organisation.Kind.UNION, Organisation.Kind.UNION_BRANCH, Organisation.Kind.PROFESSIONAL)


class PublicBody(models.Model):
    """A body that provides, commissions or decides on services: a council, a trust, a department, a company.

    Bodies are shared by all alliances. One that was entered twice is merged: its row stays and points to the other
    (``merged_into``), so that old addresses still lead somewhere.
    """

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
    about = models.TextField(_("what it does"), blank=True)
    website = models.URLField(_("website"), max_length=500, blank=True)
    identifier_scheme = models.CharField(_("identifier scheme"), max_length=20, blank=True)
    identifier = models.CharField(_("identifier"), max_length=60, blank=True)
    external_id = models.UUIDField(null=True, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged_from")
    search = models.GeneratedField(
        expression=SearchVector("name", config="english"), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "public bodies"
        indexes = [
            models.Index(fields=["name"], name="body_by_name"),
            models.Index(fields=["external_id"], name="body_by_external_id"),
            GinIndex(fields=["search"], name="body_search"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("services:body", kwargs={"slug": self.slug})


class Service(models.Model):
    """A public service in the register of an alliance. The register is open to everybody.

    ``run_by`` is the organisation of its users that runs it, where its users do; ``provider`` is who answers for it.
    """

    class Reach(models.TextChoices):
        UNIVERSAL = "universal", _("Universal: anybody may use it")
        TARGETED = "targeted", _("Targeted: for people with a particular need")

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        THREATENED = "threatened", _("Under threat")
        CLOSED = "closed", _("Closed")
        SAVED = "saved", _("Saved")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alliance = models.ForeignKey("alliances.Alliance", models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(max_length=100, unique=True)
    about = models.TextField(_("what it does"), blank=True)
    reach = models.CharField(_("reach"), max_length=10, choices=Reach.choices)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.OPEN)
    provider = models.ForeignKey(PublicBody, models.PROTECT, null=True, blank=True, related_name="services_provided")
    commissioner = models.ForeignKey(
        PublicBody, models.PROTECT, null=True, blank=True, related_name="services_commissioned"
    )
    used_by = models.CharField(_("who uses it"), max_length=200, blank=True)
    worked_in_by = models.CharField(_("who works in it"), max_length=200, blank=True)
    unions = models.ManyToManyField("alliances.Organisation", blank=True, related_name="+")
    run_by = models.ForeignKey("alliances.Organisation", models.SET_NULL, null=True, blank=True, related_name="+")
    area = models.CharField(_("area"), max_length=120, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    website = models.URLField(_("website"), max_length=500, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    source_url = models.URLField(_("link to the source"), max_length=500, blank=True)
    external_id = models.UUIDField(null=True, blank=True)
    imported_from = models.ForeignKey(
        "services.ServiceImport", models.SET_NULL, null=True, blank=True, related_name="services"
    )
    added_on = models.DateField(null=True)
    closed_on = models.DateField(null=True, blank=True)
    changed_at = models.DateTimeField(null=True)
    search = models.GeneratedField(
        expression=SearchVector("name", weight="A", config="english")
        + SearchVector("area", "used_by", "about", weight="B", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["alliance", "external_id"], name="service_imported_once"),
            models.CheckConstraint(
                condition=models.Q(latitude=None, longitude=None)
                | models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="service_on_earth",
            ),
        ]
        indexes = [
            models.Index(fields=["name", "id"], name="service_by_name"),
            models.Index(fields=["alliance", "name"], name="service_by_alliance"),
            models.Index(fields=["status", "name"], name="service_by_status"),
            models.Index(fields=["area", "name"], name="service_by_area"),
            GinIndex(fields=["search"], name="service_search"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("services:service", kwargs={"slug": self.slug})

    @property
    def room(self) -> str:
        """The first half of the names of this body's pages."""
        return "services"


class ServiceImport(models.Model):
    """One reading of an Open Referral UK feed: looked at first, then taken in or put aside.

    ``items`` holds what was read and found good, until it is taken in; ``report`` what was found wrong, item by item.
    A large one is read and taken in by jobs: ``body`` keeps its bytes until it is read; ``services_read`` counts its
    good services and ``services_taken`` how many of them are through. Until it is taken in, ``added``, ``changed`` and
    ``unchanged`` of a large one say what would be.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("Waits to be read")
        FAILED = "failed", _("Could not be read")
        TAKING = "taking", _("Being taken in")
        WAITING = "waiting", _("Waiting for your decision")
        DONE = "done", _("Taken in")
        DISCARDED = "discarded", _("Put aside")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alliance = models.ForeignKey("alliances.Alliance", models.CASCADE, related_name="+")
    source = models.CharField(_("where it came from"), max_length=500)
    digest = models.CharField(max_length=64)
    read_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    body = models.BinaryField(null=True)
    failure = models.CharField(max_length=300, blank=True)
    services_read = models.PositiveIntegerField(default=0)
    services_taken = models.PositiveIntegerField(default=0)
    items = models.JSONField(default=dict)
    report = models.JSONField(default=list)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-read_at"]

    def __str__(self) -> str:
        return f"{self.source} {self.read_at:%Y-%m-%d}"
