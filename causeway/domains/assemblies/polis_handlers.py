"""What this room does when an export of Polis was brought, and when it was accepted."""

from __future__ import annotations

from causeway.domains.assemblies.commands.read_polis_export import ReadPolisExport
from causeway.domains.assemblies.commands.take_in_polis_export import TakeInPolisExport
from causeway.domains.assemblies.polis_events import PolisExportAccepted, PolisExportBrought
from causeway.kernel.actors import System
from causeway.kernel.perform import perform


def read_export(event: PolisExportBrought) -> None:
    """Read it in a job, however long it takes."""
    perform(System(reason="an export of Polis was brought"), ReadPolisExport(import_id=event.import_id))


def take_in_export(event: PolisExportAccepted) -> None:
    """Make a conversation of it."""
    perform(System(reason="an export of Polis was accepted"), TakeInPolisExport(import_id=event.import_id))
