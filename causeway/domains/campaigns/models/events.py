"""Events that people come to, who signed up for them, and private calendar addresses."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.campaigns.models.campaigns import Campaign
from causeway.kernel.sealing import SealedTextField


class Event(models.Model):
    """Something with a time and a place that a campaign invites people to."""

    class Kind(models.TextChoices):
        PUBLIC_MEETING = "public_meeting", _("Public meeting")
        ORGANISING = "organising", _("Organising meeting")
        STALL = "stall", _("Stall")
        LEAFLETING = "leafleting", _("Leafleting")
        DEMONSTRATION = "demonstration", _("Demonstration")
        LOBBY = "lobby", _("Lobby")
        PICKET = "picket", _("Picket or support for one")
        OCCUPATION = "occupation", _("Occupation")
        HEARING = "hearing", _("Council meeting or hearing")
        TRAINING = "training", _("Training or speaker visit")
        SOCIAL = "social", _("Social event")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="events")
    host = models.ForeignKey("alliances.Organisation", models.SET_NULL, null=True, blank=True, related_name="+")
    title = models.CharField(_("title"), max_length=160)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    about = models.TextField(_("what it is about"), blank=True)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    place = models.CharField(_("place"), max_length=240)
    step_free = models.BooleanField(_("step-free"), default=False)
    hearing_loop = models.BooleanField(_("hearing loop"), default=False)
    quiet_space = models.BooleanField(_("quiet space"), default=False)
    access_notes = models.TextField(_("more about access"), blank=True)
    travel = models.TextField(_("how to get there"), blank=True)
    is_public = models.BooleanField(_("open to everybody"), default=True)
    capacity = models.PositiveIntegerField(_("places"), null=True, blank=True)
    contact_office = models.CharField(_("whom to ask"), max_length=160, blank=True)
    version = models.PositiveIntegerField(default=0)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_because = models.CharField(max_length=300, blank=True)
    turn_out = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["starts_at", "title"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="event_ends_after_it_starts"
            ),
        ]
        indexes = [models.Index(fields=["campaign", "starts_at"], name="events_of_campaign")]

    def __str__(self) -> str:
        return self.title


class SignUp(models.Model):
    """That somebody means to come. Name, address and access needs are sealed; needs go 14 days after the event.

    ``same_person`` finds a second sign-up of one address. A visitor's counts once it is confirmed.
    """

    class Answer(models.TextChoices):
        COMING = "coming", _("I am coming")
        MAYBE = "maybe", _("I may come")
        NOT_COMING = "not_coming", _("I cannot come")

    class Came(models.TextChoices):
        UNKNOWN = "", _("Not noted")
        CAME = "came", _("Came")
        HELPED = "helped", _("Came and helped to run it")
        ABSENT = "absent", _("Did not come")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    event = models.ForeignKey(Event, models.CASCADE, related_name="sign_ups")
    person = models.ForeignKey("people.Person", models.CASCADE, null=True, related_name="+")
    name = SealedTextField()
    email = SealedTextField(default="")
    same_person = models.BinaryField(max_length=32)
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.COMING)
    guests = models.PositiveSmallIntegerField(default=0)
    access_needs = SealedTextField(default="")
    wants_to_hear = models.BooleanField(default=False)
    waiting = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    letter_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    came = models.CharField(max_length=6, choices=Came.choices, default=Came.UNKNOWN, blank=True)

    class Meta:
        ordering = ["made_at"]
        constraints = [models.UniqueConstraint(fields=["event", "same_person"], name="signed_up_once")]

    def __str__(self) -> str:
        return f"Sign-up {self.pk}"

    @property
    def heads(self) -> int:
        """How many places it takes."""
        return 1 + self.guests if self.answer == self.Answer.COMING else 0


class CalendarKey(models.Model):
    """A person's private calendar address: whoever holds the key reads their shifts and events."""

    person = models.OneToOneField("people.Person", models.CASCADE, related_name="+")
    key = SealedTextField()
    key_index = models.BinaryField(max_length=32, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Calendar key {self.pk}"
