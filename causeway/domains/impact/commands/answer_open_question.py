"""Answer a question that was open."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.wording import https_link, some_text
from causeway.domains.impact.models import OpenQuestion
from causeway.domains.impact.policies import may_write_check
from causeway.domains.impact.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class AnswerOpenQuestion(Command[OpenQuestion]):
    """Answer it, with what the answer rests on; an empty answer opens it again."""

    question_id: UUID
    answer: str
    source: str = ""
    source_url: str = ""


@performs(
    AnswerOpenQuestion,
    policy=may_write_check,
    says="answered a question in the impact check of “{subject}”",
    finds=locked(OpenQuestion, "question_id"),
)
def answer_open_question(_actor: Actor, command: AnswerOpenQuestion, question: OpenQuestion) -> Done[OpenQuestion]:
    question.answer = some_text(command.answer, "answer", longest=1000, needed=False)
    question.source = some_text(command.source, "source", longest=300, needed=False)
    question.source_url = https_link(command.source_url, "source_url")
    question.answered_on = clock.today() if question.answer else None
    question.save()
    return in_trail(question.check_of, question)
