"""Rotas: patterns of shifts over weeks or months, and who takes which."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.campaigns.models.campaigns import Campaign
from causeway.domains.campaigns.models.events import Event


class Rota(models.Model):
    """A standing pattern of shifts: an occupation day and night, a stall each Saturday, or one event's tasks."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="rotas")
    event = models.ForeignKey(Event, models.CASCADE, null=True, blank=True, related_name="rotas")
    title = models.CharField(_("title"), max_length=160)
    about = models.TextField(_("what to do and bring"), blank=True)
    place = models.CharField(_("place"), max_length=240, blank=True)
    days = ArrayField(models.PositiveSmallIntegerField())
    from_date = models.DateField(_("first day"))
    to_date = models.DateField(_("last day"))
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["from_date", "title"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to_date__gte=models.F("from_date")), name="rota_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Window(models.Model):
    """One time of day in a rota's pattern. Local wall times; an end at or before the start is on the next day."""

    rota = models.ForeignKey(Rota, models.CASCADE, related_name="windows")
    starts = models.TimeField(_("from"))
    ends = models.TimeField(_("to"))
    needed = models.PositiveSmallIntegerField(_("people needed"))

    class Meta:
        ordering = ["starts"]
        constraints = [models.CheckConstraint(condition=models.Q(needed__gte=1), name="window_needs_people")]

    def __str__(self) -> str:
        return f"{self.starts:%H:%M}–{self.ends:%H:%M}"


class Shift(models.Model):
    """One stretch of time that needs people."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    rota = models.ForeignKey(Rota, models.CASCADE, related_name="shifts")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    needed = models.PositiveSmallIntegerField()
    called_off_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="shift_ends_after_it_starts"
            ),
        ]
        indexes = [
            models.Index(fields=["rota", "starts_at"], name="shifts_of_rota"),
            models.Index(fields=["starts_at"], name="shifts_by_time"),
        ]

    def __str__(self) -> str:
        return f"Shift at {self.starts_at:%Y-%m-%d %H:%M}"


class Turn(models.Model):
    """That a person takes a shift, or is asked to (``offered``): nobody is placed without their own word.

    ``instead_of`` is the turn that ends when an offered one is accepted: handing over.
    """

    class State(models.TextChoices):
        TAKEN = "taken", _("Taken")
        OFFERED = "offered", _("Asked")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    shift = models.ForeignKey(Shift, models.CASCADE, related_name="turns")
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices, default=State.TAKEN)
    instead_of = models.ForeignKey("self", models.CASCADE, null=True, related_name="+")
    cover_wanted = models.BooleanField(default=False)
    since = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["since"]
        constraints = [models.UniqueConstraint(fields=["shift", "person"], name="one_turn_a_shift")]
        indexes = [models.Index(fields=["person", "state"], name="turns_of_person")]

    def __str__(self) -> str:
        return f"Turn {self.pk}"


class ReminderChoice(models.Model):
    """How long before a shift a person is reminded; whoever has no row is reminded 24 hours before."""

    person = models.OneToOneField("people.Person", models.CASCADE, related_name="+")
    hours_before = models.PositiveSmallIntegerField(default=24)
    stopped_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"Reminder choice {self.pk}"
