"""What was handed in to whom, and what they answered."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.petitions.models.petitions import Petition
from causeway.kernel.sealing import SealedTextField


class HandIn(models.Model):
    """A petition handed in: the totals as they stood, frozen, with a digest of what lies under them.

    ``paper`` is what the PDF is set from (JSON: totals by area, method, names of those who agreed). It is sealed,
    and set anew with a number of its own for every copy that somebody takes (``copies``).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    petition = models.ForeignKey(Petition, models.CASCADE, related_name="hand_ins")
    number = models.PositiveSmallIntegerField()
    handed_in_on = models.DateField(_("handed in on"))
    to_whom = models.CharField(_("to whom"), max_length=200)
    place = models.CharField(_("where"), max_length=160, blank=True)
    received_by = models.CharField(_("received by"), max_length=160, blank=True)
    with_names = models.BooleanField(_("with names"), default=False)
    online = models.PositiveIntegerField()
    typed = models.PositiveIntegerField()
    counted = models.PositiveIntegerField()
    duplicates = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    paper = SealedTextField()
    copies = models.PositiveSmallIntegerField(default=0)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-handed_in_on", "-number"]
        constraints = [models.UniqueConstraint(fields=["petition", "number"], name="hand_in_number_once")]

    def __str__(self) -> str:
        return f"Hand-in {self.number}"

    @property
    def total(self) -> int:
        """Everybody who counts, online and on paper."""
        return self.online + self.typed + self.counted

    @property
    def on_paper(self) -> int:
        """The paper part: typed in and counted."""
        return self.typed + self.counted


class Answer(models.Model):
    """What the decision-makers said to a hand-in, when, and where it can be read."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hand_in = models.ForeignKey(HandIn, models.CASCADE, related_name="answers")
    answered_on = models.DateField(_("date of the answer"))
    from_whom = models.CharField(_("from whom"), max_length=160)
    text = models.TextField(_("what they answered"))
    source = models.CharField(_("where it stands"), max_length=300)
    source_url = models.URLField(_("link"), blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-answered_on", "-recorded_at"]

    def __str__(self) -> str:
        return f"Answer of {self.answered_on}"
