"""Join an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.alliances.events import MembershipAsked
from causeway.domains.alliances.models import Membership, MembershipRequest, Organisation
from causeway.domains.alliances.policies import may_join_organisation
from causeway.domains.alliances.standing import index_of_organisation, index_of_person
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, found, performs


@dataclass(frozen=True, kw_only=True)
class JoinOrganisation(Command[Membership | None]):
    """Say that one belongs to an organisation. Nothing else is asked; joining twice is joining once.

    Where its officers confirm members, this asks them, and returns None until they have.
    """

    organisation_id: UUID


@performs(
    JoinOrganisation,
    policy=may_join_organisation,
    says="took up membership",  # the trail does not say who joined what: that stays sealed
    finds=found(Organisation, "organisation_id"),
)
def join_organisation(actor: Actor, _command: JoinOrganisation, organisation: Organisation) -> Done[Membership | None]:
    person_id = signed_in(actor)
    keys = {
        "person_index": index_of_person(person_id),
        "organisation_index": index_of_organisation(organisation.pk),
    }
    pair = f"{person_id} {organisation.pk}"
    membership = Membership.objects.filter(**keys).first()
    if membership is None and organisation.joining == Organisation.Joining.APPROVAL:
        _row, made = MembershipRequest.objects.get_or_create(**keys, defaults={"pair": pair, "asked_on": clock.today()})
        asked = [MembershipAsked(organisation_id=organisation.pk)] if made else []
        return Done(None, events=asked, scope=person_id)
    if membership is None:
        membership, _made = Membership.objects.get_or_create(**keys, defaults={"pair": pair, "since": clock.today()})
    return Done(membership, scope=person_id)
