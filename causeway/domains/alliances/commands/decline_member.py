"""Decline somebody who asked to join an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.alliances.models import MembershipRequest, Organisation
from causeway.domains.alliances.policies import may_confirm_member
from causeway.domains.alliances.standing import index_of_organisation
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Missing


@dataclass(frozen=True, kw_only=True)
class DeclineMember(Command[None]):
    """Turn a request to join down; the request is forgotten."""

    organisation_id: UUID
    request_id: UUID


@performs(
    DeclineMember,
    policy=may_confirm_member,
    says="declined a request to join",
    finds=locked(Organisation, "organisation_id"),
)
def decline_member(_actor: Actor, command: DeclineMember, organisation: Organisation) -> Done[None]:
    request = MembershipRequest.objects.filter(
        pk=command.request_id, organisation_index=index_of_organisation(organisation.pk)
    ).first()
    if request is None:
        raise Missing
    request.delete()
    return Done(None, scope=organisation.pk)
