"""Who may do what in votes on proposals."""

from __future__ import annotations

from typing import Any

from causeway.domains.budgets.commands.set_up_budget_vote import SetUpBudgetVote
from causeway.domains.budgets.commands.work_out_budget_vote import WorkOutBudgetVote
from causeway.domains.budgets.models import Way
from causeway.kernel import clock
from causeway.kernel.actors import Actor, System
from tests.domains.budgets import votes_scene as room
from tests.matrix import CommandCase, PageCase
from tests.scenes import Scene

CORA = frozenset({"coordinator"})
WESTBURY = frozenset({"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"})
JOB = ((lambda _scene: System(reason="a job"), True),)


def _set_up(s: Scene, _actor: Actor) -> SetUpBudgetVote:
    opens_at = clock.now() + room.DAY
    return SetUpBudgetVote(
        budget_id=room.costed_budget(s).pk,
        title="What to pay for",
        why_here="It is for the whole town.",
        way=Way.MOST_VOTES,
        amount_pounds=50_000,
        opens_at=opens_at,
        closes_at=opens_at + room.DAY,
    )


COMMANDS: dict[str, CommandCase] = {
    "SetUpBudgetVote": CommandCase(_set_up, CORA),
    "WorkOutBudgetVote": CommandCase(lambda s, _a: WorkOutBudgetVote(process_id=room.counted(s).pk), CORA, also=JOB),
}


def _decided(s: Scene) -> dict[str, Any]:
    return {"process_slug": room.decided(s).process.slug}


def _budget(s: Scene) -> dict[str, Any]:
    return {"slug": room.costed_budget(s).slug}


PAGES: dict[str, PageCase] = {
    "budget_votes:vote": PageCase(WESTBURY, lambda s: {"process_slug": room.voting(s).process.slug}),
    "budget_votes:work_out": PageCase(CORA, lambda s: {"process_slug": room.counted(s).process.slug}, method="post"),
    "budget_votes:paper": PageCase(WESTBURY, _decided),
    "budget_votes:booklet": PageCase(WESTBURY, _decided),
    "budget_votes:ways_csv": PageCase(WESTBURY, _decided),
    "budget_votes:pabulib": PageCase(WESTBURY, _decided),
    "budget_votes:set_up": PageCase(CORA, _budget),
    "budget_votes:whole_booklet": PageCase(WESTBURY, _budget),
    "budget_votes:comparison": PageCase(WESTBURY, _budget),
    "budget_votes:comparison_csv": PageCase(WESTBURY, _budget),
}
