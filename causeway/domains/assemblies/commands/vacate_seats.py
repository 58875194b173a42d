"""Free the places of somebody whose account was erased."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from causeway.domains.assemblies.commands.ending_recalls import forget_in_recalls
from causeway.domains.assemblies.commands.ending_seats import end
from causeway.domains.assemblies.commands.forgetting_words import forget_words
from causeway.domains.assemblies.committee_events import SeatVacated
from causeway.domains.assemblies.committee_policies import only_a_job
from causeway.domains.assemblies.models import Seat
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class VacateSeats(Command[None]):
    """Places that the person holds, or was offered, fall vacant; no place leads to the person any more.

    That a place was held stays, as a fact of public office; the page then says “somebody who has left”.
    """

    person_id: UUID


@performs(VacateSeats, policy=only_a_job, says="freed the places of somebody whose account was erased")
def vacate_seats(_actor: Actor, command: VacateSeats, _subject: Any) -> Done[None]:
    events = []
    forget_in_recalls(command.person_id)
    forget_words(command.person_id)
    for seat in Seat.objects.select_for_update(of=("self",)).filter(person_id=command.person_id):
        if seat.ended_at is None:
            end(seat, Seat.State.GONE)
            events.append(SeatVacated(seat_id=seat.pk))
        seat.person = None
        seat.save(update_fields=["person"])
    return Done(None, events=events, scope=command.person_id)
