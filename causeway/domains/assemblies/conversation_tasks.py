"""What conversations do by the clock, in the worker."""

from __future__ import annotations

from datetime import timedelta

from causeway.domains.assemblies import conversation_waiting
from causeway.domains.assemblies.commands.clear_voices import ClearVoices
from causeway.domains.assemblies.commands.weigh_statements import WeighStatements
from causeway.kernel import clock
from causeway.kernel.actors import System
from causeway.kernel.jobs import app
from causeway.kernel.perform import perform

VOICES_KEPT = timedelta(days=30)


@app.periodic(cron="* * * * * */30")
@app.task(name="assemblies.weigh", queueing_lock="assemblies.weigh")
def weigh(timestamp: int) -> None:
    """Twice a minute: weigh the statements of conversations in which people voted, and close those that are over."""
    for process_id in conversation_waiting.conversations_to_weigh():
        perform(System(reason="people voted on statements"), WeighStatements(process_id=process_id))


@app.periodic(cron="45 3 * * *")
@app.task(name="assemblies.clear_voices", queueing_lock="assemblies.clear_voices")
def clear_voices(timestamp: int) -> None:
    """Each night: cut conversations that closed a month ago off from the people who took part."""
    for process_id in conversation_waiting.conversations_to_clear(clock.now() - VOICES_KEPT):
        perform(System(reason="a month after the close"), ClearVoices(process_id=process_id))
