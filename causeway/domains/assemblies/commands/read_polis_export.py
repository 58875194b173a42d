"""Read the export of a conversation that was brought."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.assemblies.models import PolisImport
from causeway.domains.assemblies.policies import only_a_job
from causeway.domains.assemblies.polis_computing import read_export
from causeway.domains.assemblies.polis_files import opened
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Unreadable


@dataclass(frozen=True, kw_only=True)
class ReadPolisExport(Command[PolisImport]):
    """Read the files, and let go of them. Reading twice changes nothing."""

    import_id: UUID


@performs(
    ReadPolisExport,
    policy=only_a_job,
    says="read a conversation from elsewhere",
    finds=locked(PolisImport, "import_id"),
)
def read_polis_export(_actor: Actor, _command: ReadPolisExport, brought: PolisImport) -> Done[PolisImport]:
    if brought.state != PolisImport.State.QUEUED:
        return Done(brought)
    try:
        brought.found = read_export(opened(bytes(brought.files or b"")))
        brought.state = PolisImport.State.WAITING
    except Unreadable as unreadable:
        brought.state, brought.failure = PolisImport.State.FAILED, unreadable.sentence[:400]
    brought.files = None
    brought.save()
    return Done(brought)
