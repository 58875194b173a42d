"""What became of motions: adopted texts, and where organisations stand."""

from __future__ import annotations

import uuid

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Organisation
from causeway.domains.assemblies.models.motions import Motion, StandingOrders
from causeway.domains.assemblies.models.processes import Process


class Position(models.Model):
    """Where an organisation stands on a motion. It may dissent with a reason, and stays in."""

    class Stance(models.TextChoices):
        SUPPORT = "support", _("Supports it")
        NEUTRAL = "neutral", _("Stays neutral")
        DISSENT = "dissent", _("Dissents, and stays in")

    motion = models.ForeignKey(Motion, models.CASCADE, related_name="positions")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    stance = models.CharField(_("position"), max_length=7, choices=Stance.choices)
    reason = models.TextField(_("reason"), max_length=1000, blank=True)
    since = models.DateField(_("since"))

    class Meta:
        ordering = ["organisation__name", "id"]
        constraints = [models.UniqueConstraint(fields=["motion", "organisation"], name="position_once")]

    def __str__(self) -> str:
        return f"Position of {self.organisation_id}"


class AdoptedText(models.Model):
    """The text of a motion that was carried, as it was carried: a policy, an open letter, or a campaign's demand."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    motion = models.OneToOneField(Motion, models.PROTECT, related_name="adopted")
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=6, choices=StandingOrders.Becomes.choices)
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("text"))
    addressed_to = models.CharField(_("addressed to"), max_length=200, blank=True)
    why_here = models.CharField(_("why it was decided here"), max_length=300)
    open_to = models.CharField(_("who may read it"), max_length=9, choices=Process.Audience.choices)
    campaign = models.ForeignKey("campaigns.Campaign", models.SET_NULL, null=True, related_name="+")
    demand = models.ForeignKey("campaigns.Demand", models.SET_NULL, null=True, related_name="+")
    adopted_on = models.DateField(_("adopted on"))
    ended_on = models.DateField(_("ended on"), null=True)
    ended_why = models.CharField(_("why it ended"), max_length=300, blank=True)

    class Meta:
        ordering = ["-adopted_on", "title", "id"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("assemblies:adopted", kwargs={"slug": self.slug})


class TextEndorsement(models.Model):
    """That an organisation stands behind an adopted open letter, by an officer who may speak for it."""

    text = models.ForeignKey(AdoptedText, models.CASCADE, related_name="endorsements")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    endorsed_on = models.DateField(_("endorsed on"))
    withdrawn_on = models.DateField(_("withdrawn on"), null=True)

    class Meta:
        ordering = ["endorsed_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["text", "organisation"], condition=models.Q(withdrawn_on=None), name="text_endorsed_once"
            )
        ]

    def __str__(self) -> str:
        return f"Endorsement by {self.organisation_id}"
