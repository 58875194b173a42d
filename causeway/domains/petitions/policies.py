"""Who may do what with petitions, and why not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Affiliation, Office, Organisation
from causeway.domains.alliances.standing import coordinates, is_officer_of, terms_now
from causeway.domains.campaigns.models import Campaign
from causeway.domains.campaigns.policies import may_see_campaign
from causeway.domains.campaigns.standing import runs
from causeway.domains.petitions.links import SIGNATURE
from causeway.domains.petitions.models import Endorsement, Export, Petition, Signature
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Bearer, Member, System, person_of
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy

TAKE_WITHIN = timedelta(days=7)


@policy("Whoever runs the campaign may draft a petition or an open letter for it.")
def may_draft_petition(actor: Actor, campaign: Campaign) -> Verdict:
    if runs(actor, campaign):
        return YES
    why_not = _("Only those who run this campaign can start a petition for it. Ask a coordinator.")
    return no(why_not) if may_see_campaign(actor, campaign) else HIDDEN


@policy("Whoever runs the campaign may edit, open, correct and close its petitions.")
def may_run_petition(actor: Actor, petition: Petition) -> Verdict:
    if runs(actor, petition.campaign):
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


@policy("Only Causeway itself does this, in a job.")
def only_a_job(actor: Actor, _subject: Any) -> Verdict:
    return YES if isinstance(actor, System) else no(_("Only Causeway itself does this."))


@policy("An officer of an organisation may sign an open letter for it while the letter is open.")
def may_endorse(actor: Actor, subject: tuple[Petition, Organisation]) -> Verdict:
    petition, organisation = subject
    if petition.opened_at is None:
        return HIDDEN
    if not is_officer_of(actor, organisation.pk):
        return no(_("Only an officer of that organisation can sign for it."))
    if petition.kind != Petition.Kind.OPEN_LETTER:
        return no(_("Organisations sign open letters. This is a petition, which people sign."))
    return YES if petition.is_open and not has_run_out(petition) else no(_("This open letter is closed."))


@policy("An officer of the organisation that signed may withdraw its name.")
def may_withdraw_endorsement(actor: Actor, endorsement: Endorsement) -> Verdict:
    if is_officer_of(actor, endorsement.organisation_id):
        return YES
    return no(_("Only an officer of that organisation can withdraw its name."))


@policy("Whoever runs the campaign writes to its signers; an officer of an organisation, to those who agreed to that.")
def may_write_to_signers(actor: Actor, subject: tuple[Petition, Organisation | None]) -> Verdict:
    petition, organisation = subject
    if organisation is None:
        return may_run_petition(actor, petition)
    if petition.opened_at is None:
        return HIDDEN
    if not is_officer_of(actor, organisation.pk):
        return no(_("Only an officer of that organisation can write for it."))
    if petition.organisations.filter(pk=organisation.pk).exists():
        return YES
    return no(_("Signers of this petition were not asked to hear from that organisation."))


@policy("A coordinator of the alliance may ask for a file of signatures, with a reason.")
def may_ask_for_export(actor: Actor, petition: Petition) -> Verdict:
    if coordinates(actor, petition.campaign.alliance_id):
        return YES
    if petition.opened_at is None:
        return HIDDEN
    return no(_("Only a coordinator of the alliance can ask for a file of signatures."))


@policy("A second person agrees to a file of signatures: another coordinator, or an officer of an affiliated body.")
def may_decide_on_export(actor: Actor, export: Export) -> Verdict:
    alliance_id = export.petition.campaign.alliance_id
    if not stands_apart(actor, alliance_id):
        return HIDDEN
    if person_of(actor) == export.asked_by_id:
        return no(_("You asked for it, so somebody else has to agree."))
    return YES


@policy("Only the person who asked for a file of signatures takes it, once it was agreed to, within seven days.")
def may_take_export(actor: Actor, export: Export) -> Verdict:
    if not stands_apart(actor, export.petition.campaign.alliance_id):
        return HIDDEN
    if person_of(actor) != export.asked_by_id:
        return no(_("Only the person who asked for this file can take it."))
    if not export.agreed or export.decided_at is None:
        return no(_("Nobody has agreed to this file yet."))
    if export.decided_at + TAKE_WITHIN < clock.now():
        return no(_("The seven days for taking this file are over. Ask again."))
    return YES


def stands_apart(actor: Actor, alliance_id: UUID) -> bool:
    """Whether the actor is one of those who watch over exports: coordinators, and officers of affiliated bodies."""
    if coordinates(actor, alliance_id):
        return True
    if not isinstance(actor, Member):
        return False
    affiliated = Affiliation.objects.filter(alliance_id=alliance_id, until=None).values("organisation_id")
    held = terms_now().filter(person_id=actor.person_id, office__role=Office.Role.OFFICER)
    return held.filter(office__organisation_id__in=affiliated).exists()
