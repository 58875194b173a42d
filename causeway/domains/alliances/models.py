"""Organisations, the alliances that they form, and who holds which office in either."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.kernel.sealing import SealedTextField


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

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=160)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    about = models.TextField(_("what it is"), blank=True)
    area = models.CharField(_("area"), max_length=120, blank=True)
    website = models.URLField(_("website"), blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


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

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Affiliation(models.Model):
    """That an organisation stands in an alliance: since when, who agreed to it, and how."""

    alliance = models.ForeignKey(Alliance, models.CASCADE, related_name="affiliations")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="affiliations")
    section = models.CharField(_("section"), max_length=12, choices=Section.choices)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    agreed_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    agreed_how = models.CharField(_("how it was agreed"), max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["alliance", "organisation"],
                condition=models.Q(until=None),
                name="affiliated_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} in {self.alliance}"


class Membership(models.Model):
    """That a person belongs to an organisation, sealed at rest: the row names neither.

    ``person_index`` and ``organisation_index`` are blind indexes (``kernel.sealing``): with the keys both
    directions can be looked up, and without them the table tells nobody who is in which union.
    """

    person_index = models.BinaryField(max_length=32)
    organisation_index = models.BinaryField(max_length=32)
    pair = SealedTextField()
    since = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person_index", "organisation_index"], name="member_once"),
        ]
        indexes = [models.Index(fields=["organisation_index"], name="members_of")]

    def __str__(self) -> str:
        return f"Membership {self.pk}"


class Office(models.Model):
    """A place of trust in an alliance or an organisation. What its holder may do follows from its ``role``."""

    class Role(models.TextChoices):
        COORDINATOR = "coordinator", _("Coordinator")
        OFFICER = "officer", _("Officer")
        DELEGATE = "delegate", _("Delegate")
        HANDLER = "handler", _("Tip-off handler")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alliance = models.ForeignKey(Alliance, models.CASCADE, null=True, blank=True, related_name="offices")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, blank=True, related_name="offices")
    title = models.CharField(_("title"), max_length=80)
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)

    class Meta:
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(alliance__isnull=False, organisation=None)
                | models.Q(alliance=None, organisation__isnull=False),
                name="office_in_one_body",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Term(models.Model):
    """That a person holds an office, from a day to a day."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="terms")
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["-starts_on"]

    def __str__(self) -> str:
        return f"{self.office} from {self.starts_on}"
