"""Organisations and organisers in a campaign: invited, declined, brought in, gone again."""

from __future__ import annotations

import pytest

from causeway.domains.campaigns.commands.appoint_organiser import AppointOrganiser
from causeway.domains.campaigns.commands.bring_to_campaign import BringToCampaign
from causeway.domains.campaigns.commands.decline_participation import DeclineParticipation
from causeway.domains.campaigns.commands.invite_to_campaign import InviteToCampaign
from causeway.domains.campaigns.commands.join_campaign import JoinCampaign
from causeway.domains.campaigns.commands.leave_campaign import LeaveCampaign
from causeway.domains.campaigns.commands.stand_down_organiser import StandDownOrganiser
from causeway.domains.campaigns.models import CampaignRole, Participation
from causeway.domains.campaigns.standing import runs, takes_part
from causeway.domains.campaigns.work_queries import invitations_for, requests_for
from causeway.kernel import clock
from causeway.kernel.errors import Conflict, Invalid, Refused
from causeway.kernel.perform import perform
from tests.domains.campaigns.scene import closed_campaign, offer, open_campaign, participation, request_to_join
from tests.scenes import Scene
from tests.trail import announced, last_sentence


def invite(scene: Scene) -> Participation:
    command = InviteToCampaign(campaign_id=open_campaign(scene).pk, organisation_id=scene.eastmoor_group.pk)
    return perform(scene.actor("coordinator"), command)


def test_an_invited_organisation_is_in_at_once_when_its_officer_says_yes(scene: Scene) -> None:
    oren, invited = scene.actor("outsider"), invite(scene)
    assert invitations_for(oren) == [invited]
    assert announced("OrganisationInvited") == 1
    assert not takes_part(oren, open_campaign(scene))
    command = JoinCampaign(campaign_id=open_campaign(scene).pk, organisation_id=scene.eastmoor_group.pk)
    assert perform(oren, command).state == Participation.State.IN
    assert takes_part(oren, open_campaign(scene))
    assert invitations_for(oren) == []


def test_nobody_is_invited_twice_nor_while_they_wait_for_an_answer(scene: Scene) -> None:
    request_to_join(scene)
    with pytest.raises(Conflict, match="already"):
        invite(scene)
    command = InviteToCampaign(
        campaign_id=open_campaign(scene).pk, organisation_id=participation(scene).organisation_id
    )
    with pytest.raises(Conflict, match="takes part, or has been asked to, already"):
        perform(scene.actor("coordinator"), command)
    assert announced("OrganisationInvited") == 0


def test_nobody_is_invited_to_a_closed_campaign_nor_from_nowhere(scene: Scene) -> None:
    cora = scene.actor("coordinator")
    command = InviteToCampaign(campaign_id=closed_campaign(scene).pk, organisation_id=scene.branch.pk)
    with pytest.raises(Conflict, match="Open it again"):
        perform(cora, command)
    with pytest.raises(Invalid, match="no such organisation"):
        perform(cora, InviteToCampaign(campaign_id=open_campaign(scene).pk, organisation_id=scene.westbury.pk))


def test_an_officer_declines_an_invitation_and_can_be_invited_again(scene: Scene) -> None:
    invited = invite(scene)
    with pytest.raises(Refused):
        perform(scene.actor("coordinator"), DeclineParticipation(participation_id=invited.pk))
    declined = perform(scene.actor("outsider"), DeclineParticipation(participation_id=invited.pk))
    assert declined.state == Participation.State.DECLINED
    with pytest.raises(Conflict, match="no invitation or request"):
        perform(scene.actor("outsider"), DeclineParticipation(participation_id=invited.pk))
    assert invite(scene).pk == invited.pk


def test_whoever_runs_the_campaign_declines_a_request_which_may_be_made_again(scene: Scene) -> None:
    cora, asked = scene.actor("coordinator"), request_to_join(scene)
    assert requests_for(cora) == [asked]
    perform(cora, DeclineParticipation(participation_id=asked.pk))
    assert requests_for(cora) == []
    assert "Eastmoor Carers" in last_sentence(DeclineParticipation)
    command = JoinCampaign(campaign_id=open_campaign(scene).pk, organisation_id=scene.eastmoor_group.pk)
    assert perform(scene.actor("outsider"), command).state == Participation.State.ASKED


def test_an_organisation_changes_what_it_brings_and_whether_it_is_named(scene: Scene) -> None:
    row = participation(scene)
    command = BringToCampaign(participation_id=row.pk, brings=" A minibus ", is_named=False)
    changed = perform(scene.actor("user_officer"), command)
    changed.refresh_from_db()
    assert (changed.brings, changed.is_named, changed.state) == ("A minibus", False, Participation.State.IN)
    with pytest.raises(Refused, match="Only an officer of the organisation"):
        perform(scene.actor("coordinator"), BringToCampaign(participation_id=row.pk, brings="More"))


def test_an_organisation_that_only_asked_brings_nothing_yet_and_cannot_leave(scene: Scene) -> None:
    oren, asked = scene.actor("outsider"), request_to_join(scene)
    with pytest.raises(Conflict, match="Join first"):
        perform(oren, BringToCampaign(participation_id=asked.pk, brings="A bus"))
    with pytest.raises(Conflict, match="does not take part now"):
        perform(oren, LeaveCampaign(participation_id=asked.pk, reason="Tired"))


def test_an_organisation_leaves_with_a_reason_and_may_come_back_without_it(scene: Scene) -> None:
    ugo, row = scene.actor("user_officer"), participation(scene)
    with pytest.raises(Invalid, match="Fill this in") as silent:
        perform(ugo, LeaveCampaign(participation_id=row.pk, reason=""))
    assert "reason" in silent.value.fields
    left = perform(ugo, LeaveCampaign(participation_id=row.pk, reason="Other priorities"))
    assert (left.state, left.until, left.left_because) == (
        Participation.State.LEFT,
        clock.today(),
        "Other priorities",
    )
    command = JoinCampaign(campaign_id=open_campaign(scene).pk, organisation_id=scene.users_group.pk)
    back = perform(ugo, command)
    assert (back.pk, back.state, back.until, back.left_because) == (row.pk, Participation.State.IN, None, "")


def test_an_organiser_who_stands_down_runs_nothing_and_nothing_is_kept_of_it(scene: Scene) -> None:
    una, role = scene.actor("user"), offer(scene)
    perform(scene.actor("coordinator"), AppointOrganiser(role_id=role.pk))
    with pytest.raises(Refused, match="Only a coordinator"):
        perform(scene.actor("rep"), StandDownOrganiser(role_id=role.pk))
    perform(una, StandDownOrganiser(role_id=role.pk))
    assert not CampaignRole.objects.exists()
    assert not runs(una, open_campaign(scene))
    assert "Una" not in last_sentence(StandDownOrganiser)


def test_a_coordinator_ends_an_appointment(scene: Scene) -> None:
    role = offer(scene)
    perform(scene.actor("coordinator"), StandDownOrganiser(role_id=role.pk))
    assert not CampaignRole.objects.exists()
