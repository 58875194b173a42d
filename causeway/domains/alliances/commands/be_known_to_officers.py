"""Let an organisation’s officers know that one is a member, or hide it from them again."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.alliances.models import Membership, Organisation
from causeway.domains.alliances.policies import may_keep_own_membership
from causeway.domains.alliances.standing import index_of_organisation, index_of_person
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Missing


@dataclass(frozen=True, kw_only=True)
class BeKnownToOfficers(Command[None]):
    """Choose whether the officers see one's display name among the members, to offer an office, say."""

    organisation_id: UUID
    known: bool


@performs(
    BeKnownToOfficers,
    policy=may_keep_own_membership,
    says="chose who sees a membership",  # of which organisation stays sealed
    finds=found(Organisation, "organisation_id"),
)
def be_known_to_officers(actor: Actor, command: BeKnownToOfficers, organisation: Organisation) -> Done[None]:
    person_id = signed_in(actor)
    changed = Membership.objects.filter(
        person_index=index_of_person(person_id),
        organisation_index=index_of_organisation(organisation.pk),
    ).update(known_to_officers=command.known)
    if not changed:
        raise Missing
    return Done(None, scope=person_id)
