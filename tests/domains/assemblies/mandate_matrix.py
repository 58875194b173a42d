"""Who may do what about mandates, reports and hustings."""

from __future__ import annotations

from causeway.domains.assemblies.commands.adopt_mandate import AdoptMandate
from causeway.domains.assemblies.commands.answer_about_report import AnswerAboutReport
from causeway.domains.assemblies.commands.answer_at_hustings import AnswerAtHustings
from causeway.domains.assemblies.commands.ask_about_report import AskAboutReport
from causeway.domains.assemblies.commands.ask_at_hustings import AskAtHustings
from causeway.domains.assemblies.commands.refuse_question import RefuseQuestion
from causeway.domains.assemblies.commands.remind_of_report import RemindOfReport
from causeway.domains.assemblies.commands.rewrite_report import RewriteReport
from causeway.domains.assemblies.commands.write_report import WriteReport
from causeway.kernel import clock
from causeway.kernel.actors import System
from tests.domains.assemblies import committee_scene as committees
from tests.domains.assemblies import mandate_scene as mandates
from tests.domains.assemblies import scene as room
from tests.matrix import NOBODY, CommandCase, PageCase

CORA = frozenset({"coordinator"})
UNA = frozenset({"user"})
WESTBURY = frozenset({"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"})
JOB = ((lambda _scene: System(reason="a job"), True),)

COMMANDS: dict[str, CommandCase] = {
    "AdoptMandate": CommandCase(
        lambda s, _a: AdoptMandate(committee_id=committees.working(s).pk, text="Do it.", adopted_on=clock.today()), CORA
    ),
    "WriteReport": CommandCase(lambda s, _a: WriteReport(seat_id=mandates.due(s).pk, text="All is well."), UNA),
    "RewriteReport": CommandCase(lambda s, _a: RewriteReport(report_id=mandates.report(s).pk, text="Well."), UNA),
    "AskAboutReport": CommandCase(lambda s, _a: AskAboutReport(report_id=mandates.report(s).pk, text="Why?"), WESTBURY),
    "AnswerAboutReport": CommandCase(
        lambda s, _a: AnswerAboutReport(question_id=mandates.question(s).pk, answer="It was summer."), UNA
    ),
    "RemindOfReport": CommandCase(lambda s, _a: RemindOfReport(seat_id=mandates.due(s).pk), NOBODY, also=JOB),
    "AskAtHustings": CommandCase(lambda s, _a: AskAtHustings(process_id=room.election(s).pk, text="And buses?"), UNA),
    "AnswerAtHustings": CommandCase(
        lambda s, _a: AnswerAtHustings(question_id=mandates.hustings(s).pk, text="Yes."), UNA
    ),
    "RefuseQuestion": CommandCase(
        lambda s, _a: RefuseQuestion(question_id=mandates.to_refuse(s).pk, reason="It is private."), CORA
    ),
}

PAGES: dict[str, PageCase] = {
    "mandates:adopt": PageCase(CORA, lambda s: {"slug": committees.working(s).slug}),
    "mandates:write": PageCase(UNA, lambda s: {"seat_id": mandates.due(s).pk}),
    "mandates:report": PageCase(WESTBURY, lambda s: {"report_id": mandates.report(s).pk}),
    "mandates:rewrite": PageCase(UNA, lambda s: {"report_id": mandates.report(s).pk}),
    "mandates:ask": PageCase(WESTBURY, lambda s: {"report_id": mandates.report(s).pk}),
    "mandates:answer": PageCase(UNA, lambda s: {"question_id": mandates.question(s).pk}),
    "hustings:page": PageCase(WESTBURY, lambda s: {"slug": mandates.hustings(s).process.slug}),
    "hustings:ask": PageCase(UNA, lambda s: {"slug": mandates.hustings(s).process.slug}),
    "hustings:answer": PageCase(UNA, lambda s: {"question_id": mandates.hustings(s).pk}),
    "hustings:refuse": PageCase(CORA, lambda s: {"question_id": mandates.to_refuse(s).pk}),
}
