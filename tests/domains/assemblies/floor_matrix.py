"""Who may do what with questions that are put to meetings."""

from __future__ import annotations

from causeway.domains.assemblies.commands.answer_poll import AnswerPoll
from causeway.domains.assemblies.commands.close_poll import ClosePoll
from causeway.domains.assemblies.commands.count_hands import CountHands
from causeway.domains.assemblies.commands.forget_teller import ForgetTeller
from causeway.domains.assemblies.commands.put_question import PutQuestion
from causeway.domains.assemblies.commands.recount_hands import RecountHands
from causeway.kernel.actors import System
from tests.domains.assemblies import floor_scene as floor
from tests.matrix import EVERYBODY, NOBODY, CommandCase, PageCase

CORA = frozenset({"coordinator"})
UNA = frozenset({"user"})
WESTBURY = frozenset({"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"})
JOB = ((lambda _scene: System(reason="a job"), True),)

COMMANDS: dict[str, CommandCase] = {
    "PutQuestion": CommandCase(
        lambda s, _a: PutQuestion(meeting_id=floor.meeting_now(s).pk, question="Shall we go on?"), CORA
    ),
    "CountHands": CommandCase(lambda s, _a: CountHands(process_id=floor.hands(s).pk, numbers=(3, 2, 1)), CORA),
    "RecountHands": CommandCase(
        lambda s, _a: RecountHands(process_id=floor.recorded(s).pk, reason="Somebody asked for it."), CORA, also=JOB
    ),
    "AnswerPoll": CommandCase(lambda s, _a: AnswerPoll(code=floor.poll(s).floor.code, marks=(1, 0, 0)), UNA),
    "ClosePoll": CommandCase(lambda s, _a: ClosePoll(process_id=floor.poll(s).pk), CORA, also=JOB),
    "ForgetTeller": CommandCase(lambda s, _a: ForgetTeller(person_id=s.people["rep"].pk), NOBODY, also=JOB),
}

PAGES: dict[str, PageCase] = {
    "floor:enter": PageCase(EVERYBODY),
    "floor:put": PageCase(CORA, lambda s: {"meeting_id": floor.hands(s).floor.meeting_id}),
    "floor:page": PageCase(WESTBURY, lambda s: {"code": floor.poll(s).floor.code}),
    "floor:screen": PageCase(WESTBURY, lambda s: {"code": floor.recorded(s).floor.code}),
    "floor:answer": PageCase(UNA, lambda s: {"code": floor.poll(s).floor.code}),
    "floor:tell": PageCase(WESTBURY, lambda s: {"teller_code": floor.teller_code(floor.hands(s))}),
    "floor:count": PageCase(CORA, lambda s: {"process_id": floor.hands(s).pk}),
    "floor:recount": PageCase(CORA, lambda s: {"process_id": floor.recorded(s).pk}),
    "floor:close": PageCase(CORA, lambda s: {"process_id": floor.poll(s).pk}),
}
