"""What was decided at a meeting stands in the draft of its minutes, as far as its readers may know."""

from __future__ import annotations

from datetime import timedelta

from causeway.domains.alliances.minuting import draft_of
from causeway.domains.alliances.models import Meeting
from causeway.domains.assemblies.commands.withdraw_proposal import WithdrawProposal
from causeway.domains.assemblies.models import Ballot
from causeway.kernel import clock
from causeway.kernel.perform import perform
from tests.domains.assemblies import floor_scene, motions_scene
from tests.domains.assemblies import scene as room
from tests.scenes import Scene


def test_questions_that_were_put_to_the_meeting_stand_with_their_numbers(scene: Scene) -> None:
    vote = floor_scene.recorded(scene)
    floor_scene.put(scene, vote.floor.meeting, "Shall we meet again?")  # nobody has counted it
    draft = draft_of(scene.actor("coordinator"), vote.floor.meeting)
    assert "– Shall we book the square? – carried (Show of hands, counted by tellers: " in draft
    assert "21" in draft
    assert "meet again" not in draft


def test_ballots_counted_since_the_last_meeting_stand_with_their_result_and_no_number(scene: Scene) -> None:
    before = floor_scene.meeting_now(scene, "Before")
    Meeting.objects.filter(pk=before.pk).update(
        starts_at=clock.now() - timedelta(days=9), ends_at=clock.now() - timedelta(days=9, hours=-1)
    )
    process = room.counted(scene)
    meeting = floor_scene.meeting_now(scene)
    assert f"– By ballot, “{process.title}”: Ann Archer, Ben Baker" in draft_of(scene.actor("coordinator"), meeting)
    long_ago = clock.now() - timedelta(days=20)
    Ballot.objects.filter(pk=process.pk).update(counted_at=long_ago, closed_at=long_ago)
    assert "By ballot" not in draft_of(scene.actor("coordinator"), meeting)


def test_the_minutes_of_a_public_meeting_tell_only_results_that_are_for_everybody(scene: Scene) -> None:
    for_members, for_all = room.counted(scene), room.counted(scene, result_for="everybody")
    meeting = floor_scene.meeting_now(scene, visibility=Meeting.Visibility.PUBLIC)
    Ballot.objects.update(counted_at=clock.now())
    draft = draft_of(scene.actor("coordinator"), meeting)
    assert f"“{for_all.title}”" in draft
    assert f"“{for_members.title}”" not in draft


def test_motions_that_were_settled_that_day_stand_with_what_became_of_them(scene: Scene) -> None:
    motion = motions_scene.motion(scene)
    perform(scene.actor("user"), WithdrawProposal(proposal_id=motion.pk, reason="Another one says it better."))
    draft = draft_of(scene.actor("coordinator"), floor_scene.meeting_now(scene))
    assert f"– “{motion.title}”: withdrawn" in draft
