"""Take a lost or void sheet up again."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions.commands.sheets import locked_sheet, named
from causeway.domains.petitions.models import Sheet
from causeway.domains.petitions.paper_policies import may_run_sheet
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class ReinstateSheet(Command[Sheet]):
    """Undo “lost” or “void”: the sheet is again what it was before."""

    sheet_id: UUID


@performs(ReinstateSheet, policy=may_run_sheet, says="took sheet {sheet} of “{petition}” up again", finds=locked_sheet)
def reinstate_sheet(_actor: Actor, _command: ReinstateSheet, sheet: Sheet) -> Done[Sheet]:
    if sheet.state not in {Sheet.State.LOST, Sheet.State.VOID}:
        raise Conflict(_("This sheet is neither lost nor void."))
    sheet.state = Sheet.State(sheet.was)
    sheet.was = sheet.ended_why = ""
    sheet.ended_on = None
    sheet.save()
    return Done(sheet, scope=sheet.petition.campaign.alliance_id, about=sheet.petition_id, named=named(sheet))
