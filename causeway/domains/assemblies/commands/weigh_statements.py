"""Weigh which statements need votes, and renew what is shown of the votes."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from uuid import UUID

from causeway.domains.assemblies.computing_routing import chances_of
from causeway.domains.assemblies.conversation_counts import counts_of
from causeway.domains.assemblies.conversation_course import is_over
from causeway.domains.assemblies.models import Conversation, Statement
from causeway.domains.assemblies.opinion_totals import from_json, to_show
from causeway.domains.assemblies.policies import only_a_job
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class WeighStatements(Command[None]):
    """Count the votes on each statement; from them follow its chance to be asked next, and the total that is shown.

    Done while the conversation goes on, whenever votes have come; and once more when it is over, for good.
    """

    process_id: UUID


@performs(
    WeighStatements,
    policy=only_a_job,
    says="weighed the statements of a conversation",
    finds=locked(Conversation, "process_id"),
)
def weigh_statements(_actor: Actor, _command: WeighStatements, conversation: Conversation) -> Done[None]:
    over = is_over(conversation)
    counts = counts_of(conversation)
    shown = list(conversation.statements.filter(state=Statement.State.IN))
    needed = chances_of([counts[row.pk].of_voices for row in shown])
    for row, chance in zip(shown, needed, strict=True):
        totals = to_show(counts[row.pk].totals, from_json(row.totals), over=over)
        row.chance, row.totals = chance, asdict(totals) if totals else None
    Statement.objects.bulk_update(shown, ["chance", "totals"])
    conversation.weighed = sum(count.totals.votes for count in counts.values())
    conversation.closed_at = clock.now() if over else None
    conversation.save(update_fields=["weighed", "closed_at"])
    return Done(None)
