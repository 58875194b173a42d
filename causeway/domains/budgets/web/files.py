"""Files of a budget: lines and proposals as CSV, and a closed budget as the file whose digest was fixed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from causeway.domains.budgets import queries
from causeway.domains.budgets.exporting import lines_as_csv, proposals_as_csv
from causeway.domains.budgets.freezing import as_file
from causeway.domains.budgets.money_queries import lines_of
from causeway.domains.budgets.proposal_queries import all_proposals
from causeway.kernel.errors import Missing
from causeway.kernel.web import actor_of


@require_safe
def lines(request: HttpRequest, slug: str) -> HttpResponse:
    found = queries.budget_at(actor_of(request), slug)
    return _file(lines_as_csv(lines_of(found)), f"{found.slug}-lines.csv", "text/csv; charset=utf-8")


@require_safe
def proposals(request: HttpRequest, slug: str) -> HttpResponse:
    found = queries.budget_at(actor_of(request), slug)
    return _file(proposals_as_csv(all_proposals(found)), f"{found.slug}-proposals.csv", "text/csv; charset=utf-8")


@require_safe
def closed(request: HttpRequest, slug: str) -> HttpResponse:
    found = queries.budget_at(actor_of(request), slug)
    if found.frozen is None:
        raise Missing
    return _file(as_file(found.frozen), f"{found.slug}.json", "application/json")


def _file(content: bytes, name: str, kind: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
