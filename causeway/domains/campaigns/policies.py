"""Who may do what in campaigns."""

from __future__ import annotations

from typing import Any

from causeway.domains.alliances.models import Alliance
from causeway.domains.alliances.standing import coordinates
from causeway.domains.campaigns.models import Campaign
from causeway.domains.campaigns.queries import visible_campaigns
from causeway.domains.campaigns.standing import runs, takes_part
from causeway.kernel.actors import Actor
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy, sees

may_see_campaign = sees(
    "Everybody may see a campaign that is open or closed; those who take part, or were invited, one being prepared.",
    visible_campaigns,
)


def campaign_of(subject: Any) -> Campaign:
    """The campaign that a row belongs to, or the campaign itself."""
    campaign: Campaign = subject if isinstance(subject, Campaign) else subject.campaign
    return campaign


def refused_unless_hidden(actor: Actor, campaign: Campaign, why_not: str) -> Verdict:
    """No, with the reason; or, where the actor does not see the campaign, as if it were not there."""
    return no(why_not) if may_see_campaign(actor, campaign) else HIDDEN


@policy("A coordinator of an alliance may open a campaign.")
def may_open_campaign(actor: Actor, alliance: Alliance) -> Verdict:
    if coordinates(actor, alliance.pk):
        return YES
    return no("Only a coordinator of this alliance can open a campaign. Ask one of them.")


@policy("A coordinator of the alliance, or an organiser of the campaign, runs it.")
def may_run_campaign(actor: Actor, subject: Any) -> Verdict:
    campaign = campaign_of(subject)
    if runs(actor, campaign):
        return YES
    why_not = "Only a coordinator of the alliance or an organiser of this campaign can do this. Ask one of them."
    return refused_unless_hidden(actor, campaign, why_not)


@policy("A coordinator of the alliance appoints a campaign’s organisers.")
def may_appoint_organiser(actor: Actor, subject: Any) -> Verdict:
    campaign = campaign_of(subject)
    if coordinates(actor, campaign.alliance_id):
        return YES
    return refused_unless_hidden(actor, campaign, "Only a coordinator of the alliance can appoint organisers.")


@policy("Those who stand in the alliance, or in an organisation that is in the campaign, take part in it.")
def may_take_part(actor: Actor, subject: Any) -> Verdict:
    campaign = campaign_of(subject)
    if takes_part(actor, campaign):
        return YES
    why_not = "This is for people whose organisation takes part in the campaign. Ask your organisation to join."
    return refused_unless_hidden(actor, campaign, why_not)
