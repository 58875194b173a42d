"""What organisers write to signers through Causeway, and what leaves it in a file."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.petitions.models.petitions import Petition
from causeway.domains.petitions.models.signatures import Signature


class Update(models.Model):
    """News to the signers who agreed to hear it: from the campaign, or from one organisation (``organisation``)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    petition = models.ForeignKey(Petition, models.CASCADE, related_name="updates")
    organisation = models.ForeignKey("alliances.Organisation", models.CASCADE, null=True, blank=True, related_name="+")
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("text"))
    written_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    posted_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    letters = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-posted_at"]

    def __str__(self) -> str:
        return self.title


class Delivery(models.Model):
    """That an update went to a signer: written before the letter leaves, so that a job run twice sends it once."""

    update = models.ForeignKey(Update, models.CASCADE, related_name="deliveries", db_index=False)
    signature = models.ForeignKey(Signature, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["update", "signature"], name="delivered_once")]

    def __str__(self) -> str:
        return f"Delivery {self.pk}"


class Export(models.Model):
    """A file of signatures that a coordinator asked for: made only after a second person agreed, and traceable."""

    class Kind(models.TextChoices):
        NAMES = "names", _("Names of those who show theirs, with areas")
        ADDRESSES = "addresses", _("E-mail addresses that signers agreed to pass on to one organisation")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    petition = models.ForeignKey(Petition, models.CASCADE, related_name="exports")
    kind = models.CharField(_("what is in it"), max_length=10, choices=Kind.choices, default=Kind.NAMES)
    organisation = models.ForeignKey("alliances.Organisation", models.CASCADE, null=True, blank=True, related_name="+")
    reason = models.CharField(_("what it is for"), max_length=300)
    asked_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    agreed = models.BooleanField(default=False)
    taken_at = models.DateTimeField(null=True)
    rows = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["-asked_at"]

    def __str__(self) -> str:
        return f"Export {self.pk}"
