"""The rows of this room."""

from __future__ import annotations

from causeway.domains.services.models.register import PublicBody, Service
from causeway.domains.services.models.threats import Threat

__all__ = [
    "PublicBody",
    "Service",
    "Threat",
]
