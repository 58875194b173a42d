"""Draft a petition or an open letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from causeway.domains.campaigns.models import Campaign
from causeway.domains.petitions.drafting import checked_draft, organisations_to_offer, targets_to_address
from causeway.domains.petitions.models import Petition
from causeway.domains.petitions.policies import may_draft_petition
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.slugs import free_slug


@dataclass(frozen=True, kw_only=True)
class DraftPetition(Command[Petition]):
    """Write a petition for a campaign: a draft that only those who run the campaign see."""

    campaign_id: UUID
    title: str
    text: str
    kind: str = Petition.Kind.PETITION
    goal: int = 1000
    closes_on: date | None = None
    share_text: str = ""
    target_ids: tuple[int, ...] = ()
    organisation_ids: tuple[UUID, ...] = ()


@performs(
    DraftPetition,
    policy=may_draft_petition,
    says="drafted “{petition}”",
    finds=found(Campaign, "campaign_id", "alliance"),
)
def draft_petition(_actor: Actor, command: DraftPetition, campaign: Campaign) -> Done[Petition]:
    draft = checked_draft(command)
    petition = Petition.objects.create(
        campaign=campaign,
        kind=command.kind,
        title=draft.title,
        slug=free_slug(Petition, draft.title),
        text=draft.text,
        goal=command.goal,
        closes_on=command.closes_on,
        share_text=draft.share_text,
    )
    petition.targets.set(targets_to_address(campaign, command.target_ids))
    petition.organisations.set(organisations_to_offer(campaign, command.organisation_ids))
    return Done(petition, scope=campaign.alliance_id, about=petition.pk, named={"petition": petition.title})
