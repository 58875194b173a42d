"""Do what a recall ballot decided."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.ending_recalls import end_recall
from causeway.domains.assemblies.commands.ending_seats import end
from causeway.domains.assemblies.committee_events import SeatVacated
from causeway.domains.assemblies.committee_policies import only_a_job
from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.computing import YES
from causeway.domains.assemblies.models import Recall, Seat
from causeway.domains.assemblies.recall_events import RecallEnded
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Missing
from causeway.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class ConcludeRecall(Command[Recall]):
    """Carried with the quorum: the place falls vacant, and is filled by countback. Else the holder keeps it."""

    recall_id: UUID


def recall_and_seat(command: ConcludeRecall) -> Recall:
    """The recall, locked after its place: in the order in which stepping down locks them, so that neither waits."""
    found = Recall.objects.filter(pk=command.recall_id).first()
    if found is None:
        raise Missing
    Seat.objects.select_for_update(no_key=True).get(pk=found.seat_id)
    return Recall.objects.select_for_update(no_key=True).get(pk=found.pk)


@performs(
    ConcludeRecall,
    policy=only_a_job,
    says="concluded a recall from “{committee}”: it {how}",
    finds=recall_and_seat,
)
def conclude_recall(_actor: Actor, _command: ConcludeRecall, recall: Recall) -> Done[Recall]:
    outcome = recall.ballot.ballot.outcome if recall.ballot else None
    if recall.state != Recall.State.BALLOT or outcome is None:
        raise Conflict(_("This recall was concluded already, or its ballot is not counted."))
    carried = outcome["quorate"] and outcome["chosen"] == [YES]
    events: list[Event] = [RecallEnded(recall_id=recall.pk)]
    end_recall(recall, Recall.State.CARRIED if carried else Recall.State.FAILED)
    if carried:
        end(recall.seat, Seat.State.RECALLED)
        events.append(SeatVacated(seat_id=recall.seat_id))
    return in_committees_trail(recall.seat.committee, recall, *events, how=recall.get_state_display())
