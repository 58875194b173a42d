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


@dataclass(frozen=True)
class AffiliationProposed(Event):
    """One side proposed an affiliation; the other is to answer."""

    proposal_id: UUID


@dataclass(frozen=True)
class EmployerDomainsListed(Event):
    """An alliance changed its list of employers' e-mail domains."""

    alliance_id: UUID


@dataclass(frozen=True)
class PlacementAsked(Event):
    """An alliance asked to stand under a larger one."""

    placement_id: UUID


@dataclass(frozen=True)
class MembershipAsked(Event):
    """Somebody asked to join an organisation whose officers confirm members. It does not say who."""

    organisation_id: UUID


@dataclass(frozen=True)
class OfficeOffered(Event):
    """An office was offered; the one who has the address is to answer."""

    offer_id: UUID


@dataclass(frozen=True)
class MeetingRearranged(Event):
    """A meeting moved, in time or place."""

    meeting_id: UUID


@dataclass(frozen=True)
class MeetingCancelled(Event):
    """A meeting was cancelled."""

    meeting_id: UUID
