"""A conversation: one question, and statements that people agree or disagree with, one at a time."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.models.processes import Process

LONGEST_STATEMENT = 280
"""One idea, with room for its reason in Welsh or English: read aloud in a breath, and on a phone without scrolling."""


class Conversation(models.Model):
    """The deliberation of a process. Its time is the phase DELIBERATE; until ``frozen_at`` it takes new statements.

    ``weighed`` is how many votes the chances and totals of the statements rest on. ``closed_at`` is when the final
    totals were taken, ``cleared_at`` when whatever led from a voice to a person was destroyed.
    """

    class Audience(models.TextChoices):
        MEMBERS = "members", _("Those who belong")
        EVERYBODY = "everybody", _("Anybody who has an account and the link")

    process = models.OneToOneField(Process, models.CASCADE, primary_key=True, related_name="conversation")
    question = models.CharField(_("question"), max_length=300)
    audience = models.CharField(_("who may take part"), max_length=9, choices=Audience.choices)
    by_code = models.BooleanField(_("codes on paper give a voice too"), default=False)
    moderated = models.BooleanField(_("two people look at each statement before it is shown"), default=True)
    weighed = models.PositiveIntegerField(default=0)
    frozen_at = models.DateTimeField(_("takes no new statements since"), null=True)
    closed_at = models.DateTimeField(_("closed at"), null=True)
    cleared_at = models.DateTimeField(_("links to people destroyed at"), null=True)

    def __str__(self) -> str:
        return self.question


class Statement(models.Model):
    """One idea that people can agree or disagree with. Who wrote it is never shown.

    ``author`` is the voice that wrote it, so that its holder finds out what became of it; None for those that open a
    conversation (``seeded``). ``words`` is the text without case, points and spaces. ``chance`` is how much it needs
    votes, compared with the others. ``totals`` is what is shown of the votes (see ``opinion_totals``).
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        IN = "in", _("in the conversation")
        OUT = "out", _("kept out")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="statements")
    number = models.PositiveSmallIntegerField(_("number"))
    text = models.CharField(_("statement"), max_length=LONGEST_STATEMENT)
    words = models.CharField(max_length=LONGEST_STATEMENT)
    state = models.CharField(_("state"), max_length=7, choices=State.choices, default=State.WAITING)
    seeded = models.BooleanField(default=False)
    author = models.ForeignKey("assemblies.Voice", models.SET_NULL, null=True, related_name="+")
    appeal = models.CharField(_("why it should be let in"), max_length=500, blank=True)
    chance = models.FloatField(default=1.0)
    totals = models.JSONField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "number"], name="statement_in_its_place"),
            models.UniqueConstraint(fields=["conversation", "words"], name="statement_said_once"),
        ]

    def __str__(self) -> str:
        return self.text


class Look(models.Model):
    """What one of the two sides decided on a statement, and why. ``after_appeal``: it was looked at again."""

    class Side(models.TextChoices):
        RUNS = "runs", _("those who run it")
        FLOOR = "floor", _("those whom the organisations sent")

    class Ground(models.TextChoices):
        HARM = "harm", _("It names, insults or endangers somebody")
        UNCLEAR = "unclear", _("One cannot agree or disagree with it as it stands")
        SEVERAL = "several", _("It says several things at once")
        REPEATED = "repeated", _("Another statement says the same")
        ELSEWHERE = "elsewhere", _("It is not about the question")
        UNLAWFUL = "unlawful", _("Publishing it would break the law")

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="looks")
    side = models.CharField(max_length=5, choices=Side.choices)
    after_appeal = models.BooleanField(default=False)
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    lets_in = models.BooleanField()
    ground = models.CharField(_("ground"), max_length=9, choices=Ground.choices, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    looked_on = models.DateField()

    class Meta:
        ordering = ["after_appeal", "side"]
        constraints = [
            models.UniqueConstraint(fields=["statement", "side", "after_appeal"], name="looked_at_once_by_each_side"),
            models.CheckConstraint(
                condition=models.Q(lets_in=True) | ~models.Q(ground="") & ~models.Q(reason=""),
                name="kept_out_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"Look at {self.statement_id} by {self.get_side_display()}"
