"""Targets, positions, tasks and notes: corrected, taken away and put back."""

from __future__ import annotations

import pytest

from causeway.domains.campaigns.campaign_queries import campaign_shown
from causeway.domains.campaigns.commands.correct_target import CorrectTarget
from causeway.domains.campaigns.commands.drop_target import DropTarget
from causeway.domains.campaigns.commands.drop_task import DropTask
from causeway.domains.campaigns.commands.finish_task import FinishTask
from causeway.domains.campaigns.commands.hand_back_task import HandBackTask
from causeway.domains.campaigns.commands.reopen_task import ReopenTask
from causeway.domains.campaigns.commands.restore_note import RestoreNote
from causeway.domains.campaigns.commands.restore_position import RestorePosition
from causeway.domains.campaigns.commands.restore_target import RestoreTarget
from causeway.domains.campaigns.commands.restore_task import RestoreTask
from causeway.domains.campaigns.commands.take_task import TakeTask
from causeway.domains.campaigns.commands.withdraw_note import WithdrawNote
from causeway.domains.campaigns.commands.withdraw_position import WithdrawPosition
from causeway.domains.campaigns.models import Note, Target, Task
from causeway.domains.campaigns.work_queries import members_page, tasks_of
from causeway.kernel.errors import Conflict, Invalid, Refused
from causeway.kernel.perform import perform
from tests.domains.campaigns.scene import note, open_campaign, position, taken_task, target, task
from tests.scenes import Scene
from tests.trail import last_sentence


def targets(scene: Scene) -> list[str]:
    return [str(shown.target) for shown in campaign_shown(scene.actor("visitor"), open_campaign(scene)).targets]


def test_a_corrected_target_is_shown_by_its_office_and_keeps_its_positions(scene: Scene) -> None:
    position(scene)
    command = CorrectTarget(target_id=target(scene).pk, office="Deputy leader", can_decide="Votes in cabinet")
    corrected = perform(scene.actor("coordinator"), command)
    assert targets(scene) == ["Deputy leader"]
    assert corrected.positions.count() == 1
    assert last_sentence(CorrectTarget).endswith(": Deputy leader")


def test_a_target_cannot_be_corrected_to_nobody_nor_to_a_home(scene: Scene) -> None:
    cora, row = scene.actor("coordinator"), target(scene)
    with pytest.raises(Invalid, match="Give an office"):
        perform(cora, CorrectTarget(target_id=row.pk, office="  "))
    with pytest.raises(Invalid, match="street address"):
        perform(cora, CorrectTarget(target_id=row.pk, office="Leader", can_decide="Lives at 12 Sample Street"))
    assert Target.objects.get(pk=row.pk).office == "Leader of Westbury Council"


def test_a_dropped_target_is_on_no_public_page_with_what_it_said_and_can_be_put_back(scene: Scene) -> None:
    cora, row = scene.actor("coordinator"), position(scene).target
    perform(cora, DropTarget(target_id=row.pk))
    shown = campaign_shown(scene.actor("visitor"), open_campaign(scene))
    assert (list(shown.targets), list(shown.facts)) == ([], [])
    assert Target.objects.filter(pk=row.pk).exists()
    perform(cora, RestoreTarget(target_id=row.pk))
    shown = campaign_shown(scene.actor("visitor"), open_campaign(scene))
    assert [fact.word for fact in shown.targets[0].positions] == ["undecided"]


def test_a_position_is_taken_away_and_put_back_by_whoever_runs_the_campaign(scene: Scene) -> None:
    cora, row = scene.actor("coordinator"), position(scene)
    with pytest.raises(Refused, match="Ask one of them"):
        perform(scene.actor("user"), WithdrawPosition(position_id=row.pk))
    perform(cora, WithdrawPosition(position_id=row.pk))
    shown = campaign_shown(scene.actor("visitor"), open_campaign(scene))
    assert shown.targets[0].latest is None
    perform(cora, RestorePosition(position_id=row.pk))
    assert campaign_shown(scene.actor("visitor"), open_campaign(scene)).targets[0].latest is not None


def test_a_task_that_is_handed_back_can_be_taken_by_somebody_else(scene: Scene) -> None:
    una, ravi, row = scene.actor("user"), scene.actor("rep"), taken_task(scene)
    with pytest.raises(Conflict, match="Somebody has taken this task already"):
        perform(ravi, TakeTask(task_id=row.pk))
    with pytest.raises(Refused):
        perform(ravi, HandBackTask(task_id=row.pk))
    perform(una, HandBackTask(task_id=row.pk))
    assert tasks_of(una) == []
    perform(ravi, TakeTask(task_id=row.pk))
    assert tasks_of(ravi) == [row]


def test_a_finished_task_is_not_handed_back_but_can_be_reopened(scene: Scene) -> None:
    una, row = scene.actor("user"), taken_task(scene)
    perform(una, FinishTask(task_id=row.pk))
    with pytest.raises(Conflict, match="done already"):
        perform(una, HandBackTask(task_id=row.pk))
    perform(una, ReopenTask(task_id=row.pk))
    perform(una, ReopenTask(task_id=row.pk))
    assert tasks_of(una) == [row]
    assert Task.objects.get(pk=row.pk).done_on is None


def test_a_dropped_task_is_nobodys_and_takes_nobody_until_it_is_put_back(scene: Scene) -> None:
    cora, una, row = scene.actor("coordinator"), scene.actor("user"), task(scene)
    perform(cora, DropTask(task_id=row.pk))
    with pytest.raises(Conflict, match="not needed any more"):
        perform(una, TakeTask(task_id=row.pk))
    perform(cora, RestoreTask(task_id=row.pk))
    perform(una, TakeTask(task_id=row.pk))
    assert tasks_of(una) == [row]


def test_a_dropped_task_leaves_the_list_of_who_took_it_and_comes_back_to_them(scene: Scene) -> None:
    cora, una, row = scene.actor("coordinator"), scene.actor("user"), taken_task(scene)
    perform(cora, DropTask(task_id=row.pk))
    assert tasks_of(una) == []
    perform(cora, RestoreTask(task_id=row.pk))
    assert tasks_of(una) == [row]


def test_a_note_is_taken_away_and_put_back_by_its_writer_and_not_by_another_member(scene: Scene) -> None:
    una, row = scene.actor("user"), note(scene)
    with pytest.raises(Refused):
        perform(scene.actor("rep"), WithdrawNote(note_id=row.pk))
    perform(una, WithdrawNote(note_id=row.pk))
    kept = Note.objects.get(pk=row.pk)
    assert kept.withdrawn_on is not None
    assert kept.text == row.text
    assert row.text not in last_sentence(WithdrawNote)
    perform(una, RestoreNote(note_id=row.pk))
    assert Note.objects.get(pk=row.pk).withdrawn_on is None


def test_what_the_organisers_took_away_its_writer_cannot_put_back(scene: Scene) -> None:
    cora, una, row = scene.actor("coordinator"), scene.actor("user"), note(scene)
    perform(cora, WithdrawNote(note_id=row.pk))
    assert members_page(una, row.campaign).taken_away == []
    perform(una, WithdrawNote(note_id=row.pk))  # taking it away once more changes nothing about that
    with pytest.raises(Refused):
        perform(una, RestoreNote(note_id=row.pk))
    assert Note.objects.get(pk=row.pk).withdrawn_on is not None
    assert members_page(cora, row.campaign, runs_it=True).taken_away == [row]
    perform(cora, RestoreNote(note_id=row.pk))
    assert Note.objects.get(pk=row.pk).withdrawn_on is None
