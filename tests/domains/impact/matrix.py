"""Who may do what with impact checks."""

from __future__ import annotations

from causeway.domains.impact.commands.answer_open_question import AnswerOpenQuestion
from causeway.domains.impact.commands.ask_open_question import AskOpenQuestion
from causeway.domains.impact.commands.begin_check import BeginCheck
from causeway.domains.impact.commands.forget_writer import ForgetWriter
from causeway.domains.impact.commands.publish_check import PublishCheck
from causeway.domains.impact.commands.put_name_to_check import PutNameToCheck
from causeway.domains.impact.commands.reword_effect import RewordEffect
from causeway.domains.impact.commands.strike_effect import StrikeEffect
from causeway.domains.impact.commands.strike_question import StrikeQuestion
from causeway.domains.impact.commands.sum_up_check import SumUpCheck
from causeway.domains.impact.commands.take_name_off_check import TakeNameOffCheck
from causeway.domains.impact.commands.weigh_point import WeighPoint
from causeway.domains.impact.commands.withdraw_check import WithdrawCheck
from causeway.domains.impact.commands.write_effect import WriteEffect
from causeway.kernel.actors import System
from tests.domains.impact import scene as room
from tests.domains.services import scene as services
from tests.matrix import EVERYBODY, NOBODY, CommandCase, PageCase

CORA = frozenset({"coordinator"})
UNA = frozenset({"user"})
WESTBURY = frozenset({"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"})
SAID = {"group": "carers", "when": "now", "direction": "loses", "text": "They care alone."}
JOB = ((lambda _scene: System(reason="a job"), True),)

COMMANDS: dict[str, CommandCase] = {
    "BeginCheck": CommandCase(
        lambda s, _a: BeginCheck(kind="threat", subject_id=services.threat(s).pk, name="A name"), WESTBURY
    ),
    "PutNameToCheck": CommandCase(lambda s, _a: PutNameToCheck(check_id=room.draft(s).pk, name="A name"), WESTBURY),
    "TakeNameOffCheck": CommandCase(lambda s, _a: TakeNameOffCheck(check_id=room.draft(s).pk), UNA),
    "WriteEffect": CommandCase(lambda s, _a: WriteEffect(check_id=room.draft(s).pk, **SAID), UNA),
    "RewordEffect": CommandCase(lambda s, _a: RewordEffect(effect_id=room.effect(s).pk, **SAID), UNA),
    "StrikeEffect": CommandCase(lambda s, _a: StrikeEffect(effect_id=room.effect(s).pk), UNA),
    "AskOpenQuestion": CommandCase(
        lambda s, _a: AskOpenQuestion(check_id=room.draft(s).pk, text="Who was asked?"), WESTBURY
    ),
    "AnswerOpenQuestion": CommandCase(
        lambda s, _a: AnswerOpenQuestion(question_id=room.question(s).pk, answer="Nobody."), UNA
    ),
    "StrikeQuestion": CommandCase(lambda s, _a: StrikeQuestion(question_id=room.question(s).pk), UNA),
    "SumUpCheck": CommandCase(lambda s, _a: SumUpCheck(check_id=room.draft(s).pk, gist="They lose."), UNA),
    "WeighPoint": CommandCase(
        lambda s, _a: WeighPoint(check_id=room.draft(s).pk, point="long_term", sense="harms", text="It shuts."), UNA
    ),
    "PublishCheck": CommandCase(lambda s, _a: PublishCheck(check_id=room.ready(s).pk), CORA),
    "WithdrawCheck": CommandCase(lambda s, _a: WithdrawCheck(check_id=room.published(s).pk, reason="Wrong"), CORA),
    "ForgetWriter": CommandCase(lambda s, _a: ForgetWriter(person_id=s.people["user"].pk), NOBODY, also=JOB),
}

PAGES: dict[str, PageCase] = {
    "impact:directory": PageCase(EVERYBODY),
    "impact:begin": PageCase(WESTBURY, lambda s: {"kind": "threat", "subject_id": services.threat(s).pk}),
    "impact:check": PageCase(EVERYBODY, lambda s: {"check_id": room.published(s).pk}),
    "impact:effects_csv": PageCase(EVERYBODY, lambda s: {"check_id": room.published(s).pk}),
    "impact:edition": PageCase(EVERYBODY, lambda s: {"check_id": room.published(s).pk, "number": 1}),
    "impact:put_name": PageCase(WESTBURY, lambda s: {"check_id": room.draft(s).pk}),
    "impact:take_name_off": PageCase(UNA, lambda s: {"check_id": room.draft(s).pk}),
    "impact:write": PageCase(UNA, lambda s: {"check_id": room.draft(s).pk}),
    "impact:ask": PageCase(WESTBURY, lambda s: {"check_id": room.draft(s).pk}),
    "impact:sum_up": PageCase(UNA, lambda s: {"check_id": room.draft(s).pk}),
    "impact:weigh": PageCase(UNA, lambda s: {"check_id": room.draft(s).pk, "point": "healthier"}),
    "impact:reword": PageCase(UNA, lambda s: {"effect_id": room.effect(s).pk}),
    "impact:strike": PageCase(UNA, lambda s: {"effect_id": room.effect(s).pk}),
    "impact:answer": PageCase(UNA, lambda s: {"question_id": room.question(s).pk}),
    "impact:strike_question": PageCase(UNA, lambda s: {"question_id": room.question(s).pk}),
    "impact:publish": PageCase(CORA, lambda s: {"check_id": room.ready(s).pk}),
    "impact:withdraw": PageCase(CORA, lambda s: {"check_id": room.published(s).pk}),
}
