"""Leave an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.alliances.models import Membership, MembershipRequest, Organisation
from causeway.domains.alliances.policies import may_keep_own_membership
from causeway.domains.alliances.standing import index_of_organisation, index_of_person
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, found, performs


@dataclass(frozen=True, kw_only=True)
class LeaveOrganisation(Command[None]):
    """Give up one's membership, or take back the request for it. Offices end by stepping down from them."""

    organisation_id: UUID


@performs(
    LeaveOrganisation,
    policy=may_keep_own_membership,
    says="gave up a membership",  # the trail does not say who left what: that stays sealed
    finds=found(Organisation, "organisation_id"),
)
def leave_organisation(actor: Actor, _command: LeaveOrganisation, organisation: Organisation) -> Done[None]:
    person_id = signed_in(actor)
    keys = {
        "person_index": index_of_person(person_id),
        "organisation_index": index_of_organisation(organisation.pk),
    }
    Membership.objects.filter(**keys).delete()
    MembershipRequest.objects.filter(**keys).delete()
    return Done(None, scope=person_id)
