"""Petitions and open letters, what was corrected in them, and how many signed."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Petition(models.Model):
    """A text addressed to targets, which people (and, for an open letter, organisations) sign.

    It is a draft until ``opened_at`` and closed from ``closed_at``. ``keep_until`` is the day after which its
    signatures are deleted; the totals stay.
    """

    class Kind(models.TextChoices):
        PETITION = "petition", _("Petition")
        OPEN_LETTER = "open_letter", _("Open letter")

    class Stage(models.TextChoices):
        DRAFT = "draft", _("Draft")
        OPEN = "open", _("Open for signatures")
        CLOSED = "closed", _("Closed")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey("campaigns.Campaign", models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.PETITION)
    title = models.CharField(_("title"), max_length=160)
    slug = models.SlugField(max_length=80, unique=True)
    text = models.TextField(_("what it says"))
    targets = models.ManyToManyField("campaigns.Target", blank=True, related_name="+")
    organisations = models.ManyToManyField("alliances.Organisation", blank=True, related_name="+")
    goal = models.PositiveIntegerField(_("goal"), default=1000)
    share_text = models.CharField(_("words to share it with"), max_length=280, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closes_on = models.DateField(_("closes on"), null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    handed_in_on = models.DateField(_("handed in on"), null=True, blank=True)
    keep_until = models.DateField(_("signatures kept until"), null=True, blank=True)
    cleared_on = models.DateField(_("signatures deleted on"), null=True, blank=True)

    class Meta:
        ordering = ["-opened_at", "title"]
        indexes = [models.Index(fields=["-opened_at", "title"], name="petition_newest_first")]

    def __str__(self) -> str:
        return self.title

    @property
    def stage(self) -> Stage:
        """Where it stands today."""
        if self.closed_at:
            return self.Stage.CLOSED
        return self.Stage.OPEN if self.opened_at else self.Stage.DRAFT

    @property
    def is_open(self) -> bool:
        """Whether it takes signatures."""
        return self.stage is self.Stage.OPEN


class Correction(models.Model):
    """What was put right in the text after signing had begun: shown beside the text, which itself stays."""

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="corrections")
    text = models.TextField(_("the correction"))
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["made_at", "id"]

    def __str__(self) -> str:
        return f"Correction of {self.petition}"


class PetitionTally(models.Model):
    """How many signatures of one source and area a petition has: moved by the worker, a batch at a time."""

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="tallies", db_index=False)
    source = models.CharField(max_length=6)
    area = models.CharField(max_length=2)
    signatures = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["petition", "source", "area"], name="one_tally"),
        ]

    def __str__(self) -> str:
        return f"{self.signatures} {self.source} {self.area}"


class Endorsement(models.Model):
    """That an organisation signed an open letter, by an officer who may speak for it."""

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="endorsements")
    organisation = models.ForeignKey("alliances.Organisation", models.CASCADE, related_name="+")
    endorsed_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    endorsed_on = models.DateField()
    withdrawn_on = models.DateField(null=True)

    class Meta:
        ordering = ["endorsed_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["petition", "organisation"], condition=models.Q(withdrawn_on=None), name="endorsed_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} endorses {self.petition}"
