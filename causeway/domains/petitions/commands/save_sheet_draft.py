"""Keep the lines of a sheet as far as they are typed."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions.commands.sheets import locked_sheet, named, require_back
from causeway.domains.petitions.models import Sheet
from causeway.domains.petitions.paper_policies import may_take_in_sheet
from causeway.domains.petitions.taking_in import MOST_LINES, TypedLine, draft_of
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class SaveSheetDraft(Command[Sheet]):
    """Keep unfinished lines, sealed, so that typing can go on later or on another machine. Nothing counts yet."""

    sheet_id: UUID
    lines: tuple[TypedLine, ...]


@performs(
    SaveSheetDraft,
    policy=may_take_in_sheet,
    says="kept the typed lines of sheet {sheet} of “{petition}”",
    finds=locked_sheet,
)
def save_sheet_draft(_actor: Actor, command: SaveSheetDraft, sheet: Sheet) -> Done[Sheet]:
    require_back(sheet)
    if len(command.lines) > MOST_LINES:
        raise Conflict(_("That is more lines than a sheet has."))
    sheet.draft = draft_of(command.lines)
    sheet.save(update_fields=["draft"])
    return Done(sheet, scope=sheet.petition.campaign.alliance_id, about=sheet.petition_id, named=named(sheet))
