"""Put an export aside, without taking it in."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import kind_of
from causeway.domains.assemblies.models import PolisImport
from causeway.domains.assemblies.polis_policies import may_decide_polis_import
from causeway.domains.assemblies.polis_queries import UNDECIDED, body_for
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class PutPolisExportAside(Command[PolisImport]):
    """Decide not to take it in; nothing of what was read is kept."""

    import_id: UUID


@performs(
    PutPolisExportAside,
    policy=may_decide_polis_import,
    says="put the conversation “{title}” from elsewhere aside",
    finds=locked(PolisImport, "import_id"),
)
def put_polis_export_aside(_actor: Actor, _command: PutPolisExportAside, brought: PolisImport) -> Done[PolisImport]:
    if brought.state not in UNDECIDED:
        raise Conflict(_("This export was decided on already."))
    brought.state, brought.files, brought.found = PolisImport.State.ASIDE, None, None
    brought.save()
    body = body_for(brought)
    return Done(brought, scope=kind_of(body).trail(body), about=brought.pk, named={"title": brought.title})
