"""Drop a shift."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.facts import ShiftDroppedLate
from causeway.domains.campaigns.finding import turn_with_rota_locked
from causeway.domains.campaigns.models import Shift, Turn
from causeway.domains.campaigns.rota_policies import may_drop_shift
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict

NEAR = timedelta(hours=48)


@dataclass(frozen=True, kw_only=True)
class DropShift(Command[Shift]):
    """Give a shift back, or decline one that one was asked to take. The organisers hear of a gap that opens late.

    ``and_later`` drops one's turns at the same rota after this one too.
    """

    turn_id: UUID
    and_later: bool = False


@performs(DropShift, policy=may_drop_shift, says="gave back a shift of “{rota}”", finds=turn_with_rota_locked)
def drop_shift(_actor: Actor, command: DropShift, turn: Turn) -> Done[Shift]:
    shift = turn.shift
    if shift.ends_at <= clock.now():
        raise Conflict(_("This shift is over."))
    is_late = turn.state == Turn.State.TAKEN and is_near(shift)
    if command.and_later:
        Turn.objects.filter(
            shift__rota=shift.rota, person_id=turn.person_id, shift__starts_at__gt=shift.starts_at
        ).delete()
    turn.delete()
    return Done(
        shift,
        events=[ShiftDroppedLate(shift_id=shift.pk)] if is_late else [],
        scope=shift.rota.campaign.alliance_id,
        about=shift.rota_id,
        named={"rota": shift.rota.title},
    )


def is_near(shift: Shift) -> bool:
    """Whether it starts within two days: a gap is hard to fill by then."""
    return shift.starts_at - clock.now() < NEAR
