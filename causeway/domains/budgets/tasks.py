"""What this room does by the clock, in the worker."""

from __future__ import annotations

from causeway.domains.budgets.commands.work_out_budget_vote import WorkOutBudgetVote
from causeway.domains.budgets.votes_queries import votes_to_work_out
from causeway.kernel.actors import System
from causeway.kernel.jobs import app
from causeway.kernel.perform import perform


@app.periodic(cron="* * * * *")
@app.task(name="budgets.work_out", queueing_lock="budgets.work_out")
def work_out_what_is_counted(timestamp: int) -> None:
    """Each minute: work out the votes on proposals that were counted."""
    for process_id in votes_to_work_out():
        perform(System(reason="the vote is counted"), WorkOutBudgetVote(process_id=process_id))
