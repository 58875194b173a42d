"""What this room announces."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.kernel.events import Event


@dataclass(frozen=True)
class CampaignOpened(Event):
    """A campaign is open to everybody's eyes."""

    campaign_id: UUID
    alliance_id: UUID


@dataclass(frozen=True)
class CampaignClosed(Event):
    """A campaign was closed; it may be opened again."""

    campaign_id: UUID
    alliance_id: UUID


@dataclass(frozen=True)
class OrganisationInvited(Event):
    """An organisation was invited to a campaign."""

    campaign_id: UUID
    organisation_id: UUID


@dataclass(frozen=True)
class OrganisationAskedToJoin(Event):
    """An organisation asked to take part in a campaign; whoever runs it is to answer."""

    campaign_id: UUID
    organisation_id: UUID


@dataclass(frozen=True)
class RequestToJoinAnswered(Event):
    """An organisation that asked to take part was welcomed or declined."""

    campaign_id: UUID
    organisation_id: UUID


@dataclass(frozen=True)
class OrganisationJoinedCampaign(Event):
    """An organisation takes part in a campaign from now on."""

    campaign_id: UUID
    organisation_id: UUID


@dataclass(frozen=True)
class OutcomeRecorded(Event):
    """How a campaign stands was recorded, or revised."""

    campaign_id: UUID
    outcome_id: int
