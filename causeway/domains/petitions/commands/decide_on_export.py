"""Agree, or not, to a file of signatures."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions.models import Export
from causeway.domains.petitions.policies import may_decide_on_export
from causeway.kernel import clock
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class DecideOnExport(Command[Export]):
    """Be the second person: agree that the file leaves, or say no."""

    export_id: UUID
    agreed: bool


@performs(
    DecideOnExport,
    policy=may_decide_on_export,
    says="{decided} a file of signatures of “{petition}”",
    finds=locked(Export, "export_id"),
)
def decide_on_export(actor: Actor, command: DecideOnExport, export: Export) -> Done[Export]:
    if export.decided_at:
        raise Conflict(_("This was decided already."))
    export.decided_by_id = person_of(actor)
    export.decided_at = clock.now()
    export.agreed = command.agreed
    export.save(update_fields=["decided_by", "decided_at", "agreed"])
    return Done(
        export,
        scope=export.petition.campaign.alliance_id,
        about=export.pk,
        named={"petition": export.petition.title, "decided": "agreed to" if command.agreed else "said no to"},
    )
