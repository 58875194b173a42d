"""The opinion map of a conversation, as the worker drew it last."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.models.conversations import Conversation


class OpinionMap(models.Model):
    """What the page of a map shows (``figures``, see ``opinion_computing``), and what the next is drawn by.

    ``state_of_votes`` tells whether votes have come since somebody looked; ``marks`` are checksums of votes, and are
    never shown. ``is_last``: it counts everything, and is not drawn again; ``archive`` is then what is given out in the
    formats of Polis, as a zip file. ``publishes_votes``: the votes are in it, under random numbers; that is settled
    before anybody votes.
    """

    conversation = models.OneToOneField(Conversation, models.CASCADE, primary_key=True, related_name="opinion_map")
    figures = models.JSONField(null=True)
    marks = models.BinaryField(default=b"")
    state_of_votes = models.CharField(max_length=32, blank=True)
    drawn_at = models.DateTimeField(_("drawn at"), null=True)
    is_last = models.BooleanField(default=False)
    publishes_votes = models.BooleanField(_("publishes votes under random numbers"), default=False)
    archive = models.BinaryField(null=True)

    def __str__(self) -> str:
        return f"Map of {self.conversation_id}"
