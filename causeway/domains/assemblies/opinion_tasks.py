"""What is done with opinion maps by the clock, in the worker."""

from __future__ import annotations

from datetime import timedelta

from causeway.domains.assemblies.commands.draw_opinion_map import DrawOpinionMap
from causeway.domains.assemblies.commands.put_polis_export_aside import PutPolisExportAside
from causeway.domains.assemblies.opinion_gathering import maps_to_draw
from causeway.domains.assemblies.polis_queries import imports_to_put_aside
from causeway.kernel import clock
from causeway.kernel.actors import System
from causeway.kernel.jobs import app
from causeway.kernel.perform import perform

IMPORTS_KEPT = timedelta(days=7)


@app.periodic(cron="* * * * * 5,35")
@app.task(name="assemblies.map", queueing_lock="assemblies.map")
def draw_maps(timestamp: int) -> None:
    """Twice a minute: draw the maps of conversations in which people have voted since, or that have closed."""
    for conversation_id, state in maps_to_draw():
        command = DrawOpinionMap(conversation_id=conversation_id, state_of_votes=state)
        perform(System(reason="people have voted"), command)


@app.periodic(cron="50 3 * * *")
@app.task(name="assemblies.put_aside", queueing_lock="assemblies.put_aside")
def put_imports_aside(timestamp: int) -> None:
    """Each night: let go of exports of Polis that nobody has decided on for a week."""
    for import_id in imports_to_put_aside(clock.now() - IMPORTS_KEPT):
        perform(System(reason="nobody decided on it for a week"), PutPolisExportAside(import_id=import_id))
