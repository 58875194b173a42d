"""Record that an organisation has affiliated to an alliance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.commands.rows import store
from causeway.domains.alliances.events import OrganisationAffiliated
from causeway.domains.alliances.models import Affiliation, AffiliationProposal, Alliance, Organisation
from causeway.domains.alliances.policies import may_affiliate_organisation
from causeway.kernel import clock
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid, Missing


@dataclass(frozen=True, kw_only=True)
class AffiliateOrganisation(Command[Affiliation]):
    """Record an affiliation: since when, in which section, and how it was agreed."""

    alliance_id: UUID
    organisation_id: UUID
    section: str
    since: date | None = None
    agreed_how: str = ""


@performs(
    AffiliateOrganisation,
    policy=may_affiliate_organisation,
    says="recorded that “{organisation}” affiliated to “{alliance}”",
    finds=locked(Alliance, "alliance_id"),
)
def affiliate_organisation(actor: Actor, command: AffiliateOrganisation, alliance: Alliance) -> Done[Affiliation]:
    organisation = Organisation.objects.filter(pk=command.organisation_id).first()
    if organisation is None:
        raise Missing
    if alliance.affiliations.filter(organisation=organisation, until=None).exists():
        raise Conflict(_("This organisation is affiliated already."))
    since = command.since or clock.today()
    if since > clock.today():
        raise Invalid(since=_("Enter today or a day before: a future affiliation is proposed, not recorded."))
    affiliation = store(
        Affiliation(
            alliance=alliance,
            organisation=organisation,
            section=command.section,
            since=since,
            agreed_by_id=person_of(actor),
            agreed_how=command.agreed_how,
        )
    )
    _settle_proposal(affiliation)
    return Done(
        affiliation,
        events=[OrganisationAffiliated(alliance_id=alliance.pk, organisation_id=organisation.pk)],
        scope=alliance.pk,
        about=organisation.pk,
        named={"organisation": organisation.name, "alliance": alliance.name},
    )


def _settle_proposal(affiliation: Affiliation) -> None:
    """What was proposed here is now agreed."""
    AffiliationProposal.objects.filter(
        alliance=affiliation.alliance,
        organisation=affiliation.organisation,
        status=AffiliationProposal.Status.PROPOSED,
    ).update(
        status=AffiliationProposal.Status.AGREED,
        answered_on=clock.today(),
        answered_by=affiliation.agreed_by_id,
    )
