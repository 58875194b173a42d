"""Answer a recall."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.course import phase_of
from causeway.domains.assemblies.models import Phase, Recall
from causeway.domains.assemblies.recall_policies import may_answer_recall
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict

LONGEST = 1500


@dataclass(frozen=True, kw_only=True)
class AnswerRecall(Command[Recall]):
    """Answer in writing, beside the reasons and as long as they may be. It can change until the vote opens."""

    recall_id: UUID
    reply: str


@performs(
    AnswerRecall,
    policy=may_answer_recall,
    says="answered a recall from “{committee}”",
    finds=locked(Recall, "recall_id"),
)
def answer_recall(_actor: Actor, command: AnswerRecall, recall: Recall) -> Done[Recall]:
    if recall.ended_at or (recall.ballot and clock.now() >= phase_of(recall.ballot, Phase.Kind.VOTE).opens_at):
        raise Conflict(_("The vote has opened, or the recall is over. The answer cannot change any more."))
    recall.reply = some_text(command.reply, "reply", longest=LONGEST)
    recall.replied_on = clock.today()
    recall.save(update_fields=["reply", "replied_on"])
    return in_committees_trail(recall.seat.committee, recall)
