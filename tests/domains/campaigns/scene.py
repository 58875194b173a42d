"""This room's part of the scene: campaigns of the Westbury alliance, made with the real commands."""

from __future__ import annotations

from causeway.domains.campaigns.commands.add_task import AddTask
from causeway.domains.campaigns.commands.close_campaign import CloseCampaign
from causeway.domains.campaigns.commands.dissent_from_demand import DissentFromDemand
from causeway.domains.campaigns.commands.join_campaign import JoinCampaign
from causeway.domains.campaigns.commands.name_target import NameTarget
from causeway.domains.campaigns.commands.offer_to_organise import OfferToOrganise
from causeway.domains.campaigns.commands.open_campaign import OpenCampaign
from causeway.domains.campaigns.commands.raise_demand import RaiseDemand
from causeway.domains.campaigns.commands.record_action import RecordAction
from causeway.domains.campaigns.commands.record_gain import RecordGain
from causeway.domains.campaigns.commands.record_position import RecordPosition
from causeway.domains.campaigns.commands.take_task import TakeTask
from causeway.domains.campaigns.commands.write_note import WriteNote
from causeway.domains.campaigns.models import (
    Action,
    Campaign,
    CampaignRole,
    Demand,
    Dissent,
    Note,
    Participation,
    Position,
    Result,
    Target,
    Task,
)
from causeway.kernel import clock
from causeway.kernel.perform import perform
from tests.scenes import Scene


def open_campaign(scene: Scene) -> Campaign:
    """“Keep the day centre”, which everybody sees."""
    command = OpenCampaign(
        alliance_id=scene.westbury.pk,
        name="Keep the day centre",
        summary="The council plans to close the day centre. We want it kept open, and run with its users.",
        publish=True,
    )
    campaign: Campaign = scene.once("campaign", lambda: perform(scene.actor("coordinator"), command))
    return campaign


def draft_campaign(scene: Scene) -> Campaign:
    """“Buses after six”, which is being prepared."""
    command = OpenCampaign(alliance_id=scene.westbury.pk, name="Buses after six", summary="The evening buses are cut.")
    campaign: Campaign = scene.once("draft campaign", lambda: perform(scene.actor("coordinator"), command))
    return campaign


def demand(scene: Scene) -> Demand:
    """“Keep all four days”, adopted at a meeting."""
    command = RaiseDemand(
        campaign_id=open_campaign(scene).pk,
        text="Keep the day centre open four days a week",
        adopted_on=clock.today(),
        adopted_how="By a show of hands at the open meeting",
    )
    made: Demand = scene.once("demand", lambda: perform(scene.actor("coordinator"), command))
    return made


def target(scene: Scene) -> Target:
    """The leader of the council."""
    command = NameTarget(campaign_id=open_campaign(scene).pk, office="Leader of Westbury Council", can_decide="Vote")
    made: Target = scene.once("target", lambda: perform(scene.actor("coordinator"), command))
    return made


def position(scene: Scene) -> Position:
    """The leader is undecided."""
    command = RecordPosition(target_id=target(scene).pk, stance="undecided", on=clock.today(), source="Local paper")
    made: Position = scene.once("position", lambda: perform(scene.actor("coordinator"), command))
    return made


def action(scene: Scene) -> Action:
    """A public meeting that 300 people came to."""
    command = RecordAction(
        campaign_id=open_campaign(scene).pk,
        kind=Action.Kind.MEETING,
        title="Public meeting at the town hall",
        starts_on=clock.today(),
        host_ids=(scene.branch.pk,),
        place="Westbury Town Hall",
        turnout=300,
        turnout_how=Action.Counted.COUNTED,
        links=("https://example.org/report",),
    )
    made: Action = scene.once("campaign action", lambda: perform(scene.actor("coordinator"), command))
    return made


def gain(scene: Scene) -> Result:
    """A longer consultation."""
    command = RecordGain(
        campaign_id=open_campaign(scene).pk, on=clock.today(), text="A longer consultation", source="Council minutes"
    )
    made: Result = scene.once("gain", lambda: perform(scene.actor("coordinator"), command))
    return made


def participation(scene: Scene) -> Participation:
    """The users’ group takes part."""
    command = JoinCampaign(
        campaign_id=open_campaign(scene).pk, organisation_id=scene.users_group.pk, brings="A room and forty members"
    )
    made: Participation = scene.once("participation", lambda: perform(scene.actor("user_officer"), command))
    return made


def request_to_join(scene: Scene) -> Participation:
    """A group of another alliance has asked to join."""
    command = JoinCampaign(campaign_id=open_campaign(scene).pk, organisation_id=scene.eastmoor_group.pk)
    made: Participation = scene.once("campaign request", lambda: perform(scene.actor("outsider"), command))
    return made


def dissent(scene: Scene) -> Dissent:
    """The users’ group does not share the demand."""
    participation(scene)
    command = DissentFromDemand(
        demand_id=demand(scene).pk, organisation_id=scene.users_group.pk, reason="We want five days"
    )
    made: Dissent = scene.once("dissent", lambda: perform(scene.actor("user_officer"), command))
    return made


def offer(scene: Scene) -> CampaignRole:
    """Una offers to organise."""
    command = OfferToOrganise(campaign_id=open_campaign(scene).pk)
    made: CampaignRole = scene.once("campaign offer", lambda: perform(scene.actor("user"), command))
    return made


def note(scene: Scene) -> Note:
    """Una’s note."""
    command = WriteNote(campaign_id=open_campaign(scene).pk, text="The caretaker opens at six")
    made: Note = scene.once("note", lambda: perform(scene.actor("user"), command))
    return made


def task(scene: Scene) -> Task:
    """A task that nobody has taken."""
    command = AddTask(campaign_id=open_campaign(scene).pk, text="Book the hall", due_on=clock.today())
    made: Task = scene.once("task", lambda: perform(scene.actor("coordinator"), command))
    return made


def taken_task(scene: Scene) -> Task:
    """A task that Una has taken."""

    def make() -> Task:
        added = perform(scene.actor("coordinator"), AddTask(campaign_id=open_campaign(scene).pk, text="Print leaflets"))
        return perform(scene.actor("user"), TakeTask(task_id=added.pk))

    made: Task = scene.once("taken task", make)
    return made


def closed_campaign(scene: Scene) -> Campaign:
    """“Parks for all”, which is won and closed."""

    def make() -> Campaign:
        cora = scene.actor("coordinator")
        command = OpenCampaign(
            alliance_id=scene.westbury.pk, name="Parks for all", summary="Keep the gates open.", publish=True
        )
        return perform(cora, CloseCampaign(campaign_id=perform(cora, command).pk, why="The gates stay open"))

    made: Campaign = scene.once("closed campaign", make)
    return made
