"""What names need by the clock, in the worker."""

from __future__ import annotations

from causeway.domains.assemblies import name_queries
from causeway.domains.assemblies.commands.close_suggestions import CloseSuggestions
from causeway.kernel.actors import System
from causeway.kernel.jobs import app
from causeway.kernel.perform import perform


@app.periodic(cron="* * * * *")
@app.task(name="assemblies.names", queueing_lock="assemblies.names")
def close_suggestions(timestamp: int) -> None:
    """Each minute: make the papers for which no more names may be suggested."""
    for ballot_id in name_queries.names_to_close():
        perform(System(reason="the time to suggest names is over"), CloseSuggestions(ballot_id=ballot_id))
