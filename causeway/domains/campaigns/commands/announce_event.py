"""Announce an event of a campaign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Affiliation
from causeway.domains.campaigns.models import Campaign, Event
from causeway.domains.campaigns.policies import may_run_campaign
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Invalid
from causeway.kernel.slugs import free_slug


@dataclass(frozen=True, kw_only=True)
class AnnounceEvent(Command[Event]):
    """Announce an event. ``capacity`` None means that there is room for all; ``contact_office`` names no person."""

    campaign_id: UUID
    title: str
    kind: str
    starts_at: datetime
    ends_at: datetime
    place: str
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
    AnnounceEvent,
    policy=may_run_campaign,
    says="announced the event “{event}”",
    finds=found(Campaign, "campaign_id"),
)
def announce_event(_actor: Actor, command: AnnounceEvent, campaign: Campaign) -> Done[Event]:
    require_times(command.starts_at, command.ends_at)
    require_host(command.host_id, campaign)
    if command.capacity == 0:
        raise Invalid(capacity=_("Leave it empty where there is room for all, or give at least 1."))
    event = Event.objects.create(
        campaign=campaign,
        host_id=command.host_id,
        title=command.title,
        slug=free_slug(Event, command.title),
        kind=command.kind,
        about=command.about,
        starts_at=command.starts_at,
        ends_at=command.ends_at,
        place=command.place,
        step_free=command.step_free,
        hearing_loop=command.hearing_loop,
        quiet_space=command.quiet_space,
        access_notes=command.access_notes,
        travel=command.travel,
        is_public=command.is_public,
        capacity=command.capacity,
        contact_office=command.contact_office,
    )
    return Done(event, scope=campaign.alliance_id, about=event.pk, named={"event": event.title})


def require_times(starts_at: datetime, ends_at: datetime) -> None:
    """An event is ahead of us, and ends after it starts. Raises Invalid."""
    if ends_at <= starts_at:
        raise Invalid(ends_at=_("The event must end after it starts."))
    if ends_at <= clock.now():
        raise Invalid(starts_at=_("This time has passed. Choose one that is ahead of us."))


def require_host(host_id: UUID | None, campaign: Campaign) -> None:
    """The host is an organisation of the campaign's alliance. Raises Invalid."""
    if host_id is None:
        return
    affiliated = Affiliation.objects.filter(alliance_id=campaign.alliance_id, organisation_id=host_id, until=None)
    if not affiliated.exists():
        raise Invalid(host=_("Choose an organisation that belongs to this alliance."))
