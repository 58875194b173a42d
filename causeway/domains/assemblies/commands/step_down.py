"""Step down from a place."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.ending_seats import end
from causeway.domains.assemblies.committee_events import SeatVacated
from causeway.domains.assemblies.committee_policies import may_step_down
from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.models import Seat
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class StepDown(Command[Seat]):
    """Give one's place up before the term is over. No reason is asked; it is filled by countback."""

    seat_id: UUID


@performs(StepDown, policy=may_step_down, says="stepped down from “{committee}”", finds=locked(Seat, "seat_id"))
def step_down(_actor: Actor, _command: StepDown, seat: Seat) -> Done[Seat]:
    if seat.state != Seat.State.HELD:
        raise Conflict(_("You do not hold this place any more."))
    end(seat, Seat.State.RESIGNED)
    return in_committees_trail(seat.committee, seat, SeatVacated(seat_id=seat.pk))
