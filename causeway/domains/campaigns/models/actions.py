"""What a campaign has done."""

from __future__ import annotations

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from causeway.domains.campaigns.models.campaigns import Campaign


class Action(models.Model):
    """An action taken, of one of the kinds that campaigns take."""

    class Kind(models.TextChoices):
        MEETING = "meeting", _("Public meeting")
        STALL = "stall", _("Stall")
        LEAFLETING = "leafleting", _("Leafleting")
        HAND_IN = "hand_in", _("Petition hand-in")
        LOBBY = "lobby", _("Lobby")
        DEMONSTRATION = "demonstration", _("Demonstration")
        OCCUPATION = "occupation", _("Occupation")
        PICKET = "picket", _("Picket supported")
        FOI = "foi", _("Freedom of information request")
        MEDIA = "media", _("Media")
        OPEN_LETTER = "open_letter", _("Open letter")
        SURVEY = "survey", _("Survey")
        HEARING = "hearing", _("Hearing")
        SPEAKER = "speaker", _("Speaker visit")

    class Counted(models.TextChoices):
        COUNTED = "counted", _("Counted")
        ESTIMATED = "estimated", _("Estimated")
        ORGANISER = "organiser", _("The organisers’ figure")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="actions")
    kind = models.CharField(_("kind"), max_length=14, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=160)
    about = models.TextField(_("what happened"), blank=True)
    hosts = models.ManyToManyField("alliances.Organisation", blank=True, related_name="+")
    place = models.CharField(_("place"), max_length=160, blank=True)
    latitude = models.FloatField(null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)])
    longitude = models.FloatField(null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)])
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    turnout = models.PositiveIntegerField(_("how many came"), null=True, blank=True)
    turnout_how = models.CharField(_("how it was counted"), max_length=10, choices=Counted.choices, blank=True)
    gained = models.TextField(_("what it gained"), blank=True)
    links = models.JSONField(_("links"), default=list, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["starts_on", "title"]
        indexes = [models.Index(fields=["campaign", "starts_on"], name="actions_of_campaign")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self, slug: str = "") -> str:
        """Its page; ``slug`` is the campaign's, where the caller has it at hand."""
        return reverse("campaigns:action", args=[slug or self.campaign.slug, self.pk])


class ActionCorrection(models.Model):
    """That the record of an action was corrected: when, why, and what stood there before (label to text)."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="corrections")
    on = models.DateField()
    why = models.CharField(max_length=300)
    was = models.JSONField(default=dict)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"Correction on {self.on}"

    @property
    def before(self) -> list[str]:
        """What stood there before, as “what: words” for each field that changed."""
        labels = {field.name: str(getattr(field, "verbose_name", field.name)) for field in Action._meta.get_fields()}
        return [f"{labels.get(name, name)}: {words or '–'}" for name, words in self.was.items()]
