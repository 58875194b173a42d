"""Erase what stands under an address without an account."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.people.commands.letting_go import let_go
from causeway.domains.people.events import PersonErased
from causeway.domains.people.models import RightsRequest
from causeway.domains.people.policies import only_the_system
from causeway.domains.people.queries import erases_at_once
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class EraseAddress(Command[None]):
    """Do what somebody without an account asked for, once they proved their address by the link in a letter.

    The rooms look under the request's identifier, as they do under a person's; ``FinishErasure`` answers the request.
    Raises Conflict where a person has to answer: there is an account, or one body only was asked.
    """

    request_id: UUID


@performs(
    EraseAddress,
    policy=only_the_system,
    says="began to erase what stood under an address",
    finds=locked(RightsRequest, "request_id"),
)
def erase_address(_actor: Actor, _command: EraseAddress, request: RightsRequest) -> Done[None]:
    if not request.is_running or not erases_at_once(request):
        raise Conflict(_("Somebody has to answer this request: it does not erase by itself."))
    let_go(request.pk, request.email)
    return Done(None, events=[PersonErased(person_id=request.pk)], about=request.pk)
