"""Voices: who takes part in a conversation, known to it by nothing but a key of its own, and what they think."""

from __future__ import annotations

import uuid

from django.db import models

from causeway.domains.assemblies.models.conversations import Conversation, Statement
from causeway.kernel.sealing import SealedTextField


class Voice(models.Model):
    """Somebody's part in one conversation.

    ``holder_index`` is a blind index of the person and the conversation together, or of a secret that only the browser
    of whoever came with a code holds: so voices of different conversations cannot be joined, and nobody has two by one
    account. Once the conversation is over it is overwritten. ``section`` is what they declared, if anything.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="voices")
    holder_index = models.BinaryField(max_length=32)
    by_code = models.BooleanField(default=False)
    section = SealedTextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["holder_index", "conversation"], name="voice_once")]

    def __str__(self) -> str:
        return f"Voice {self.pk}"


class StatementVote(models.Model):
    """What a voice thinks of a statement: 1 agree, 0 pass, −1 disagree. Nothing says when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    voice = models.ForeignKey(Voice, models.CASCADE, related_name="votes")
    statement = models.ForeignKey(Statement, models.CASCADE, related_name="votes")
    value = models.SmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["voice", "statement"], name="one_vote_on_a_statement"),
            models.CheckConstraint(condition=models.Q(value__in=(-1, 0, 1)), name="agree_pass_or_disagree"),
        ]

    def __str__(self) -> str:
        return f"Vote {self.pk}"


class CodeSheet(models.Model):
    """Codes that were made together, to be handed out on paper or shown on a screen."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="code_sheets")
    label = models.CharField(max_length=80)
    made = models.PositiveSmallIntegerField()
    made_on = models.DateField()
    voided_on = models.DateField(null=True)

    class Meta:
        ordering = ["made_on", "label", "id"]

    def __str__(self) -> str:
        return self.label


class Code(models.Model):
    """A code that gives one voice, once. Stored is only its blind index; which voice it gave is not stored at all."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sheet = models.ForeignKey(CodeSheet, models.CASCADE, related_name="codes")
    code_index = models.BinaryField(max_length=32, unique=True)
    used = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"Code {self.pk}"
