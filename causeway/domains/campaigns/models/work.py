"""The campaign's own work: notes for those who take part, and a short list of things to do."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.campaigns.models.campaigns import Campaign


class Note(models.Model):
    """A note on the members' page."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="notes")
    text = models.TextField(_("note"))
    written_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField()
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-written_at"]

    def __str__(self) -> str:
        return f"Note {self.pk}"


class Task(models.Model):
    """One thing to do: nobody is given it, somebody takes it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="tasks")
    text = models.CharField(_("what is to be done"), max_length=200)
    due_on = models.DateField(_("by"), null=True, blank=True)
    taken_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+")
    done_on = models.DateField(null=True, blank=True)
    dropped_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = [models.F("due_on").asc(nulls_last=True), "text"]
        indexes = [
            models.Index(
                fields=["taken_by"],
                name="tasks_to_do",
                condition=models.Q(done_on=None, dropped_on=None),
            )
        ]

    def __str__(self) -> str:
        return self.text
