"""Who may do what about recalls."""

from __future__ import annotations

from causeway.domains.assemblies.commands.answer_recall import AnswerRecall
from causeway.domains.assemblies.commands.call_recall_ballot import CallRecallBallot
from causeway.domains.assemblies.commands.close_recall import CloseRecall
from causeway.domains.assemblies.commands.conclude_recall import ConcludeRecall
from causeway.domains.assemblies.commands.cover_grounds import CoverGrounds
from causeway.domains.assemblies.commands.open_recall import OpenRecall
from causeway.domains.assemblies.commands.reword_grounds import RewordGrounds
from causeway.domains.assemblies.commands.set_recall_rules import SetRecallRules
from causeway.domains.assemblies.commands.support_recall import SupportRecall
from causeway.domains.assemblies.commands.withdraw_support import WithdrawSupport
from causeway.kernel.actors import System
from tests.domains.assemblies import recall_scene as recalls
from tests.matrix import NOBODY, CommandCase, PageCase

CORA = frozenset({"coordinator"})
UNA = frozenset({"user"})
WESTBURY = frozenset({"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"})
JOB = ((lambda _scene: System(reason="a job"), True),)

COMMANDS: dict[str, CommandCase] = {
    "SetRecallRules": CommandCase(lambda s, _a: SetRecallRules(body_id=s.westbury.pk, percent=25), CORA),
    "OpenRecall": CommandCase(lambda s, _a: OpenRecall(seat_id=recalls.recallable(s).pk, grounds="No reports."), UNA),
    "SupportRecall": CommandCase(lambda s, _a: SupportRecall(recall_id=recalls.running(s).pk), UNA),
    "WithdrawSupport": CommandCase(lambda s, _a: WithdrawSupport(recall_id=recalls.of_una(s).pk), UNA),
    "AnswerRecall": CommandCase(lambda s, _a: AnswerRecall(recall_id=recalls.about_una(s).pk, reply="I was ill."), UNA),
    "CoverGrounds": CommandCase(lambda s, _a: CoverGrounds(recall_id=recalls.running(s).pk, reason="A name."), CORA),
    "RewordGrounds": CommandCase(lambda s, _a: RewordGrounds(recall_id=recalls.covered(s).pk, grounds="None."), UNA),
    "CallRecallBallot": CommandCase(lambda s, _a: CallRecallBallot(recall_id=recalls.reached(s).pk), NOBODY, also=JOB),
    "CloseRecall": CommandCase(lambda s, _a: CloseRecall(recall_id=recalls.running(s).pk), NOBODY, also=JOB),
    "ConcludeRecall": CommandCase(lambda s, _a: ConcludeRecall(recall_id=recalls.counted(s).pk), NOBODY, also=JOB),
}

PAGES: dict[str, PageCase] = {
    "recalls:rules": PageCase(CORA, lambda s: {"room": "alliances", "slug": s.westbury.slug}),
    "recalls:open": PageCase(UNA, lambda s: {"seat_id": recalls.recallable(s).pk}),
    "recalls:page": PageCase(WESTBURY, lambda s: {"recall_id": recalls.running(s).pk}),
    "recalls:support": PageCase(UNA, lambda s: {"recall_id": recalls.running(s).pk}, method="post"),
    "recalls:withdraw": PageCase(UNA, lambda s: {"recall_id": recalls.of_una(s).pk}, method="post"),
    "recalls:answer": PageCase(UNA, lambda s: {"recall_id": recalls.about_una(s).pk}),
    "recalls:cover": PageCase(CORA, lambda s: {"recall_id": recalls.running(s).pk}),
    "recalls:reword": PageCase(UNA, lambda s: {"recall_id": recalls.covered(s).pk}),
}
