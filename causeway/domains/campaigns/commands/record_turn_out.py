"""Record afterwards how many came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.event_policies import may_run_event
from causeway.domains.campaigns.facts import TurnOutRecorded
from causeway.domains.campaigns.models import Event, SignUp
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid

LARGEST_CROWD = 5_000_000


@dataclass(frozen=True, kw_only=True)
class RecordTurnOut(Command[Event]):
    """How many came in all, and, where it was noted, who of those signed up (``came`` by sign-up)."""

    event_id: UUID
    turn_out: int
    came: Mapping[UUID, str] = field(default_factory=dict)


@performs(
    RecordTurnOut,
    policy=may_run_event,
    says="recorded a turn-out of {number} at “{event}”",
    finds=locked(Event, "event_id"),
)
def record_turn_out(_actor: Actor, command: RecordTurnOut, event: Event) -> Done[Event]:
    if event.cancelled_at:
        raise Conflict(_("This event was cancelled."))
    if event.starts_at > clock.now():
        raise Conflict(_("This event has not started yet. Record the turn-out afterwards."))
    if not 0 <= command.turn_out <= LARGEST_CROWD:
        raise Invalid(turn_out=_("Give the number of people who came, as a whole number."))
    for sign_up in event.sign_ups.filter(confirmed_at__isnull=False, pk__in=command.came):
        said = command.came[sign_up.pk]
        if said in SignUp.Came.values and said != sign_up.came:
            sign_up.came = said
            sign_up.save(update_fields=["came"])
    event.turn_out = command.turn_out
    event.save(update_fields=["turn_out"])
    return Done(
        event,
        events=[TurnOutRecorded(event_id=event.pk)],
        scope=event.campaign.alliance_id,
        about=event.pk,
        named={"number": str(command.turn_out), "event": event.title},
    )
