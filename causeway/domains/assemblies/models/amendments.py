"""Amendments, the parts of a motion, seconders, and the votes in which all these are settled."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Organisation
from causeway.domains.assemblies.models.motions import Motion
from causeway.domains.assemblies.models.processes import Process


class Amendment(models.Model):
    """A change of one paragraph, or a new paragraph after it (0: before the first)."""

    class Action(models.TextChoices):
        REWORD = "reword", _("Reword the paragraph")
        STRIKE = "strike", _("Strike the paragraph out")
        ADD = "add", _("Add a paragraph after it")

    class State(models.TextChoices):
        MOVED = "moved", _("Moved")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        CARRIED = "carried", _("Carried")
        LOST = "lost", _("Lost")
        FELL = "fell", _("Fell")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    motion = models.ForeignKey(Motion, models.CASCADE, related_name="amendments")
    number = models.PositiveSmallIntegerField(_("number"))
    action = models.CharField(_("what it does"), max_length=6, choices=Action.choices)
    paragraph = models.CharField(_("the paragraph that it touches"), max_length=6)
    text = models.TextField(_("new words"), max_length=4000, blank=True)
    reason = models.TextField(_("why"), max_length=1000, blank=True)
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.MOVED)
    mover = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    moved_for = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    moved_on = models.DateField(_("moved on"))
    settled_on = models.DateField(_("settled on"), null=True)
    settled_how = models.CharField(_("how it was settled"), max_length=300, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["motion", "number"], name="amendment_number_once")]

    def __str__(self) -> str:
        return f"Amendment {self.number} of {self.motion}"

    @property
    def process(self) -> Process:
        """The process in which it was moved."""
        return self.motion.process


class Part(models.Model):
    """Some paragraphs of a motion that are voted on by themselves."""

    class State(models.TextChoices):
        OPEN = "open", _("Not voted on")
        CARRIED = "carried", _("Carried")
        LOST = "lost", _("Lost")

    motion = models.ForeignKey(Motion, models.CASCADE, related_name="parts")
    number = models.PositiveSmallIntegerField(_("number"))
    paragraphs = models.JSONField(_("numbers of its paragraphs"))
    state = models.CharField(_("state"), max_length=7, choices=State.choices, default=State.OPEN)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["motion", "number"], name="part_number_once")]

    def __str__(self) -> str:
        return f"Part {self.number} of {self.motion}"


class Seconding(models.Model):
    """That somebody seconds a motion or an amendment; for an organisation, where organisations move."""

    motion = models.ForeignKey(Motion, models.CASCADE, null=True, related_name="secondings")
    amendment = models.ForeignKey(Amendment, models.CASCADE, null=True, related_name="secondings")
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    seconded_for = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    seconded_on = models.DateField(_("seconded on"))

    class Meta:
        ordering = ["seconded_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(motion__isnull=False, amendment=None)
                | models.Q(motion=None, amendment__isnull=False),
                name="seconds_one_thing",
            ),
            *(
                models.UniqueConstraint(fields=[what, who], name=f"{what}_once_by_{who}")
                for what in ("motion", "amendment")
                for who in ("person", "seconded_for")
            ),
        ]

    def __str__(self) -> str:
        return f"Seconding of {self.motion or self.amendment}"


class MotionVote(models.Model):
    """That a motion, one of its parts or an amendment was put to the vote, and what came out.

    ``process`` is a process of its own, a step of the motion's. Where it was cancelled the vote stays open here for
    good, and the same is put again.
    """

    class State(models.TextChoices):
        OPEN = "open", _("Not settled")
        CARRIED = "carried", _("Carried")
        LOST = "lost", _("Lost")
        NO_QUORUM = "no_quorum", _("Too few voted")

    process = models.OneToOneField(Process, models.CASCADE, primary_key=True, related_name="motion_vote")
    motion = models.ForeignKey(Motion, models.CASCADE, related_name="votes")
    amendment = models.ForeignKey(Amendment, models.CASCADE, null=True, related_name="votes")
    part = models.ForeignKey(Part, models.CASCADE, null=True, related_name="votes")
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.OPEN)
    put_on = models.DateField(_("put to the vote on"))
    settled_on = models.DateField(_("settled on"), null=True)

    class Meta:
        ordering = ["put_on", "process__title"]
        constraints = [
            models.CheckConstraint(condition=models.Q(amendment=None) | models.Q(part=None), name="vote_on_one_thing")
        ]

    def __str__(self) -> str:
        return f"Vote on {self.amendment or self.part or self.motion}"
