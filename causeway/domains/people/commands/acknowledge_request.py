"""Tell whoever asked about their data that somebody works on it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.people.events import RequestAcknowledged
from causeway.domains.people.models import RightsRequest
from causeway.domains.people.policies import may_handle_request
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class AcknowledgeRequest(Command[None]):
    """Say that a request has arrived and is worked on."""

    request_id: UUID


@performs(
    AcknowledgeRequest,
    policy=may_handle_request,
    says="acknowledged a request about somebody’s data",
    finds=locked(RightsRequest, "request_id"),
)
def acknowledge_request(_actor: Actor, _command: AcknowledgeRequest, request: RightsRequest) -> Done[None]:
    if request.state != RightsRequest.State.OPEN:
        raise Conflict(_("This request was acknowledged already, or is closed."))
    request.state = RightsRequest.State.ACKNOWLEDGED
    request.acknowledged_at = clock.now()
    request.save(update_fields=["state", "acknowledged_at"])
    return Done(
        None, events=[RequestAcknowledged(request_id=request.pk)], scope=request.controller_id, about=request.pk
    )
