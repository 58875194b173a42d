"""The balance: both accounts row by row, and the forms that enter amounts."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from causeway.domains.alliances.web.pages import form_page, question_page
from causeway.domains.budgets import policies, queries
from causeway.domains.budgets.commands.enter_item import EnterItem
from causeway.domains.budgets.commands.remove_item import RemoveItem
from causeway.domains.budgets.commands.set_council_tax import SetCouncilTax
from causeway.domains.budgets.commands.state_reserves import StateReserves
from causeway.domains.budgets.course import stage_of
from causeway.domains.budgets.money_queries import accounts_of, by_group
from causeway.domains.budgets.proposal_queries import lines_to_choose
from causeway.domains.budgets.referendum_limits import has_referendums
from causeway.domains.budgets.sentence import in_pence, in_pounds
from causeway.domains.budgets.web.forms import CouncilTaxForm, ItemForm, ReservesForm
from causeway.domains.budgets.web.ways import FORM, address, crumbs_of
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


@require_safe
def balance(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.budget_at(actor, slug)
    accounts = accounts_of(found)
    tax = accounts.tax_figures
    context = {
        "budget": found,
        "stage": stage_of(found).name.lower(),
        "accounts": accounts,
        "spent": by_group(accounts.spent),
        "may_run": bool(policies.may_run_budget(actor, found)),
        "band_d": in_pence(tax.band_d_pence) if tax else "",
        "band_d_before": in_pence(tax.band_d_before_pence) if tax else "",
        "increase": in_per_cent(tax.increase_hundredths) if tax else "",
        "limit": in_per_cent(tax.limit_hundredths) if tax and tax.limit_hundredths is not None else "",
        "crumbs": crumbs_of(found, ""),
    }
    return render(request, "budgets/balance.html", context)


def in_per_cent(hundredths: int) -> str:
    """4.99 per cent, from hundredths of one per cent."""
    return f"{'−' if hundredths < 0 else ''}{abs(hundredths) // 100}.{abs(hundredths) % 100:02}"


@require_http_methods(FORM)
def add(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.budget_at(actor, slug)
    policies.may_run_budget.require(actor, found)
    form = ItemForm(
        request.POST or None, lines=lines_to_choose(found), initial={"kind": request.GET.get("kind", "contingency")}
    )
    if perform_form(actor, form, lambda: EnterItem(budget_id=found.pk, **form.as_fields())):
        messages.success(request, _("The amount is entered."))
        return redirect("budgets:balance", slug=found.slug)
    return form_page(
        request,
        form,
        heading=_("Enter an amount"),
        button=_("Enter it"),
        crumbs=crumbs_of(found, "", "balance"),
        back=address("balance", found),
    )


@require_http_methods(FORM)
def remove(request: HttpRequest, item_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    item = queries.item_at(actor, item_id)
    policies.may_run_budget.require(actor, item)
    if request.method == "POST":
        budget = perform(actor, RemoveItem(item_id=item_id))
        messages.success(request, _("The amount is taken out."))
        return redirect("budgets:balance", slug=budget.slug)
    return question_page(
        request,
        heading=_("Take this amount out?"),
        lede=f"{item.get_kind_display()}: {item.title}, {in_pounds(item.amount_pounds)}",
        button=_("Take it out"),
        crumbs=crumbs_of(item.budget, "", "balance"),
        back=address("balance", item.budget),
        danger=True,
    )


@require_http_methods(FORM)
def reserves(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.budget_at(actor, slug)
    policies.may_run_budget.require(actor, found)
    form = ReservesForm(request.POST or None, initial=queries.reserves_to_start_from(found))
    if perform_form(actor, form, lambda: StateReserves(budget_id=found.pk, **form.cleaned_data)):
        messages.success(request, _("The reserves are stated."))
        return redirect("budgets:balance", slug=found.slug)
    return form_page(
        request,
        form,
        heading=_("State the reserves"),
        button=_("State them"),
        crumbs=crumbs_of(found, "", "balance"),
        back=address("balance", found),
    )


@require_http_methods(FORM)
def council_tax(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.budget_at(actor, slug)
    policies.may_run_budget.require(actor, found)
    form = CouncilTaxForm(
        request.POST or None,
        initial=queries.tax_to_start_from(found),
        has_referendums=has_referendums(found.nation),
    )
    if perform_form(actor, form, lambda: SetCouncilTax(budget_id=found.pk, **form.as_fields())):
        messages.success(request, _("The council tax is set."))
        return redirect("budgets:balance", slug=found.slug)
    return form_page(
        request,
        form,
        heading=_("Set the council tax"),
        button=_("Set it"),
        crumbs=crumbs_of(found, "", "balance"),
        back=address("balance", found),
    )
