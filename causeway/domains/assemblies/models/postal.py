"""Votes by post: papers that voters ask for, envelopes that come back, and papers typed in by two tellers."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.models.processes import Process
from causeway.domains.assemblies.models.rolls import Elector
from causeway.kernel.sealing import SealedTextField


class PostalVote(models.Model):
    """That papers may come by post: where to and until when, and how many envelopes and papers came in."""

    process = models.OneToOneField(Process, models.CASCADE, primary_key=True, related_name="postal_vote")
    return_to = models.CharField(_("where papers are sent to"), max_length=300)
    post_by = models.DateTimeField(_("envelopes are taken in until"))
    envelopes = models.PositiveIntegerField(_("envelopes taken in"), default=0)
    entered = models.PositiveIntegerField(_("papers entered"), default=0)

    def __str__(self) -> str:
        return f"Post of {self.process}"


class PostalPaper(models.Model):
    """That an elector asked for a paper. The code stands on the outer envelope; nothing of it on the paper."""

    elector = models.OneToOneField(Elector, models.CASCADE, primary_key=True, related_name="postal_paper")
    code = models.CharField(_("code on the envelope"), max_length=14, unique=True)
    address = SealedTextField(_("where to send it"), blank=True)
    issued_on = models.DateField(_("issued on"), null=True)

    def __str__(self) -> str:
        return f"Paper asked for: {self.pk}"


class Duty(models.Model):
    """That somebody opens outer envelopes, or types papers in; in one vote nobody does both."""

    class Kind(models.TextChoices):
        CLERK = "clerk", _("Opens the outer envelopes")
        TELLER = "teller", _("Types the papers in")

    process = models.ForeignKey(Process, models.CASCADE, related_name="duties")
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    kind = models.CharField(_("duty"), max_length=6, choices=Kind.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["process", "person"], name="one_duty_in_a_vote")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} in {self.process}"


class Stack(models.Model):
    """A stack of papers, mixed by hand, that two tellers type in. It is deleted with all counts once they agree."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    vote = models.OneToOneField(PostalVote, models.CASCADE, related_name="stack")
    size = models.PositiveSmallIntegerField(_("papers in it"))

    def __str__(self) -> str:
        return f"Stack of {self.size}"


class StackCount(models.Model):
    """What one teller typed of a stack: the marks of each paper in its order, None for those still to come."""

    stack = models.ForeignKey(Stack, models.CASCADE, related_name="counts")
    teller = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    papers = models.JSONField(_("papers"))

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["stack", "teller"], name="stack_typed_once_each")]

    def __str__(self) -> str:
        return f"Count {self.pk}"
