"""Close a petition that found too little support."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.ending_recalls import end_recall
from causeway.domains.assemblies.committee_policies import only_a_job
from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.models import Recall
from causeway.domains.assemblies.recall_events import RecallEnded
from causeway.domains.assemblies.recall_standing import supporters_of
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class CloseRecall(Command[Recall]):
    """End a petition whose time is over. The same person is then left in peace for as long as the rules say."""

    recall_id: UUID


@performs(
    CloseRecall,
    policy=only_a_job,
    says="closed a recall from “{committee}” that found too little support",
    finds=locked(Recall, "recall_id"),
)
def close_recall(_actor: Actor, _command: CloseRecall, recall: Recall) -> Done[Recall]:
    too_early = clock.now() < recall.closes_at
    if recall.state != Recall.State.OPEN or too_early or supporters_of(recall) >= recall.needed:
        raise Conflict(_("This petition is over, has time left, or has enough support."))
    end_recall(recall, Recall.State.SHORT)
    return in_committees_trail(recall.seat.committee, recall, RecallEnded(recall_id=recall.pk))
