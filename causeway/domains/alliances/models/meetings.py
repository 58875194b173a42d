"""Meetings: announced, held, minuted, and the minutes adopted by the next."""

from __future__ import annotations

import uuid

from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models.bodies import Alliance, Organisation
from causeway.kernel.sealing import SealedTextField


class Meeting(models.Model):
    """A meeting of an alliance or of an organisation. ``sequence`` counts its changes, as calendars want it."""

    class Visibility(models.TextChoices):
        PUBLIC = "public", _("Public: anyone may see it and come")
        MEMBERS = "members", _("Members only")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alliance = models.ForeignKey(Alliance, models.CASCADE, null=True, blank=True, related_name="meetings")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, blank=True, related_name="meetings")
    title = models.CharField(_("title"), max_length=120)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    place = models.CharField(_("place"), max_length=200, blank=True)
    access_notes = models.TextField(_("access"), blank=True)
    online_link = models.URLField(_("online link"), max_length=500, blank=True)
    visibility = models.CharField(_("who may see it"), max_length=8, choices=Visibility.choices)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)
    cancel_reason = models.CharField(_("why it is cancelled"), max_length=300, blank=True)
    next_on = models.DateField(_("next meeting suggested for"), null=True, blank=True)
    apologies = models.PositiveIntegerField(_("apologies"), null=True, blank=True)
    minutes = models.TextField(_("minutes"), blank=True)
    minutes_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    adopted_on = models.DateField(_("minutes adopted on"), null=True)
    adopted_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    adopted_at = models.ForeignKey("self", models.SET_NULL, null=True, related_name="adopted_minutes")

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [
            models.Index(fields=["alliance", "starts_at"], name="meetings_of_alliance"),
            models.Index(fields=["organisation", "starts_at"], name="meetings_of_organisation"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(alliance__isnull=False, organisation=None)
                | models.Q(alliance=None, organisation__isnull=False),
                name="meeting_of_one_body",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="meeting_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:page", kwargs={"meeting_id": self.pk})

    @property
    def body(self) -> Alliance | Organisation | None:
        """The body that meets."""
        return self.alliance or self.organisation

    @property
    def is_public(self) -> bool:
        return self.visibility == self.Visibility.PUBLIC


class AgendaItem(models.Model):
    """One point of the agenda, in its place."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("title"), max_length=160)
    note = models.CharField(_("note"), max_length=400, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True, validators=[MaxValueValidator(600)])

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["meeting", "position"], name="agenda_in_order")]

    def __str__(self) -> str:
        return self.title


class Attendance(models.Model):
    """How many came for one organisation, or (without one) for none."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendance")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, blank=True, related_name="+")
    present = models.PositiveIntegerField(_("present"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "organisation"], nulls_distinct=False, name="attendance_counted_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.present} at {self.meeting}"


class MeetingReply(models.Model):
    """That somebody said they come or send apologies. Sealed: coming to a union's meeting tells of membership."""

    class Answer(models.TextChoices):
        COMING = "coming", _("I am coming")
        APOLOGIES = "apologies", _("I send apologies")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="replies")
    person_index = models.BinaryField(max_length=32)
    sealed_person = SealedTextField()
    answer = models.CharField(_("answer"), max_length=9, choices=Answer.choices)
    named = models.BooleanField(_("show my name to the others invited"), default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "person_index"], name="replied_once")]

    def __str__(self) -> str:
        return f"Reply {self.pk}"


class MeetingAction(models.Model):
    """What a meeting agreed that somebody does, by when, and whether it is done."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="actions")
    text = models.CharField(_("what"), max_length=300)
    who = models.CharField(_("who"), max_length=120)
    due_on = models.DateField(_("by when"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True)

    class Meta:
        ordering = ["due_on", "text"]

    def __str__(self) -> str:
        return self.text


class CalendarKey(models.Model):
    """The secret in a person's own calendar addresses. It names no body: what it opens follows from standing."""

    person = models.OneToOneField("people.Person", models.CASCADE, related_name="+")
    token = SealedTextField()
    token_index = models.BinaryField(max_length=32, unique=True)
    renewed_on = models.DateField()

    def __str__(self) -> str:
        return f"Calendar key {self.pk}"
