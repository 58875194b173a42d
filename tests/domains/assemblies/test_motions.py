"""Motions: who moves and seconds, in which order votes come, and what their results do by themselves."""

from __future__ import annotations

import pytest
from django.test import Client

from causeway.domains.assemblies.commands.cancel_process import CancelProcess
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.end_text import EndText
from causeway.domains.assemblies.commands.endorse_text import EndorseText
from causeway.domains.assemblies.commands.settle_motion import SettleMotion
from causeway.domains.assemblies.commands.take_back_position import TakeBackPosition
from causeway.domains.assemblies.commands.take_position import TakePosition
from causeway.domains.assemblies.commands.withdraw_proposal import WithdrawProposal
from causeway.domains.assemblies.commands.withdraw_text_endorsement import WithdrawTextEndorsement
from causeway.domains.assemblies.models import (
    AdoptedText,
    Amendment,
    Motion,
    MotionText,
    MotionVote,
    Position,
    StandingOrders,
)
from causeway.domains.assemblies.motion_course import Standing, next_questions, standing_of
from causeway.domains.assemblies.wordings import as_text, from_rows
from causeway.domains.campaigns.models import Demand
from causeway.kernel import clock
from causeway.kernel.actors import Member
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.assemblies import motions_scene as room
from tests.domains.assemblies.scene import DAY, cast, let_pass, members
from tests.domains.campaigns.scene import open_campaign
from tests.scenes import Scene
from tests.work import work

pytestmark = pytest.mark.django_db


def words(motion: Motion) -> str:
    text = MotionText.objects.filter(motion=motion).latest("number")
    return as_text(from_rows(text.paragraphs))


def fresh(row: Motion | Amendment) -> Motion | Amendment:
    return type(row).objects.get(pk=row.pk)


def test_a_member_moves_a_motion_and_another_seconds_it(scene: Scene) -> None:
    motion = room.move(scene, room.call(scene))
    assert standing_of(motion) is Standing.SECONDING
    room.second(scene, motion)
    assert standing_of(Motion.objects.get(pk=motion.pk)) is Standing.ON_AGENDA
    assert [row.number for row in motion.texts.all()] == [1]


def test_nobody_seconds_their_own_or_twice(scene: Scene) -> None:
    motion = room.move(scene, room.call(scene, seconders=2))
    with pytest.raises(Refused, match="Nobody seconds their own"):
        room.second(scene, motion, "user")
    room.second(scene, motion, "rep")
    with pytest.raises(Conflict, match="It counts once"):
        room.second(scene, motion, "rep")
    assert standing_of(Motion.objects.get(pk=motion.pk)) is Standing.SECONDING


def test_an_officer_of_two_organisations_does_not_second_their_own_through_the_other(scene: Scene) -> None:
    from causeway.domains.alliances.commands.appoint_to_office import AppointToOffice
    from causeway.domains.alliances.models import Office

    office = {"title": "Secretary", "role": Office.Role.OFFICER}
    ravi = scene.people["rep"].pk
    perform(scene.actor("user_officer"), AppointToOffice(body_id=scene.users_group.pk, person_id=ravi, **office))
    motion = room.move(scene, room.by_organisations(scene), "rep", organisation_id=scene.branch.pk)
    with pytest.raises(Refused, match="Nobody seconds their own"):
        room.second(scene, motion, "rep", organisation_id=scene.users_group.pk)
    room.second(scene, motion, "user_officer", organisation_id=scene.users_group.pk)


def test_where_organisations_move_only_officers_of_affiliated_ones_do(scene: Scene) -> None:
    process = room.by_organisations(scene)
    with pytest.raises(Refused, match="organisations move"):
        room.move(scene, process, "user")
    with pytest.raises(Refused, match="organisations move"):
        room.move(scene, process, "user", organisation_id=scene.users_group.pk)
    with pytest.raises(Missing):
        room.move(scene, process, "outsider", organisation_id=scene.eastmoor_group.pk)
    assert room.move(scene, process, "rep", organisation_id=scene.branch.pk).moved_for == scene.branch


