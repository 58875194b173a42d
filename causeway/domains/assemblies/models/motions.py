"""Motions: the rules that they are moved under, the text in its versions, and who seconds it."""

from __future__ import annotations

import uuid

from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Organisation, Section
from causeway.domains.assemblies.models.ballots import Ballot
from causeway.domains.assemblies.models.conversations import Statement
from causeway.domains.assemblies.models.processes import Process


class StandingOrders(models.Model):
    """The rules of a process in which motions are moved: by whom, with how many seconders, and what they become.

    The threshold and the quorum hold for a motion and its parts; an amendment needs more yes than no.
    """

    class Movers(models.TextChoices):
        MEMBERS = "members", _("Those who belong")
        ORGANISATIONS = "organisations", _("Organisations, by their officers")

    class Becomes(models.TextChoices):
        POLICY = "policy", _("Policy of the body")
        LETTER = "letter", _("An open letter, which organisations endorse")
        DEMAND = "demand", _("A demand of a campaign")

    process = models.OneToOneField(Process, models.CASCADE, primary_key=True, related_name="orders")
    movers = models.CharField(_("who moves motions"), max_length=13, choices=Movers.choices)
    seconders = models.PositiveSmallIntegerField(_("seconders needed"), default=1, validators=[MaxValueValidator(50)])
    becomes = models.CharField(_("what an adopted text becomes"), max_length=6, choices=Becomes.choices)
    addressed_to = models.CharField(_("whom the letter is addressed to"), max_length=200, blank=True)
    campaign = models.ForeignKey("campaigns.Campaign", models.SET_NULL, null=True, related_name="+")
    threshold = models.CharField(_("what carries it"), max_length=14, choices=Ballot.Threshold.choices)
    quorum_percent = models.PositiveSmallIntegerField(_("quorum in per cent"), validators=[MaxValueValidator(100)])
    section = models.CharField(_("section"), max_length=12, choices=Section.choices, blank=True)

    def __str__(self) -> str:
        return f"Standing orders of {self.process}"


class Motion(models.Model):
    """What somebody moves that the body decide. Its text stands in ``texts``, the latest last.

    ``place`` is its place on the agenda; ``statement`` the one of a conversation that it grew out of. A composite
    waits until the movers of all its sources have agreed.
    """

    class State(models.TextChoices):
        MOVED = "moved", _("Moved")
        PROPOSED = "proposed", _("Composite, waits for the movers")
        MERGED = "merged", _("Part of a composite")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        CARRIED = "carried", _("Carried")
        LOST = "lost", _("Lost")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    process = models.ForeignKey(Process, models.CASCADE, related_name="motions")
    place = models.PositiveSmallIntegerField(_("place on the agenda"))
    title = models.CharField(_("title"), max_length=160)
    reason = models.TextField(_("why"), max_length=2000, blank=True)
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.MOVED)
    mover = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    moved_for = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    moved_on = models.DateField(_("moved on"))
    statement = models.ForeignKey(Statement, models.SET_NULL, null=True, related_name="motions")
    settled_on = models.DateField(_("settled on"), null=True)
    settled_how = models.CharField(_("how it was settled"), max_length=300, blank=True)

    class Meta:
        ordering = ["place", "moved_on", "id"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("assemblies:motion", kwargs={"slug": self.process.slug, "motion_id": self.pk})


class MotionText(models.Model):
    """One version of a motion's text: its paragraphs, and where they come from.

    ``paragraphs`` are pairs of a number, which a paragraph keeps for good, and the words; a paragraph that was struck
    out keeps its number and has no words.
    """

    motion = models.ForeignKey(Motion, models.CASCADE, related_name="texts")
    number = models.PositiveSmallIntegerField(_("version"))
    paragraphs = models.JSONField(_("paragraphs"))
    made_on = models.DateField(_("made on"))
    made_by = models.CharField(_("what made it"), max_length=300)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["motion", "number"], name="motion_text_once")]

    def __str__(self) -> str:
        return f"Version {self.number} of {self.motion}"


class CompositeSource(models.Model):
    """That a composite takes up a motion, and since when its mover agrees."""

    composite = models.ForeignKey(Motion, models.CASCADE, related_name="sources")
    motion = models.ForeignKey(Motion, models.CASCADE, related_name="composites")
    agreed_on = models.DateField(_("agreed on"), null=True)

    class Meta:
        ordering = ["motion__place", "id"]
        constraints = [models.UniqueConstraint(fields=["composite", "motion"], name="source_once")]

    def __str__(self) -> str:
        return f"{self.motion} in {self.composite}"
