"""Consent: who may write to whom, through which channel, for what; and who wants nothing at all.

A row names its giver only by the blind index of an e-mail address (``addresses.index_of_address``), so that it works
for people without an account, and tells nobody without the key who agreed to hear from whom.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """The ways in which somebody can be reached; each needs a consent of its own."""

    EMAIL = "email", _("E-mail")
    SMS = "sms", _("Text message")
    PHONE = "phone", _("Phone call")
    POST = "post", _("Letter by post")


class Source(models.TextChoices):
    """Where a consent was given."""

    PAGE = "page", _("On a page of this site")
    PAPER = "paper", _("On a paper sheet")
    IMPORTED = "imported", _("Taken over from another list")


class Consent(models.Model):
    """One consent from the moment it was given until it was withdrawn. Rows are kept: they are the history.

    ``controller_id`` names the organisation or alliance that may write; this room knows it by its name at the time.
    """

    subject_index = models.BinaryField(max_length=32)
    controller_id = models.UUIDField()
    controller_name = models.CharField(max_length=160)
    channel = models.CharField(max_length=5, choices=Channel.choices)
    purpose = models.CharField(max_length=60)
    wording = models.TextField()
    source = models.CharField(max_length=8, choices=Source.choices)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["controller_name", "channel", "-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_index", "controller_id", "channel", "purpose"],
                condition=models.Q(withdrawn_at=None),
                name="consent_once",
            )
        ]
        indexes = [models.Index(fields=["subject_index"], name="consents_of_subject")]

    def __str__(self) -> str:
        return f"Consent {self.pk}"


class Suppression(models.Model):
    """That somebody wants no letter from anybody here, whatever they agreed to before."""

    subject_index = models.BinaryField(max_length=32, unique=True)
    since = models.DateTimeField()

    def __str__(self) -> str:
        return f"Suppression {self.pk}"
