"""Of whom a campaign demands something, and what they have said."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.campaigns.models.campaigns import Campaign


class Target(models.Model):
    """A body or an office-holder, named by office, who can decide. Never a private address."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="targets")
    body = models.ForeignKey("services.PublicBody", models.PROTECT, null=True, blank=True, related_name="+")
    office = models.CharField(
        _("office"), max_length=160, blank=True, help_text=_("For example: Leader of the council.")
    )
    can_decide = models.CharField(_("what they can decide"), max_length=300, blank=True)
    dropped_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.office, self.body.name if self.body else ""]))


class Position(models.Model):
    """What a target has said, or was asked and did not answer, on a day, with its source."""

    class Stance(models.TextChoices):
        FOR = "for", _("For")
        AGAINST = "against", _("Against")
        UNDECIDED = "undecided", _("Undecided")
        SILENT = "silent", _("No answer")

    id = models.BigAutoField(primary_key=True)
    target = models.ForeignKey(Target, models.CASCADE, related_name="positions")
    stance = models.CharField(_("position"), max_length=10, choices=Stance.choices)
    on = models.DateField(_("date"))
    reply = models.TextField(_("their reply"), blank=True)
    source = models.CharField(_("source"), max_length=300)
    source_url = models.URLField(_("link to the source"), blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"{self.stance} on {self.on}"

    @property
    def campaign(self) -> Campaign:
        return self.target.campaign
