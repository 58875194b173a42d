"""The ladder of engagement: steps that people took, contacts who agreed to be asked, and what they were asked."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.campaigns.models.campaigns import Campaign
from causeway.kernel.sealing import SealedTextField


class Rung(models.TextChoices):
    """The rungs, lowest first."""

    SIGNED = "signed", _("Signed")
    SAID_YES = "said_yes", _("Said yes to hearing more")
    CAME = "came", _("Came to an event")
    TOOK_SHIFT = "took_shift", _("Took a shift")
    HELPED = "helped", _("Helped to organise")
    HOLDS_OFFICE = "holds_office", _("Holds an office")


class Step(models.Model):
    """That somebody reached a rung in a campaign, and on which day. Without the platform’s key, nobody knows who.

    ``person_index`` is a blind index of the address within this campaign, so that steps of one person in two
    campaigns cannot be joined.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="steps")
    person_index = models.BinaryField(max_length=32)
    rung = models.CharField(max_length=12, choices=Rung.choices)
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "person_index", "rung"], name="one_step_a_rung")]
        indexes = [models.Index(fields=["campaign", "rung", "on"], name="steps_by_rung")]

    def __str__(self) -> str:
        return f"Step {self.pk}"


class Contact(models.Model):
    """An address that may be written to about a campaign: kept only by consent, sealed, gone when it is withdrawn.

    ``controller_id`` is the organisation or alliance that the person said yes to.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="contacts")
    controller_id = models.UUIDField()
    person_index = models.BinaryField(max_length=32)
    address_index = models.BinaryField(max_length=32)
    email = SealedTextField()
    name = SealedTextField(default="")
    since = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "controller_id", "person_index"], name="contact_once")
        ]
        indexes = [models.Index(fields=["address_index"], name="contacts_by_address")]

    def __str__(self) -> str:
        return f"Contact {self.pk}"


class Ask(models.Model):
    """One short message that asked those on a rung for the next step. It keeps counts, and no addresses."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="asks")
    controller_id = models.UUIDField()
    by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    rung = models.CharField(max_length=12, choices=Rung.choices)
    subject = models.CharField(_("subject"), max_length=120)
    message = models.TextField(_("message"))
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    reached = models.UUIDField(null=True)  # the last contact looked at: where an interrupted job goes on
    on_rung = models.PositiveIntegerField(default=0)
    sent = models.PositiveIntegerField(default=0)
    no_consent = models.PositiveIntegerField(default=0)
    suppressed = models.PositiveIntegerField(default=0)
    too_soon = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-asked_at"]

    def __str__(self) -> str:
        return self.subject

    @property
    def handled(self) -> int:
        """How many of those on the rung have been looked at."""
        return self.sent + self.no_consent + self.suppressed + self.too_soon


class Asked(models.Model):
    """That an address was asked on a day: what keeps a person from being asked twice in seven days.

    ``address_index`` counts across campaigns. The row goes when it has served.
    """

    ask = models.ForeignKey(Ask, models.CASCADE, related_name="+")
    address_index = models.BinaryField(max_length=32)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ask", "address_index"], name="asked_once")]
        indexes = [models.Index(fields=["address_index", "at"], name="asked_lately")]

    def __str__(self) -> str:
        return f"Asked {self.pk}"


class AskedStep(models.Model):
    """That somebody on the ladder was ever asked for more: without it, “never asked” could not be counted."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="+")
    person_index = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "person_index"], name="asked_ever_once")]

    def __str__(self) -> str:
        return f"Asked step {self.pk}"
