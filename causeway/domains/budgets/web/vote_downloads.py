"""What a vote on proposals gives, to download: booklet, table, and the papers to work it out again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from causeway.domains.budgets.comparing import Order
from causeway.domains.budgets.comparing_queries import Beside, beside, newest_result
from causeway.domains.budgets.computing import as_pabulib
from causeway.domains.budgets.models import Budget
from causeway.domains.budgets.money_queries import accounts_of
from causeway.domains.budgets.pdf.booklet import budget_booklet, vote_booklet
from causeway.domains.budgets.proposal_queries import need_shown, standing_needs
from causeway.domains.budgets.queries import budget_at
from causeway.domains.budgets.sentence import in_pounds
from causeway.domains.budgets.votes_files import comparison_as_csv, ways_as_csv
from causeway.domains.budgets.votes_queries import results_of, standing_proposals, voted_in
from causeway.domains.budgets.votes_shown import file_name, vote_shown
from causeway.domains.budgets.web.vote_forms import CompareForm
from causeway.domains.budgets.web.votes import crumbs_of, worked_out
from causeway.kernel.web import actor_of


@require_safe
def booklet(request: HttpRequest, process_slug: str) -> HttpResponse:
    vote = worked_out(request, process_slug)
    content = vote_booklet(vote_shown(actor_of(request), vote), beside(vote.budget, vote, results_of(vote)))
    return _file(content, file_name(vote, "pdf"), "application/pdf")


@require_safe
def whole_booklet(request: HttpRequest, slug: str) -> HttpResponse:
    """All of a budget on paper, with the newest vote on its proposals."""
    actor = actor_of(request)
    budget = budget_at(actor, slug)
    vote, results = newest_result(budget)
    content = budget_booklet(
        budget,
        accounts=accounts_of(budget),
        needs=[need_shown(need) for need in standing_needs(budget)],
        proposals=standing_proposals(budget),
        both=beside(budget, vote, results),
        vote=vote_shown(actor, vote) if vote else None,
    )
    return _file(content, f"{budget.slug}.pdf", "application/pdf")


@require_safe
def ways_csv(request: HttpRequest, process_slug: str) -> HttpResponse:
    vote = worked_out(request, process_slug)
    content = ways_as_csv(vote_shown(actor_of(request), vote).rows)
    return _file(content, file_name(vote, "csv"), "text/csv; charset=utf-8")


@require_safe
def pabulib(request: HttpRequest, process_slug: str) -> HttpResponse:
    vote = worked_out(request, process_slug)
    return _file(as_pabulib(voted_in(vote)).encode(), file_name(vote, "pb"), "text/plain; charset=utf-8")


@require_safe
def comparison(request: HttpRequest, slug: str) -> HttpResponse:
    """The people’s budget beside the council’s own, line by line."""
    budget = budget_at(actor_of(request), slug)
    it, form = _asked(request, budget)
    context = {
        "it": it,
        "form": form,
        "budget": budget,
        "query": request.GET.urlencode(),
        "capital": in_pounds(it.capital_pounds),
        "crumbs": crumbs_of(budget),
    }
    return render(request, "budgets/comparison.html", context)


@require_safe
def comparison_csv(request: HttpRequest, slug: str) -> HttpResponse:
    budget = budget_at(actor_of(request), slug)
    it, _form = _asked(request, budget)
    return _file(comparison_as_csv(it.found), f"{budget.slug}-comparison.csv", "text/csv; charset=utf-8")


def _asked(request: HttpRequest, budget: Budget) -> tuple[Beside, CompareForm]:
    """The comparison in the way in which it was asked for, and the form; what is not understood is left out."""
    vote, results = newest_result(budget)
    form = CompareForm(request.GET or None, ways=list(results))
    asked = form.cleaned_data if form.is_valid() else {}
    order = Order(asked.get("order") or Order.COUNCIL.value)
    only = asked.get("only") == "differing"
    return beside(budget, vote, results, way=asked.get("way", ""), order=order, only_different=only), form


def _file(content: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
