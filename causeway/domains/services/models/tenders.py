"""Tender notices read from open contracting data, and what each alliance makes of them."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.services.models.register import Service
from causeway.domains.services.models.threats import Threat


class TenderFeed(models.Model):
    """A feed of release packages that an alliance reads daily, and what it watches for in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alliance = models.ForeignKey("alliances.Alliance", models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=120)
    url = models.URLField(_("address"), max_length=500)
    buyers = models.JSONField(_("buyers watched"), default=list, blank=True)
    cpv = models.JSONField(_("CPV codes watched"), default=list, blank=True)
    places = models.JSONField(_("places watched"), default=list, blank=True)
    etag = models.CharField(max_length=300, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)
    read_until = models.DateTimeField(null=True)
    last_run_at = models.DateTimeField(_("last read"), null=True)
    last_failure = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["alliance", "url"], name="tender_feed_once")]

    def __str__(self) -> str:
        return self.name


class TenderNotice(models.Model):
    """One procurement: an ocid at a buyer, its releases merged in the order of their dates.

    One ocid has been used again by other buyers, so a notice is known by both.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ocid = models.CharField(max_length=100)
    buyer_key = models.CharField(max_length=200)
    buyer_name = models.CharField(_("buyer"), max_length=200, blank=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    description = models.TextField(_("description"), blank=True)
    status = models.CharField(_("status"), max_length=40, blank=True)
    value_pence = models.BigIntegerField(_("value"), null=True)
    currency = models.CharField(max_length=3, blank=True)
    cpv = models.JSONField(_("CPV codes"), default=list)
    places = models.JSONField(_("places"), default=list)
    suppliers = models.JSONField(_("suppliers"), default=list)
    tender_closes_on = models.DateField(_("bids close"), null=True)
    contract_starts_on = models.DateField(_("contract starts"), null=True)
    contract_ends_on = models.DateField(_("contract ends"), null=True)
    source_url = models.URLField(_("notice at its source"), max_length=500, blank=True)
    released_at = models.DateTimeField(_("published"), null=True)

    class Meta:
        ordering = ["-released_at", "id"]
        constraints = [models.UniqueConstraint(fields=["buyer_key", "ocid"], name="tender_notice_once")]
        indexes = [models.Index(fields=["ocid"], name="tender_notice_by_ocid")]

    def __str__(self) -> str:
        return self.title or self.ocid

    @property
    def value_text(self) -> str:
        """The value in whole pounds (or its own currency) and pence; "" where none is known."""
        if self.value_pence is None:
            return ""
        pounds, pence = divmod(self.value_pence, 100)
        sign = "£" if self.currency in {"", "GBP"} else f"{self.currency} "
        return f"{sign}{pounds:,}" + (f".{pence:02}" if pence else "")


class NoticeRelease(models.Model):
    """One release of a notice, reduced to the fields that we read: contact persons are never among them."""

    notice = models.ForeignKey(TenderNotice, models.CASCADE, related_name="releases")
    release_id = models.CharField(max_length=200)
    released_at = models.DateTimeField(null=True)
    fields = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["notice", "release_id"], name="notice_release_once")]

    def __str__(self) -> str:
        return self.release_id


class OfferedNotice(models.Model):
    """A notice as one alliance meets it: how well it matches, why, and what was decided."""

    class State(models.TextChoices):
        UNMATCHED = "unmatched", _("No match found")
        WAITING = "waiting", _("Waits for a decision")
        TAKEN_UP = "taken_up", _("Taken up as a threat")
        WATCHED = "watched", _("Watched")
        DISMISSED = "dismissed", _("Dismissed")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alliance = models.ForeignKey("alliances.Alliance", models.CASCADE, related_name="+")
    notice = models.ForeignKey(TenderNotice, models.CASCADE, related_name="offers")
    service = models.ForeignKey(Service, models.SET_NULL, null=True, blank=True, related_name="+")
    score = models.PositiveSmallIntegerField(default=0)
    reasons = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    why_dismissed = models.CharField(_("why"), max_length=300, blank=True)
    decided_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    threat = models.ForeignKey(Threat, models.SET_NULL, null=True, blank=True, related_name="notices")
    reminded_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["alliance", "notice"], name="notice_offered_once")]
        indexes = [models.Index(fields=["alliance", "state", "-score"], name="notices_to_triage")]

    def __str__(self) -> str:
        return str(self.notice)


class TenderPackage(models.Model):
    """A release package that came in, and the report of its reading. ``body`` is emptied once it is read."""

    class State(models.TextChoices):
        QUEUED = "queued", _("Waits to be read")
        DONE = "done", _("Read")
        FAILED = "failed", _("Could not be read")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alliance = models.ForeignKey("alliances.Alliance", models.CASCADE, related_name="+")
    feed = models.ForeignKey(TenderFeed, models.SET_NULL, null=True, blank=True, related_name="packages")
    name = models.CharField(_("name"), max_length=200)
    body = models.BinaryField(null=True)
    state = models.CharField(max_length=6, choices=State.choices, default=State.QUEUED)
    failure = models.CharField(max_length=300, blank=True)
    received_at = models.DateTimeField(_("received"))
    read_at = models.DateTimeField(_("read"), null=True)
    releases = models.PositiveIntegerField(default=0)
    releases_read = models.PositiveIntegerField(default=0)
    new_notices = models.PositiveIntegerField(default=0)
    changed_notices = models.PositiveIntegerField(default=0)
    repeated_releases = models.PositiveIntegerField(default=0)
    lost_releases = models.PositiveIntegerField(default=0)
    offered_notices = models.PositiveIntegerField(default=0)
    unmatched = models.JSONField(default=dict)  # how many notices fitted in what, of those that were not offered
    problems_found = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-received_at", "id"]

    def __str__(self) -> str:
        return self.name


class PackageProblem(models.Model):
    """One thing that was wrong in a package: where, and what was done about it."""

    package = models.ForeignKey(TenderPackage, models.CASCADE, related_name="problems")
    position = models.PositiveIntegerField()
    ocid = models.CharField(max_length=100, blank=True)
    release_id = models.CharField(max_length=200, blank=True)
    field = models.CharField(max_length=80, blank=True)
    sentence = models.CharField(max_length=300)
    is_lost = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.sentence
