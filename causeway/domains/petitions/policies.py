"""Who may do what with petitions, and why not."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.campaigns.models import Campaign
from causeway.domains.campaigns.standing import runs
from causeway.domains.petitions.links import SIGNATURE
from causeway.domains.petitions.models import Petition, Signature
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Bearer, System
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy


def runs_campaign(actor: Actor, campaign: Campaign) -> bool:
    """Whether the actor runs the campaign that a petition belongs to."""
    return runs(actor, campaign)


@policy("Whoever runs the campaign may draft a petition or an open letter for it.")
def may_draft_petition(actor: Actor, campaign: Campaign) -> Verdict:
    if runs_campaign(actor, campaign):
        return YES
    return no(_("Only those who run this campaign can start a petition for it. Ask a coordinator."))


@policy("Whoever runs the campaign may edit, open, correct and close its petitions.")
def may_run_petition(actor: Actor, petition: Petition) -> Verdict:
    if runs_campaign(actor, petition.campaign):
        return YES
    if petition.opened_at is None:
        return HIDDEN
    return no(_("Only those who run the campaign can change its petition. Ask a coordinator."))


@policy("Anyone may sign a petition while it is open. No account is needed.")
def may_sign_petition(_actor: Actor, petition: Petition) -> Verdict:
    if petition.opened_at is None:
        return HIDDEN
    if not petition.is_open or has_run_out(petition):
        return no(_("This petition is closed. It takes no more signatures."))
    return YES


@policy("Whoever holds the link from the letter may confirm, see, correct and withdraw that one signature.")
def may_answer_for_signature(actor: Actor, signature: Signature) -> Verdict:
    holds_link = isinstance(actor, Bearer) and actor.purpose == SIGNATURE and actor.subject_id == signature.pk
    return YES if holds_link else HIDDEN


def has_run_out(petition: Petition) -> bool:
    """Whether its closing day is over (the job that closes it may not have run yet)."""
    return petition.closes_on is not None and petition.closes_on < clock.today()


@policy("Whoever runs the campaign may close its petitions; a petition whose closing day is over closes by itself.")
def may_close_petition(actor: Actor, petition: Petition) -> Verdict:
    if isinstance(actor, System) and has_run_out(petition):
        return YES
    return may_run_petition(actor, petition)
