"""Who belongs: organisations to alliances, by agreement of both; people to organisations, sealed."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models.bodies import Alliance, Organisation, Section
from causeway.kernel.sealing import SealedTextField


class Affiliation(models.Model):
    """That an organisation stands in an alliance: since when, who agreed to it, and how."""

    alliance = models.ForeignKey(Alliance, models.CASCADE, related_name="affiliations")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="affiliations")
    section = models.CharField(_("section"), max_length=12, choices=Section.choices)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    agreed_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    agreed_how = models.CharField(_("how it was agreed"), max_length=200, blank=True)
    ended_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    end_reason = models.CharField(_("why it ended"), max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["alliance", "organisation"],
                condition=models.Q(until=None),
                name="affiliated_once",
            ),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="affiliation_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} in {self.alliance}"


class AffiliationProposal(models.Model):
    """That one side proposed an affiliation, and what the other answered. Only an agreed one is an affiliation."""

    class Side(models.TextChoices):
        ORGANISATION = "organisation", _("The organisation applied")
        ALLIANCE = "alliance", _("The alliance invited")

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("Proposed")
        AGREED = "agreed", _("Agreed")
        DECLINED = "declined", _("Declined")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alliance = models.ForeignKey(Alliance, models.CASCADE, related_name="proposals")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="proposals")
    section = models.CharField(_("section"), max_length=12, choices=Section.choices)
    side = models.CharField(_("proposed by"), max_length=12, choices=Side.choices)
    status = models.CharField(_("status"), max_length=9, choices=Status.choices, default=Status.PROPOSED)
    message = models.TextField(_("message"), max_length=1000, blank=True)
    proposed_on = models.DateField(_("proposed on"))
    proposed_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    answered_on = models.DateField(_("answered on"), null=True)
    answered_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        ordering = ["-proposed_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["alliance", "organisation"],
                condition=models.Q(status="proposed"),
                name="affiliation_proposed_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} to {self.alliance}"


class Declaration(models.Model):
    """The membership that an organisation declared to an alliance on a day: a figure, for card votes."""

    affiliation = models.ForeignKey(Affiliation, models.CASCADE, related_name="declarations")
    members = models.PositiveIntegerField(_("members"))
    declared_on = models.DateField(_("declared on"))
    declared_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-declared_on", "-id"]

    def __str__(self) -> str:
        return f"{self.members} on {self.declared_on}"


class Membership(models.Model):
    """That a person belongs to an organisation, sealed at rest: the row names neither.

    ``person_index`` and ``organisation_index`` are blind indexes (``kernel.sealing``): with the keys both
    directions can be looked up, and without them the table tells nobody who is in which union.
    """

    person_index = models.BinaryField(max_length=32)
    organisation_index = models.BinaryField(max_length=32)
    pair = SealedTextField()
    since = models.DateField()
    known_to_officers = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person_index", "organisation_index"], name="member_once"),
        ]
        indexes = [models.Index(fields=["organisation_index"], name="members_of")]

    def __str__(self) -> str:
        return f"Membership {self.pk}"


class MembershipRequest(models.Model):
    """That somebody asked to join an organisation whose officers confirm members; sealed like a membership."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person_index = models.BinaryField(max_length=32)
    organisation_index = models.BinaryField(max_length=32)
    pair = SealedTextField()
    asked_on = models.DateField()

    class Meta:
        ordering = ["asked_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["person_index", "organisation_index"], name="membership_asked_once"),
        ]
        indexes = [models.Index(fields=["organisation_index"], name="requests_to")]

    def __str__(self) -> str:
        return f"Membership request {self.pk}"
