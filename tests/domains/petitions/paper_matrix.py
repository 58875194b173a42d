"""Who may do what with sheets of paper."""

from __future__ import annotations

from causeway.domains.petitions.commands.check_sheet import CheckSheet
from causeway.domains.petitions.commands.count_sheet import CountSheet
from causeway.domains.petitions.commands.decide_resemblance import DecideResemblance
from causeway.domains.petitions.commands.hand_out_sheet import HandOutSheet
from causeway.domains.petitions.commands.print_sheets import PrintSheets
from causeway.domains.petitions.commands.reinstate_sheet import ReinstateSheet
from causeway.domains.petitions.commands.report_sheet_lost import ReportSheetLost
from causeway.domains.petitions.commands.save_sheet_draft import SaveSheetDraft
from causeway.domains.petitions.commands.take_back_sheet import TakeBackSheet
from causeway.domains.petitions.commands.type_sheet import TypeSheet
from causeway.domains.petitions.commands.void_sheet import VoidSheet
from causeway.domains.petitions.commands.withdraw_line import WithdrawLine
from tests.domains.petitions.paper_scene import lines, paper_signature, photograph, resemblance, sheet_out, typed_once
from tests.domains.petitions.scene import petition
from tests.matrix import CommandCase, PageCase

COORDINATOR = frozenset({"coordinator"})
WITH_HOLDER = frozenset({"coordinator", "rep"})  # Ravi holds the sheet

COMMANDS: dict[str, CommandCase] = {
    "PrintSheets": CommandCase(lambda s, _a: PrintSheets(petition_id=petition(s).pk), COORDINATOR),
    "HandOutSheet": CommandCase(
        lambda s, _a: HandOutSheet(sheet_id=sheet_out(s).pk, place="Flats, third floor"), COORDINATOR
    ),
    "TakeBackSheet": CommandCase(lambda s, _a: TakeBackSheet(sheet_id=sheet_out(s).pk), WITH_HOLDER),
    "SaveSheetDraft": CommandCase(
        lambda s, _a: SaveSheetDraft(sheet_id=sheet_out(s).pk, lines=lines("Ann")), WITH_HOLDER
    ),
    "TypeSheet": CommandCase(lambda s, _a: TypeSheet(sheet_id=sheet_out(s).pk, lines=lines("Ann Lee")), WITH_HOLDER),
    "CountSheet": CommandCase(
        lambda s, _a: CountSheet(sheet_id=sheet_out(s).pk, counted=3, photograph=photograph(40, 40)), WITH_HOLDER
    ),
    "CheckSheet": CommandCase(lambda s, _a: CheckSheet(sheet_id=typed_once(s).pk, agrees=True), COORDINATOR),
    "ReportSheetLost": CommandCase(
        lambda s, _a: ReportSheetLost(sheet_id=sheet_out(s).pk, why="Left on the 42 bus."), WITH_HOLDER
    ),
    "VoidSheet": CommandCase(lambda s, _a: VoidSheet(sheet_id=sheet_out(s).pk, why="Tea."), COORDINATOR),
    "ReinstateSheet": CommandCase(lambda s, _a: ReinstateSheet(sheet_id=sheet_out(s).pk), COORDINATOR),
    "WithdrawLine": CommandCase(lambda s, _a: WithdrawLine(signature_id=paper_signature(s).pk), COORDINATOR),
    "DecideResemblance": CommandCase(
        lambda s, _a: DecideResemblance(resemblance_id=resemblance(s).pk, same=True), COORDINATOR
    ),
}
PAGES: dict[str, PageCase] = {}
