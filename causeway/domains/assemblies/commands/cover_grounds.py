"""Cover the reasons of a recall."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.models import Recall
from causeway.domains.assemblies.recall_policies import may_cover_grounds
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class CoverGrounds(Command[Recall]):
    """Take reasons off the page that tell private things or insult, with a reason that all read.

    The petition goes on, and whoever opened it may word them anew: nobody stops a recall this way.
    """

    recall_id: UUID
    reason: str


@performs(
    CoverGrounds,
    policy=may_cover_grounds,
    says="covered the reasons of a recall from “{committee}”",
    finds=locked(Recall, "recall_id"),
)
def cover_grounds(_actor: Actor, command: CoverGrounds, recall: Recall) -> Done[Recall]:
    if recall.covered_on or recall.ended_at:
        raise Conflict(_("These reasons are covered already, or the recall is over."))
    recall.cover_reason = some_text(command.reason, "reason", longest=300)
    recall.covered_on = clock.today()
    recall.grounds = ""
    recall.save(update_fields=["cover_reason", "covered_on", "grounds"])
    return in_committees_trail(recall.seat.committee, recall)
