"""Who may do what with a people's budget, and why not."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import Body
from causeway.domains.alliances.models import Alliance, Organisation
from causeway.domains.alliances.policies import runs as runs_body
from causeway.domains.alliances.standing import is_officer_of
from causeway.domains.budgets.course import Stage, may_still_change, stage_of
from causeway.domains.budgets.models import Budget, Coster, Costing, Proposal, Sponsor
from causeway.domains.budgets.queries import visible_budgets
from causeway.domains.budgets.standing import belongs, may_cost, runs
from causeway.kernel.actors import Actor, System, person_of
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy, sees

may_see_budget = sees(
    "Those who belong to a body see its budgets; a budget that is for everybody, everybody.", visible_budgets
)


def budget_of(subject: Any) -> Budget:
    """The budget that a row belongs to, or the budget itself."""
    if isinstance(subject, Budget):
        return subject
    budget: Budget = subject.proposal.budget if isinstance(subject, Costing | Sponsor) else subject.budget
    return budget


@policy("A coordinator draws up an alliance’s budget; an officer an organisation’s.")
def may_draw_up_budget(actor: Actor, body: Body) -> Verdict:
    if runs_body(actor, body):
        return YES
    return no(_("Only a coordinator of the alliance, or an officer of the organisation, begins a budget. Ask one."))


@policy("Whoever may draw up a body’s budget runs it until it is closed: figures, balance, who costs.")
def may_run_budget(actor: Actor, subject: Any) -> Verdict:
    budget = budget_of(subject)
    if not runs(actor, budget):
        return _not_yours(actor, budget, _("Only those who run this budget can do this."))
    return YES if may_still_change(budget) else no(_("This budget is over. Nothing in it changes any more."))


@policy("Whoever belongs to the body may add needs and proposals while they are taken.")
def may_add_to_budget(actor: Actor, subject: Any) -> Verdict:
    budget = budget_of(subject)
    if not belongs(actor, budget):
        return _not_yours(actor, budget, _("Only those who belong to this body add to its budget."))
    if stage_of(budget) is Stage.COLLECTING:
        return YES
    return no(_("Needs and proposals are not taken any more."))


@policy(
    "Whoever made a proposal may change and withdraw it while proposals are taken; so may those who run the budget."
)
def may_keep_proposal(actor: Actor, proposal: Proposal) -> Verdict:
    budget = proposal.budget
    if runs(actor, budget):
        return may_run_budget(actor, budget)
    if proposal.proposed_by_id is None or proposal.proposed_by_id != person_of(actor):
        return _not_yours(actor, budget, _("Only who made this proposal, or runs the budget, can do this."))
    if stage_of(budget) is Stage.COLLECTING:
        return YES
    return no(_("Proposals can no longer be changed. Ask those who run the budget."))


@policy("Whoever belongs to the body may sponsor a proposal under their own name, until the budget is closed.")
def may_sponsor(actor: Actor, proposal: Proposal) -> Verdict:
    if not belongs(actor, proposal.budget):
        return _not_yours(actor, proposal.budget, _("Only those who belong to this body sponsor its proposals."))
    return _while_it_runs(proposal.budget)


@policy("An officer may let an organisation sponsor a proposal of its own body, or of an alliance that it belongs to.")
def may_sponsor_for(actor: Actor, subject: tuple[Proposal, Organisation]) -> Verdict:
    proposal, organisation = subject
    if not is_officer_of(actor, organisation.pk):
        return _not_yours(actor, proposal.budget, _("Only an officer speaks for this organisation."))
    if not _is_within(organisation, proposal.budget):
        return no(_("This organisation does not belong to the alliance whose budget this is."))
    return _while_it_runs(proposal.budget)


@policy("A person ends their own sponsorship; an officer that of their organisation.")
def may_end_sponsorship(actor: Actor, sponsor: Sponsor) -> Verdict:
    mine = sponsor.person_id is not None and sponsor.person_id == person_of(actor)
    ours = sponsor.organisation_id is not None and is_officer_of(actor, sponsor.organisation_id)
    if not (mine or ours):
        return _not_yours(actor, sponsor.proposal.budget, _("Only the sponsor can end this."))
    return _while_it_runs(sponsor.proposal.budget)


@policy("Whoever belongs to the body may offer to cost proposals, under their name and with what they know.")
def may_offer_to_cost(actor: Actor, budget: Budget) -> Verdict:
    if not belongs(actor, budget):
        return _not_yours(actor, budget, _("Only those who belong to this body cost its proposals."))
    return _while_it_runs(budget)


@policy("Whoever offered to cost may stop; those who run the budget may end it.")
def may_end_costing(actor: Actor, coster: Coster) -> Verdict:
    if coster.person_id == person_of(actor):
        return YES
    return may_run_budget(actor, coster.budget)


@policy("Those whose offer was accepted cost proposals.")
def may_cost_proposal(actor: Actor, proposal: Proposal) -> Verdict:
    if not may_cost(actor, proposal.budget):
        return _not_yours(actor, proposal.budget, _("Only those who were accepted for it cost proposals. Offer to."))
    return _while_it_runs(proposal.budget)


@policy("A costing counts once somebody else agrees: one who runs the budget, or one who costs for it too.")
def may_agree_costing(actor: Actor, costing: Costing) -> Verdict:
    budget = costing.proposal.budget
    if not runs(actor, budget) and not may_cost(actor, budget):
        return _not_yours(actor, budget, _("Only those who run this budget or cost for it agree costs."))
    if costing.person_id == person_of(actor):
        return no(_("Two people must agree on a cost. Ask somebody else to look at yours."))
    return _while_it_runs(budget)


@policy("Only Causeway itself does this, in a job.")
def only_a_job(actor: Actor, _subject: Any) -> Verdict:
    return YES if isinstance(actor, System) else HIDDEN


def _is_within(organisation: Organisation, budget: Budget) -> bool:
    if budget.organisation_id:
        return organisation.pk == budget.organisation_id
    alliance: Alliance | None = budget.alliance
    return alliance is not None and alliance.affiliations.filter(organisation=organisation, until=None).exists()


def _while_it_runs(budget: Budget) -> Verdict:
    return YES if may_still_change(budget) else no(_("This budget is over. Nothing in it changes any more."))


def _not_yours(actor: Actor, budget: Budget, why: str) -> Verdict:
    return no(why) if may_see_budget(actor, budget) else HIDDEN
