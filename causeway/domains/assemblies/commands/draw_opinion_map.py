"""Draw the opinion map of a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.assemblies.models import Conversation, OpinionMap
from causeway.domains.assemblies.opinion_computing_draw import draw
from causeway.domains.assemblies.opinion_gathering import gathered
from causeway.domains.assemblies.policies import only_a_job
from causeway.domains.assemblies.polis_computing import archive_of
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs


@dataclass(frozen=True, kw_only=True)
class DrawOpinionMap(Command[OpinionMap]):
    """Draw it anew, if enough people have voted since; once the conversation has closed, for good.

    ``state_of_votes``: a checksum of what was said, so that the job finds out when nothing was said since.
    """

    conversation_id: UUID
    state_of_votes: str


@performs(
    DrawOpinionMap,
    policy=only_a_job,
    says="looked at the opinion map of a conversation",
    finds=found(Conversation, "conversation_id", "process"),
)
def draw_opinion_map(_actor: Actor, command: DrawOpinionMap, conversation: Conversation) -> Done[OpinionMap]:
    row, _new = OpinionMap.objects.select_for_update().get_or_create(conversation=conversation)
    if row.is_last:
        return Done(row)
    last = conversation.closed_at is not None
    said = gathered(conversation)
    drawn = draw(said, before=row.figures, marks=bytes(row.marks), last=last)
    row.state_of_votes, row.is_last = command.state_of_votes, last
    if drawn is not None:
        row.figures, row.marks, row.drawn_at = drawn.figures, drawn.marks, clock.now()
    if last and row.figures is not None:
        row.marks = b""
        row.archive = archive_of(said, row.figures, with_votes=row.publishes_votes)
    row.save()
    return Done(row)
