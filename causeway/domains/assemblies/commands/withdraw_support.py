"""Take support for a recall back."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.support_recall import check_is_open
from causeway.domains.assemblies.models import Recall, RecallSupport
from causeway.domains.assemblies.recall_policies import may_support_recall
from causeway.domains.assemblies.recall_standing import index_of_supporter, supports
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class WithdrawSupport(Command[None]):
    """Ask for the recall no longer. Nothing of it is kept."""

    recall_id: UUID


@performs(
    WithdrawSupport,
    policy=may_support_recall,
    says="took support for a recall back",
    finds=locked(Recall, "recall_id"),
    to_the_day=True,
)
def withdraw_support(actor: Actor, _command: WithdrawSupport, recall: Recall) -> Done[None]:
    check_is_open(recall)
    if not supports(actor, recall):
        raise Conflict(_("You do not support this recall."))
    RecallSupport.objects.filter(recall=recall, person_index=index_of_supporter(signed_in(actor))).delete()
    return Done(None)
