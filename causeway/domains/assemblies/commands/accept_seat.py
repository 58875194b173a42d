"""Take up a place to which one was elected."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.ending_seats import begin
from causeway.domains.assemblies.committee_policies import may_answer_seat
from causeway.domains.assemblies.committee_standing import is_over
from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.models import Seat
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class AcceptSeat(Command[Seat]):
    """Say yes to the place, once."""

    seat_id: UUID


@performs(AcceptSeat, policy=may_answer_seat, says="took up a place on “{committee}”", finds=locked(Seat, "seat_id"))
def accept_seat(_actor: Actor, _command: AcceptSeat, seat: Seat) -> Done[Seat]:
    if seat.state != Seat.State.OFFERED:
        raise Conflict(_("This place is answered already."))
    if is_over(seat.committee):
        raise Conflict(_("The term of this committee is over."))
    begin(seat)
    return in_committees_trail(seat.committee, seat)
