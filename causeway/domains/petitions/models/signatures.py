"""Who signed, online or on paper, and what they agreed to."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from causeway.domains.petitions.models.petitions import Petition
from causeway.kernel.sealing import SealedTextField

STANDS = Q(confirmed_at__isnull=False, duplicate_of=None)


class Signature(models.Model):
    """One person's signature. Name, address and postcode are sealed.

    It counts (``STANDS``) once it is confirmed, unless it is the ``duplicate_of`` another. An online signature is
    confirmed from the letter; a line on paper is confirmed as it is typed in. ``same_person`` is the blind index of
    the e-mail address within this petition (of name and postcode where there is no address), ``same_line`` that of
    name and postcode, by which a line on paper finds its online twin, and ``same_postcode`` that of the postcode, by
    which names that are only alike are compared (see ``digests``). Until it is confirmed, a person may have several:
    none overwrites another. ``wishes`` holds the boxes that were ticked, until confirming makes consents of them in
    the people room; without a wish the address is deleted then, so it is there only where the signer is
    ``reachable``. ``tallied`` says that ``PetitionTally`` counts it.
    """

    class Source(models.TextChoices):
        ONLINE = "online", _("Online")
        PAPER = "paper", _("On paper")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    petition = models.ForeignKey(Petition, models.CASCADE, related_name="signatures", db_index=False)
    source = models.CharField(max_length=6, choices=Source.choices, default=Source.ONLINE)
    name = SealedTextField()
    email = SealedTextField(default="")
    postcode = SealedTextField(default="")
    area = models.CharField(max_length=2, default="")
    same_person = models.BinaryField(max_length=32)
    same_line = models.BinaryField(max_length=32)
    same_postcode = models.BinaryField(max_length=32, default=b"")
    shows_name = models.BooleanField(default=False)
    wishes = models.JSONField(default=list)
    reachable = models.BooleanField(default=False)
    signed_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    duplicate_of = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="duplicates", db_index=False
    )
    tallied = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["petition", "same_person"], condition=Q(confirmed_at__isnull=False), name="signed_once"
            ),
        ]
        indexes = [
            models.Index(fields=["petition", "same_person"], name="signatures_of_person"),
            models.Index(fields=["signed_at"], name="unconfirmed", condition=Q(confirmed_at=None)),
            models.Index(
                fields=["petition", "same_line"], name="signatures_by_line", condition=Q(confirmed_at__isnull=False)
            ),
            models.Index(
                fields=["petition", "same_postcode"],
                name="signatures_by_postcode",
                condition=Q(confirmed_at__isnull=False),
            ),
            models.Index(
                fields=["petition", "-confirmed_at", "-id"], name="names_shown", condition=STANDS & Q(shows_name=True)
            ),
            models.Index(fields=["confirmed_at"], name="to_be_tallied", condition=STANDS & Q(tallied=False)),
            models.Index(fields=["petition", "id"], name="reachable", condition=Q(reachable=True)),
            models.Index(fields=["duplicate_of"], name="duplicates", condition=Q(duplicate_of__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"Signature {self.pk}"


class ServiceLetter(models.Model):
    """That a service letter about a signature went out, so that nobody can flood an address. Kept for a day."""

    about = models.UUIDField(unique=True)
    address = models.BinaryField(max_length=32)
    same_person = models.BinaryField(max_length=32)
    sent_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["address", "sent_at"], name="letters_to_address"),
            models.Index(fields=["sent_at"], name="letters_by_time"),
        ]

    def __str__(self) -> str:
        return f"Letter {self.pk}"
