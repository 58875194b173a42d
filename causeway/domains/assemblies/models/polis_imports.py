"""An export of Polis that somebody brought."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.models.processes import Process


class PolisImport(models.Model):
    """What was brought, until it was looked at and taken in, or put aside.

    ``body_id`` is the alliance or other body for which; ``files`` are the bytes as they came, until they were read;
    ``found`` is what was read, until it is decided on.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("waits to be read")
        FAILED = "failed", _("could not be read")
        WAITING = "waiting", _("waits for you")
        TAKING = "taking", _("is being taken in")
        TAKEN = "taken", _("taken in")
        ASIDE = "aside", _("put aside")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    body_id = models.UUIDField(_("body"))
    title = models.CharField(_("title"), max_length=160)
    question = models.CharField(_("question"), max_length=300)
    source = models.CharField(_("where it comes from"), max_length=200)
    publishes_votes = models.BooleanField(default=False)
    state = models.CharField(_("state"), max_length=7, choices=State.choices, default=State.QUEUED)
    brought_at = models.DateTimeField(_("brought at"))
    files = models.BinaryField(null=True)
    found = models.JSONField(null=True)
    failure = models.CharField(max_length=400, blank=True)
    process = models.ForeignKey(Process, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-brought_at", "id"]

    def __str__(self) -> str:
        return self.title
