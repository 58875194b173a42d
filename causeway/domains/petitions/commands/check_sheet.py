"""Check a sheet that somebody else took in."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions.commands import twins
from causeway.domains.petitions.commands.sheets import locked_sheet, named, take_out_again
from causeway.domains.petitions.models import Sheet
from causeway.domains.petitions.paper_policies import may_check_sheet
from causeway.kernel import clock
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class CheckSheet(Command[Sheet]):
    """Say whether what was taken in agrees with the paper. Where it does not, the sheet goes back to be done again."""

    sheet_id: UUID
    agrees: bool


@performs(
    CheckSheet, policy=may_check_sheet, says="checked sheet {sheet} of “{petition}”: {result}", finds=locked_sheet
)
def check_sheet(actor: Actor, command: CheckSheet, sheet: Sheet) -> Done[Sheet]:
    if sheet.state not in {Sheet.State.TYPED, Sheet.State.COUNTED}:
        raise Conflict(
            _("There is nothing to check: this sheet is “%(state)s”.") % {"state": sheet.get_state_display()}
        )
    if command.agrees:
        sheet.state = Sheet.State.CHECKED
        sheet.checked_by_id = person_of(actor)
        sheet.checked_on = clock.today()
        sheet.save()
    heirs = [] if command.agrees else take_out_again(sheet)
    result = "it agrees" if command.agrees else "sent back to be done again"
    return Done(
        sheet,
        events=twins.counting_again(*heirs),
        scope=sheet.petition.campaign.alliance_id,
        about=sheet.petition_id,
        named={**named(sheet), "result": result},
    )
