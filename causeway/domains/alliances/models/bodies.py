"""Organisations, and the alliances that they form: a tree, with a strategy in strands."""

from __future__ import annotations

import uuid

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Section(models.TextChoices):
    """The three sections that an alliance joins."""

    USERS = "users", _("Service users and carers")
    WORKERS = "workers", _("Workers")
    COMMUNITY = "community", _("Community")


class Organisation(models.Model):
    """A body with a life of its own: it affiliates, and keeps its members to itself."""

    class Kind(models.TextChoices):
        UNION_BRANCH = "union_branch", _("Union branch")
        UNION = "union", _("Trade union")
        TRADES_COUNCIL = "trades_council", _("Trades council")
        USER_GROUP = "user_group", _("Service-user group")
        CARER_GROUP = "carer_group", _("Carers’ group")
        COMMUNITY = "community", _("Community organisation")
        VOLUNTARY = "voluntary", _("Voluntary organisation or charity")
        CAMPAIGN_GROUP = "campaign_group", _("Campaign group")
        PROFESSIONAL = "professional", _("Professional body")
        POLITICAL = "political", _("Supportive politicians")

    class Joining(models.TextChoices):
        OPEN = "open", _("Anyone may join at once")
        APPROVAL = "approval", _("An officer confirms each new member")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=160)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    about = models.TextField(_("what it is"), blank=True)
    area = models.CharField(_("area"), max_length=120, blank=True)
    website = models.URLField(_("website"), blank=True)
    joining = models.CharField(_("how people join"), max_length=8, choices=Joining.choices, default=Joining.OPEN)

    class Meta:
        ordering = ["name", "id"]
        indexes = [
            models.Index(fields=["name", "id"], name="organisation_by_name"),
            GinIndex(SearchVector("name", "area", config="simple"), name="organisation_words"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("organisations:page", kwargs={"slug": self.slug})

    @property
    def room(self) -> str:
        """The first half of the names of this body's pages."""
        return "organisations"


class Alliance(models.Model):
    """A coalition of organisations; local ones stand in regional ones, and those in national ones."""

    class Level(models.TextChoices):
        LOCAL = "local", _("Local")
        REGIONAL = "regional", _("Regional")
        NATIONAL = "national", _("National")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=160)
    slug = models.SlugField(max_length=80, unique=True)
    level = models.CharField(_("level"), max_length=8, choices=Level.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    about = models.TextField(_("what it is for"), blank=True)
    area = models.CharField(_("area"), max_length=120, blank=True)
    employer_domains = models.JSONField(_("employers’ e-mail domains"), default=list, blank=True)
    founded_on = models.DateField(_("founded on"), null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        indexes = [
            models.Index(fields=["name", "id"], name="alliance_by_name"),
            models.Index(fields=["level", "name", "id"], name="alliance_by_level"),
            GinIndex(SearchVector("name", "area", config="simple"), name="alliance_words"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("alliances:page", kwargs={"slug": self.slug})

    @property
    def room(self) -> str:
        """The first half of the names of this body's pages."""
        return "alliances"


class Strand(models.Model):
    """One strand of an alliance's strategy: a short title, and what it means here."""

    alliance = models.ForeignKey(Alliance, models.CASCADE, related_name="strands")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("title"), max_length=80)
    text = models.TextField(_("what it means here"), blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["alliance", "position"], name="strand_in_its_place")]

    def __str__(self) -> str:
        return self.title


class Placement(models.Model):
    """That a coordinator asked to place an alliance under another, and what the other answered."""

    class Status(models.TextChoices):
        ASKED = "asked", _("Asked")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Alliance, models.CASCADE, related_name="placements_asked")
    parent = models.ForeignKey(Alliance, models.CASCADE, related_name="placements_offered")
    status = models.CharField(_("status"), max_length=9, choices=Status.choices, default=Status.ASKED)
    asked_on = models.DateField(_("asked on"))
    asked_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    answered_on = models.DateField(_("answered on"), null=True)
    answered_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        ordering = ["-asked_on"]
        constraints = [
            models.UniqueConstraint(fields=["child"], condition=models.Q(status="asked"), name="placement_asked_once")
        ]

    def __str__(self) -> str:
        return f"{self.child} under {self.parent}"
