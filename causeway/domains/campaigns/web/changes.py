"""The pages and buttons that change a campaign, each for one command."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from causeway.domains.campaigns.campaign_queries import one_of
from causeway.domains.campaigns.commands.adopt_demand import AdoptDemand
from causeway.domains.campaigns.commands.appoint_organiser import AppointOrganiser
from causeway.domains.campaigns.commands.bring_to_campaign import BringToCampaign
from causeway.domains.campaigns.commands.close_campaign import CloseCampaign
from causeway.domains.campaigns.commands.correct_target import CorrectTarget
from causeway.domains.campaigns.commands.decline_participation import DeclineParticipation
from causeway.domains.campaigns.commands.dissent_from_demand import DissentFromDemand
from causeway.domains.campaigns.commands.drop_target import DropTarget
from causeway.domains.campaigns.commands.end_dissent import EndDissent
from causeway.domains.campaigns.commands.invite_to_campaign import InviteToCampaign
from causeway.domains.campaigns.commands.join_campaign import JoinCampaign
from causeway.domains.campaigns.commands.leave_campaign import LeaveCampaign
from causeway.domains.campaigns.commands.move_demand import MoveDemand
from causeway.domains.campaigns.commands.name_target import NameTarget
from causeway.domains.campaigns.commands.offer_to_organise import OfferToOrganise
from causeway.domains.campaigns.commands.publish_campaign import PublishCampaign
from causeway.domains.campaigns.commands.raise_demand import RaiseDemand
from causeway.domains.campaigns.commands.record_position import RecordPosition
from causeway.domains.campaigns.commands.reopen_campaign import ReopenCampaign
from causeway.domains.campaigns.commands.restore_position import RestorePosition
from causeway.domains.campaigns.commands.restore_target import RestoreTarget
from causeway.domains.campaigns.commands.revise_campaign import ReviseCampaign
from causeway.domains.campaigns.commands.reword_demand import RewordDemand
from causeway.domains.campaigns.commands.settle_demand import SettleDemand
from causeway.domains.campaigns.commands.stand_down_organiser import StandDownOrganiser
from causeway.domains.campaigns.commands.welcome_to_campaign import WelcomeToCampaign
from causeway.domains.campaigns.commands.withdraw_position import WithdrawPosition
from causeway.domains.campaigns.models import (
    Campaign,
    CampaignRole,
    Demand,
    Dissent,
    Participation,
    Position,
    Target,
)
from causeway.domains.campaigns.policies import may_dissent, may_join_campaign, may_speak_in_campaign
from causeway.domains.campaigns.web import forms
from causeway.domains.campaigns.web.factories import button, form_page
from causeway.domains.campaigns.work_queries import dissents_in, positions_in

MEMBERS, DEMANDS, TARGETS, PAGE = (
    "campaigns:members",
    "campaigns:demands",
    "campaigns:targets",
    "campaigns:page",
)


def find_demand(campaign: Campaign, demand_id: UUID) -> Demand:
    return one_of(campaign.demands.all(), demand_id)


def find_dissent(campaign: Campaign, dissent_id: int) -> Dissent:
    return one_of(dissents_in(campaign), dissent_id)


def find_target(campaign: Campaign, target_id: int) -> Target:
    return one_of(campaign.targets.all(), target_id)


def find_position(campaign: Campaign, position_id: int) -> Position:
    return one_of(positions_in(campaign), position_id)


def find_part(campaign: Campaign, participation_id: UUID) -> Participation:
    return one_of(campaign.participations.select_related("organisation"), participation_id)


def find_role(campaign: Campaign, role_id: int) -> CampaignRole:
    return one_of(campaign.roles.all(), role_id)


def keys(given: list[str] | None) -> tuple[UUID, ...]:
    """Identifiers out of a form's choices."""
    return tuple(UUID(key) for key in given or ())


def key(given: str | None) -> UUID | None:
    """One identifier, or none."""
    return UUID(given) if given else None


def _about(campaign: Campaign) -> dict[str, Any]:
    return {
        "name": campaign.name,
        "summary": campaign.summary,
        "why": campaign.why,
        "strategy": campaign.strategy,
        "services": [str(row.pk) for row in campaign.services.all()],
        "threats": [str(row.pk) for row in campaign.threats.all()],
    }


