"""The pages of needs."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from causeway.domains.alliances.web.pages import form_page
from causeway.domains.budgets import policies, queries
from causeway.domains.budgets.commands.add_need import AddNeed
from causeway.domains.budgets.commands.merge_needs import MergeNeeds
from causeway.domains.budgets.proposal_queries import meetings_to_choose, needs_page, standing_needs
from causeway.domains.budgets.web.proposal_forms import MergeNeedsForm, NeedForm
from causeway.domains.budgets.web.ways import FORM, address, crumbs_of
from causeway.kernel.web import actor_of, perform_form

LONGEST_SEARCH = 200


@require_safe
def needs(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.budget_at(actor, slug)
    words = request.GET.get("q", "")[:LONGEST_SEARCH].replace("\0", "")
    context = {
        "budget": found,
        "page": needs_page(found, request.GET.get("page", "1"), words),
        "words": words,
        "may_add": bool(policies.may_add_to_budget(actor, found)),
        "may_run": bool(policies.may_run_budget(actor, found)),
        "crumbs": crumbs_of(found, ""),
    }
    return render(request, "budgets/needs.html", context)


@require_http_methods(FORM)
def add(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.budget_at(actor, slug)
    policies.may_add_to_budget.require(actor, found)
    meeting = request.GET.get("meeting", "")
    form = NeedForm(
        request.POST or None, meetings=meetings_to_choose(actor, found), initial={"meeting_id": meeting, "said_by": 1}
    )
    if perform_form(actor, form, lambda: AddNeed(budget_id=found.pk, **form.as_fields())):
        if request.POST.get("then") == "another":
            messages.success(request, _("The need is added. Add the next."))
            return redirect(f"{address('add_need', found)}?{urlencode({'meeting': form.cleaned_data['meeting_id']})}")
        messages.success(request, _("The need is added."))
        return redirect("budgets:needs", slug=found.slug)
    context = {"form": form, "budget": found, "crumbs": crumbs_of(found, "", "needs")}
    return render(request, "budgets/add_need.html", context, status=422 if form.errors else 200)


@require_http_methods(FORM)
def merge(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.budget_at(actor, slug)
    policies.may_run_budget.require(actor, found)
    form = MergeNeedsForm(request.POST or None, needs=standing_needs(found))
    if perform_form(actor, form, lambda: MergeNeeds(budget_id=found.pk, **form.as_fields())):
        messages.success(request, _("The needs count as one now. Each can still be read below it."))
        return redirect("budgets:needs", slug=found.slug)
    return form_page(
        request,
        form,
        heading=_("Merge needs that say the same"),
        button=_("Merge them"),
        lede=_("How many said so is added up. This cannot be undone."),
        crumbs=crumbs_of(found, "", "needs"),
        back=address("needs", found),
    )
