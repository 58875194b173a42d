"""Who may do what in alliances and organisations."""

from __future__ import annotations

from typing import Any

from causeway.domains.alliances.bodies import Body, body_of
from causeway.domains.alliances.models import (
    AffiliationProposal,
    Alliance,
    Meeting,
    MeetingAction,
    Office,
    OfficeOffer,
    Organisation,
    Placement,
    Term,
)
from causeway.domains.alliances.models.belonging import Affiliation
from causeway.domains.alliances.queries.meetings import visible_meetings
from causeway.domains.alliances.standing import (
    address_index_of,
    coordinates,
    is_officer_of,
    is_signed_in,
    stands_in_body,
)
from causeway.kernel.actors import Actor, System, person_of
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy, sees


def runs(actor: Actor, body: Body) -> bool:
    """Whether the actor coordinates the alliance, or is an officer of the organisation."""
    return coordinates(actor, body.pk) if isinstance(body, Alliance) else is_officer_of(actor, body.pk)


@policy("Anyone with an account may found an alliance, and becomes its first coordinator.")
def may_found_alliance(actor: Actor, _subject: Any) -> Verdict:
    return YES if is_signed_in(actor) else no("Sign in first: an alliance needs a coordinator with an account.")


@policy("Anyone with an account may register an organisation, and becomes its first officer.")
def may_register_organisation(actor: Actor, _subject: Any) -> Verdict:
    return YES if is_signed_in(actor) else no("Sign in first: an organisation needs an officer with an account.")


@policy("A coordinator keeps an alliance's page; an officer keeps an organisation's.")
def may_keep_page(actor: Actor, body: Body) -> Verdict:
    if runs(actor, body):
        return YES
    if isinstance(body, Alliance):
        return no("Only a coordinator of this alliance can change it. Ask one of them.")
    return no("Only an officer of this organisation can change it. Ask one of them.")


@policy("A coordinator of an alliance may ask to place it under a larger one, and take it out again.")
def may_place_alliance(actor: Actor, child: Alliance) -> Verdict:
    if coordinates(actor, child.pk):
        return YES
    return no("Only a coordinator of this alliance can say where it stands. Ask one of them.")


@policy("A coordinator of the larger alliance answers when another asks to stand under it.")
def may_answer_placement(actor: Actor, placement: Placement) -> Verdict:
    if coordinates(actor, placement.parent_id):
        return YES
    if coordinates(actor, placement.child_id):
        return no("The other alliance answers this, not the one that asked.")
    return HIDDEN


@policy("The alliance that asked to be placed may take its question back.")
def may_withdraw_placement(actor: Actor, placement: Placement) -> Verdict:
    return YES if coordinates(actor, placement.child_id) else HIDDEN


@policy("A coordinator of the alliance may record that an organisation has affiliated.")
def may_affiliate_organisation(actor: Actor, alliance: Alliance) -> Verdict:
    if coordinates(actor, alliance.pk):
        return YES
    return no("Only a coordinator of this alliance can record an affiliation. Ask one of them.")


@policy("An officer applies for their organisation; a coordinator invites for their alliance.")
def may_propose_affiliation(actor: Actor, proposed: tuple[Alliance, Organisation, str]) -> Verdict:
    alliance, organisation, side = proposed
    if side == AffiliationProposal.Side.ALLIANCE:
        allowed = coordinates(actor, alliance.pk)
        return YES if allowed else no("Only a coordinator of the alliance can invite an organisation.")
    allowed = is_officer_of(actor, organisation.pk)
    return YES if allowed else no("Only an officer can apply for an organisation.")


@policy("The side that did not propose an affiliation answers it.")
def may_answer_proposal(actor: Actor, proposal: AffiliationProposal) -> Verdict:
    alliance_asked = proposal.side == AffiliationProposal.Side.ALLIANCE
    for_alliance = coordinates(actor, proposal.alliance_id)
    for_organisation = is_officer_of(actor, proposal.organisation_id)
    if for_organisation if alliance_asked else for_alliance:
        return YES
    if for_alliance or for_organisation:
        return no("The other side answers this proposal. You can withdraw it.")
    return HIDDEN


@policy("The side that proposed an affiliation may withdraw it until it is answered.")
def may_withdraw_proposal(actor: Actor, proposal: AffiliationProposal) -> Verdict:
    if proposal.side == AffiliationProposal.Side.ALLIANCE:
        return YES if coordinates(actor, proposal.alliance_id) else HIDDEN
    return YES if is_officer_of(actor, proposal.organisation_id) else HIDDEN


@policy("Either side may end an affiliation: a coordinator of the alliance, or an officer of the organisation.")
def may_end_affiliation(actor: Actor, affiliation: Affiliation) -> Verdict:
    if coordinates(actor, affiliation.alliance_id) or is_officer_of(actor, affiliation.organisation_id):
        return YES
    return no("Only a coordinator of the alliance or an officer of the organisation can end this affiliation.")


