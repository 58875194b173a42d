"""The pages of proposals: the list, one proposal, making, changing, merging and adopting it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.alliances.web.pages import form_page, question_page
from causeway.domains.budgets import policies, queries
from causeway.domains.budgets.commands.adopt_proposal import AdoptProposal
from causeway.domains.budgets.commands.make_proposal import MakeProposal
from causeway.domains.budgets.commands.merge_proposals import MergeProposals
from causeway.domains.budgets.commands.revise_proposal import ReviseProposal
from causeway.domains.budgets.commands.set_proposal_aside import SetProposalAside
from causeway.domains.budgets.commands.withdraw_proposal import WithdrawProposal
from causeway.domains.budgets.models import Proposal
from causeway.domains.budgets.proposal_queries import (
    Wanted,
    lines_to_choose,
    open_proposals,
    proposal_at,
    proposal_shown,
    proposals_page,
    standing_needs,
)
from causeway.domains.budgets.web.needs import LONGEST_SEARCH
from causeway.domains.budgets.web.proposal_forms import GroundForm, MergeProposalsForm, ProposalForm, said
from causeway.domains.budgets.web.ways import FORM, address, crumbs_of
from causeway.kernel.panels import panels_for
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


@require_safe
def proposals(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.budget_at(actor, slug)
    given = {name: request.GET.get(name, "")[:LONGEST_SEARCH].replace("\0", "") for name in ("q", "state", "account")}
    wanted = Wanted(words=given["q"], state=given["state"], account=given["account"])
    context = {
        "budget": found,
        "wanted": wanted,
        "searched": wanted != Wanted(),
        "states": Proposal.State.choices,
        "accounts": Proposal.Account.choices,
        "page": proposals_page(found, wanted, request.GET.get("page", "1")),
        "may_add": bool(policies.may_add_to_budget(actor, found)),
        "may_run": bool(policies.may_run_budget(actor, found)),
        "crumbs": crumbs_of(found, ""),
    }
    return render(request, "budgets/proposals.html", context)


@require_safe
def proposal(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = proposal_at(actor, proposal_id)
    stands = found.state in {Proposal.State.OPEN, Proposal.State.ADOPTED}
    context = {
        "proposal": found,
        "budget": found.budget,
        "it": proposal_shown(actor, found),
        "is_open": found.state is Proposal.State.OPEN,
        "may_keep": found.state is Proposal.State.OPEN and bool(policies.may_keep_proposal(actor, found)),
        "may_sponsor": stands and bool(policies.may_sponsor(actor, found)),
        "may_run": bool(policies.may_run_budget(actor, found)),
        "panels": panels_for("proposal", actor, found),
        "crumbs": crumbs_of(found.budget, "", "proposals"),
    }
    return render(request, "budgets/proposal.html", context)


@require_http_methods(FORM)
def make(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.budget_at(actor, slug)
    policies.may_add_to_budget.require(actor, found)
    form = ProposalForm(
        request.POST or None,
        lines=lines_to_choose(found),
        needs=standing_needs(found),
        initial={"need_ids": request.GET.getlist("need")},
    )
    made = perform_form(actor, form, lambda: MakeProposal(budget_id=found.pk, **form.as_fields()))
    if made:
        messages.success(request, _("Your proposal stands. Others can sponsor it now."))
        return redirect(made)
    return form_page(
        request,
        form,
        heading=_("Make a proposal"),
        button=_("Propose it"),
        lede=_("Everybody who belongs can propose. Your name is not shown."),
        crumbs=crumbs_of(found, "", "proposals"),
        back=address("proposals", found),
    )


@require_http_methods(FORM)
def change(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = proposal_at(actor, proposal_id)
    policies.may_keep_proposal.require(actor, found)
    needs = standing_needs(found.budget)
    form = ProposalForm(
        request.POST or None,
        lines=lines_to_choose(found.budget),
        needs=needs,
        initial=said(found, proposal_shown(actor, found).needs),
    )
    if perform_form(actor, form, lambda: ReviseProposal(proposal_id=found.pk, **form.as_fields())):
        messages.success(request, _("The proposal is changed."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Change a proposal"),
        button=_("Change it"),
        crumbs=crumbs_of(found.budget, "", "proposals"),
        back=found.get_absolute_url(),
    )


@require_http_methods(FORM)
def withdraw(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = proposal_at(actor, proposal_id)
    policies.may_keep_proposal.require(actor, found)
    if request.method == "POST":
        perform(actor, WithdrawProposal(proposal_id=found.pk))
        messages.success(request, _("The proposal is withdrawn."))
        return redirect(found)
    return question_page(
        request,
        heading=_("Withdraw this proposal?"),
        lede=_("“%(title)s” stays to be read, and counts no more. This cannot be undone.") % {"title": found.title},
        button=_("Withdraw it"),
        crumbs=crumbs_of(found.budget, "", "proposals"),
        back=found.get_absolute_url(),
        danger=True,
    )


@require_http_methods(FORM)
def merge(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.budget_at(actor, slug)
    policies.may_run_budget.require(actor, found)
    form = MergeProposalsForm(request.POST or None, proposals=open_proposals(found))
    made = perform_form(actor, form, lambda: MergeProposals(budget_id=found.pk, **form.as_fields()))
    if made:
        messages.success(request, _("The proposals are merged, with the needs that they answer and their sponsors."))
        return redirect(made)
    return form_page(
        request,
        form,
        heading=_("Merge proposals"),
        button=_("Merge them"),
        lede=_("One stands for all of them, at one cost. Ask those who made them first: this cannot be undone."),
        crumbs=crumbs_of(found, "", "proposals"),
        back=address("proposals", found),
    )


@require_http_methods(FORM)
def adopt(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = proposal_at(actor, proposal_id)
    policies.may_run_budget.require(actor, found)
    form = GroundForm(request.POST or None)
    if perform_form(actor, form, lambda: AdoptProposal(proposal_id=found.pk, **form.cleaned_data)):
        messages.success(request, _("The proposal is adopted: the balance counts it now."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Write down that this was adopted"),
        button=_("Write it down"),
        lede=found.title,
        crumbs=crumbs_of(found.budget, "", "proposals"),
        back=found.get_absolute_url(),
    )


@require_POST
def set_aside(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    made = perform(actor_of(request), SetProposalAside(proposal_id=proposal_id))
    messages.success(request, _("The proposal is not adopted any more."))
    return redirect(made)
