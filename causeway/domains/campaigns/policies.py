"""Who may do what in campaigns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from causeway.domains.alliances.models import Alliance, Organisation
from causeway.domains.alliances.standing import coordinates
from causeway.domains.campaigns.models import Campaign, CampaignRole, Note, Participation, Task
from causeway.domains.campaigns.queries import visible_campaigns
from causeway.domains.campaigns.standing import runs, speaks_for, takes_part
from causeway.domains.campaigns.work_queries import could_join, in_through
from causeway.kernel.actors import Actor, System, person_of
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


@dataclass(frozen=True)
class OnBehalf:
    """A campaign, and the organisation on whose behalf somebody acts in it."""

    campaign: Campaign
    organisation: Organisation


@policy("An officer of an organisation speaks for it in a campaign.")
def may_speak_in_campaign(actor: Actor, subject: Any) -> Verdict:
    """``subject`` is an ``OnBehalf``, or a row that has a campaign and an organisation."""
    if not may_see_campaign(actor, subject.campaign):
        return HIDDEN
    if speaks_for(actor, subject.organisation.pk):
        return YES
    return no("Only an officer of the organisation can speak for it here. Ask one of them.")


@policy("An invitation is declined by the organisation’s officer, a request to join by whoever runs the campaign.")
def may_decline_participation(actor: Actor, participation: Participation) -> Verdict:
    if participation.state == Participation.State.ASKED and runs(actor, participation.campaign):
        return YES
    return may_speak_in_campaign(actor, participation)


@policy("An organiser stands down; a coordinator of the alliance may also end the appointment.")
def may_stand_down_organiser(actor: Actor, role: CampaignRole) -> Verdict:
    return YES if person_of(actor) == role.person_id else may_appoint_organiser(actor, role)


@policy("Whoever wrote a note may take it away, and so may whoever runs the campaign.")
def may_withdraw_note(actor: Actor, note: Note) -> Verdict:
    if note.written_by_id and person_of(actor) == note.written_by_id:
        return YES
    return may_run_campaign(actor, note)


@policy("Whoever took a note away may put it back, and so may whoever runs the campaign.")
def may_restore_note(actor: Actor, note: Note) -> Verdict:
    if note.withdrawn_by_id and person_of(actor) == note.withdrawn_by_id:
        return YES
    return may_run_campaign(actor, note)


@policy("Whoever took a task, and whoever runs the campaign, may say that it is done or hand it back.")
def may_finish_task(actor: Actor, task: Task) -> Verdict:
    if task.taken_by_id and person_of(actor) == task.taken_by_id:
        return YES
    return may_run_campaign(actor, task)


@policy("An officer of an organisation that is not in the campaign may bring it in.")
def may_join_campaign(actor: Actor, campaign: Campaign) -> Verdict:
    """Whether the page with the form opens; the command asks for the very organisation."""
    if could_join(actor, campaign):
        return YES
    why_not = "Only an officer of an organisation that is not in the campaign yet can bring it in. Ask yours to join."
    return refused_unless_hidden(actor, campaign, why_not)


@policy("An officer of an organisation in the campaign may publish its dissent from a demand.")
def may_dissent(actor: Actor, subject: Any) -> Verdict:
    """Whether the page with the form opens; the command asks for the very organisation."""
    campaign = campaign_of(subject)
    if in_through(actor, campaign):
        return YES
    return refused_unless_hidden(actor, campaign, "Only an officer of an organisation in the campaign can do this.")


@policy("Whoever runs the campaign raises its demands; Causeway itself one that the alliance carried by a vote.")
def may_raise_demand(actor: Actor, subject: Any) -> Verdict:
    return YES if isinstance(actor, System) else may_run_campaign(actor, subject)


@policy("Whoever runs the campaign records its actions; Causeway itself notes what was done here, such as a hand-in.")
def may_record_action(actor: Actor, subject: Any) -> Verdict:
    return YES if isinstance(actor, System) else may_run_campaign(actor, subject)