def test_phases_open_rights_and_nothing_else_does(scene: Scene) -> None:
    motion = room.seconded(scene)
    let_pass(motion.process, DAY)
    with pytest.raises(Refused, match="No motions are taken now"):
        room.move(scene, motion.process, title="Too late")
    room.shut(motion)
    with pytest.raises(Refused, match="No amendments are taken now"):
        room.amend(scene, motion)
    with pytest.raises(Refused, match="not the time to second"):
        room.second(scene, motion, room.member(scene, 1))


def test_nothing_is_voted_on_while_the_text_can_change(scene: Scene) -> None:
    with pytest.raises(Conflict, match="still be moved, seconded or amended"):
        room.put(scene, room.seconded(scene))


def test_what_too_few_second_falls_when_the_time_is_over(scene: Scene) -> None:
    motion = room.move(scene, room.call(scene))
    shut = room.shut(motion)
    assert standing_of(shut) is Standing.NOT_SECONDED
    with pytest.raises(Conflict, match="not seconded"):
        room.put(scene, shut)


def test_amendments_are_voted_on_before_the_motion_and_change_its_text(scene: Scene) -> None:
    motion = room.seconded(scene)
    amendment = room.amend(scene, motion)
    room.second(scene, amendment)
    motion = room.shut(motion)
    with pytest.raises(Conflict, match="Amendments come first: number 1"):
        room.put(scene, motion)
    room.carry(scene, motion, amendment)
    assert words(motion) == room.TEXT.replace("five", "six")
    assert [row.made_by for row in motion.texts.all()] == ["As it was moved", "Amendment 1"]
    room.carry(scene, motion)
    assert AdoptedText.objects.get(motion=motion).text == room.TEXT.replace("five", "six")
    assert fresh(motion).state == Motion.State.CARRIED


def test_of_two_amendments_of_one_paragraph_the_later_waits_and_falls_with_the_reason(scene: Scene) -> None:
    motion = room.seconded(scene)
    first, other = room.amend(scene, motion), room.amend(scene, motion, action="strike", text="")
    elsewhere = room.amend(scene, motion, paragraph="3", text="The council and the board pay for it.")
    added = room.amend(scene, motion, action="add", text="Its kitchen opens in the evening.")
    for amendment in (first, other, elsewhere, added):
        room.second(scene, amendment)
    motion = room.shut(motion)
    assert next_questions(motion) == [first, added, elsewhere]
    with pytest.raises(Conflict, match="Amendment 1 touches the same paragraph"):
        room.put(scene, motion, other)
    room.carry(scene, motion, first)
    fallen = Amendment.objects.get(pk=other.pk)
    assert (fallen.state, fallen.settled_how) == ("fell", "Amendment 1 of the same paragraph was carried.")
    room.carry(scene, motion, added)
    room.lose(scene, motion, elsewhere)
    assert [one.number for one in from_rows(motion.texts.last().paragraphs)] == ["1", "2", "2a", "3"]
    assert next_questions(Motion.objects.get(pk=motion.pk)) == [motion]


def test_after_a_lost_amendment_the_next_one_of_the_paragraph_can_be_put(scene: Scene) -> None:
    motion = room.seconded(scene)
    first, other = room.amend(scene, motion), room.amend(scene, motion, action="strike", text="")
    for amendment in (first, other):
        room.second(scene, amendment)
    motion = room.shut(motion)
    room.lose(scene, motion, first)
    room.carry(scene, motion, other)
    assert words(motion) == "We defend Rowan Day Centre.\n\nThe council pays for it."


def test_a_counted_ballot_settles_the_motion_by_itself_and_once(scene: Scene) -> None:
    vote = room.put(scene, room.shut(room.seconded(scene)))
    process = let_pass(vote.process, DAY)
    cast(process, members(scene)[0], room.YES)
    let_pass(process, 2 * DAY)
    work()
    perform(room.JOB, CountBallot(ballot_id=process.pk))
    work()
    assert MotionVote.objects.get(pk=vote.pk).state == MotionVote.State.CARRIED
    assert AdoptedText.objects.count() == 1
    with pytest.raises(Conflict, match="taken effect already"):
        perform(room.JOB, SettleMotion(process_id=process.pk))


