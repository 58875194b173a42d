"""Who may do what with opinion maps, and with conversations that come from Polis."""

from __future__ import annotations

from typing import Any

from causeway.domains.assemblies.commands.accept_polis_export import AcceptPolisExport
from causeway.domains.assemblies.commands.allow_votes_file import AllowVotesFile
from causeway.domains.assemblies.commands.bring_polis_export import BringPolisExport
from causeway.domains.assemblies.commands.draw_opinion_map import DrawOpinionMap
from causeway.domains.assemblies.commands.put_polis_export_aside import PutPolisExportAside
from causeway.domains.assemblies.commands.read_polis_export import ReadPolisExport
from causeway.domains.assemblies.commands.take_in_polis_export import TakeInPolisExport
from causeway.kernel.actors import Actor, System
from tests.domains.assemblies import opinion_scene as room
from tests.matrix import NOBODY, CommandCase, PageCase
from tests.scenes import Scene

CORA = frozenset({"coordinator"})
WESTBURY = frozenset({"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"})
JOB = ((lambda _scene: System(reason="a job"), True),)


def _bring(s: Scene, _actor: Actor) -> BringPolisExport:
    files = tuple(room.EXPORT.items())
    return BringPolisExport(
        body_id=s.westbury.pk, title="The bus", question="What of it?", source="Held by neighbours", sent_files=files
    )


COMMANDS: dict[str, CommandCase] = {
    "DrawOpinionMap": CommandCase(
        lambda s, _a: DrawOpinionMap(conversation_id=room.with_map(s).pk, state_of_votes="x"), NOBODY, also=JOB
    ),
    "AllowVotesFile": CommandCase(lambda s, _a: AllowVotesFile(process_id=room.unspoken(s).pk, allow=True), CORA),
    "BringPolisExport": CommandCase(_bring, CORA, also=JOB),
    "ReadPolisExport": CommandCase(lambda s, _a: ReadPolisExport(import_id=room.brought(s).pk), NOBODY, also=JOB),
    "AcceptPolisExport": CommandCase(lambda s, _a: AcceptPolisExport(import_id=room.read(s).pk), CORA, also=JOB),
    "PutPolisExportAside": CommandCase(lambda s, _a: PutPolisExportAside(import_id=room.read(s).pk), CORA, also=JOB),
    "TakeInPolisExport": CommandCase(lambda s, _a: TakeInPolisExport(import_id=room.accepted(s).pk), NOBODY, also=JOB),
}


def _over(s: Scene) -> dict[str, Any]:
    return {"slug": room.over_with_map(s).process.slug}


def _read(s: Scene) -> dict[str, Any]:
    return {"import_id": room.read(s).pk}


PAGES: dict[str, PageCase] = {
    "assemblies:opinion_map": PageCase(WESTBURY, _over),
    "assemblies:opinion_map_json": PageCase(WESTBURY, _over),
    "assemblies:polis_archive": PageCase(WESTBURY, _over),
    "assemblies:allow_votes_file": PageCase(CORA, lambda s: {"slug": room.unspoken(s).process.slug}),
    "assemblies:bring_polis_export": PageCase(CORA, lambda s: {"room": "alliances", "slug": s.westbury.slug}),
    "assemblies:polis_import": PageCase(CORA, _read),
    "assemblies:accept_polis_export": PageCase(CORA, _read, method="post"),
    "assemblies:put_polis_export_aside": PageCase(CORA, _read, method="post"),
}
