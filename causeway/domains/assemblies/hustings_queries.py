"""Reads of hustings: for those who see the election."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.assemblies.hustings_standing import (
    candidates_in_order,
    hustings_are_open,
    own_nomination,
    vote_has_opened,
)
from causeway.domains.assemblies.models import HustingsAnswer, HustingsQuestion, Nomination, Process
from causeway.domains.assemblies.queries import visible_processes
from causeway.domains.assemblies.standing import elector_of, runs
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.errors import Missing


@dataclass(frozen=True)
class QuestionShown:
    """A question with the answer of each candidate, in the order of the paper; "" where there is none."""

    question: HustingsQuestion
    answers: list[tuple[Nomination, str]]
    may_answer: bool
    mine_answered: bool
    may_refuse: bool


@dataclass(frozen=True)
class HustingsShown:
    """The page of the hustings of one election."""

    questions: list[QuestionShown]
    refused: list[HustingsQuestion]
    """With their words for those who run it and who asked; else only the reasons are shown."""
    readable: set[UUID]
    candidates: list[Nomination]
    is_open: bool
    may_ask: bool


def question_at(actor: Actor, question_id: UUID) -> HustingsQuestion:
    """A question of an election that the actor sees. Raises Missing."""
    rows = HustingsQuestion.objects.filter(process__in=visible_processes(actor))
    found = rows.select_related("process__roll", "process__ballot").filter(pk=question_id).first()
    if found is None:
        raise Missing
    return found


def hustings_shown(actor: Actor, process: Process) -> HustingsShown:
    """All questions, side by side with the answers. Who asked is shown to nobody."""
    candidates, mine = candidates_in_order(process), own_nomination(actor, process)
    asked = list(HustingsQuestion.objects.filter(process=process))
    texts = {
        (answer.question_id, answer.nomination_id): answer.text
        for answer in HustingsAnswer.objects.filter(question__process=process)
    }
    is_open, runs_it = hustings_are_open(process), runs(actor, process)
    may_change = is_open and mine is not None and not vote_has_opened(process)
    refused = [one for one in asked if one.refused_on]

    def shown(question: HustingsQuestion) -> QuestionShown:
        answered = mine is not None and (question.pk, mine.pk) in texts
        return QuestionShown(
            question=question,
            answers=[(one, texts.get((question.pk, one.pk), "")) for one in candidates],
            may_answer=may_change or (is_open and mine is not None and not answered),
            mine_answered=answered,
            may_refuse=runs_it and mine is None and not any((question.pk, one.pk) in texts for one in candidates),
        )

    me = person_of(actor)
    return HustingsShown(
        questions=[shown(one) for one in asked if not one.refused_on],
        refused=refused,
        readable={one.pk for one in refused if runs_it or (me and one.asked_by_id == me)},
        candidates=candidates,
        is_open=is_open,
        may_ask=is_open and elector_of(actor, process.roll) is not None,
    )


def number_of_questions(process: Process) -> int:
    """How many questions stand."""
    return HustingsQuestion.objects.filter(process=process, refused_on=None).count()


def own_answer(actor: Actor, question: HustingsQuestion) -> str:
    """What the actor, a candidate, has answered."""
    mine = own_nomination(actor, question.process)
    found = HustingsAnswer.objects.filter(question=question, nomination=mine).first() if mine else None
    return found.text if found else ""