@policy("An officer declares how many members their organisation has.")
def may_declare_membership(actor: Actor, affiliation: Affiliation) -> Verdict:
    if is_officer_of(actor, affiliation.organisation_id):
        return YES
    return no("Only an officer of the organisation can declare how many members it has.")


@policy("Anyone with an account may join an organisation that takes part here.")
def may_join_organisation(actor: Actor, _organisation: Organisation) -> Verdict:
    return YES if is_signed_in(actor) else no("Sign in first, then you can join.")


@policy("Anyone with an account decides on their own membership.")
def may_keep_own_membership(actor: Actor, _organisation: Organisation) -> Verdict:
    return YES if is_signed_in(actor) else no("Sign in first.")


@policy("An officer of the organisation confirms its new members.")
def may_confirm_member(actor: Actor, organisation: Organisation) -> Verdict:
    return YES if is_officer_of(actor, organisation.pk) else HIDDEN


@policy("A coordinator appoints to the offices of an alliance; an officer to those of an organisation.")
def may_appoint(actor: Actor, body: Body) -> Verdict:
    return YES if runs(actor, body) else no("Only those who already hold this trust can give it to somebody else.")


@policy("Whoever was offered an office answers the offer, signed in with the address that it was sent to.")
def may_answer_offer(actor: Actor, offer: OfficeOffer) -> Verdict:
    return YES if address_index_of(actor) == bytes(offer.email_index) else HIDDEN


@policy("Those who run the body may withdraw an offer of office until it is answered.")
def may_withdraw_offer(actor: Actor, offer: OfficeOffer) -> Verdict:
    return YES if runs(actor, body_of(offer.office)) else HIDDEN


@policy("A holder may step down; those who run the body may end a term early, but not of somebody elected.")
def may_end_term(actor: Actor, term: Term) -> Verdict:
    if term.office.elected:
        return no("This place was filled by an election. Who holds it steps down on the page of the committee.")
    if person_of(actor) == term.person_id or runs(actor, body_of(term.office)):
        return YES
    return no("Only the holder, or those who run this body, can end a term.")


@policy("Only the holder of an office decides whether their name is shown with it.")
def may_show_name(actor: Actor, term: Term) -> Verdict:
    return YES if is_signed_in(actor) and person_of(actor) == term.person_id else HIDDEN


@policy("Those who run a body decide which of its offices its public page shows.")
def may_show_office(actor: Actor, office: Office) -> Verdict:
    return YES if runs(actor, body_of(office)) else no("Only those who run this body can change what its page shows.")


may_see_meeting = sees("Public meetings are open to all, others to those who stand in the body.", visible_meetings)


@policy("A coordinator calls an alliance's meetings; an officer calls an organisation's.")
def may_call_meeting(actor: Actor, body: Body) -> Verdict:
    return YES if runs(actor, body) else no("Only a coordinator or an officer calls meetings. Ask one of them.")


@policy("Those who call a meeting keep its agenda, attendance, minutes and actions.")
def may_keep_meeting(actor: Actor, meeting: Meeting) -> Verdict:
    if runs(actor, body_of(meeting)):
        return YES
    if not may_see_meeting(actor, meeting):
        return HIDDEN
    return no("Only those who call this meeting can change it.")


@policy("Those who call a meeting mark its actions as done.")
def may_finish_action(actor: Actor, action: MeetingAction) -> Verdict:
    return may_keep_meeting(actor, action.meeting)


@policy("Anyone with an account who can see a meeting may say whether they come.")
def may_reply_to_meeting(actor: Actor, meeting: Meeting) -> Verdict:
    if not may_see_meeting(actor, meeting):
        return HIDDEN
    return YES if is_signed_in(actor) else no("Sign in first, then you can say whether you come.")


@policy("Anyone with an account has calendar addresses of their own.")
def may_renew_calendar_key(actor: Actor, _subject: Any) -> Verdict:
    return YES if is_signed_in(actor) else no("Sign in first: a private calendar address belongs to an account.")


@policy("Coordinators read their alliance's trail, and officers their organisation's.")
def may_read_trail(actor: Actor, body: Body) -> Verdict:
    return YES if runs(actor, body) else no("Only those who run this body can read its trail.")


@policy("Whoever belongs to an alliance or an organisation sees what it keeps for its own.")
def may_see_inside(actor: Actor, body: Body) -> Verdict:
    return YES if stands_in_body(actor, body) else no("Only those who belong here can see this.")


@policy("Only Causeway itself does this, in a job.")
def only_the_system(actor: Actor, _subject: Any) -> Verdict:
    return YES if isinstance(actor, System) else no("Only Causeway itself does this.")
