"""Which rooms add a panel to which page: the one table.

``alliance``          an alliance's page; about is the alliance
``organisation``      an organisation's page; about is the organisation
``campaign``          a campaign's public page; about is the campaign
``campaign members``  its members' page; about is the same
``threat``            a threat's page; about is the threat
``service``           a service's page; about is the service
``meeting``           the page of a meeting; about is the meeting
``motion``            the page of a motion; about is the motion
``proposal``          the page of a proposal for a budget; about is the proposal
``process``           the page of what a body decides; about is the process
``committee``         the page of a committee; about is the committee
"""

from __future__ import annotations

from causeway.domains.assemblies.card_panels import cards_of_process
from causeway.domains.assemblies.committee_panels import committee_of_election, committees_of_body
from causeway.domains.assemblies.conversation_panels import conversation_of_process
from causeway.domains.assemblies.floor_panels import question_of_process, questions_at_meeting
from causeway.domains.assemblies.mandate_panels import hustings_of_election, mandate_of_committee
from causeway.domains.assemblies.motion_impact import MOTIONS, impact_of_vote
from causeway.domains.assemblies.motion_panels import (
    demands_by_vote,
    motions_of_process,
    question_of_vote,
    texts_of_body,
)
from causeway.domains.assemblies.name_panels import names_of_process
from causeway.domains.assemblies.opinion_panels import map_of_process
from causeway.domains.assemblies.panels import votes_of_body
from causeway.domains.assemblies.postal_panels import post_of_process
from causeway.domains.assemblies.recall_panels import recall_voted_on, recalls_from_committee
from causeway.domains.budgets.impact import PROPOSALS
from causeway.domains.budgets.panels import budgets_of_body, needs_at_meeting
from causeway.domains.budgets.votes_panels import about_proposals
from causeway.domains.campaigns.panels import campaigns_about_service, campaigns_about_threat, campaigns_of_alliance
from causeway.domains.impact.panels import checks_of_campaign, impact_of
from causeway.domains.impact.threats import THREATS
from causeway.domains.petitions.panels import petitions_at_work, petitions_of_alliance, petitions_of_campaign
from causeway.domains.services.panels import threats_of_alliance
from causeway.kernel.panels import Panels

PANELS: Panels = {
    "motion": (impact_of(MOTIONS),),
    "proposal": (impact_of(PROPOSALS),),
    "alliance": (
        threats_of_alliance,
        campaigns_of_alliance,
        petitions_of_alliance,
        votes_of_body,
        committees_of_body,
        texts_of_body,
        budgets_of_body,
    ),
    "organisation": (votes_of_body, committees_of_body, texts_of_body, budgets_of_body),
    "campaign": (checks_of_campaign, petitions_of_campaign, demands_by_vote),
    "campaign members": (petitions_at_work, votes_of_body, committees_of_body),
    "threat": (impact_of(THREATS), campaigns_about_threat),
    "service": (campaigns_about_service, votes_of_body),
    "meeting": (questions_at_meeting, needs_at_meeting),
    "process": (
        conversation_of_process,
        map_of_process,
        about_proposals,
        question_of_process,
        cards_of_process,
        post_of_process,
        committee_of_election,
        hustings_of_election,
        recall_voted_on,
        names_of_process,
        motions_of_process,
        question_of_vote,
        impact_of_vote,
    ),
    "committee": (mandate_of_committee, votes_of_body, recalls_from_committee),
}
