"""A process: how a body comes to a decision, as a list of phases. Phases open rights, and nothing else does."""

from __future__ import annotations

import uuid
from functools import reduce
from operator import or_

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Alliance, Organisation


def exactly_one(*names: str) -> models.Q:
    """That one of these keys is filled, and no other."""
    choices = (models.Q(**{f"{name}__isnull": name != chosen for name in names}) for chosen in names)
    return reduce(or_, choices)


class Process(models.Model):
    """One decision of a body: what is to be decided, and why at this level.

    ``part_of`` is the bigger process that this one is a step of: the motion of which it decides an amendment, say.
    """

    class Blueprint(models.TextChoices):
        BALLOT = "ballot", _("Vote")
        ELECTION = "election", _("Election")
        CONVERSATION = "conversation", _("Conversation")
        MOTION = "motion", _("Motion")
        STATEMENT = "statement", _("Joint statement")
        NAME = "name", _("Name of a campaign")
        CONFERENCE = "conference", _("Policy conference")
        POLL = "poll", _("Quick poll")
        RECALL = "recall", _("Recall")
        BY_HAND = "by_hand", _("By its own phases")

    class Audience(models.TextChoices):
        MEMBERS = "members", _("Those who belong")
        EVERYBODY = "everybody", _("Everybody")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    blueprint = models.CharField(_("kind"), max_length=12, choices=Blueprint.choices, default=Blueprint.BALLOT)
    part_of = models.ForeignKey("self", models.PROTECT, null=True, related_name="steps")
    slug = models.SlugField(max_length=80, unique=True)
    alliance = models.ForeignKey(Alliance, models.PROTECT, null=True, related_name="+")
    campaign = models.ForeignKey("campaigns.Campaign", models.PROTECT, null=True, related_name="+")
    deciding_committee = models.ForeignKey("assemblies.Committee", models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    service = models.ForeignKey("services.Service", models.PROTECT, null=True, related_name="+")
    title = models.CharField(_("title"), max_length=160)
    about = models.TextField(_("what is decided, and why"), max_length=4000, blank=True)
    why_here = models.CharField(_("why it is decided here"), max_length=300)
    result_for = models.CharField(_("who may see the result"), max_length=9, choices=Audience.choices)
    set_up_on = models.DateField(_("set up on"))
    cancelled_on = models.DateField(_("cancelled on"), null=True)
    cancel_reason = models.CharField(_("why it was cancelled"), max_length=300, blank=True)

    class Meta:
        ordering = ["-set_up_on", "title", "id"]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("alliance", "campaign", "deciding_committee", "organisation", "service"),
                name="process_in_one_body",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("assemblies:process", kwargs={"slug": self.slug})


class Phase(models.Model):
    """A stretch of time within a process that opens one right."""

    class Kind(models.TextChoices):
        DELIBERATE = "deliberate", _("Deliberate")
        PROPOSE = "propose", _("Propose")
        AMEND = "amend", _("Amend")
        SECOND = "second", _("Second")
        OBJECT = "object", _("Look at the roll and object")
        NOMINATE = "nominate", _("Put names forward")
        VOTE = "vote", _("Vote")

    process = models.ForeignKey(Process, models.CASCADE, related_name="phases")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    opens_at = models.DateTimeField(_("opens at"))
    closes_at = models.DateTimeField(_("closes at"))

    class Meta:
        ordering = ["opens_at"]
        constraints = [
            models.UniqueConstraint(fields=["process", "kind"], name="phase_once"),
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")), name="phase_closes_after_it_opens"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} in {self.process}"
