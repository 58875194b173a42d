"""Accept an export that was read."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import kind_of
from causeway.domains.assemblies.models import PolisImport
from causeway.domains.assemblies.polis_events import PolisExportAccepted
from causeway.domains.assemblies.polis_policies import may_decide_polis_import
from causeway.domains.assemblies.polis_queries import body_for
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class AcceptPolisExport(Command[PolisImport]):
    """Want what was read as a conversation that is closed; a job takes it in."""

    import_id: UUID


@performs(
    AcceptPolisExport,
    policy=may_decide_polis_import,
    says="accepted the conversation “{title}” from elsewhere",
    finds=locked(PolisImport, "import_id"),
)
def accept_polis_export(_actor: Actor, _command: AcceptPolisExport, brought: PolisImport) -> Done[PolisImport]:
    if brought.state != PolisImport.State.WAITING:
        raise Conflict(_("This export was decided on already."))
    brought.state = PolisImport.State.TAKING
    brought.save(update_fields=["state"])
    body = body_for(brought)
    return Done(
        brought,
        events=[PolisExportAccepted(import_id=brought.pk)],
        scope=kind_of(body).trail(body),
        about=brought.pk,
        named={"title": brought.title},
    )
