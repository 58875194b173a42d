"""Who may perform which command of the campaigns themselves."""

from __future__ import annotations

from causeway.domains.campaigns.commands.add_task import AddTask
from causeway.domains.campaigns.commands.adopt_demand import AdoptDemand
from causeway.domains.campaigns.commands.appoint_organiser import AppointOrganiser
from causeway.domains.campaigns.commands.bring_to_campaign import BringToCampaign
from causeway.domains.campaigns.commands.close_campaign import CloseCampaign
from causeway.domains.campaigns.commands.correct_action import CorrectAction
from causeway.domains.campaigns.commands.correct_target import CorrectTarget
from causeway.domains.campaigns.commands.decline_participation import DeclineParticipation
from causeway.domains.campaigns.commands.dissent_from_demand import DissentFromDemand
from causeway.domains.campaigns.commands.drop_target import DropTarget
from causeway.domains.campaigns.commands.drop_task import DropTask
from causeway.domains.campaigns.commands.end_dissent import EndDissent
from causeway.domains.campaigns.commands.finish_task import FinishTask
from causeway.domains.campaigns.commands.hand_back_task import HandBackTask
from causeway.domains.campaigns.commands.invite_to_campaign import InviteToCampaign
from causeway.domains.campaigns.commands.join_campaign import JoinCampaign
from causeway.domains.campaigns.commands.leave_campaign import LeaveCampaign
from causeway.domains.campaigns.commands.move_demand import MoveDemand
from causeway.domains.campaigns.commands.name_target import NameTarget
from causeway.domains.campaigns.commands.offer_to_organise import OfferToOrganise
from causeway.domains.campaigns.commands.open_campaign import OpenCampaign
from causeway.domains.campaigns.commands.publish_campaign import PublishCampaign
from causeway.domains.campaigns.commands.raise_demand import RaiseDemand
from causeway.domains.campaigns.commands.record_action import RecordAction
from causeway.domains.campaigns.commands.record_gain import RecordGain
from causeway.domains.campaigns.commands.record_obstacle import RecordObstacle
from causeway.domains.campaigns.commands.record_outcome import RecordOutcome
from causeway.domains.campaigns.commands.record_position import RecordPosition
from causeway.domains.campaigns.commands.record_unintended_result import RecordUnintendedResult
from causeway.domains.campaigns.commands.reopen_campaign import ReopenCampaign
from causeway.domains.campaigns.commands.reopen_task import ReopenTask
from causeway.domains.campaigns.commands.restore_action import RestoreAction
from causeway.domains.campaigns.commands.restore_note import RestoreNote
from causeway.domains.campaigns.commands.restore_position import RestorePosition
from causeway.domains.campaigns.commands.restore_result import RestoreResult
from causeway.domains.campaigns.commands.restore_target import RestoreTarget
from causeway.domains.campaigns.commands.restore_task import RestoreTask
from causeway.domains.campaigns.commands.revise_campaign import ReviseCampaign
from causeway.domains.campaigns.commands.reword_demand import RewordDemand
from causeway.domains.campaigns.commands.settle_demand import SettleDemand
from causeway.domains.campaigns.commands.stand_down_organiser import StandDownOrganiser
from causeway.domains.campaigns.commands.take_task import TakeTask
from causeway.domains.campaigns.commands.welcome_to_campaign import WelcomeToCampaign
from causeway.domains.campaigns.commands.withdraw_action import WithdrawAction
from causeway.domains.campaigns.commands.withdraw_note import WithdrawNote
from causeway.domains.campaigns.commands.withdraw_position import WithdrawPosition
from causeway.domains.campaigns.commands.withdraw_result import WithdrawResult
from causeway.domains.campaigns.commands.write_note import WriteNote
from causeway.kernel import clock
from causeway.kernel.actors import System
from tests.domains.campaigns.scene import (
    action,
    demand,
    dissent,
    draft_campaign,
    gain,
    note,
    offer,
    open_campaign,
    participation,
    position,
    request_to_join,
    taken_task,
    target,
    task,
)
from tests.matrix import CommandCase

RUNNERS = frozenset({"coordinator"})
TAKING_PART = frozenset({"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"})

