"""Who may do what with sheets of paper and hand-ins, and why not."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.campaigns.standing import runs
from causeway.domains.petitions.models import HandIn, Petition, Sheet, Signature
from causeway.domains.petitions.policies import may_run_petition
from causeway.domains.petitions.sheet_queries import visible_sheets
from causeway.kernel.actors import Actor, Member, person_of
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy, sees

may_see_sheet = sees(
    "Those who run the campaign see who holds which sheet; whoever holds one sees that one.", visible_sheets
)


@policy("Whoever runs the campaign may print its sheets and give them out.")
def may_run_paper(actor: Actor, petition: Petition) -> Verdict:
    return may_run_petition(actor, petition)


@policy("Whoever runs the campaign may register a sheet out and back, and say that it is void.")
def may_run_sheet(actor: Actor, sheet: Sheet) -> Verdict:
    if runs(actor, sheet.petition.campaign):
        return YES
    if may_see_sheet(actor, sheet):
        return no(_("Only those who run the campaign can do this with a sheet. Ask a coordinator."))
    return HIDDEN


@policy("Whoever runs the campaign, or holds the sheet, may type it in, count it, or say that it is lost.")
def may_take_in_sheet(actor: Actor, sheet: Sheet) -> Verdict:
    return YES if may_see_sheet(actor, sheet) else HIDDEN


@policy("A second person checks a sheet: one who runs the campaign, and did not type it in or count it.")
def may_check_sheet(actor: Actor, sheet: Sheet) -> Verdict:
    verdict = may_run_sheet(actor, sheet)
    if verdict and sheet.taken_in_by_id is not None and sheet.taken_in_by_id == person_of(actor):
        return no(_("You took this sheet in yourself. Ask a second person to check it."))
    return verdict


@policy("Whoever runs the campaign decides whether two lines are one person’s, and takes a line out when asked to.")
def may_settle_signature(actor: Actor, signature: Signature) -> Verdict:
    return YES if runs(actor, signature.petition.campaign) else HIDDEN


@policy("Whoever runs the campaign may hand its petition in, and record the receipt and the answer.")
def may_hand_in(actor: Actor, petition: Petition) -> Verdict:
    return may_run_petition(actor, petition)


@policy("Whoever runs the campaign may record who received a hand-in, and what the answer was.")
def may_follow_hand_in(actor: Actor, hand_in: HandIn) -> Verdict:
    return may_run_petition(actor, hand_in.petition)


@policy("Whoever runs the campaign may take a copy of the hand-in papers. Each copy is numbered and logged.")
def may_take_copy(actor: Actor, hand_in: HandIn) -> Verdict:
    if isinstance(actor, Member) and runs(actor, hand_in.petition.campaign):
        return YES
    return no(_("The papers hold names of signers: only those who run the campaign can take a copy."))