def test_a_cancelled_or_uncounted_ballot_settles_nothing(scene: Scene) -> None:
    motion = room.shut(room.seconded(scene))
    vote = room.put(scene, motion)
    with pytest.raises(Conflict, match="no result"):
        perform(room.JOB, SettleMotion(process_id=vote.pk))
    perform(scene.actor("coordinator"), CancelProcess(process_id=vote.pk, reason="The wrong day"))
    with pytest.raises(Conflict, match="no result"):
        perform(room.JOB, SettleMotion(process_id=vote.pk))
    assert fresh(motion).state == Motion.State.MOVED
    room.carry(scene, fresh(motion))
    assert fresh(motion).state == Motion.State.CARRIED


def test_a_vote_without_its_quorum_settles_nothing_and_can_be_held_again(scene: Scene) -> None:
    motion = room.shut(room.seconded(scene, room.call(scene, quorum_percent=50)))
    room.decide(scene, room.put(scene, motion), room.YES)
    assert MotionVote.objects.get().state == MotionVote.State.NO_QUORUM
    room.decide(scene, room.put(scene, fresh(motion)), *[room.YES] * 4)
    assert fresh(motion).state == Motion.State.CARRIED


def test_nobody_settles_a_motion_by_hand(scene: Scene) -> None:
    vote = room.counted_vote(scene)
    for who in ("coordinator", "user"):
        with pytest.raises(Missing):
            perform(scene.actor(who), SettleMotion(process_id=vote.pk))


def test_before_it_is_seconded_a_motion_is_withdrawn_without_a_trace_later_with_its_reason(scene: Scene) -> None:
    process = room.call(scene)
    early, later = room.move(scene, process), room.move(scene, process, title="More ramps")
    perform(scene.actor("user"), WithdrawProposal(proposal_id=early.pk))
    assert not Motion.objects.filter(pk=early.pk).exists()
    room.second(scene, later)
    with pytest.raises(Invalid):
        perform(scene.actor("user"), WithdrawProposal(proposal_id=later.pk))
    perform(scene.actor("user"), WithdrawProposal(proposal_id=later.pk, reason="It was met."))
    assert fresh(later).settled_how == "By the mover: It was met."
    with pytest.raises(Refused, match="Only the mover"):
        perform(scene.actor("rep"), WithdrawProposal(proposal_id=later.pk, reason="No."))


def test_once_put_to_the_vote_a_motion_belongs_to_the_body(scene: Scene) -> None:
    motion = room.shut(room.seconded(scene))
    room.put(scene, motion)
    with pytest.raises(Conflict, match="belongs to the body"):
        perform(scene.actor("user"), WithdrawProposal(proposal_id=motion.pk, reason="I changed my mind."))


def test_an_organisation_dissents_with_a_reason_and_stays_in(scene: Scene) -> None:
    motion = room.motion(scene)
    with pytest.raises(Invalid):
        perform(
            scene.actor("rep"),
            TakePosition(motion_id=motion.pk, organisation_id=scene.branch.pk, stance="dissent"),
        )
    room.position_on(scene, motion)
    again = {"motion_id": motion.pk, "organisation_id": scene.branch.pk}
    perform(scene.actor("rep"), TakePosition(stance="neutral", **again))
    assert Position.objects.get().stance == "neutral"
    for who in ("coordinator", "user_officer"):
        with pytest.raises(Refused):
            perform(scene.actor(who), TakePosition(stance="support", **again))


def test_an_organisation_of_another_alliance_endorses_the_letter_and_takes_that_back(scene: Scene) -> None:
    letter = room.letter(scene)
    oren = scene.actor("outsider")
    command = EndorseText(text_id=letter.pk, organisation_id=scene.eastmoor_group.pk)
    endorsement = perform(oren, command)
    with pytest.raises(Conflict, match="already"):
        perform(oren, command)
    with pytest.raises(Refused):
        perform(scene.actor("coordinator"), WithdrawTextEndorsement(endorsement_id=endorsement.pk))
    perform(oren, WithdrawTextEndorsement(endorsement_id=endorsement.pk))
    assert not letter.endorsements.filter(withdrawn_on=None).exists()


