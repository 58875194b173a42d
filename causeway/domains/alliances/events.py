"""What this room announces."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.kernel.events import Event


@dataclass(frozen=True)
class OrganisationAffiliated(Event):
    """An organisation joined an alliance."""

    alliance_id: UUID
    organisation_id: UUID
