"""Who may do what with sheets of paper."""

from __future__ import annotations

from causeway.domains.petitions.commands.check_sheet import CheckSheet
from causeway.domains.petitions.commands.count_sheet import CountSheet
from causeway.domains.petitions.commands.decide_resemblance import DecideResemblance
from causeway.domains.petitions.commands.hand_in_petition import HandInPetition
from causeway.domains.petitions.commands.hand_out_sheet import HandOutSheet
from causeway.domains.petitions.commands.print_sheets import PrintSheets
from causeway.domains.petitions.commands.record_answer import RecordAnswer
from causeway.domains.petitions.commands.record_receipt import RecordReceipt
from causeway.domains.petitions.commands.reinstate_sheet import ReinstateSheet
from causeway.domains.petitions.commands.report_sheet_lost import ReportSheetLost
from causeway.domains.petitions.commands.save_sheet_draft import SaveSheetDraft
from causeway.domains.petitions.commands.take_back_sheet import TakeBackSheet
from causeway.domains.petitions.commands.take_hand_in_copy import TakeHandInCopy
from causeway.domains.petitions.commands.type_sheet import TypeSheet
from causeway.domains.petitions.commands.void_sheet import VoidSheet
from causeway.domains.petitions.commands.withdraw_line import WithdrawLine
from causeway.domains.petitions.short_addresses import short_code
from causeway.kernel import clock
from causeway.kernel.perform import perform
from tests.domains.petitions.paper_scene import (
    counted_once,
    hand_in,
    lines,
    paper_signature,
    photograph,
    printed,
    resemblance,
    sheet_out,
    typed_once,
)
from tests.domains.petitions.scene import petition
from tests.matrix import EVERYBODY, SIGNED_IN, CommandCase, PageCase
from tests.scenes import Scene

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
    "HandInPetition": CommandCase(
        lambda s, _a: HandInPetition(petition_id=petition(s).pk, handed_in_on=clock.today(), to_whom="The council"),
        COORDINATOR,
    ),
    "TakeHandInCopy": CommandCase(lambda s, _a: TakeHandInCopy(hand_in_id=hand_in(s).pk), COORDINATOR),
    "RecordReceipt": CommandCase(
        lambda s, _a: RecordReceipt(hand_in_id=hand_in(s).pk, received_by="The post room"), COORDINATOR
    ),
    "RecordAnswer": CommandCase(
        lambda s, _a: RecordAnswer(
            hand_in_id=hand_in(s).pk,
            answered_on=clock.today(),
            from_whom="The Leader of the council",
            text="It stays open.",
            source="Letter of today",
        ),
        COORDINATOR,
    ),
}


def slug(scene: Scene) -> dict[str, object]:
    return {"slug": petition(scene).slug}


def of_sheet(scene: Scene) -> dict[str, object]:
    return {"sheet_id": sheet_out(scene).pk}


def of_hand_in(scene: Scene) -> dict[str, object]:
    return {"hand_in_id": hand_in(scene).pk}


def numbers(scene: Scene) -> dict[str, object]:
    return {"slug": petition(scene).slug, "first": sheet_out(scene).number, "last": sheet_out(scene).number}


PAGES: dict[str, PageCase] = {
    "petitions:short": PageCase(EVERYBODY, lambda s: {"code": short_code(petition(s))}),
    "petitions:my_sheets": PageCase(SIGNED_IN),
    "petitions:sheets": PageCase(COORDINATOR, slug),
    "petitions:print_sheets": PageCase(COORDINATOR, slug),
    "petitions:printed_sheets": PageCase(COORDINATOR, numbers),
    "petitions:sheets_file": PageCase(COORDINATOR, numbers),
    "petitions:sheet": PageCase(WITH_HOLDER, of_sheet),
    "petitions:hand_out_sheet": PageCase(COORDINATOR, of_sheet),
    "petitions:take_back_sheet": PageCase(WITH_HOLDER, of_sheet, "post"),
    "petitions:lost_sheet": PageCase(WITH_HOLDER, of_sheet),
    "petitions:void_sheet": PageCase(COORDINATOR, of_sheet),
    "petitions:reinstate_sheet": PageCase(
        COORDINATOR, lambda s: {"sheet_id": s.once("petitions.sheet_void", lambda: voided(s)).pk}, "post"
    ),
    "petitions:type_sheet": PageCase(WITH_HOLDER, of_sheet),
    "petitions:look_at_lines": PageCase(WITH_HOLDER, of_sheet, "post", lambda _s: {"name-1": "Ann Lee"}),
    "petitions:count_sheet": PageCase(WITH_HOLDER, of_sheet),
    "petitions:sheet_photograph": PageCase(COORDINATOR, lambda s: {"sheet_id": counted_once(s).pk}),
    "petitions:check_sheet": PageCase(COORDINATOR, lambda s: {"sheet_id": typed_once(s).pk}),
    "petitions:withdraw_line": PageCase(COORDINATOR, lambda s: {"signature_id": paper_signature(s).pk}),
    "petitions:decide_resemblance": PageCase(COORDINATOR, lambda s: {"resemblance_id": resemblance(s).pk}, "post"),
    "petitions:resemblances": PageCase(COORDINATOR, slug),
    "petitions:hand_in_petition": PageCase(COORDINATOR, slug),
    "petitions:hand_in": PageCase(EVERYBODY, of_hand_in),
    "petitions:take_hand_in_copy": PageCase(COORDINATOR, of_hand_in, "post"),
    "petitions:record_receipt": PageCase(COORDINATOR, of_hand_in),
    "petitions:record_answer": PageCase(COORDINATOR, of_hand_in),
}


def voided(scene: Scene) -> object:
    """A void sheet."""
    (sheet,) = printed(scene)
    return perform(scene.actor("coordinator"), VoidSheet(sheet_id=sheet.pk, why="Misprinted."))
