"""Hustings: electors ask, every candidate answers once, and all answers stand side by side."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.assemblies import hustings_queries, queries
from causeway.domains.assemblies.commands.answer_at_hustings import AnswerAtHustings
from causeway.domains.assemblies.commands.ask_at_hustings import AskAtHustings
from causeway.domains.assemblies.commands.refuse_question import RefuseQuestion
from causeway.domains.assemblies.commands.withdraw_nomination import WithdrawNomination
from causeway.domains.assemblies.hustings_standing import folded
from causeway.domains.assemblies.models import HustingsAnswer, HustingsQuestion, Process
from causeway.domains.assemblies.tasks import close_nominations
from causeway.kernel.actors import Member
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.assemblies import mandate_scene as mandates
from tests.domains.assemblies import scene as room
from tests.scenes import Scene

A_LITTLE_LATER = room.DAY + room.DAY / 24


def standing(scene: Scene) -> Process:
    """Three stand, and a question is asked while names are put forward."""
    process = room.called(scene, title="The kitchen committee")
    for candidate, name in zip(room.members(scene), room.NAMES[:3], strict=False):
        room.stand(process, candidate, name)
    return process


@given(st.text(max_size=40))
def test_the_same_words_are_the_same_question_whatever_the_capitals_and_signs(text: str) -> None:
    assert folded(f"  {text}?! ") == folded(text)
    assert folded(folded(text)) == folded(text)


def test_whoever_may_vote_asks_and_nobody_else(scene: Scene) -> None:
    process = standing(scene)
    mandates.ask(scene, process)
    for name in ("coordinator", "rep"):
        with pytest.raises(Refused, match="not on the roll"):
            perform(scene.actor(name), AskAtHustings(process_id=process.pk, text="And buses?"))
    for name in ("stranger", "visitor", "outsider"):
        with pytest.raises(Missing):
            perform(scene.actor(name), AskAtHustings(process_id=process.pk, text="And buses?"))


def test_a_question_is_not_asked_twice_also_not_at_the_database(scene: Scene) -> None:
    process = standing(scene)
    question = mandates.ask(scene, process)
    with pytest.raises(Invalid, match="asked already"):
        mandates.ask(scene, process, "would you KEEP the kitchen open, in the evening", by=room.members(scene)[5])
    with pytest.raises(IntegrityError), transaction.atomic():
        HustingsQuestion.objects.create(process=process, text="x", folded=question.folded, asked_at=question.asked_at)
    with pytest.raises(Invalid):
        mandates.ask(scene, process, "???")


def test_one_person_asks_three_questions_at_most(scene: Scene) -> None:
    process = standing(scene)
    for number in range(3):
        mandates.ask(scene, process, f"Question {number}?")
    with pytest.raises(Conflict, match="Leave room"):
        mandates.ask(scene, process, "And?")


def test_every_candidate_answers_and_changes_the_answer_until_the_vote_opens(scene: Scene) -> None:
    process, people = standing(scene), room.members(scene)
    question = mandates.ask(scene, process)
    mandates.answer(question, people[0], "Yes.")
    mandates.answer(question, people[0], "Yes, until ten.")
    with pytest.raises(Refused, match="Only the candidates"):
        mandates.answer(question, people[5], "Me too.")
    with pytest.raises(Invalid, match="at most 600"):
        mandates.answer(question, people[1], "x" * 601)
    room.let_pass(process, A_LITTLE_LATER)
    close_nominations.func(0)
    process = room.let_pass(process, room.DAY)
    question = HustingsQuestion.objects.get(pk=question.pk)
    with pytest.raises(Conflict, match="cannot change any more"):
        mandates.answer(question, people[0], "No.")
    mandates.answer(question, people[1], "I would, with more staff.")
    shown = hustings_queries.hustings_shown(scene.actor("user"), process).questions[0]
    assert [one.name for one, _text in shown.answers] == queries.option_names(process.ballot), "as on the paper"
    assert {one.name: text for one, text in shown.answers} == {
        "Ann Archer": "Yes, until ten.",
        "Ben Baker": "I would, with more staff.",
        "Cat Cooper": "",
    }


def test_nobody_asks_or_answers_after_the_vote_has_closed(scene: Scene) -> None:
    process, people = standing(scene), room.members(scene)
    question = mandates.ask(scene, process)
    room.let_pass(process, timedelta(days=5))
    question = HustingsQuestion.objects.get(pk=question.pk)
    with pytest.raises(Refused, match="cannot be asked now"):
        mandates.ask(scene, process, "And buses?")
    with pytest.raises(Refused, match="cannot be asked now"):
        perform(Member(people[0].pk), AnswerAtHustings(question_id=question.pk, text="Yes."))


def test_a_refused_question_is_read_only_by_who_asked_and_who_runs_it_and_its_reason_by_all(scene: Scene) -> None:
    question, cora = mandates.to_refuse(scene), scene.actor("coordinator")
    perform(cora, RefuseQuestion(question_id=question.pk, reason="It is about a private thing."))
    with pytest.raises(Conflict):
        perform(cora, RefuseQuestion(question_id=question.pk, reason="Again."))
    with pytest.raises(Conflict, match="was refused"):
        mandates.answer(question, scene.people["user"], "No.")
    asker = room.members(scene)[6]
    for person, reads in ((asker, True), (scene.people["coordinator"], True), (scene.people["user"], False)):
        client = Client()
        client.force_login(person)
        page = client.get(f"/hustings/{question.process.slug}/").text
        assert (question.text in page) is reads
        assert "It is about a private thing." in page


def test_a_question_that_is_answered_is_not_refused_any_more(scene: Scene) -> None:
    question = mandates.hustings(scene)
    mandates.answer(question, scene.people["user"], "Yes.")
    with pytest.raises(Conflict, match="answered already"):
        perform(scene.actor("coordinator"), RefuseQuestion(question_id=question.pk, reason="I do not like it."))


def test_no_page_says_who_asked(scene: Scene) -> None:
    question = mandates.hustings(scene)
    for name in ("user", "coordinator", "rep"):
        client = Client()
        client.force_login(scene.people[name])
        page = client.get(f"/hustings/{question.process.slug}/").text
        assert question.text in page
        assert room.members(scene)[6].display_name not in page


def test_the_answers_of_somebody_who_withdraws_go_too(scene: Scene) -> None:
    question, una = mandates.hustings(scene), scene.people["user"]
    mandates.answer(question, una, "Yes.")
    perform(Member(una.pk), WithdrawNomination(nomination_id=room.nomination(scene).pk))
    assert not HustingsAnswer.objects.exists()
