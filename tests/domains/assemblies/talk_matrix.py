"""Who may do what in conversations."""

from __future__ import annotations

from typing import Any

from causeway.domains.assemblies.commands.add_statement import AddStatement
from causeway.domains.assemblies.commands.appeal_for_statement import AppealForStatement
from causeway.domains.assemblies.commands.clear_table import ClearTable
from causeway.domains.assemblies.commands.clear_voices import ClearVoices
from causeway.domains.assemblies.commands.confirm_table import ConfirmTable
from causeway.domains.assemblies.commands.forget_voices import ForgetVoices
from causeway.domains.assemblies.commands.freeze_conversation import FreezeConversation
from causeway.domains.assemblies.commands.join_conversation import JoinConversation
from causeway.domains.assemblies.commands.lay_table import LayTable
from causeway.domains.assemblies.commands.look_at_statement import LookAtStatement
from causeway.domains.assemblies.commands.make_codes import MakeCodes
from causeway.domains.assemblies.commands.move_conversation import MoveConversation
from causeway.domains.assemblies.commands.open_conversation import OpenConversation
from causeway.domains.assemblies.commands.reword_statement import RewordStatement
from causeway.domains.assemblies.commands.seed_conversation import SeedConversation
from causeway.domains.assemblies.commands.set_up_conversation import SetUpConversation
from causeway.domains.assemblies.commands.take_back_vote import TakeBackVote
from causeway.domains.assemblies.commands.type_in_table import TypeInTable
from causeway.domains.assemblies.commands.use_code import UseCode
from causeway.domains.assemblies.commands.void_codes import VoidCodes
from causeway.domains.assemblies.commands.vote_on_statement import VoteOnStatement
from causeway.domains.assemblies.commands.weigh_statements import WeighStatements
from causeway.domains.assemblies.conversation_standing import VOICE
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Bearer, System
from tests.domains.assemblies import talk_scene as talk
from tests.domains.assemblies.scene import DAY
from tests.matrix import EVERYBODY, NOBODY, CommandCase, PageCase, fields
from tests.scenes import Scene

CORA = frozenset({"coordinator"})
UNA = frozenset({"user"})
SIDES = fields("coordinator rep user_officer")
WESTBURY = fields("coordinator rep user user_officer handler_one handler_two")
JOB = ((lambda _scene: System(reason="a job"), True),)


def _set_up(s: Scene, _actor: Actor) -> SetUpConversation:
    return SetUpConversation(
        body_id=s.westbury.pk,
        title="A talk",
        question="What next?",
        why_here="It concerns all.",
        opens_at=clock.now(),
        closes_at=clock.now() + DAY,
    )


def _votes(s: Scene, _actor: Actor) -> VoteOnStatement:
    return VoteOnStatement(statement_id=talk.statement(talk.talk(s)).pk, voice_id=talk.una(s).pk, value=1)


def _takes_back(s: Scene, _actor: Actor) -> TakeBackVote:
    return TakeBackVote(statement_id=talk.statement(talk.talk(s)).pk, voice_id=talk.una(s).pk)


def _una_by_code(s: Scene) -> Actor:
    """Another voice than Una's: it must not speak for her."""
    return Bearer(VOICE, talk.by_code(talk.unused_code(s)).voice.pk)


def _types_in(s: Scene, _actor: Actor) -> TypeInTable:
    one = talk.statement(talk.talk(s), 2)
    return TypeInTable(table_id=talk.table(s).pk, statement_id=one.pk, agreed=4, disagreed=2, passed=0)


