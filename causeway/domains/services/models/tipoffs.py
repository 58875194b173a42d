"""Tip-offs: what somebody told us in confidence, sealed, with no time finer than the day.

No row here has a time stamp or a number that counts up: identifiers are random and days are dates, so that
the rows cannot be set beside an employer's records to find out who wrote. ``docs/rooms/tip-offs.md`` says what
this protects against, and what not.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class HandlerKey(models.Model):
    """A handler's pair of keys for one alliance; the private half is locked with their passphrase."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alliance = models.ForeignKey("alliances.Alliance", models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    public = models.BinaryField(max_length=32)
    locked_private = models.BinaryField()
    made_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["alliance", "person"], name="handler_key_once")]

    def __str__(self) -> str:
        return f"Key made on {self.made_on}"


class TipOff(models.Model):
    """One source's thread: no text, no name, only days and the public halves of keys.

    ``code_digest`` finds it by the return code; ``source_public`` is derived from the code too, and replies are
    sealed to it. ``waits_since`` is the day since when the source waits for an answer, if they do.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alliance = models.ForeignKey("alliances.Alliance", models.CASCADE, related_name="+")
    code_digest = models.BinaryField(max_length=32, unique=True)
    source_public = models.BinaryField(max_length=32)
    received_on = models.DateField(_("received"))
    waits_since = models.DateField(_("waits since"), null=True, blank=True)
    keep_until = models.DateField(_("deleted after"))
    longer_until = models.DateField(_("proposed to be kept until"), null=True, blank=True)
    longer_proposed_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-received_on", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(keep_until__gte=models.F("received_on")), name="tip_off_kept")
        ]

    def __str__(self) -> str:
        return f"Tip-off of {self.received_on}"


class TipOffMessage(models.Model):
    """One text in a thread: that it is there, from which side, on which day. The text lies in the sealed copies."""

    class Kind(models.TextChoices):
        SOURCE = "source", _("From the source")
        REPLY = "reply", _("Reply to the source")
        NOTE = "note", _("Note between handlers")
        PROPOSAL = "proposal", _("Proposed release")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tip_off = models.ForeignKey(TipOff, models.CASCADE, related_name="messages")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    sent_on = models.DateField()
    written_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["tip_off", "position"], name="tip_off_message_in_order")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.sent_on}"


class SealedCopy(models.Model):
    """A message sealed to one handler's key, or to the source's where ``key`` is empty."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    message = models.ForeignKey(TipOffMessage, models.CASCADE, related_name="copies")
    key = models.ForeignKey(HandlerKey, models.CASCADE, null=True, related_name="+")
    sealed = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message", "key"], name="sealed_copy_once", nulls_distinct=False)
        ]

    def __str__(self) -> str:
        return f"Sealed copy {self.pk}"


class ReleaseProposal(models.Model):
    """That a handler proposed to release an exact text, which another handler agrees to or declines."""

    class Outcome(models.TextChoices):
        OPEN = "open", _("Waits for another handler")
        AGREED = "agreed", _("Agreed")
        DECLINED = "declined", _("Declined")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    message = models.OneToOneField(TipOffMessage, models.CASCADE, related_name="proposal")
    outcome = models.CharField(max_length=8, choices=Outcome.choices, default=Outcome.OPEN)
    decided_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    decided_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"Proposed release: {self.get_outcome_display()}"


class ReleasedStatement(models.Model):
    """A text that two handlers released. Nothing in it leads back to the tip-off that it came from."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alliance = models.ForeignKey("alliances.Alliance", models.CASCADE, related_name="+")
    text = models.TextField(_("what may be told"))
    released_on = models.DateField(_("released"))
    threat = models.ForeignKey("services.Threat", models.SET_NULL, null=True, blank=True, related_name="statements")

    class Meta:
        ordering = ["-released_on", "id"]

    def __str__(self) -> str:
        return f"Statement released on {self.released_on}"
