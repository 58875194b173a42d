"""The kernel's own rows: the audit trail and the outbox."""

from __future__ import annotations

import uuid

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditEntry(models.Model):
    """One change: who, when, what, in which body's trail. A database trigger refuses updates and deletions.

    The identifier is random, so that entries kept to the day cannot be put in order by it.
    """

    class Kind(models.TextChoices):
        VISITOR = "visitor", _("A visitor")
        MEMBER = "member", _("A member")
        BEARER = "bearer", _("The holder of a private link")
        STAFF = "staff", _("Platform staff")
        SYSTEM = "system", _("Causeway itself")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=8, choices=Kind.choices)
    actor_id = models.UUIDField(null=True)
    acting_for = models.UUIDField(null=True)
    reason = models.TextField(default="")
    command = models.CharField(max_length=80)
    sentence = models.TextField()
    scope = models.UUIDField(null=True)
    about = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["scope", "-at"],
                name="audit_by_scope",
                condition=models.Q(scope__isnull=False),
            ),
            models.Index(
                fields=["actor_id", "-at"],
                name="audit_by_actor",
                condition=models.Q(actor_id__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.command} at {self.at:%Y-%m-%d}"


class OutboxEvent(models.Model):
    """An event that waits to be handed over, or was (``handed_over_at``)."""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=80)
    payload = models.JSONField(encoder=DjangoJSONEncoder)
    handed_over_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["id"], name="outbox_waiting", condition=models.Q(handed_over_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.pk}"


class CacheEntry(models.Model):
    """What Django's database cache keeps; the model makes ``migrate`` create its table. Nobody reads it as rows."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.cache_key
