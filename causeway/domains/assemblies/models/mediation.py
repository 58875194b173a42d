"""Mediation: organisations that disagree talk in private, with somebody whom all of them trust, before it is public."""

from __future__ import annotations

import uuid

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Organisation
from causeway.domains.assemblies.models.motions import Motion
from causeway.kernel.sealing import SealedTextField


class Mediation(models.Model):
    """A private thread between the organisations named in it. Its words are sealed in the database.

    The mediator is named by an e-mail address; whoever has it accepts, and reads once every organisation has agreed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    motion = models.ForeignKey(Motion, models.SET_NULL, null=True, related_name="+")
    subject = SealedTextField(_("what it is about"))
    opened_on = models.DateField(_("opened on"))
    mediator_email = SealedTextField(_("address of whoever is asked to mediate"), default="")
    mediator_index = models.BinaryField(max_length=32, null=True)
    mediator = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    closed_on = models.DateField(_("closed on"), null=True)
    outcome = SealedTextField(_("outcome"), default="")

    class Meta:
        ordering = ["-opened_on", "id"]

    def __str__(self) -> str:
        return f"Mediation {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("assemblies:mediation", kwargs={"mediation_id": self.pk})


class MediationParty(models.Model):
    """An organisation named in a mediation, and since when it agrees to the mediator."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    agreed_on = models.DateField(_("agrees to the mediator since"), null=True)

    class Meta:
        ordering = ["organisation__name", "id"]
        constraints = [models.UniqueConstraint(fields=["mediation", "organisation"], name="party_once")]

    def __str__(self) -> str:
        return f"Party {self.organisation_id}"


class MediationMessage(models.Model):
    """What an organisation, or the mediator (no organisation), wrote in a mediation."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="messages")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="+")
    written_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField(_("written at"))
    text = SealedTextField(_("text"))

    class Meta:
        ordering = ["written_at", "id"]

    def __str__(self) -> str:
        return f"Message {self.pk}"
