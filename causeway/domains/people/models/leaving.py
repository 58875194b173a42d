"""People who are just leaving."""

from __future__ import annotations

from django.db import models

from causeway.kernel.sealing import SealedTextField


class Leaver(models.Model):
    """What the rooms still need in order to find what they hold about somebody whose account was erased.

    It goes as soon as every room has done its part (``FinishErasure``): seconds later, or a night, where one failed.
    """

    person_id = models.UUIDField(primary_key=True)
    email = SealedTextField()
    display_name = SealedTextField(blank=True)
    since = models.DateTimeField()

    def __str__(self) -> str:
        return f"Leaver {self.pk}"
