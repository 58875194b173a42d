"""Answer a request about somebody's data."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.people.events import RequestAnswered
from causeway.domains.people.models import RightsRequest
from causeway.domains.people.policies import may_handle_request
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class AnswerRequest(Command[None]):
    """Close a request with an answer. The answer is sealed; the letter only says that it is there."""

    request_id: UUID
    answer: str


@performs(
    AnswerRequest,
    policy=may_handle_request,
    says="answered a request about somebody’s data",
    finds=locked(RightsRequest, "request_id"),
)
def answer_request(_actor: Actor, command: AnswerRequest, request: RightsRequest) -> Done[None]:
    if not request.is_running:
        raise Conflict(_("This request is closed."))
    if not command.answer.strip():
        raise Invalid(answer=_("Write the answer."))
    request.answer = command.answer.strip()
    request.answered_at = clock.now()
    request.acknowledged_at = request.acknowledged_at or request.answered_at
    request.state = RightsRequest.State.ANSWERED
    request.save()
    return Done(None, events=[RequestAnswered(request_id=request.pk)], scope=request.controller_id, about=request.pk)
