"""Make a sheet void."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions.commands.sheets import locked_sheet, named
from causeway.domains.petitions.models import Sheet
from causeway.domains.petitions.paper_policies import may_run_sheet
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Invalid

LONGEST_WHY = 300


@dataclass(frozen=True, kw_only=True)
class VoidSheet(Command[Sheet]):
    """Say that a sheet is not to be used: misprinted, spoilt, never signed. Nothing on it counts."""

    sheet_id: UUID
    why: str


@performs(VoidSheet, policy=may_run_sheet, says="made sheet {sheet} of “{petition}” void", finds=locked_sheet)
def void_sheet(_actor: Actor, command: VoidSheet, sheet: Sheet) -> Done[Sheet]:
    if sheet.state not in {Sheet.State.PRINTED, Sheet.State.OUT, Sheet.State.BACK}:
        raise Conflict(_("This sheet has been taken in already. Send it back from its check first."))
    why = " ".join(command.why.split())
    if not why or len(why) > LONGEST_WHY:
        raise Invalid(why=_("Say in one or two sentences what happened, without anybody’s name."))
    sheet.was, sheet.state = sheet.state, Sheet.State.VOID
    sheet.ended_on, sheet.ended_why = clock.today(), why
    sheet.save()
    return Done(sheet, scope=sheet.petition.campaign.alliance_id, about=sheet.petition_id, named=named(sheet))
