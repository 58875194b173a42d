"""Work out what a vote on proposals decided."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.budgets.computing import Worked, ways_for, work_out
from causeway.domains.budgets.course import may_still_change
from causeway.domains.budgets.models import Allocation, BudgetVote, Proposal, Way
from causeway.domains.budgets.trail import in_trail
from causeway.domains.budgets.votes_policies import may_work_out
from causeway.domains.budgets.votes_queries import voted_in
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class WorkOutBudgetVote(Command[BudgetVote]):
    """Work out each way from the published papers, store what it gives, and adopt what the stated way pays for.

    Where the papers may not tell their sections, equal shares decide in place of those balanced by section. Where too
    few voted, nothing is adopted.
    """

    process_id: UUID


@performs(
    WorkOutBudgetVote,
    policy=may_work_out,
    says="worked out the vote on proposals of “{budget}”: {adopted} adopted",
    finds=locked(BudgetVote, "process_id"),
)
def work_out_budget_vote(_actor: Actor, _command: WorkOutBudgetVote, vote: BudgetVote) -> Done[BudgetVote]:
    if vote.process.ballot.counted_at is None:
        raise Conflict(_("This vote is not counted yet."))
    if vote.worked_out_at:
        raise Conflict(_("This vote was worked out already."))
    voted = voted_in(vote)
    worked = {way: work_out(voted, way) for way in ways_for(voted)}
    Allocation.objects.bulk_create(
        Allocation(vote=vote, way=way, spent_pounds=one.spent_pounds, digest=one.digest, result=one.as_json())
        for way, one in worked.items()
    )
    vote.worked_out_at = clock.now()
    vote.save(update_fields=["worked_out_at"])
    adopted = _adopt(vote, worked.get(Way(vote.way), worked[Way.EQUAL_SHARES]))
    return in_trail(vote.budget, vote, about=vote.pk, adopted=str(adopted))


def _adopt(vote: BudgetVote, worked: Worked) -> int:
    """Adopt what is paid for and still stands; returns how many."""
    if not (vote.process.ballot.outcome or {}).get("quorate") or not may_still_change(vote.budget):
        return 0
    places = [one.place for one in worked.funded]
    funded = vote.voted_on.filter(place__in=places).values("proposal")
    ground = _("The vote “%(vote)s”, by %(way)s") % {"vote": vote.process, "way": Way(worked.way).label.lower()}
    standing = Proposal.objects.filter(pk__in=funded, adopted_on=None, withdrawn_on=None, merged_into=None)
    return standing.update(adopted_on=clock.today(), adopted_ground=ground[:300])
