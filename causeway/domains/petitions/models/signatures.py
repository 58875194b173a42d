"""Who signed, online or on paper."""

from __future__ import annotations

import uuid

from django.db import models

from causeway.domains.petitions.models.petitions import Petition
from causeway.kernel.sealing import SealedTextField


class Signature(models.Model):
    """One person's signature. Name, address and postcode are sealed; ``same_person`` finds a second one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    petition = models.ForeignKey(Petition, models.CASCADE, related_name="signatures")
    name = SealedTextField()
    email = SealedTextField(default="")
    postcode = SealedTextField(default="")
    same_person = models.BinaryField(max_length=32)
    signed_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["petition", "same_person"], name="signed_once"),
        ]

    def __str__(self) -> str:
        return f"Signature {self.pk}"
