"""Finish the erasing of a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from causeway.domains.people.events import RequestAnswered
from causeway.domains.people.models import Leaver, RightsRequest
from causeway.domains.people.policies import only_the_system
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs

RUNNING = (RightsRequest.State.OPEN, RightsRequest.State.ACKNOWLEDGED)
ERASED = _(
    "We erased what stood under this address: signatures, sign-ups for events, steps in campaigns, and what you agreed "
    "to. Where a petition was handed in already, your signature still counts, without your name. So that nobody writes "
    "to you again, we keep a mark from which the address cannot be read."
)


@dataclass(frozen=True, kw_only=True)
class FinishErasure(Command[None]):
    """Forget the address too, now that every room has let go of what stood under it.

    Where somebody without an account had asked for it, their request is answered.
    """

    person_id: UUID


@performs(FinishErasure, policy=only_the_system, says="finished erasing an account in every room")
def finish_erasure(_actor: Actor, command: FinishErasure, _subject: Any) -> Done[None]:
    Leaver.objects.filter(pk=command.person_id).delete()
    asked = RightsRequest.objects.select_for_update().filter(pk=command.person_id, state__in=RUNNING).first()
    if asked is None:  # an account was erased, not a bare address
        return Done(None, scope=command.person_id, about=command.person_id)
    asked.state, asked.answer, asked.answered_at = RightsRequest.State.ANSWERED, str(ERASED), clock.now()
    asked.acknowledged_at = asked.acknowledged_at or asked.answered_at
    asked.save()
    return Done(None, events=[RequestAnswered(request_id=asked.pk)], about=asked.pk)
