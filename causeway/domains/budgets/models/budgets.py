"""A people's budget of one council and one year, and what was read from a file for it. All money is in whole pounds."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Alliance, Organisation


class Budget(models.Model):
    """What a body would do with a council's money in one year.

    It takes needs and proposals until the end of ``proposals_until``, and changes of any kind until ``closed_at``. Then
    ``frozen`` holds the whole of it as it was closed, and ``digest`` its SHA-256. ``year`` is the one in which the
    financial year begins, in April.
    """

    class Nation(models.TextChoices):
        ENGLAND = "england", _("England")
        WALES = "wales", _("Wales")
        SCOTLAND = "scotland", _("Scotland")
        NORTHERN_IRELAND = "northern_ireland", _("Northern Ireland")

    class Audience(models.TextChoices):
        MEMBERS = "members", _("Those who belong")
        EVERYBODY = "everybody", _("Everybody")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    alliance = models.ForeignKey(Alliance, models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    title = models.CharField(_("title"), max_length=160)
    about = models.TextField(_("what it is for"), max_length=4000, blank=True)
    council_name = models.CharField(_("council"), max_length=120)
    council_code = models.CharField(_("the council’s code"), max_length=12, blank=True)
    nation = models.CharField(_("nation"), max_length=16, choices=Nation.choices)
    year = models.PositiveSmallIntegerField(_("the year it begins in"))
    shown_to = models.CharField(_("who may see it"), max_length=9, choices=Audience.choices)
    drawn_up_on = models.DateField(_("begun on"))
    proposals_until = models.DateField(_("needs and proposals until"))
    closed_at = models.DateTimeField(_("closed at"), null=True)
    digest = models.CharField(_("digest"), max_length=80, blank=True)
    frozen: models.JSONField[Any, Any] = models.JSONField(_("as it was closed"), null=True)
    given_up_on = models.DateField(_("given up on"), null=True)
    given_up_why = models.CharField(_("why it was given up"), max_length=300, blank=True)

    class Meta:
        ordering = ["-year", "-drawn_up_on", "title", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(alliance__isnull=False, organisation=None)
                | models.Q(alliance=None, organisation__isnull=False),
                name="budget_of_one_body",
            ),
            models.CheckConstraint(
                condition=models.Q(closed_at=None, digest="", frozen=None)
                | models.Q(closed_at__isnull=False, frozen__isnull=False),
                name="budget_closed_with_its_digest",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("budgets:budget", kwargs={"slug": self.slug})

    @property
    def years(self) -> str:
        """The financial year as councils write it: 2027-28."""
        return f"{self.year}–{(self.year + 1) % 100:02}"


class Reading(models.Model):
    """What was read from a file of council figures, to be looked at before it is taken in."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waits to be looked at")
        TAKEN = "taken", _("taken in")
        ASIDE = "aside", _("put aside")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    budget = models.ForeignKey(Budget, models.CASCADE, related_name="readings")
    file_name = models.CharField(_("file"), max_length=200)
    file_digest = models.CharField(_("digest of the file"), max_length=80)
    vintage = models.CharField(_("what the figures are, and of which year"), max_length=200)
    council_name = models.CharField(_("council"), max_length=120)
    councils = models.PositiveIntegerField(_("councils in the file"))
    lines: models.JSONField[Any, Any] = models.JSONField(_("lines"), default=list)
    items: models.JSONField[Any, Any] = models.JSONField(_("other amounts"), default=list)
    reserves_pounds = models.BigIntegerField(_("reserves at the start of the year"), null=True)
    report: models.JSONField[Any, Any] = models.JSONField(_("what was not understood"), default=list)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    read_at = models.DateTimeField()

    class Meta:
        ordering = ["-read_at"]

    def __str__(self) -> str:
        return self.file_name


class Source(models.Model):
    """Where figures come from: a file that was taken in, its vintage, and its digest."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    budget = models.ForeignKey(Budget, models.CASCADE, related_name="sources")
    file_name = models.CharField(_("file"), max_length=200)
    file_digest = models.CharField(_("digest of the file"), max_length=80)
    vintage = models.CharField(_("what the figures are, and of which year"), max_length=200)
    note = models.CharField(_("note"), max_length=300, blank=True)
    taken_on = models.DateField(_("taken in on"))

    class Meta:
        ordering = ["taken_on", "id"]

    def __str__(self) -> str:
        return f"{self.vintage} ({self.file_name})"


def pounds(label: Any) -> models.BigIntegerField[int | None, int | None]:
    """A column of the council's figures, which a file may leave out."""
    return models.BigIntegerField(label, null=True)


class Line(models.Model):
    """One line of the council's own figures. A line whose role is a total is shown, and never added up.

    ``missing`` is what stands in the file where a figure should be: ``[x]``, ``c``, ``..``.
    """

    class Role(models.TextChoices):
        SERVICE = "service", _("Service")
        OTHER = "other", _("Other spending")
        TOTAL = "total", _("Total")

    class Statutory(models.TextChoices):
        DUTY = "duty", _("A duty")
        PARTLY = "partly", _("Partly a duty")
        POWER = "power", _("A choice")
        UNKNOWN = "unknown", _("Not said yet")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    budget = models.ForeignKey(Budget, models.CASCADE, related_name="lines")
    source = models.ForeignKey(Source, models.PROTECT, related_name="lines")
    cell = models.CharField(_("where it stands in the file"), max_length=60)
    place = models.PositiveIntegerField(_("place"))
    code = models.CharField(_("line"), max_length=12, blank=True)
    name = models.CharField(_("service"), max_length=160)
    group = models.CharField(_("group"), max_length=80, blank=True)
    role = models.CharField(_("role"), max_length=8, choices=Role.choices, default=Role.SERVICE)
    employees_pounds = pounds(_("employees"))
    running_pounds = pounds(_("running expenses"))
    expenditure_pounds = pounds(_("total expenditure"))
    fees_pounds = pounds(_("sales, fees and charges"))
    other_income_pounds = pounds(_("other income"))
    income_pounds = pounds(_("total income"))
    net_pounds = pounds(_("net current expenditure"))
    missing = models.CharField(_("instead of a figure"), max_length=20, blank=True)
    filled_from = models.CharField(_("where a missing figure was found"), max_length=300, blank=True)
    statutory = models.CharField(_("is it a duty?"), max_length=8, choices=Statutory.choices, default=Statutory.UNKNOWN)
    statute = models.CharField(_("the law"), max_length=300, blank=True)
    marked_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    marked_why = models.CharField(_("why it is marked so"), max_length=300, blank=True)
    marked_on = models.DateField(_("marked on"), null=True)

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["budget", "place"], name="budget_line_place")]

    def __str__(self) -> str:
        return self.name
