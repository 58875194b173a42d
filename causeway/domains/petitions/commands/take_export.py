"""Take a file of signatures."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.petitions import exporting
from causeway.domains.petitions.models import Export
from causeway.domains.petitions.policies import may_take_export
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class TakeExport(Command[str]):
    """Make the file and hand it to the person who asked for it; returns it as CSV. Every taking is in the trail."""

    export_id: UUID


@performs(
    TakeExport,
    policy=may_take_export,
    says="took a file of {rows} signatures of “{petition}”",
    finds=locked(Export, "export_id"),
)
def take_export(_actor: Actor, _command: TakeExport, export: Export) -> Done[str]:
    rows = exporting.rows_of(export)
    export.taken_at, export.rows = clock.now(), len(rows)
    export.save(update_fields=["taken_at", "rows"])
    return Done(
        exporting.as_csv(export, rows),
        scope=export.petition.campaign.alliance_id,
        about=export.pk,
        named={"petition": export.petition.title, "rows": str(len(rows))},
    )