COMMANDS: dict[str, CommandCase] = {
    "OpenCampaign": CommandCase(
        lambda s, _a: OpenCampaign(alliance_id=s.westbury.pk, name="Save the library", publish=False), RUNNERS
    ),
    "PublishCampaign": CommandCase(lambda s, _a: PublishCampaign(campaign_id=draft_campaign(s).pk), RUNNERS),
    "ReviseCampaign": CommandCase(
        lambda s, _a: ReviseCampaign(campaign_id=open_campaign(s).pk, name="Keep it", summary="Keep it open."), RUNNERS
    ),
    "CloseCampaign": CommandCase(
        lambda s, _a: CloseCampaign(campaign_id=open_campaign(s).pk, why="It is won"), RUNNERS
    ),
    "ReopenCampaign": CommandCase(lambda s, _a: ReopenCampaign(campaign_id=open_campaign(s).pk), RUNNERS),
    "OfferToOrganise": CommandCase(lambda s, _a: OfferToOrganise(campaign_id=open_campaign(s).pk), TAKING_PART),
    "AppointOrganiser": CommandCase(lambda s, _a: AppointOrganiser(role_id=offer(s).pk), RUNNERS),
    "StandDownOrganiser": CommandCase(
        lambda s, _a: StandDownOrganiser(role_id=offer(s).pk), frozenset({"coordinator", "user"})
    ),
    "InviteToCampaign": CommandCase(
        lambda s, _a: InviteToCampaign(campaign_id=open_campaign(s).pk, organisation_id=s.eastmoor_group.pk), RUNNERS
    ),
    "JoinCampaign": CommandCase(
        lambda s, _a: JoinCampaign(campaign_id=open_campaign(s).pk, organisation_id=s.branch.pk), frozenset({"rep"})
    ),
    "WelcomeToCampaign": CommandCase(lambda s, _a: WelcomeToCampaign(participation_id=request_to_join(s).pk), RUNNERS),
    "DeclineParticipation": CommandCase(
        lambda s, _a: DeclineParticipation(participation_id=request_to_join(s).pk),
        frozenset({"coordinator", "outsider"}),
    ),
    "BringToCampaign": CommandCase(
        lambda s, _a: BringToCampaign(participation_id=participation(s).pk, brings="A banner"),
        frozenset({"user_officer"}),
    ),
    "LeaveCampaign": CommandCase(
        lambda s, _a: LeaveCampaign(participation_id=participation(s).pk, reason="No time"), frozenset({"user_officer"})
    ),
    "RaiseDemand": CommandCase(
        lambda s, _a: RaiseDemand(campaign_id=open_campaign(s).pk, text="Open the books"),
        RUNNERS,
        ((lambda _s: System("an alliance carried it"), True),),
    ),
    "AdoptDemand": CommandCase(
        lambda s, _a: AdoptDemand(demand_id=demand(s).pk, on=clock.today(), how="By a vote"), RUNNERS
    ),
    "RewordDemand": CommandCase(
        lambda s, _a: RewordDemand(demand_id=demand(s).pk, text="Keep five days", why="The meeting asked for more"),
        RUNNERS,
    ),
    "MoveDemand": CommandCase(lambda s, _a: MoveDemand(demand_id=demand(s).pk, up=True), RUNNERS),
    "SettleDemand": CommandCase(
        lambda s, _a: SettleDemand(demand_id=demand(s).pk, state="met", on=clock.today(), source="Council minutes"),
        RUNNERS,
    ),
    "DissentFromDemand": CommandCase(
        lambda s, _a: DissentFromDemand(demand_id=demand(s).pk, organisation_id=s.branch.pk, reason="No"),
        frozenset({"rep"}),
    ),
    "EndDissent": CommandCase(lambda s, _a: EndDissent(dissent_id=dissent(s).pk), frozenset({"user_officer"})),
    "NameTarget": CommandCase(
        lambda s, _a: NameTarget(campaign_id=open_campaign(s).pk, office="Chair of the board"), RUNNERS
    ),
    "CorrectTarget": CommandCase(
        lambda s, _a: CorrectTarget(target_id=target(s).pk, office="Mayor of Westbury"), RUNNERS
    ),
    "DropTarget": CommandCase(lambda s, _a: DropTarget(target_id=target(s).pk), RUNNERS),
    "RestoreTarget": CommandCase(lambda s, _a: RestoreTarget(target_id=target(s).pk), RUNNERS),
    "RecordPosition": CommandCase(
        lambda s, _a: RecordPosition(target_id=target(s).pk, stance="for", on=clock.today(), source="Letter"), RUNNERS
    ),
    "WithdrawPosition": CommandCase(lambda s, _a: WithdrawPosition(position_id=position(s).pk), RUNNERS),
    "WithdrawResult": CommandCase(lambda s, _a: WithdrawResult(result_id=gain(s).pk), RUNNERS),
    "WithdrawNote": CommandCase(lambda s, _a: WithdrawNote(note_id=note(s).pk), frozenset({"coordinator", "user"})),
    "RestorePosition": CommandCase(lambda s, _a: RestorePosition(position_id=position(s).pk), RUNNERS),
    "RestoreResult": CommandCase(lambda s, _a: RestoreResult(result_id=gain(s).pk), RUNNERS),
    "RestoreNote": CommandCase(lambda s, _a: RestoreNote(note_id=note(s).pk), RUNNERS),
    "WithdrawAction": CommandCase(lambda s, _a: WithdrawAction(action_id=action(s).pk, why="Recorded twice"), RUNNERS),
    "RestoreAction": CommandCase(lambda s, _a: RestoreAction(action_id=action(s).pk), RUNNERS),
    "RecordAction": CommandCase(
        lambda s, _a: RecordAction(
            campaign_id=open_campaign(s).pk, kind="stall", title="Stall", starts_on=clock.today()
        ),
        RUNNERS,
        ((lambda _s: System("a petition was handed in"), True),),
    ),
    "CorrectAction": CommandCase(
        lambda s, _a: CorrectAction(
            action_id=action(s).pk, why="Miscounted", kind="stall", title="Stall", starts_on=clock.today()
        ),
        RUNNERS,
    ),
    "RecordGain": CommandCase(
        lambda s, _a: RecordGain(campaign_id=open_campaign(s).pk, on=clock.today(), text="Heard", source="Minutes"),
        RUNNERS,
    ),
    "RecordObstacle": CommandCase(
        lambda s, _a: RecordObstacle(campaign_id=open_campaign(s).pk, on=clock.today(), text="Heard", source="Minutes"),
        RUNNERS,
    ),
    "RecordUnintendedResult": CommandCase(
        lambda s, _a: RecordUnintendedResult(
            campaign_id=open_campaign(s).pk, on=clock.today(), text="Heard", source="Minutes"
        ),
        RUNNERS,
    ),
    "RecordOutcome": CommandCase(
        lambda s, _a: RecordOutcome(
            campaign_id=open_campaign(s).pk, verdict="won", on=clock.today(), text="It stays", source="Minutes"
        ),
        RUNNERS,
    ),
    "WriteNote": CommandCase(lambda s, _a: WriteNote(campaign_id=open_campaign(s).pk, text="A note"), TAKING_PART),
    "AddTask": CommandCase(lambda s, _a: AddTask(campaign_id=open_campaign(s).pk, text="Ring the paper"), RUNNERS),
    "DropTask": CommandCase(lambda s, _a: DropTask(task_id=task(s).pk), RUNNERS),
    "RestoreTask": CommandCase(lambda s, _a: RestoreTask(task_id=task(s).pk), RUNNERS),
    "TakeTask": CommandCase(lambda s, _a: TakeTask(task_id=task(s).pk), TAKING_PART),
    "HandBackTask": CommandCase(
        lambda s, _a: HandBackTask(task_id=taken_task(s).pk), frozenset({"coordinator", "user"})
    ),
    "FinishTask": CommandCase(lambda s, _a: FinishTask(task_id=taken_task(s).pk), frozenset({"coordinator", "user"})),
    "ReopenTask": CommandCase(lambda s, _a: ReopenTask(task_id=taken_task(s).pk), frozenset({"coordinator", "user"})),
}
