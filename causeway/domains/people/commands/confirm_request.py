"""Confirm a request about one's data."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.people.clocks import start_clock
from causeway.domains.people.events import RequestReceived
from causeway.domains.people.models import RightsRequest
from causeway.domains.people.policies import may_follow_request
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class ConfirmRequest(Command[None]):
    """The address is right: the clock starts. Confirming twice changes nothing."""

    request_id: UUID


@performs(
    ConfirmRequest,
    policy=may_follow_request,
    says="confirmed a request about their own data",
    finds=locked(RightsRequest, "request_id"),
)
def confirm_request(_actor: Actor, _command: ConfirmRequest, request: RightsRequest) -> Done[None]:
    if request.state != RightsRequest.State.UNCONFIRMED:
        return Done(None, scope=request.controller_id, about=request.pk)
    start_clock(request)
    request.save()
    return Done(None, events=[RequestReceived(request_id=request.pk)], scope=request.controller_id, about=request.pk)