def test_a_policy_that_ended_stays_to_be_read_with_the_reason(scene: Scene) -> None:
    policy = room.policy(scene)
    perform(scene.actor("coordinator"), EndText(text_id=policy.pk, reason="The autumn motions replace it."))
    with pytest.raises(Conflict, match="ended already"):
        perform(scene.actor("coordinator"), EndText(text_id=policy.pk, reason="Again."))
    answer = Client()
    answer.force_login(scene.people["user"])
    page = answer.get(policy.get_absolute_url()).text
    assert "Not upheld any more" in page
    assert "The autumn motions replace it." in page


def test_only_its_officers_take_the_position_of_an_organisation_back(scene: Scene) -> None:
    position = room.position(scene)
    with pytest.raises(Refused):
        perform(scene.actor("user_officer"), TakeBackPosition(position_id=position.pk))
    perform(scene.actor("rep"), TakeBackPosition(position_id=position.pk))
    assert not Position.objects.exists()


def test_a_carried_text_becomes_a_demand_of_the_campaign(scene: Scene) -> None:
    campaign = open_campaign(scene)
    process = room.call(scene, becomes=StandingOrders.Becomes.DEMAND, campaign_id=campaign.pk)
    short = room.shut(room.seconded(scene, process, text="Keep Rowan open."))
    room.carry(scene, short)
    demand = Demand.objects.get(campaign=campaign, text="Keep Rowan open.")
    assert demand.adopted_on == clock.today()
    assert demand.adopted_how.startswith("Carried by a vote of Westbury")
    assert AdoptedText.objects.get(motion=short).demand == demand


def test_a_demand_is_of_a_campaign_of_that_alliance(scene: Scene) -> None:
    with pytest.raises(Invalid, match="campaign of this alliance"):
        room.call(scene, becomes=StandingOrders.Becomes.DEMAND, campaign_id=scene.eastmoor.pk)


def test_an_organising_role_alone_gives_no_vote_in_a_motion(scene: Scene) -> None:
    vote = room.put(scene, room.shut(room.seconded(scene)))
    process = let_pass(vote.process, DAY)
    with pytest.raises(Refused, match="not on the roll"):
        cast(process, scene.people["coordinator"], room.YES)


def test_names_of_people_stay_within_the_body(scene: Scene) -> None:
    from causeway.domains.assemblies.motion_pages import mover_of

    motion = room.seconded(scene, room.call(scene, result_for="everybody"))
    assert mover_of(scene.actor("rep"), motion) == "Una User"
    assert mover_of(scene.actor("visitor"), motion) == mover_of(scene.actor("outsider"), motion) == ""


def test_a_mover_who_leaves_is_forgotten_and_the_motion_stays(scene: Scene) -> None:
    from causeway.domains.assemblies.commands.forget_mover import ForgetMover

    motion = room.seconded(scene)
    perform(room.JOB, ForgetMover(person_id=scene.people["user"].pk))
    perform(room.JOB, ForgetMover(person_id=scene.people["rep"].pk))
    kept = Motion.objects.get(pk=motion.pk)
    assert kept.mover is None
    assert [row.person for row in kept.secondings.all()] == [None]
    assert standing_of(kept) is Standing.ON_AGENDA


def test_an_amendment_fits_the_text(scene: Scene) -> None:
    motion = room.seconded(scene)
    for wrong, field in (
        ({"paragraph": "9"}, "paragraph"),
        ({"paragraph": "0"}, "paragraph"),
        ({"text": "It stays open five days a week."}, "text"),
        ({"text": " "}, "text"),
        ({"action": "turn"}, "action"),
    ):
        with pytest.raises(Invalid) as caught:
            room.amend(scene, motion, **wrong)
        assert set(caught.value.fields) == {field}


def test_two_motions_of_one_title_do_not_stand_on_an_agenda(scene: Scene) -> None:
    process = room.call(scene)
    room.move(scene, process)
    with pytest.raises(Invalid, match="stands on the agenda"):
        room.move(scene, process, "rep", title="KEEP ROWAN OPEN")


def test_whoever_acts_for_no_organisation_cannot_use_somebody_elses_name(scene: Scene) -> None:
    other = Member(scene.people["stranger"].pk, organisation_id=scene.branch.pk)
    with pytest.raises(Missing):
        perform(other, WithdrawProposal(proposal_id=room.motion(scene).pk, reason="x"))
