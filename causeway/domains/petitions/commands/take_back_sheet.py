"""Register a sheet back in."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions.commands.sheets import locked_sheet, named
from causeway.domains.petitions.models import Sheet
from causeway.domains.petitions.paper_policies import may_take_in_sheet
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class TakeBackSheet(Command[Sheet]):
    """Say that a sheet is back. Its holder may still type it in."""

    sheet_id: UUID


@performs(
    TakeBackSheet, policy=may_take_in_sheet, says="registered sheet {sheet} of “{petition}” back in", finds=locked_sheet
)
def take_back_sheet(_actor: Actor, _command: TakeBackSheet, sheet: Sheet) -> Done[Sheet]:
    if sheet.state not in {Sheet.State.PRINTED, Sheet.State.OUT}:
        raise Conflict(_("This sheet is not out: it is “%(state)s”.") % {"state": sheet.get_state_display()})
    sheet.state = Sheet.State.BACK
    sheet.back_on = clock.today()
    sheet.save()
    return Done(sheet, scope=sheet.petition.campaign.alliance_id, about=sheet.petition_id, named=named(sheet))
