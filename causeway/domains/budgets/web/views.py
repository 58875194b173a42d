"""The pages of budgets: the list, one budget, beginning, moving, giving up and closing it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.policies import runs as runs_body
from causeway.domains.alliances.web.pages import crumbs_to, form_page, question_page
from causeway.domains.assemblies.web.forms import TextForm
from causeway.domains.budgets import policies, queries
from causeway.domains.budgets.budget_sections import sections_of
from causeway.domains.budgets.commands.close_budget import CloseBudget
from causeway.domains.budgets.commands.draw_up_budget import DrawUpBudget
from causeway.domains.budgets.commands.give_up_budget import GiveUpBudget
from causeway.domains.budgets.commands.move_proposals_day import MoveProposalsDay
from causeway.domains.budgets.course import stage_of
from causeway.domains.budgets.money_queries import accounts_of, shortened
from causeway.domains.budgets.proposal_queries import Wanted, needs_page, proposals_page
from causeway.domains.budgets.treemap import picture_of
from causeway.domains.budgets.web.forms import BudgetForm, DayForm
from causeway.domains.budgets.web.ways import FORM, body_at, crumbs_of
from causeway.kernel.errors import Conflict
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form

SHOWN = 5


@require_safe
def budgets(request: HttpRequest, room: str, slug: str) -> HttpResponse:
    actor, body = actor_of(request), body_at(room, slug)
    context = {
        "body": body,
        "page": queries.budgets_page(actor, body, request.GET.get("page", "1")),
        "runs": runs_body(actor, body),
        "crumbs": crumbs_to(body),
    }
    return render(request, "budgets/budgets.html", context)


@require_http_methods(FORM)
def begin(request: HttpRequest, room: str, slug: str) -> HttpResponse:
    actor, body = actor_of(request), body_at(room, slug)
    policies.may_draw_up_budget.require(actor, body)
    form = BudgetForm(request.POST or None, initial={"nation": "england"})
    made = perform_form(actor, form, lambda: DrawUpBudget(body_id=body.pk, **form.cleaned_data))
    if made:
        messages.success(request, _("The budget has begun. Now take in the council’s figures."))
        return redirect(made)
    return form_page(
        request,
        form,
        heading=_("Begin a people’s budget"),
        button=_("Begin it"),
        lede=_("What would the council’s money do if the people who need its services drew up the budget?"),
        crumbs=crumbs_to(body),
        back=body.get_absolute_url(),
    )


@require_safe
def budget(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.budget_at(actor, slug)
    accounts = accounts_of(found)
    needs, standing = needs_page(found, "1"), proposals_page(found, Wanted(), "1")
    context = {
        "budget": found,
        "body": body_of(found),
        "stage": stage_of(found).name.lower(),
        "accounts": accounts,
        "picture": picture_of([(row.words, row.pounds) for row in accounts.spent]),
        "spent": shortened(accounts.spent),
        "raised": shortened(accounts.raised),
        "needs": needs,
        "first_needs": needs.object_list[:SHOWN],
        "proposals": standing,
        "first_proposals": standing.object_list[:SHOWN],
        "may_add": bool(policies.may_add_to_budget(actor, found)),
        "may_run": bool(policies.may_run_budget(actor, found)),
        "panels": sections_of(actor, found),
        "crumbs": crumbs_of(found),
    }
    return render(request, "budgets/budget.html", context)


@require_http_methods(FORM)
def move(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.budget_at(actor, slug)
    policies.may_run_budget.require(actor, found)
    form = DayForm(request.POST or None, initial={"proposals_until": found.proposals_until})
    if perform_form(actor, form, lambda: MoveProposalsDay(budget_id=found.pk, **form.cleaned_data)):
        messages.success(request, _("The day is moved."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Move the last day for proposals"),
        button=_("Move it"),
        crumbs=crumbs_of(found, ""),
        back=found.get_absolute_url(),
    )


@require_http_methods(FORM)
def give_up(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.budget_at(actor, slug)
    policies.may_run_budget.require(actor, found)
    form = TextForm(request.POST or None, name="reason", label=_("Why is it given up?"), longest=300)
    if perform_form(actor, form, lambda: GiveUpBudget(budget_id=found.pk, **form.cleaned_data)):
        messages.success(request, _("The budget is given up. What was said stays to be read."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Give this budget up"),
        button=_("Give it up"),
        lede=_("Nothing can be added or changed afterwards. This cannot be undone."),
        crumbs=crumbs_of(found, ""),
        back=found.get_absolute_url(),
        danger=True,
    )


@require_http_methods(FORM)
def close(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.budget_at(actor, slug)
    policies.may_run_budget.require(actor, found)
    if request.method == "POST":
        try:
            perform(actor, CloseBudget(budget_id=found.pk))
        except Conflict as conflict:
            messages.error(request, conflict.sentence)
        else:
            messages.success(request, _("The budget is closed. It balances, and nothing in it changes any more."))
        return redirect(found)
    return question_page(
        request,
        heading=_("Close this budget?"),
        lede=accounts_of(found).sentence
        + " "
        + _("Once it is closed nothing in it changes any more, and its digest proves it. This cannot be undone."),
        button=_("Close it"),
        crumbs=crumbs_of(found, ""),
        back=found.get_absolute_url(),
    )