revise = form_page(
    form=forms.ReviseForm,
    title=_("Revise the campaign"),
    does=_("Save"),
    said=_("The campaign is revised."),
    initial=_about,
    build=lambda campaign, _row, given: ReviseCampaign(
        campaign_id=campaign.pk,
        name=given["name"],
        summary=given["summary"],
        why=given["why"],
        strategy=given["strategy"],
        service_ids=keys(given.get("services")),
        threat_ids=keys(given.get("threats")),
    ),
)
close = form_page(
    form=forms.CloseForm,
    title=_("Close the campaign"),
    does=_("Close the campaign"),
    said=_("The campaign is closed. You can open it again."),
    build=lambda campaign, _row, given: CloseCampaign(campaign_id=campaign.pk, why=given["why"]),
)
publish = button(
    build=lambda campaign, _row: PublishCampaign(campaign_id=campaign.pk),
    said=_("The campaign is open to everybody."),
    then=PAGE,
)
reopen = button(
    build=lambda campaign, _row: ReopenCampaign(campaign_id=campaign.pk),
    said=_("The campaign goes on."),
    then=MEMBERS,
)

offer = button(
    build=lambda campaign, _row: OfferToOrganise(campaign_id=campaign.pk),
    said=_("Thank you. The coordinators can see your offer."),
    then=MEMBERS,
)
appoint = button(
    find=find_role,
    build=lambda _campaign, role: AppointOrganiser(role_id=role.pk),
    said=_("They are an organiser of the campaign now."),
    then=MEMBERS,
)
stand_down = button(
    find=find_role,
    build=lambda _campaign, role: StandDownOrganiser(role_id=role.pk),
    said=_("That is ended."),
    then=PAGE,
)

join = form_page(
    form=forms.JoinForm,
    policy=may_join_campaign,
    title=_("Join the campaign"),
    lead=_("An organisation that is affiliated, or was invited, is in at once. Others are answered by the organisers."),
    does=_("Join for the organisation"),
    said=_(
        "Thank you. If your organisation is affiliated or was invited, it is in now. If not, the organisers answer."
    ),
    then=PAGE,
    build=lambda campaign, _row, given: JoinCampaign(
        campaign_id=campaign.pk,
        organisation_id=UUID(given["organisation"]),
        brings=given["brings"],
        is_named=given["is_named"],
    ),
)
invite = form_page(
    form=forms.InviteForm,
    title=_("Invite an organisation"),
    does=_("Invite"),
    said=_("The invitation is sent to its officers."),
    build=lambda campaign, _row, given: InviteToCampaign(
        campaign_id=campaign.pk, organisation_id=UUID(given["organisation"])
    ),
)
bring = form_page(
    form=forms.BringForm,
    find=find_part,
    policy=may_speak_in_campaign,
    title=_("What your organisation brings"),
    does=_("Save"),
    said=_("Saved. Thank you."),
    initial=lambda row: {"brings": row.brings, "is_named": row.is_named},
    build=lambda _campaign, row, given: BringToCampaign(participation_id=row.pk, **given),
)
leave = form_page(
    form=forms.ReasonForm,
    find=find_part,
    policy=may_speak_in_campaign,
    title=_("Leave the campaign"),
    lead=_("You may also stay, and publish why your organisation does not share one of the demands."),
    does=_("Leave the campaign"),
    said=_("Your organisation has left. It may join again."),
    then=PAGE,
    build=lambda _campaign, row, given: LeaveCampaign(participation_id=row.pk, **given),
)
welcome = button(
    find=find_part,
    build=lambda _campaign, row: WelcomeToCampaign(participation_id=row.pk),
    said=_("The organisation is in."),
    then=MEMBERS,
)
decline = button(
    find=find_part,
    build=lambda _campaign, row: DeclineParticipation(participation_id=row.pk),
    said=_("Declined."),
    then=PAGE,
)

