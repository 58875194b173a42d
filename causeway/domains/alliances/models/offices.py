"""Offices, the terms for which people hold them, and the offers that wait for an answer."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models.bodies import Alliance, Organisation
from causeway.kernel.sealing import SealedTextField


class Office(models.Model):
    """A place of trust in an alliance or an organisation. What its holder may do follows from its ``role``.

    One that is ``elected`` is filled by an election, and only the holder or the electors end its terms early.
    """

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
    shown = models.BooleanField(_("show this office on the public page"), default=True)
    elected = models.BooleanField(_("filled by an election"), default=False)

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
    shown_publicly = models.BooleanField(_("show my name on the public page"), default=False)
    ended_on = models.DateField(_("ended early on"), null=True, blank=True)
    end_reason = models.CharField(_("why it ended early"), max_length=300, blank=True)

    class Meta:
        ordering = ["-starts_on", "-id"]
        indexes = [models.Index(fields=["person", "ends_on"], name="terms_of_person")]

    def __str__(self) -> str:
        return f"{self.office} from {self.starts_on}"


class OfficeOffer(models.Model):
    """That an office was offered to whoever has an e-mail address; it becomes a term when they accept."""

    class Status(models.TextChoices):
        OFFERED = "offered", _("Offered")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    office = models.ForeignKey(Office, models.CASCADE, related_name="offers")
    email = SealedTextField()
    email_index = models.BinaryField(max_length=32)
    status = models.CharField(_("status"), max_length=9, choices=Status.choices, default=Status.OFFERED)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    offered_on = models.DateField(_("offered on"))
    offered_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    answered_on = models.DateField(_("answered on"), null=True)

    class Meta:
        ordering = ["-offered_on", "id"]
        indexes = [models.Index(fields=["email_index"], name="offers_to", condition=models.Q(status="offered"))]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "email_index"], condition=models.Q(status="offered"), name="office_offered_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.office} offered on {self.offered_on}"
