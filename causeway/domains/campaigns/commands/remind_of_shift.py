"""Remind somebody of their shift."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.event_policies import is_the_system
from causeway.domains.campaigns.facts import ShiftComesNear
from causeway.domains.campaigns.models import ReminderChoice, Turn
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class RemindOfShift(Command[bool]):
    """Send the reminder of a turn, at most once, and not to whoever stopped reminders. Returns whether it goes."""

    turn_id: UUID


@performs(
    RemindOfShift,
    policy=is_the_system,
    says="reminded somebody of a shift of “{rota}”",
    finds=locked(Turn, "turn_id"),
)
def remind_of_shift(_actor: Actor, _command: RemindOfShift, turn: Turn) -> Done[bool]:
    shift = turn.shift
    stands = turn.state == Turn.State.TAKEN and shift.called_off_at is None and shift.starts_at > clock.now()
    stopped = ReminderChoice.objects.filter(person_id=turn.person_id, stopped_at__isnull=False).exists()
    goes = stands and not (stopped or turn.reminded_at)
    if goes:
        turn.reminded_at = clock.now()
        turn.save(update_fields=["reminded_at"])
    return Done(
        goes,
        events=[ShiftComesNear(turn_id=turn.pk)] if goes else [],
        scope=shift.rota.campaign.alliance_id,
        about=shift.rota_id,
        named={"rota": shift.rota.title},
    )
