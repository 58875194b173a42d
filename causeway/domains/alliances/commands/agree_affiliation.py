"""Agree to a proposed affiliation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from causeway.domains.alliances.events import OrganisationAffiliated
from causeway.domains.alliances.models import Affiliation, AffiliationProposal
from causeway.domains.alliances.policies import may_answer_proposal
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class AgreeAffiliation(Command[Affiliation]):
    """Say yes to a proposed affiliation; from today the organisation stands in the alliance."""

    proposal_id: UUID


@performs(
    AgreeAffiliation,
    policy=may_answer_proposal,
    says="agreed that “{organisation}” affiliates to “{alliance}”",
    finds=locked(AffiliationProposal, "proposal_id"),
)
def agree_affiliation(actor: Actor, _command: AgreeAffiliation, proposal: AffiliationProposal) -> Done[Affiliation]:
    if proposal.status != AffiliationProposal.Status.PROPOSED:
        raise Conflict(_("This proposal was answered or withdrawn already."))
    alliance, organisation = proposal.alliance, proposal.organisation
    if alliance.affiliations.filter(organisation=organisation, until=None).exists():
        raise Conflict(_("This organisation is affiliated already."))
    affiliation = Affiliation.objects.create(
        alliance=alliance,
        organisation=organisation,
        section=proposal.section,
        since=clock.today(),
        agreed_by_id=signed_in(actor),
        agreed_how=_how(proposal),
    )
    proposal.status = AffiliationProposal.Status.AGREED
    proposal.answered_on = clock.today()
    proposal.answered_by_id = signed_in(actor)
    proposal.save()
    return Done(
        affiliation,
        events=[OrganisationAffiliated(alliance_id=alliance.pk, organisation_id=organisation.pk)],
        scope=alliance.pk,
        about=organisation.pk,
        named={"organisation": organisation.name, "alliance": alliance.name},
    )


def _how(proposal: AffiliationProposal) -> str:
    day = date_format(proposal.proposed_on, "j F Y")
    if proposal.side == AffiliationProposal.Side.ALLIANCE:
        return _("The alliance invited on %(day)s, and an officer of the organisation agreed.") % {"day": day}
    return _("The organisation applied on %(day)s, and a coordinator agreed.") % {"day": day}
