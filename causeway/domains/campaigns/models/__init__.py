"""The rows of this room."""

from __future__ import annotations

from causeway.domains.campaigns.models.campaigns import Campaign, Target

__all__ = [
    "Campaign",
    "Target",
]
