"""What this room does by the clock, in the worker."""

from __future__ import annotations

from causeway.domains.petitions import queries
from causeway.domains.petitions.commands.clear_signatures import ClearSignatures
from causeway.domains.petitions.commands.close_petition import ClosePetition
from causeway.domains.petitions.commands.forget_unconfirmed import ForgetUnconfirmed
from causeway.domains.petitions.commands.tally_signatures import TallySignatures
from causeway.domains.petitions.tally import BATCH
from causeway.kernel.actors import System
from causeway.kernel.jobs import app
from causeway.kernel.perform import perform


def tally_what_waits() -> None:
    """Bring the totals up to date, a batch at a time."""
    if queries.tally_is_behind():
        while perform(System(reason="new signatures"), TallySignatures()) >= BATCH:
            pass


@app.periodic(cron="*/5 * * * *")
@app.task(name="petitions.tally", queueing_lock="petitions.tally")
def tally(timestamp: int) -> None:
    """Add what the events missed, for instance while the worker was down."""
    tally_what_waits()


@app.periodic(cron="10 * * * *")
@app.task(name="petitions.close_what_has_run_out", queueing_lock="petitions.close")
def close_what_has_run_out(timestamp: int) -> None:
    """Close the petitions whose closing day is over."""
    for petition_id in queries.petitions_run_out():
        perform(System(reason="its closing day is over"), ClosePetition(petition_id=petition_id))


@app.periodic(cron="50 3 * * *")
@app.task(name="petitions.forget", queueing_lock="petitions.forget")
def forget(timestamp: int) -> None:
    """Delete the forms that nobody confirmed within 14 days, and the signatures whose time is over."""
    perform(System(reason="not confirmed within 14 days"), ForgetUnconfirmed())
    for petition_id in queries.petitions_to_clear():
        perform(System(reason="a year after its close"), ClearSignatures(petition_id=petition_id))
