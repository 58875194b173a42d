"""Cancel an event."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.commands.end_rota import call_off
from causeway.domains.campaigns.event_policies import may_run_event
from causeway.domains.campaigns.facts import EventCancelled
from causeway.domains.campaigns.models import Event
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class CancelEvent(Command[Event]):
    """Cancel an event with a reason; everybody who signed up is told, and its shifts are called off."""

    event_id: UUID
    because: str = ""


@performs(
    CancelEvent,
    policy=may_run_event,
    says="cancelled the event “{event}”",
    finds=locked(Event, "event_id"),
)
def cancel_event(_actor: Actor, command: CancelEvent, event: Event) -> Done[Event]:
    if event.cancelled_at:
        raise Conflict(_("This event is cancelled already."))
    if event.ends_at <= clock.now():
        raise Conflict(_("This event is over, so it cannot be cancelled."))
    event.cancelled_at, event.cancelled_because = clock.now(), command.because
    event.version += 1
    event.save(update_fields=["cancelled_at", "cancelled_because", "version"])
    called_off = [fact for rota in event.rotas.filter(ended_at=None) if (fact := call_off(rota))]
    return Done(
        event,
        events=[EventCancelled(event_id=event.pk), *called_off],
        scope=event.campaign.alliance_id,
        about=event.pk,
        named={"event": event.title},
    )
