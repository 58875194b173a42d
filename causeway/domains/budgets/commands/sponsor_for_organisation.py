"""Sponsor a proposal for an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.alliances.models import Organisation
from causeway.domains.budgets.commands.sponsoring import add_sponsor
from causeway.domains.budgets.models import Proposal, Sponsor
from causeway.domains.budgets.policies import may_sponsor_for
from causeway.domains.budgets.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Missing


@dataclass(frozen=True, kw_only=True)
class SponsorForOrganisation(Command[Sponsor]):
    """Put an organisation’s name behind a proposal."""

    proposal_id: UUID
    organisation_id: UUID


def proposal_and_organisation(command: SponsorForOrganisation) -> tuple[Proposal, Organisation]:
    """The proposal, and who is to sponsor it."""
    proposal = Proposal.objects.select_related("budget__alliance").filter(pk=command.proposal_id).first()
    organisation = Organisation.objects.filter(pk=command.organisation_id).first()
    if proposal is None or organisation is None:
        raise Missing
    return proposal, organisation


@performs(
    SponsorForOrganisation,
    policy=may_sponsor_for,
    says="sponsored “{proposal}” in “{budget}” for “{organisation}”",
    finds=proposal_and_organisation,
)
def sponsor_for_organisation(
    _actor: Actor, _command: SponsorForOrganisation, subject: tuple[Proposal, Organisation]
) -> Done[Sponsor]:
    proposal, organisation = subject
    sponsor = add_sponsor(proposal, name=organisation.name[:100], organisation_id=organisation.pk)
    named = {"proposal": proposal.title, "organisation": organisation.name}
    return in_trail(proposal.budget, sponsor, about=proposal.pk, **named)
