"""Support a recall."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.models import Recall, RecallSupport
from causeway.domains.assemblies.recall_policies import may_support_recall
from causeway.domains.assemblies.recall_standing import index_of_supporter, supports
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class SupportRecall(Command[None]):
    """Ask for the recall too, once. Nobody learns who did."""

    recall_id: UUID


@performs(
    SupportRecall,
    policy=may_support_recall,
    says="supported a recall",  # the trail does not say which
    finds=locked(Recall, "recall_id"),
    to_the_day=True,
)
def support_recall(actor: Actor, _command: SupportRecall, recall: Recall) -> Done[None]:
    check_is_open(recall)
    if supports(actor, recall):
        raise Conflict(_("You support this recall already. It counts once."))
    RecallSupport.objects.create(recall=recall, person_index=index_of_supporter(signed_in(actor)))
    return Done(None)


def check_is_open(recall: Recall) -> None:
    """Raise Conflict unless the petition still collects support."""
    if recall.state != Recall.State.OPEN or clock.now() >= recall.closes_at:
        raise Conflict(_("This petition does not collect support any more."))
