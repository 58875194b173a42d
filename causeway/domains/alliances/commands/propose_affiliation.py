"""Propose that an organisation affiliates to an alliance."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.commands.rows import store
from causeway.domains.alliances.events import AffiliationProposed
from causeway.domains.alliances.models import AffiliationProposal, Alliance, Organisation
from causeway.domains.alliances.policies import may_propose_affiliation
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Missing


@dataclass(frozen=True, kw_only=True)
class ProposeAffiliation(Command[AffiliationProposal]):
    """Apply for one's organisation (``side`` “organisation”), or invite one (“alliance”); the other side answers."""

    alliance_id: UUID
    organisation_id: UUID
    section: str
    side: str
    message: str = ""


Proposed = tuple[Alliance, Organisation, str]


def find_both(command: ProposeAffiliation) -> Proposed:
    """The alliance, locked, the organisation, and the side that proposes."""
    alliance = Alliance.objects.select_for_update(no_key=True).filter(pk=command.alliance_id).first()
    organisation = Organisation.objects.filter(pk=command.organisation_id).first()
    if alliance is None or organisation is None:
        raise Missing
    return alliance, organisation, command.side


@performs(
    ProposeAffiliation,
    policy=may_propose_affiliation,
    says="proposed that “{organisation}” affiliates to “{alliance}”",
    finds=find_both,
)
def propose_affiliation(actor: Actor, command: ProposeAffiliation, proposed: Proposed) -> Done[AffiliationProposal]:
    alliance, organisation, side = proposed
    if alliance.affiliations.filter(organisation=organisation, until=None).exists():
        raise Conflict(_("This organisation is affiliated already."))
    if alliance.proposals.filter(organisation=organisation, status=AffiliationProposal.Status.PROPOSED).exists():
        raise Conflict(_("This was proposed already and waits for an answer."))
    proposal = store(
        AffiliationProposal(
            alliance=alliance,
            organisation=organisation,
            section=command.section,
            side=side,
            message=command.message,
            proposed_on=clock.today(),
            proposed_by_id=signed_in(actor),
        )
    )
    return Done(
        proposal,
        events=[AffiliationProposed(proposal_id=proposal.pk)],
        scope=alliance.pk,
        about=organisation.pk,
        named={"organisation": organisation.name, "alliance": alliance.name},
    )
