"""Accept a shift that one was asked to take."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.commands.take_shift import take_place
from causeway.domains.campaigns.finding import turn_with_rota_locked
from causeway.domains.campaigns.models import Turn
from causeway.domains.campaigns.rota_policies import holds_turn
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class AcceptShift(Command[Turn]):
    """Say yes to a shift that an organiser, or somebody on it, asked one to take. Accepting twice is accepting once."""

    turn_id: UUID


@performs(AcceptShift, policy=holds_turn, says="accepted a shift of “{rota}”", finds=turn_with_rota_locked)
def accept_shift(_actor: Actor, _command: AcceptShift, turn: Turn) -> Done[Turn]:
    was_offered = turn.state == Turn.State.OFFERED
    if was_offered and (turn.shift.ends_at <= clock.now() or turn.shift.called_off_at):
        raise Conflict(_("This shift is over, or was called off."))
    if was_offered and turn.instead_of_id:
        Turn.objects.filter(pk=turn.instead_of_id).update(cover_wanted=True)
        Turn.objects.filter(pk=turn.pk).update(instead_of=None)  # or deleting the other would delete this one
    taken = take_place(turn.shift, turn.person_id)
    if taken is None:
        raise Conflict(_("Somebody was faster: this shift is full now. Thank you all the same."))
    return Done(
        taken,
        scope=turn.shift.rota.campaign.alliance_id,
        about=turn.shift.rota_id,
        named={"rota": turn.shift.rota.title},
    )
