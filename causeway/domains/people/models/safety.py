"""What keeps people safe from whoever could read over their shoulder."""

from __future__ import annotations

from django.db import models


class WatchedDomain(models.Model):
    """An e-mail domain that an alliance knows as an employer's. ``scope`` is that alliance."""

    scope = models.UUIDField()
    domain = models.CharField(max_length=253)

    class Meta:
        ordering = ["domain"]
        constraints = [models.UniqueConstraint(fields=["scope", "domain"], name="domain_watched_once")]
        indexes = [models.Index(fields=["domain"], name="watched_domain")]

    def __str__(self) -> str:
        return self.domain
