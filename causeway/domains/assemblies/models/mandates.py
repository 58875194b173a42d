"""What a committee is mandated to do, and what its members report to those who elected them."""

from __future__ import annotations

import uuid

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.models.adopted import AdoptedText
from causeway.domains.assemblies.models.committees import Committee, Seat


class Mandate(models.Model):
    """A mandate in writing, as the body adopted it; the latest is in force, and the earlier ones stay."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    committee = models.ForeignKey(Committee, models.CASCADE, related_name="mandates")
    text = models.TextField(_("text"), max_length=6000)
    adopted_on = models.DateField(_("adopted on"))
    adopted_text = models.ForeignKey(AdoptedText, models.SET_NULL, null=True, related_name="+")
    written_on = models.DateField(_("written down on"))

    class Meta:
        ordering = ["-adopted_on", "-written_on", "id"]

    def __str__(self) -> str:
        return f"Mandate of {self.committee} from {self.adopted_on}"


class Report(models.Model):
    """What a member of a committee reports for a day on which a report was due."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="reports")
    due_on = models.DateField(_("due on"))
    text = models.TextField(_("report"), max_length=6000)
    written_on = models.DateField(_("written on"))

    class Meta:
        ordering = ["-due_on", "id"]
        constraints = [models.UniqueConstraint(fields=["seat", "due_on"], name="report_once_for_a_day")]

    def __str__(self) -> str:
        return f"Report due on {self.due_on}"

    def get_absolute_url(self) -> str:
        return reverse("mandates:report", kwargs={"report_id": self.pk})


class ReportQuestion(models.Model):
    """What somebody asks about a report, and the answer. Who asked is shown to nobody."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(Report, models.CASCADE, related_name="questions")
    text = models.CharField(_("question"), max_length=300)
    asked_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    asked_on = models.DateField(_("asked on"))
    answer = models.TextField(_("answer"), max_length=1500, blank=True)
    answered_on = models.DateField(_("answered on"), null=True)

    class Meta:
        ordering = ["asked_on", "id"]

    def __str__(self) -> str:
        return f"Question {self.pk}"
