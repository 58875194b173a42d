"""Take a file of signatures."""

from __future__ import annotations

from dataclasses import dataclass
from io import TextIOWrapper
from tempfile import TemporaryFile
from typing import IO
from uuid import UUID

from causeway.domains.petitions import exporting
from causeway.domains.petitions.models import Export
from causeway.domains.petitions.policies import may_take_export
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class TakeExport(Command[IO[bytes]]):
    """Make the file and hand it to the person who asked for it. Every taking is in the trail.

    Returns the CSV (UTF-8 with its mark) as an open file without a name, which is gone once it is closed: however
    many signed, it is never held in memory.
    """

    export_id: UUID


@performs(
    TakeExport,
    policy=may_take_export,
    says="took a file of {rows} signatures of “{petition}”",
    finds=locked(Export, "export_id"),
)
def take_export(_actor: Actor, _command: TakeExport, export: Export) -> Done[IO[bytes]]:
    file: IO[bytes] = TemporaryFile()  # noqa: SIM115  # whoever sends it closes it
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    export.taken_at, export.rows = clock.now(), exporting.write_csv(export, text)
    text.detach()
    file.seek(0)
    export.save(update_fields=["taken_at", "rows"])
    return Done(
        file,
        scope=export.petition.campaign.alliance_id,
        about=export.pk,
        named={"petition": export.petition.title, "rows": str(export.rows)},
    )
