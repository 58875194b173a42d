"""Correct what an event's page says, other than time and place."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.commands.announce_event import require_host
from causeway.domains.campaigns.event_policies import may_run_event
from causeway.domains.campaigns.facts import PlaceFreed
from causeway.domains.campaigns.models import Event
from causeway.domains.campaigns.places import move_up
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class DescribeEvent(Command[Event]):
    """Correct the words, the access notes, the number of places. More places move people up from the waiting list."""

    event_id: UUID
    title: str
    kind: str
    host_id: UUID | None = None
    about: str = ""
    step_free: bool = False
    hearing_loop: bool = False
    quiet_space: bool = False
    access_notes: str = ""
    travel: str = ""
    is_public: bool = True
    capacity: int | None = None
    contact_office: str = ""


@performs(
    DescribeEvent,
    policy=may_run_event,
    says="corrected the page of the event “{event}”",
    finds=locked(Event, "event_id"),
)
def describe_event(_actor: Actor, command: DescribeEvent, event: Event) -> Done[Event]:
    require_host(command.host_id, event.campaign)
    if command.capacity == 0:
        raise Invalid(capacity=_("Leave it empty where there is room for all, or give at least 1."))
    for name in DescribeEvent.__dataclass_fields__:
        if name != "event_id":
            setattr(event, name, getattr(command, name))
    event.version += 1
    event.save()
    moved_up = move_up(event)
    return Done(
        event,
        events=[PlaceFreed(sign_up_id=sign_up.pk) for sign_up in moved_up],
        scope=event.campaign.alliance_id,
        about=event.pk,
        named={"event": event.title},
    )
