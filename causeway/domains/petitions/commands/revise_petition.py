"""Revise a draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions.drafting import checked_draft, organisations_to_offer, targets_to_address
from causeway.domains.petitions.models import Petition
from causeway.domains.petitions.policies import may_run_petition
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class RevisePetition(Command[Petition]):
    """Write a draft anew. Once it is open, its text stands: people signed it."""

    petition_id: UUID
    title: str
    text: str
    kind: str = Petition.Kind.PETITION
    goal: int = 1000
    closes_on: date | None = None
    share_text: str = ""
    target_ids: tuple[int, ...] = ()
    organisation_ids: tuple[UUID, ...] = ()


@performs(
    RevisePetition,
    policy=may_run_petition,
    says="revised the draft “{petition}”",
    finds=locked(Petition, "petition_id"),
)
def revise_petition(_actor: Actor, command: RevisePetition, petition: Petition) -> Done[Petition]:
    if petition.opened_at:
        raise Conflict(_("People have signed this text, so it stands. Add a correction instead."))
    draft = checked_draft(command)
    petition.title, petition.text, petition.share_text = draft.title, draft.text, draft.share_text
    petition.kind, petition.goal, petition.closes_on = command.kind, command.goal, command.closes_on
    petition.save(update_fields=["title", "text", "share_text", "kind", "goal", "closes_on"])
    petition.targets.set(targets_to_address(petition.campaign, command.target_ids))
    petition.organisations.set(organisations_to_offer(petition.campaign, command.organisation_ids))
    return Done(petition, scope=petition.campaign.alliance_id, about=petition.pk, named={"petition": petition.title})
