"""Move an event to another time or place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.commands.announce_event import require_times
from causeway.domains.campaigns.event_policies import may_run_event
from causeway.domains.campaigns.facts import EventRescheduled
from causeway.domains.campaigns.models import Event
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class RescheduleEvent(Command[Event]):
    """Change when or where; everybody who signed up is told."""

    event_id: UUID
    starts_at: datetime
    ends_at: datetime
    place: str


@performs(
    RescheduleEvent,
    policy=may_run_event,
    says="moved the event “{event}” to another time or place",
    finds=locked(Event, "event_id"),
)
def reschedule_event(_actor: Actor, command: RescheduleEvent, event: Event) -> Done[Event]:
    if event.cancelled_at:
        raise Conflict(_("This event was cancelled. Announce a new one."))
    require_times(command.starts_at, command.ends_at)
    before = (event.starts_at, event.ends_at, event.place)
    event.starts_at, event.ends_at, event.place = command.starts_at, command.ends_at, command.place
    changed = before != (event.starts_at, event.ends_at, event.place)
    if changed:
        event.version += 1
        event.save(update_fields=["starts_at", "ends_at", "place", "version"])
    return Done(
        event,
        events=[EventRescheduled(event_id=event.pk)] if changed else [],
        scope=event.campaign.alliance_id,
        about=event.pk,
        named={"event": event.title},
    )
