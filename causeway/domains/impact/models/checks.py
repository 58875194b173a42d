"""An impact check as it is being written: its effects, open questions, bearings on the frame, and who writes it."""

from __future__ import annotations

import uuid

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from causeway.domains.impact.frame import POINT_CHOICES


class ImpactCheck(models.Model):
    """Who gains and who loses by a proposal, a motion or a threat.

    ``kind`` and ``subject_id`` name what it is about (``subjects.py``): each thing has one check, which travels with
    it. What stands here is the working copy; what readers see is the last ``Edition``.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20)
    subject_id = models.UUIDField()
    gist = models.TextField(_("in a few sentences"), max_length=600, blank=True)
    uses_frame = models.BooleanField(_("uses the frame of future generations"), default=False)
    begun_on = models.DateField(_("begun on"))
    published_on = models.DateField(_("published on"), null=True)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True)
    withdrawn_why = models.CharField(_("why it was withdrawn"), max_length=300, blank=True)

    class Meta:
        ordering = ["-published_on", "-begun_on", "id"]
        constraints = [models.UniqueConstraint(fields=["kind", "subject_id"], name="checked_once")]

    def __str__(self) -> str:
        return f"Impact check of a {self.kind}"

    def get_absolute_url(self) -> str:
        return reverse("impact:check", kwargs={"check_id": self.pk})


class Writer(models.Model):
    """That a person put their name to a check, and agreed that readers see it. To take it off deletes the row."""

    check_of = models.ForeignKey(ImpactCheck, models.CASCADE, related_name="writers")
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    name = models.CharField(_("name as readers see it"), max_length=100)
    since = models.DateField(_("since"))

    class Meta:
        ordering = ["since", "id"]
        constraints = [models.UniqueConstraint(fields=["check_of", "person"], name="writes_check_once")]

    def __str__(self) -> str:
        return f"Writer of {self.check_of_id}"


class Effect(models.Model):
    """What the proposal does to one group in one place, now or in a generation."""

    class Group(models.TextChoices):
        USERS = "users", _("People who use the service")
        CARERS = "carers", _("Unpaid carers")
        WORKERS = "workers", _("People who work in it")
        CHILDREN = "children", _("Children and young people")
        OLDER = "older", _("Older people")
        DISABLED = "disabled", _("Disabled people")
        WOMEN = "women", _("Women")
        MINORITIES = "minorities", _("People of ethnic and religious minorities")
        LGBT = "lgbt", _("Lesbian, gay, bisexual and trans people")
        PARENTS = "parents", _("Parents, and people who expect a child")
        LOW_INCOME = "low_income", _("People on low incomes")
        RURAL = "rural", _("People in places that are hard to reach")
        COMMUNITY = "community", _("Neighbours and community organisations")
        TAXPAYERS = "taxpayers", _("People who pay council tax")
        OTHER = "other", _("Another group")

    class When(models.TextChoices):
        NOW = "now", _("Now and in the next years")
        LATER = "later", _("In a generation")

    class Direction(models.TextChoices):
        GAINS = "gains", _("Gains")
        LOSES = "loses", _("Loses")
        UNCLEAR = "unclear", _("Unclear")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    check_of = models.ForeignKey(ImpactCheck, models.CASCADE, related_name="effects")
    group = models.CharField(_("group"), max_length=12, choices=Group.choices)
    group_words = models.CharField(_("the group in your words"), max_length=80, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    when = models.CharField(_("when"), max_length=5, choices=When.choices)
    direction = models.CharField(_("gains or loses"), max_length=8, choices=Direction.choices)
    size = models.CharField(_("how much, in words"), max_length=120, blank=True)
    text = models.TextField(_("what happens to them"), max_length=1000)
    source = models.CharField(_("what this rests on"), max_length=300, blank=True)
    source_url = models.CharField(_("link to it"), max_length=200, blank=True)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["written_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(group="other") | ~models.Q(group_words=""), name="another_group_has_words"
            )
        ]

    def __str__(self) -> str:
        return f"Effect on {self.group}"


class OpenQuestion(models.Model):
    """What nobody knows yet; and once somebody does, the answer with its source."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    check_of = models.ForeignKey(ImpactCheck, models.CASCADE, related_name="questions")
    text = models.CharField(_("question"), max_length=300)
    asked_at = models.DateTimeField()
    answer = models.TextField(_("answer"), max_length=1000, blank=True)
    source = models.CharField(_("what the answer rests on"), max_length=300, blank=True)
    source_url = models.CharField(_("link to it"), max_length=200, blank=True)
    answered_on = models.DateField(null=True)

    class Meta:
        ordering = ["asked_at", "id"]

    def __str__(self) -> str:
        return self.text


class Bearing(models.Model):
    """How the proposal bears on one goal, or one way of working, of the frame."""

    class Sense(models.TextChoices):
        HELPS = "helps", _("Helps")
        HARMS = "harms", _("Harms")
        UNCLEAR = "unclear", _("Unclear")

    check_of = models.ForeignKey(ImpactCheck, models.CASCADE, related_name="bearings")
    point = models.CharField(max_length=20, choices=POINT_CHOICES)
    sense = models.CharField(_("helps or harms"), max_length=8, choices=Sense.choices)
    text = models.TextField(_("why"), max_length=600)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["check_of", "point"], name="bears_once")]

    def __str__(self) -> str:
        return f"{self.point}: {self.sense}"
