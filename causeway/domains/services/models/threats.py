"""What threatens a service, by when it will be decided, and what is recorded on the way."""

from __future__ import annotations

import uuid

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from causeway.domains.services.deadlines import DecisionClock, decision_clock
from causeway.domains.services.models.register import Service


class Threat(models.Model):
    """Something that would end, cut, sell or narrow a service, with its decision clock."""

    class Kind(models.TextChoices):
        CLOSURE = "closure", _("Closure")
        CUT = "cut", _("Cut")
        OUTSOURCING = "outsourcing", _("Outsourcing or tender")
        RELOCATION = "relocation", _("Relocation")
        CHARGE = "charge", _("New or higher charge")
        CONDITIONALITY = "conditionality", _("Conditions or sanctions")

    class Confidence(models.TextChoices):
        RUMOUR = "rumour", _("Heard, not confirmed")
        LIKELY = "likely", _("Likely: more than one source")
        CONFIRMED = "confirmed", _("Confirmed in a public document")

    class Outcome(models.TextChoices):
        STOPPED = "stopped", _("Stopped: the service is saved")
        REDUCED = "reduced", _("Partly stopped: less was lost than proposed")
        DELAYED = "delayed", _("Put off, without a new date")
        WENT_AHEAD = "went_ahead", _("It went ahead")
        UNFOUNDED = "unfounded", _("It was never proposed")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alliance = models.ForeignKey("alliances.Alliance", models.CASCADE, related_name="+")
    service = models.ForeignKey(Service, models.CASCADE, related_name="threats")
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(max_length=100, unique=True)
    summary = models.TextField(_("what is proposed"), blank=True)
    confidence = models.CharField(_("confidence"), max_length=10, choices=Confidence.choices)
    source = models.CharField(_("source"), max_length=300, blank=True)
    source_url = models.URLField(_("link to the source"), max_length=500, blank=True)
    announced_on = models.DateField(_("announced"), null=True, blank=True)
    consultation_opens_on = models.DateField(_("consultation opens"), null=True, blank=True)
    consultation_closes_on = models.DateField(_("consultation closes"), null=True, blank=True)
    decided_on = models.DateField(_("decision meeting"), null=True, blank=True)
    contract_ends_on = models.DateField(_("contract ends"), null=True, blank=True)
    review_by = models.DateField(_("last day for a judicial review"), null=True, blank=True)
    is_public = models.BooleanField(_("shown to everybody"), default=False)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_why = models.CharField(_("why it was withdrawn"), max_length=300, blank=True)
    recorded_on = models.DateField(null=True)
    closed_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome.choices, blank=True)
    outcome_note = models.TextField(_("what happened"), blank=True)
    outcome_url = models.URLField(_("link to the source"), max_length=500, blank=True)

    class Meta:
        ordering = ["-announced_on", "title"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_on=None, outcome="")
                | (models.Q(closed_on__isnull=False) & ~models.Q(outcome="")),
                name="threat_closed_with_outcome",
            )
        ]
        indexes = [
            models.Index(fields=["alliance", "closed_on"], name="threat_by_alliance"),
            models.Index(fields=["closed_on", "is_public"], name="threat_open_public"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("services:threat", kwargs={"slug": self.slug})

    @property
    def clock(self) -> DecisionClock:
        """Its decision clock, ready to show."""
        return decision_clock(self, closed_on=self.closed_on)


class DateMove(models.Model):
    """That a date of a threat's clock was set, moved or taken away: what it was, what it became, and who says so."""

    class Which(models.TextChoices):
        ANNOUNCED = "announced_on", _("Announced")
        CONSULTATION_OPENS = "consultation_opens_on", _("Consultation opens")
        CONSULTATION_CLOSES = "consultation_closes_on", _("Consultation closes")
        DECIDED = "decided_on", _("Decision meeting")
        CONTRACT_ENDS = "contract_ends_on", _("Contract ends")
        REVIEW = "review_by", _("Last day for a judicial review")

    threat = models.ForeignKey(Threat, models.CASCADE, related_name="date_moves")
    which = models.CharField(max_length=24, choices=Which.choices)
    was = models.DateField(null=True)
    became = models.DateField(null=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    source_url = models.URLField(_("link to the source"), max_length=500, blank=True)
    moved_on = models.DateField()

    class Meta:
        ordering = ["moved_on", "id"]

    def __str__(self) -> str:
        return f"{self.get_which_display()}: {self.was} to {self.became}"


class Evidence(models.Model):
    """What made us more, or less, sure of a threat."""

    threat = models.ForeignKey(Threat, models.CASCADE, related_name="evidence")
    confidence = models.CharField(_("confidence"), max_length=10, choices=Threat.Confidence.choices)
    source = models.CharField(_("source"), max_length=300)
    source_url = models.URLField(_("link to the source"), max_length=500, blank=True)
    note = models.TextField(_("what it says"), blank=True)
    added_on = models.DateField()

    class Meta:
        ordering = ["added_on", "id"]
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return self.source


class ChecklistNote(models.Model):
    """What is known on one point of the consultation checklist. Notes are added, never overwritten."""

    class Finding(models.TextChoices):
        UNKNOWN = "unknown", _("Not known yet")
        MET = "met", _("Met")
        DOUBTFUL = "doubtful", _("In doubt")
        NOT_MET = "not_met", _("Not met")

    threat = models.ForeignKey(Threat, models.CASCADE, related_name="checklist_notes")
    point = models.CharField(max_length=40)
    finding = models.CharField(_("finding"), max_length=8, choices=Finding.choices)
    note = models.TextField(_("what we know"), blank=True)
    evidence_url = models.URLField(_("link to the evidence"), max_length=500, blank=True)
    happened_on = models.DateField(_("when it happened"), null=True, blank=True)
    noted_on = models.DateField()

    class Meta:
        ordering = ["noted_on", "id"]

    def __str__(self) -> str:
        return f"{self.point}: {self.finding}"


class LawNote(models.Model):
    """An alliance's own correction of a fact of law: what it says now, since when, by which source."""

    alliance = models.ForeignKey("alliances.Alliance", models.CASCADE, related_name="+")
    fact = models.CharField(max_length=40)
    says = models.TextField(_("what the law says now"))
    source = models.CharField(_("source"), max_length=300)
    source_url = models.URLField(_("link to the source"), max_length=500, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    noted_on = models.DateField()

    class Meta:
        ordering = ["noted_on", "id"]

    def __str__(self) -> str:
        return f"{self.fact}: {self.source}"
