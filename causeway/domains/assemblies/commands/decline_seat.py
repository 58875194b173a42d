"""Decline a place to which one was elected."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.ending_seats import end
from causeway.domains.assemblies.committee_events import SeatVacated
from causeway.domains.assemblies.committee_policies import may_answer_seat
from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.models import Seat
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class DeclineSeat(Command[Seat]):
    """Say no to the place. No reason is asked; it is filled by countback."""

    seat_id: UUID


@performs(DeclineSeat, policy=may_answer_seat, says="declined a place on “{committee}”", finds=locked(Seat, "seat_id"))
def decline_seat(_actor: Actor, _command: DeclineSeat, seat: Seat) -> Done[Seat]:
    if seat.state != Seat.State.OFFERED:
        raise Conflict(_("This place is answered already."))
    end(seat, Seat.State.DECLINED)
    return in_committees_trail(seat.committee, seat, SeatVacated(seat_id=seat.pk))
