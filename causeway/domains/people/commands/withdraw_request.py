"""Take back a request about one's data."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.people.models import RightsRequest
from causeway.domains.people.policies import may_follow_request
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class WithdrawRequest(Command[None]):
    """Nobody needs to answer any more."""

    request_id: UUID


@performs(
    WithdrawRequest,
    policy=may_follow_request,
    says="took back a request about their own data",
    finds=locked(RightsRequest, "request_id"),
)
def withdraw_request(_actor: Actor, _command: WithdrawRequest, request: RightsRequest) -> Done[None]:
    if request.state == RightsRequest.State.ANSWERED:
        raise Conflict(_("It has been answered already."))
    request.state = RightsRequest.State.WITHDRAWN
    request.save(update_fields=["state"])
    return Done(None, scope=request.controller_id, about=request.pk)
