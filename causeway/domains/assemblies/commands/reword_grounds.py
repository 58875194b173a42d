"""Word the reasons of a recall anew."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.open_recall import LONGEST
from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.models import Recall
from causeway.domains.assemblies.recall_policies import may_reword_grounds
from causeway.domains.campaigns.wording import some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class RewordGrounds(Command[Recall]):
    """Give other reasons where those given were covered."""

    recall_id: UUID
    grounds: str


@performs(
    RewordGrounds,
    policy=may_reword_grounds,
    says="worded the reasons of a recall from “{committee}” anew",
    finds=locked(Recall, "recall_id"),
)
def reword_grounds(_actor: Actor, command: RewordGrounds, recall: Recall) -> Done[Recall]:
    if recall.covered_on is None or recall.state != Recall.State.OPEN:
        raise Conflict(_("Only reasons that were covered can be worded anew, while support is collected."))
    recall.grounds = some_text(command.grounds, "grounds", longest=LONGEST)
    recall.covered_on, recall.cover_reason = None, ""
    recall.save(update_fields=["grounds", "covered_on", "cover_reason"])
    return in_committees_trail(recall.seat.committee, recall)
