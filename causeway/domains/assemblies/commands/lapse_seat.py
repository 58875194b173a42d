"""Let an offered place lapse."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.ending_seats import end
from causeway.domains.assemblies.committee_events import SeatVacated
from causeway.domains.assemblies.committee_policies import only_a_job
from causeway.domains.assemblies.committee_standing import TAKEN_UP_WITHIN
from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.models import Seat
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class LapseSeat(Command[Seat]):
    """Treat a place that was not taken up within a fortnight as declined."""

    seat_id: UUID


@performs(
    LapseSeat,
    policy=only_a_job,
    says="let a place on “{committee}” lapse that was not taken up",
    finds=locked(Seat, "seat_id"),
)
def lapse_seat(_actor: Actor, _command: LapseSeat, seat: Seat) -> Done[Seat]:
    if seat.state != Seat.State.OFFERED or clock.now() < seat.offered_at + TAKEN_UP_WITHIN:
        raise Conflict(_("This place is answered, or there is still time to answer."))
    end(seat, Seat.State.LAPSED)
    return in_committees_trail(seat.committee, seat, SeatVacated(seat_id=seat.pk))
