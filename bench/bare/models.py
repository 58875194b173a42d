"""A row as wide as a signature, in the clear."""

from __future__ import annotations

import uuid

from django.db import models


class Row(models.Model):
    """One insert."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    name = models.TextField()
    email = models.TextField()
    postcode = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "bare"
        db_table = "bench_row"

    def __str__(self) -> str:
        return str(self.pk)
