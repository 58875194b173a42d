"""The pages of those who cost proposals."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.alliances.web.pages import form_page
from causeway.domains.budgets import policies, queries
from causeway.domains.budgets.commands.accept_coster import AcceptCoster
from causeway.domains.budgets.commands.agree_costing import AgreeCosting
from causeway.domains.budgets.commands.cost_proposal import CostProposal
from causeway.domains.budgets.commands.end_costing import EndCosting
from causeway.domains.budgets.commands.offer_to_cost import OfferToCost
from causeway.domains.budgets.proposal_queries import costers_of, proposal_at
from causeway.domains.budgets.web.proposal_forms import CosterForm, CostingForm
from causeway.domains.budgets.web.ways import FORM, address, crumbs_of
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


@require_safe
def costers(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.budget_at(actor, slug)
    context = {
        "budget": found,
        "it": costers_of(actor, found),
        "may_offer": bool(policies.may_offer_to_cost(actor, found)),
        "may_run": bool(policies.may_run_budget(actor, found)),
        "crumbs": crumbs_of(found, ""),
    }
    return render(request, "budgets/costers.html", context)


@require_http_methods(FORM)
def offer(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.budget_at(actor, slug)
    policies.may_offer_to_cost.require(actor, found)
    mine = costers_of(actor, found).mine
    initial = {"name": mine.name, "competence": mine.competence} if mine else None
    form = CosterForm(request.POST or None, initial=initial)
    if perform_form(actor, form, lambda: OfferToCost(budget_id=found.pk, **form.cleaned_data)):
        messages.success(request, _("Thank you. Those who run the budget look at your offer."))
        return redirect("budgets:costers", slug=found.slug)
    return form_page(
        request,
        form,
        heading=_("Offer to cost proposals"),
        button=_("Offer it"),
        lede=_("You reckon what proposals cost, and show how. Somebody else agrees before it counts."),
        crumbs=crumbs_of(found, "", "costers"),
        back=address("costers", found),
    )


@require_POST
def accept(request: HttpRequest, coster_id: UUID) -> HttpResponse:
    coster = perform(actor_of(request), AcceptCoster(coster_id=coster_id))
    messages.success(request, _("%(name)s can cost proposals now.") % {"name": coster.name})
    return redirect("budgets:costers", slug=coster.budget.slug)


@require_POST
def end(request: HttpRequest, coster_id: UUID) -> HttpResponse:
    budget = perform(actor_of(request), EndCosting(coster_id=coster_id))
    messages.success(request, _("Ended. What was costed before stays."))
    return redirect("budgets:costers", slug=budget.slug)


@require_http_methods(FORM)
def cost(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = proposal_at(actor, proposal_id)
    policies.may_cost_proposal.require(actor, found)
    form = CostingForm(request.POST or None)
    if perform_form(actor, form, lambda: CostProposal(proposal_id=found.pk, **form.cleaned_data)):
        messages.success(request, _("Your costing stands there. It counts once somebody else agrees."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Cost a proposal"),
        button=_("Give the cost"),
        lede=found.title,
        crumbs=crumbs_of(found.budget, "", "proposals"),
        back=found.get_absolute_url(),
    )


@require_POST
def agree(request: HttpRequest, costing_id: UUID) -> HttpResponse:
    costing = perform(actor_of(request), AgreeCosting(costing_id=costing_id))
    messages.success(request, _("Agreed. The newest costing that was agreed is what the proposal costs."))
    return redirect(costing.proposal)
