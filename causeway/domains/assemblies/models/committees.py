"""What an election makes: a committee with its places, who holds them, and how a vacant one is filled."""

from __future__ import annotations

import uuid

from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Term
from causeway.domains.assemblies.models.ballots import Option
from causeway.domains.assemblies.models.processes import Process

LONGEST_RHYTHM = 104  # weeks


class Committee(models.Model):
    """What a body elects people to: their term, their duties, how often they report. It is a body itself.

    Written down before anybody stands; ``formed_on`` is set once the election is counted.
    """

    room = "committees"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    election = models.OneToOneField(Process, models.PROTECT, related_name="committee")
    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=160)
    duties = models.TextField(_("what its members do"), max_length=4000, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True)
    report_weeks = models.PositiveSmallIntegerField(
        _("weeks from report to report"), default=0, validators=[MaxValueValidator(LONGEST_RHYTHM)]
    )
    formed_on = models.DateField(_("formed on"), null=True)

    class Meta:
        ordering = ["-starts_on", "name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gt=models.F("starts_on")),
                name="committee_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("committees:page", kwargs={"slug": self.slug})


class Seat(models.Model):
    """That somebody was elected to a place, and what became of it.

    The name is the one on the paper (``option``). Who takes a place after somebody else ``succeeds`` them; nobody is
    elected twice from one paper.
    """

    class State(models.TextChoices):
        OFFERED = "offered", _("elected, has not answered yet")
        HELD = "held", _("holds the place")
        DECLINED = "declined", _("declined")
        LAPSED = "lapsed", _("did not take it up in time")
        RESIGNED = "resigned", _("stepped down")
        RECALLED = "recalled", _("was recalled")
        GONE = "gone", _("has left Causeway")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="seats")
    election = models.ForeignKey(Process, models.PROTECT, related_name="+")
    option = models.ForeignKey(Option, models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    succeeds = models.OneToOneField("self", models.PROTECT, null=True, related_name="successor")
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.OFFERED)
    offered_at = models.DateTimeField(_("elected at"))
    since = models.DateField(_("since"), null=True)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    next_report_on = models.DateField(_("next report due on"), null=True)
    reminded_for = models.DateField(_("reminded of the report due on"), null=True)
    term = models.OneToOneField(Term, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["offered_at", "option__place"]
        constraints = [models.UniqueConstraint(fields=["election", "option"], name="seat_once_from_a_paper")]
        indexes = [models.Index(fields=["person"], name="seats_of_person")]

    def __str__(self) -> str:
        return f"Seat {self.pk}"


class Readiness(models.Model):
    """Whether a candidate of the election still stands, and would take a place that fell vacant."""

    seat = models.ForeignKey(Seat, models.CASCADE, related_name="answers")
    option = models.ForeignKey(Option, models.PROTECT, related_name="+")
    ready = models.BooleanField(_("would take the place"))
    answered_on = models.DateField(_("answered on"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seat", "option"], name="readiness_answered_once")]

    def __str__(self) -> str:
        return f"{self.option} {'stands' if self.ready else 'does not stand'}"


class Countback(models.Model):
    """How a vacancy was filled from the papers of the election; the whole record, never computed again to be shown.

    Places are those of the options on the paper, from 0. ``kept`` are the places kept for a section, as in the
    conditions of a count: name, options, minimum. ``outcome`` is null where nobody stood.
    """

    seat = models.OneToOneField(Seat, models.PROTECT, primary_key=True, related_name="countback")
    counted_at = models.DateTimeField(_("counted at"))
    sitting = models.JSONField(_("who stays"), default=list)
    passed_over = models.JSONField(_("who does not stand"), default=list)
    kept = models.JSONField(_("places kept for sections"), default=list)
    outcome = models.JSONField(_("outcome"), null=True)
    filled_by = models.ForeignKey(Option, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"Countback for {self.seat_id}"