COMMANDS: dict[str, CommandCase] = {
    "SetUpConversation": CommandCase(_set_up, CORA),
    "OpenConversation": CommandCase(
        lambda s, _a: OpenConversation(process_id=talk.without_question(s).pk, question="What next?"), CORA
    ),
    "SeedConversation": CommandCase(
        lambda s, _a: SeedConversation(process_id=talk.talk(s).pk, statements=("Trees matter to us.",)), CORA
    ),
    "JoinConversation": CommandCase(lambda s, _a: JoinConversation(process_id=talk.talk(s).pk), UNA),
    "UseCode": CommandCase(lambda s, _a: UseCode(code=talk.unused_code(s)), EVERYBODY),
    "AddStatement": CommandCase(
        lambda s, _a: AddStatement(process_id=talk.talk(s).pk, text="Dogs should be welcome."), UNA
    ),
    "LookAtStatement": CommandCase(lambda s, _a: LookAtStatement(statement_id=talk.waiting(s).pk, lets_in=True), SIDES),
    "AppealForStatement": CommandCase(
        lambda s, _a: AppealForStatement(statement_id=talk.kept_out(s).pk, appeal="It is true."), UNA
    ),
    "RewordStatement": CommandCase(
        lambda s, _a: RewordStatement(statement_id=talk.kept_out(s).pk, text="Everybody should be polite."), UNA
    ),
    "VoteOnStatement": CommandCase(_votes, UNA, also=((_una_by_code, False),)),
    "TakeBackVote": CommandCase(_takes_back, UNA, also=((_una_by_code, False),)),
    "FreezeConversation": CommandCase(lambda s, _a: FreezeConversation(process_id=talk.talk(s).pk, frozen=True), CORA),
    "MoveConversation": CommandCase(
        lambda s, _a: MoveConversation(process_id=talk.talk(s).pk, closes_at=clock.now() + DAY), CORA
    ),
    "MakeCodes": CommandCase(lambda s, _a: MakeCodes(process_id=talk.talk(s).pk, label="Hall", number=2), CORA),
    "VoidCodes": CommandCase(lambda s, _a: VoidCodes(sheet_id=talk.sheet_of_codes(s).pk), CORA),
    "LayTable": CommandCase(lambda s, _a: LayTable(process_id=talk.talk(s).pk, name="Table 9", people=6), SIDES),
    "ClearTable": CommandCase(lambda s, _a: ClearTable(table_id=talk.table(s).pk), SIDES),
    "TypeInTable": CommandCase(_types_in, SIDES),
    "ConfirmTable": CommandCase(lambda s, _a: ConfirmTable(table_id=talk.table(s).pk, seen="1:5,2,1"), SIDES),
    "WeighStatements": CommandCase(lambda s, _a: WeighStatements(process_id=talk.talk(s).pk), NOBODY, also=JOB),
    "ClearVoices": CommandCase(lambda s, _a: ClearVoices(process_id=talk.talk(s).pk), NOBODY, also=JOB),
    "ForgetVoices": CommandCase(lambda s, _a: ForgetVoices(person_id=s.people["user"].pk), NOBODY, also=JOB),
}


def _here(s: Scene) -> dict[str, Any]:
    return {"slug": talk.talk(s).process.slug}


def _westbury(s: Scene) -> dict[str, Any]:
    return {"room": "alliances", "slug": s.westbury.slug}


def _una_and_first(s: Scene) -> dict[str, Any]:
    return {"statement": talk.statement(talk.talk(s)).pk, "voice": talk.una(s).pk, "number": 1}


PAGES: dict[str, PageCase] = {
    "assemblies:set_up_conversation": PageCase(CORA, _westbury),
    "assemblies:open_conversation": PageCase(CORA, lambda s: {"slug": talk.without_question(s).slug}),
    "assemblies:conversation": PageCase(WESTBURY, _here),
    "assemblies:join_conversation": PageCase(UNA, _here),
    "codes:use": PageCase(EVERYBODY),
    "assemblies:opinions": PageCase(WESTBURY, _here),
    "assemblies:take_back": PageCase(UNA, _here, method="post", data=_una_and_first),
    "assemblies:mine": PageCase(WESTBURY, _here),
    "assemblies:say": PageCase(UNA, _here),
    "assemblies:appeal": PageCase(UNA, lambda s: _here(s) | {"statement_id": talk.kept_out(s).pk}),
    "assemblies:reword": PageCase(UNA, lambda s: _here(s) | {"statement_id": talk.kept_out(s).pk}),
    "assemblies:statements": PageCase(WESTBURY, _here),
    "assemblies:statements_csv": PageCase(CORA, _here),
    "assemblies:to_look_at": PageCase(SIDES, _here),
    "assemblies:look_at_statement": PageCase(SIDES, lambda s: _here(s) | {"statement_id": talk.waiting(s).pk}),
    "assemblies:seed_conversation": PageCase(CORA, _here),
    "assemblies:freeze_conversation": PageCase(CORA, _here, method="post"),
    "assemblies:move_conversation": PageCase(CORA, _here),
    "assemblies:close_conversation": PageCase(CORA, _here),
    "assemblies:codes": PageCase(CORA, _here),
    "assemblies:code_screen": PageCase(CORA, _here),
    "assemblies:void_codes": PageCase(CORA, lambda s: {"sheet_id": talk.sheet_of_codes(s).pk}, method="post"),
    "assemblies:tables": PageCase(SIDES, _here),
    "assemblies:table_sheet": PageCase(SIDES, _here),
    "assemblies:table": PageCase(SIDES, lambda s: {"table_id": talk.table(s).pk}),
    "assemblies:confirm_table": PageCase(SIDES, lambda s: {"table_id": talk.table(s).pk}),
    "assemblies:clear_table": PageCase(SIDES, lambda s: {"table_id": talk.table(s).pk}, method="post"),
}