raise_demand = form_page(
    form=forms.DemandForm,
    title=_("Raise a demand"),
    does=_("Add the demand"),
    said=_("The demand is on the list."),
    then=DEMANDS,
    build=lambda campaign, _row, given: RaiseDemand(campaign_id=campaign.pk, **given),
)
adopt_demand = form_page(
    form=forms.AdoptForm,
    find=find_demand,
    title=_("Record that a demand was adopted"),
    does=_("Save"),
    said=_("The demand is adopted."),
    then=DEMANDS,
    build=lambda _campaign, row, given: AdoptDemand(demand_id=row.pk, **given),
)
reword_demand = form_page(
    form=forms.RewordForm,
    find=find_demand,
    title=_("Reword a demand"),
    does=_("Save the new wording"),
    said=_("The demand has a new wording; the old one stays to be read."),
    then=DEMANDS,
    initial=lambda row: {"text": row.text},
    build=lambda _campaign, row, given: RewordDemand(demand_id=row.pk, **given),
)
settle_demand = form_page(
    form=forms.SettleForm,
    find=find_demand,
    title=_("Record what became of a demand"),
    does=_("Save"),
    said=_("Recorded."),
    then=DEMANDS,
    build=lambda _campaign, row, given: SettleDemand(demand_id=row.pk, **given),
)
demand_up = button(
    find=find_demand,
    build=lambda _campaign, row: MoveDemand(demand_id=row.pk, up=True),
    said=_("Moved up."),
    then=DEMANDS,
)
demand_down = button(
    find=find_demand,
    build=lambda _campaign, row: MoveDemand(demand_id=row.pk, up=False),
    said=_("Moved down."),
    then=DEMANDS,
)
dissent = form_page(
    form=forms.DissentForm,
    find=find_demand,
    policy=may_dissent,
    title=_("Dissent from a demand"),
    does=_("Publish the dissent"),
    said=_("The dissent is published beside the demand."),
    then=DEMANDS,
    build=lambda _campaign, row, given: DissentFromDemand(
        demand_id=row.pk, organisation_id=UUID(given["organisation"]), reason=given["reason"]
    ),
)
end_dissent = button(
    find=find_dissent,
    build=lambda _campaign, row: EndDissent(dissent_id=row.pk),
    said=_("The dissent is ended."),
    then=DEMANDS,
)

name_target = form_page(
    form=forms.TargetForm,
    title=_("Name a target"),
    lead=_("A target is whoever can decide: a public body, or somebody in office, named by the office."),
    does=_("Add the target"),
    said=_("The target is named."),
    then=TARGETS,
    build=lambda campaign, _row, given: NameTarget(
        campaign_id=campaign.pk, office=given["office"], body_id=key(given["body"]), can_decide=given["can_decide"]
    ),
)
correct_target = form_page(
    form=forms.TargetForm,
    find=find_target,
    title=_("Correct a target"),
    does=_("Save"),
    said=_("Corrected."),
    then=TARGETS,
    initial=lambda row: {"office": row.office, "body": str(row.body_id or ""), "can_decide": row.can_decide},
    build=lambda _campaign, row, given: CorrectTarget(
        target_id=row.pk, office=given["office"], body_id=key(given["body"]), can_decide=given["can_decide"]
    ),
)
drop_target = button(
    find=find_target,
    build=lambda _campaign, row: DropTarget(target_id=row.pk),
    said=_("Taken away. You can put it back at the end of the page."),
    then=TARGETS,
)
restore_target = button(
    find=find_target,
    build=lambda _campaign, row: RestoreTarget(target_id=row.pk),
    said=_("It is back."),
    then=TARGETS,
)
record_position = form_page(
    form=forms.PositionForm,
    find=find_target,
    title=_("Record where a target stands"),
    does=_("Record"),
    said=_("Recorded."),
    then=TARGETS,
    build=lambda _campaign, row, given: RecordPosition(target_id=row.pk, **given),
)
withdraw_position = button(
    find=find_position,
    build=lambda _campaign, row: WithdrawPosition(position_id=row.pk),
    said=_("Taken away. You can put it back below the target."),
    then=TARGETS,
)
restore_position = button(
    find=find_position,
    build=lambda _campaign, row: RestorePosition(position_id=row.pk),
    said=_("It is back."),
    then=TARGETS,
)
