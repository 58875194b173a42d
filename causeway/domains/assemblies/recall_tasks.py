"""What recalls do by the clock, in the worker."""

from __future__ import annotations

from causeway.domains.assemblies import recall_queries as queries
from causeway.domains.assemblies.commands.call_recall_ballot import CallRecallBallot
from causeway.domains.assemblies.commands.close_recall import CloseRecall
from causeway.domains.assemblies.commands.conclude_recall import ConcludeRecall
from causeway.kernel.actors import System
from causeway.kernel.jobs import app
from causeway.kernel.perform import perform


@app.periodic(cron="* * * * *")
@app.task(name="recalls.vote", queueing_lock="recalls.vote")
def put_to_vote(timestamp: int) -> None:
    """Each minute: call the ballots that enough electors asked for."""
    for recall_id in queries.recalls_to_put_to_vote():
        perform(System(reason="enough electors ask for it"), CallRecallBallot(recall_id=recall_id))


@app.periodic(cron="10 * * * *")
@app.task(name="recalls.close", queueing_lock="recalls.close")
def close_petitions(timestamp: int) -> None:
    """Each hour: close the petitions whose time is over."""
    for recall_id in queries.recalls_to_close():
        perform(System(reason="the time to support it is over"), CloseRecall(recall_id=recall_id))


@app.periodic(cron="* * * * *")
@app.task(name="recalls.conclude", queueing_lock="recalls.conclude")
def conclude(timestamp: int) -> None:
    """Each minute: do what counted ballots decided."""
    for recall_id in queries.recalls_to_conclude():
        perform(System(reason="the ballot is counted"), ConcludeRecall(recall_id=recall_id))
