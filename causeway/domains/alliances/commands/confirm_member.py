"""Confirm somebody who asked to join an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.alliances.models import Membership, MembershipRequest, Organisation
from causeway.domains.alliances.policies import may_confirm_member
from causeway.domains.alliances.standing import index_of_organisation
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Missing


@dataclass(frozen=True, kw_only=True)
class ConfirmMember(Command[None]):
    """Make a request to join a membership."""

    organisation_id: UUID
    request_id: UUID


@performs(
    ConfirmMember,
    policy=may_confirm_member,
    says="confirmed a new member",
    finds=locked(Organisation, "organisation_id"),
)
def confirm_member(_actor: Actor, command: ConfirmMember, organisation: Organisation) -> Done[None]:
    request = MembershipRequest.objects.filter(
        pk=command.request_id, organisation_index=index_of_organisation(organisation.pk)
    ).first()
    if request is None:
        raise Missing
    Membership.objects.get_or_create(
        person_index=bytes(request.person_index),
        organisation_index=bytes(request.organisation_index),
        defaults={"pair": request.pair, "since": clock.today()},
    )
    request.delete()
    return Done(None, scope=organisation.pk)
