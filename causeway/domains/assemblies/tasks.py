"""What this room does by the clock, in the worker."""

from __future__ import annotations

from datetime import timedelta

from causeway.domains.assemblies import (
    committee_tasks,
    conversation_tasks,
    letter_tasks,
    mandate_tasks,
    name_tasks,
    opinion_tasks,
    queries,
    recall_tasks,
)
from causeway.domains.assemblies.card_queries import card_votes_to_measure
from causeway.domains.assemblies.commands.clear_roll import ClearRoll
from causeway.domains.assemblies.commands.close_nominations import CloseNominations
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.measure_power import MeasurePower
from causeway.domains.assemblies.commands.mix_papers import MixPapers
from causeway.kernel import clock
from causeway.kernel.actors import System
from causeway.kernel.jobs import app
from causeway.kernel.perform import perform

__all__ = [
    "committee_tasks",
    "conversation_tasks",
    "letter_tasks",
    "mandate_tasks",
    "name_tasks",
    "opinion_tasks",
    "recall_tasks",
]  # found here by the worker

ROLLS_KEPT = timedelta(days=30)


@app.periodic(cron="* * * * *")
@app.task(name="assemblies.mix", queueing_lock="assemblies.mix")
def mix_boxes(timestamp: int) -> None:
    """Each minute: mix the boxes of the votes that are open."""
    for ballot_id in queries.ballots_to_mix():
        perform(System(reason="the box fills"), MixPapers(ballot_id=ballot_id))


@app.periodic(cron="* * * * *")
@app.task(name="assemblies.count", queueing_lock="assemblies.count")
def count_what_is_over(timestamp: int) -> None:
    """Each minute: count the votes that have closed."""
    for ballot_id in queries.ballots_to_count():
        perform(System(reason="the vote is closed"), CountBallot(ballot_id=ballot_id))


@app.periodic(cron="* * * * *")
@app.task(name="assemblies.nominations", queueing_lock="assemblies.nominations")
def close_nominations(timestamp: int) -> None:
    """Each minute: make the papers of elections in which no more names may be put forward."""
    for ballot_id in queries.nominations_to_close():
        perform(System(reason="the time to put names forward is over"), CloseNominations(ballot_id=ballot_id))


@app.periodic(cron="* * * * *")
@app.task(name="assemblies.power", queueing_lock="assemblies.power")
def measure_power(timestamp: int) -> None:
    """Each minute: measure the power of cards that were too many to measure when the roll was settled."""
    for process_id in card_votes_to_measure():
        perform(System(reason="the cards are dealt"), MeasurePower(process_id=process_id))


@app.periodic(cron="40 3 * * *")
@app.task(name="assemblies.clear", queueing_lock="assemblies.clear")
def clear_rolls(timestamp: int) -> None:
    """Each night: delete who stood on the rolls of votes that were counted a month ago."""
    for process_id in queries.rolls_to_clear(clock.now() - ROLLS_KEPT):
        perform(System(reason="a month after the count"), ClearRoll(process_id=process_id))
