"""The pages of votes on proposals: set one up, the three ways side by side, and what a paper bought."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.models import Alliance
from causeway.domains.alliances.web.pages import Crumbs, form_page
from causeway.domains.assemblies.counting_for import section_label
from causeway.domains.assemblies.receipts import plain_receipt
from causeway.domains.budgets import votes_queries as queries
from causeway.domains.budgets.bought_shown import BoughtShown, bought_shown
from causeway.domains.budgets.commands.set_up_budget_vote import SetUpBudgetVote
from causeway.domains.budgets.commands.work_out_budget_vote import WorkOutBudgetVote
from causeway.domains.budgets.models import Budget, BudgetVote
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.queries import budget_at
from causeway.domains.budgets.sharing import bought_by
from causeway.domains.budgets.votes_shown import vote_shown
from causeway.domains.budgets.web import ways
from causeway.domains.budgets.web.vote_forms import CodeForm, SetUpVoteForm
from causeway.kernel.errors import Conflict, Missing
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


def crumbs_of(budget: Budget, vote: BudgetVote | None = None) -> Crumbs:
    """The way down to the pages below a budget, or below a vote on its proposals."""
    return [*ways.crumbs_of(budget, ""), *([(vote.get_absolute_url(), vote.process.title)] if vote else [])]


@require_http_methods(ways.FORM)
def set_up(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    budget = budget_at(actor, slug)
    may_run_budget.require(actor, budget)
    initial = {"title": _("%(budget)s: what to pay for") % {"budget": budget.title}}
    form = SetUpVoteForm(request.POST or None, has_sections=isinstance(body_of(budget), Alliance), initial=initial)
    try:
        vote = perform_form(actor, form, lambda: SetUpBudgetVote(budget_id=budget.pk, **form.as_fields()))
    except Conflict as conflict:
        messages.error(request, conflict.sentence)
        return redirect(budget)
    if vote:
        messages.success(request, _("The vote is set up. Now settle the roll, so that people can look at it."))
        return redirect(vote.process)
    return form_page(
        request,
        form,
        heading=_("Put proposals to the vote"),
        button=_("Set it up"),
        lede=_of_proposals(len(queries.costed_proposals(budget))),
        crumbs=crumbs_of(budget),
        back=budget.get_absolute_url(),
    )


def _of_proposals(n: int) -> str:
    said = ngettext("%(n)s proposal has an agreed cost.", "%(n)s proposals have an agreed cost.", n) % {"n": n}
    return f"{said} {_('By secret ballot everybody ticks what should be paid for.')}"


@require_safe
def vote(request: HttpRequest, process_slug: str) -> HttpResponse:
    """What is voted on and how, and after the count the three ways side by side."""
    actor = actor_of(request)
    found = queries.vote_at(actor, process_slug)
    context = {"it": vote_shown(actor, found), "vote": found, "budget": found.budget, "crumbs": crumbs_of(found.budget)}
    return render(request, "budgets/vote.html", context)


@require_http_methods(["POST"])
def work_out(request: HttpRequest, process_slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.vote_at(actor, process_slug)
    perform(actor, WorkOutBudgetVote(process_id=found.pk))
    messages.success(request, _("The vote is worked out."))
    return redirect(found)


def worked_out(request: HttpRequest, process_slug: str) -> BudgetVote:
    """A vote whose result is stored. Raises Missing before that."""
    found = queries.vote_at(actor_of(request), process_slug)
    if found.worked_out_at is None:
        raise Missing
    return found


@never_cache
@require_http_methods(ways.FORM)
def my_paper(request: HttpRequest, process_slug: str) -> HttpResponse:
    """What the paper with a code bought under each way. The code is sent, and kept nowhere."""
    found = worked_out(request, process_slug)
    form = CodeForm(request.POST or None)
    bought: list[BoughtShown] = []
    section = ""
    if form.is_valid():
        typed = form.cleaned_data["receipt"]
        paper = queries.paper_with(found, plain_receipt(typed))
        if paper is None:
            form.add_error("receipt", _("No paper has this code. Check it letter by letter."))
        else:
            _receipt, marks, section = paper
            results, stood = queries.results_of(found), queries.stood_in(found)
            decides = queries.deciding(found, results)
            bought = [bought_shown(bought_by(worked, marks, section), stood, decides) for worked in results.values()]
    context = {
        "form": form,
        "vote": found,
        "bought": bought,
        "section": section_label(section) if section else "",
        "crumbs": crumbs_of(found.budget, found),
    }
    return render(request, "budgets/vote_paper.html", context, status=422 if form.errors else 200)
