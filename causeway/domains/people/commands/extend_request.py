"""Take more time for a complicated request about somebody's data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from causeway.domains.people.deadlines import MONTHS_EXTENDED, months_after
from causeway.domains.people.events import RequestAcknowledged
from causeway.domains.people.models import RightsRequest
from causeway.domains.people.policies import may_handle_request
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class ExtendRequest(Command[date]):
    """Two months more, once, with the reason told to whoever asked, before the first month is over.

    Returns the new last day.
    """

    request_id: UUID
    because: str


@performs(
    ExtendRequest,
    policy=may_handle_request,
    says="took more time for a request about somebody’s data",
    finds=locked(RightsRequest, "request_id"),
)
def extend_request(_actor: Actor, command: ExtendRequest, request: RightsRequest) -> Done[date]:
    if not request.is_running or request.received_at is None or request.answer_by is None:
        raise Conflict(_("This request is closed."))
    if request.extended_because:
        raise Conflict(_("The time was extended already. It can be extended once."))
    if clock.today() > request.answer_by:
        raise Conflict(_("The month is over. Answer now."))
    if not command.because.strip():
        raise Invalid(because=_("Say why it takes longer. The person is told."))
    request.extended_because = command.because.strip()
    request.answer_by = months_after(timezone.localdate(request.received_at), MONTHS_EXTENDED)
    request.state = RightsRequest.State.ACKNOWLEDGED
    request.acknowledged_at = request.acknowledged_at or clock.now()
    request.save()
    return Done(
        request.answer_by,
        events=[RequestAcknowledged(request_id=request.pk)],
        scope=request.controller_id,
        about=request.pk,
    )
