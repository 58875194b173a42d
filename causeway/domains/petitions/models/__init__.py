"""The rows of this room."""

from __future__ import annotations

from causeway.domains.petitions.models.petitions import Petition
from causeway.domains.petitions.models.signatures import Signature

__all__ = [
    "Petition",
    "Signature",
]
