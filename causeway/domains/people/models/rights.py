"""Requests about one's own data, each with its clock."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.kernel.sealing import SealedTextField


class RightsRequest(models.Model):
    """What somebody asks of whoever holds their data: who asked, what, of whom, by when, and what came back.

    Without a ``controller_id`` it is addressed to the platform itself. A request from somebody without an account
    starts to run when they confirm their address.
    """

    class Kind(models.TextChoices):
        ACCESS = "access", _("Send me what you hold about me")
        CORRECT = "correct", _("Correct something about me")
        ERASE = "erase", _("Erase what you hold about me")
        OBJECT = "object", _("Stop using my data for something")
        COMPLAIN = "complain", _("Complain about how my data is used")

    class State(models.TextChoices):
        UNCONFIRMED = "unconfirmed", _("Waiting for you to confirm your address")
        OPEN = "open", _("Received")
        ACKNOWLEDGED = "acknowledged", _("Being worked on")
        ANSWERED = "answered", _("Answered")
        WITHDRAWN = "withdrawn", _("Taken back")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    state = models.CharField(max_length=12, choices=State.choices)
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="rights_requests")
    subject_index = models.BinaryField(max_length=32)
    email = SealedTextField()
    controller_id = models.UUIDField(null=True)
    controller_name = models.CharField(max_length=160, blank=True)
    text = SealedTextField(blank=True)
    asked_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    acknowledge_by = models.DateField(null=True)
    answer_by = models.DateField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    extended_because = SealedTextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answer = SealedTextField(blank=True)

    class Meta:
        ordering = ["answer_by", "asked_at"]
        indexes = [models.Index(fields=["subject_index"], name="rights_of_subject")]

    def __str__(self) -> str:
        return f"Request {self.pk}"

    @property
    def is_running(self) -> bool:
        """Whether somebody still has to answer it."""
        return self.state in {self.State.OPEN, self.State.ACKNOWLEDGED}
