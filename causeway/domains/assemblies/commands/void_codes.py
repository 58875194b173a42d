"""Make the codes of a sheet worthless that nobody has used."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.conversation_policies import may_run_conversation
from causeway.domains.assemblies.models import CodeSheet
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class VoidCodes(Command[CodeSheet]):
    """After the meeting, or when a sheet was lost: its unused codes give no voice any more. Voices that spoke stay."""

    sheet_id: UUID


@performs(
    VoidCodes,
    policy=may_run_conversation,
    says="made the unused codes “{label}” of “{process}” worthless",
    finds=locked(CodeSheet, "sheet_id"),
)
def void_codes(_actor: Actor, _command: VoidCodes, sheet: CodeSheet) -> Done[CodeSheet]:
    if sheet.voided_on:
        raise Conflict(_("These codes are worthless already."))
    sheet.voided_on = clock.today()
    sheet.save(update_fields=["voided_on"])
    return in_trail(sheet.conversation.process, sheet, label=sheet.label)
