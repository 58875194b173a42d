"""The pages on which people vote, and on which anybody checks the count."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from causeway.domains.assemblies import policies, queries
from causeway.domains.assemblies.commands.cast_paper import CastPaper
from causeway.domains.assemblies.computing import kept_places
from causeway.domains.assemblies.counting_for import (
    asks_for_section,
    published_section,
    section_label,
    sections_of_elector,
    tells_sections,
)
from causeway.domains.assemblies.models import Ballot, Paper, Process
from causeway.domains.assemblies.publishing import conditions_as_csv, papers_as_blt, papers_as_csv
from causeway.domains.assemblies.receipts import plain_receipt
from causeway.domains.assemblies.standing import elector_of
from causeway.domains.assemblies.web.paper_forms import PaperForm, ReceiptForm
from causeway.domains.assemblies.web.views import FORM, crumbs_of
from causeway.kernel.errors import Missing
from causeway.kernel.web import actor_of, perform_form

MOST_COLUMNS = 15  # a paper with more options is shown by what it marks


@never_cache
@require_http_methods(FORM)
def vote(request: HttpRequest, slug: str) -> HttpResponse:
    """Fill the paper in, look at it, then put it into the box: nothing is cast before the second button.

    The receipt is the answer to that button, and stands nowhere else.
    """
    actor = actor_of(request)
    process = queries.vote_at(actor, slug)
    names = queries.option_names(process.ballot)
    elector = elector_of(actor, process.roll) if asks_for_section(process.ballot) else None
    sections = sections_of_elector(process.ballot, elector)
    form = PaperForm(request.POST or None, ballot=process.ballot, names=names, sections=sections)
    casts = request.POST.get("do") == "cast" and form.is_valid()
    if not casts:  # else the door asks
        policies.may_cast_paper.require(actor, process.ballot)
    context = {
        "process": process,
        "ballot": process.ballot,
        "form": form,
        "names": names,
        "crumbs": crumbs_of(process, within=True),
    }
    if request.method == "POST" and form.is_valid():
        if casts:
            paper = CastPaper(ballot_id=process.ballot.pk, marks=form.marks(), section=form.section())
            receipt = perform_form(actor, form, lambda: paper)
            if receipt:
                return render(request, "assemblies/receipt.html", context | {"receipt": receipt})
        elif request.POST.get("do") != "edit":
            kept = [(name, value) for name in form.fields for value in request.POST.getlist(name)]
            return render(
                request,
                "assemblies/look.html",
                context | {"words": form.in_words(), "counts_for": form.counts_for(), "kept": kept},
            )
    return render(request, "assemblies/vote.html", context, status=422 if form.errors else 200)


def counted(request: HttpRequest, slug: str) -> Process:
    """A vote whose papers are published. Raises Missing before the count."""
    process = queries.vote_at(actor_of(request), slug)
    if process.ballot.counted_at is None:
        raise Missing
    return process


@require_safe
def papers(request: HttpRequest, slug: str) -> HttpResponse:
    """Every paper with its code, a hundred on a page, or the one with the code that was typed in."""
    process = counted(request, slug)
    form = ReceiptForm(request.GET or None)
    typed = str(form.cleaned_data["receipt"]) if form.is_valid() else ""
    receipt = plain_receipt(typed)
    page = queries.papers_page(process.ballot, request.GET.get("page", "1"), receipt or typed.strip())
    names = queries.option_names(process.ballot)
    context = {
        "process": process,
        "ballot": process.ballot,
        "names": names,
        "in_words": [(paper, _section_of(paper, process.ballot), _marked(paper, names)) for paper in page]
        if len(names) > MOST_COLUMNS or process.ballot.by_section
        else [],
        "form": form if form.is_bound else ReceiptForm(),
        "page": page,
        "typed": typed,
        "ranked": process.ballot.form == Ballot.Form.RANKED,
        "crumbs": crumbs_of(process, within=True),
    }
    return render(request, "assemblies/papers.html", context)


def _section_of(paper: Paper, ballot: Ballot) -> str:
    return section_label(published_section(paper.section)) if tells_sections(ballot) else ""


def _marked(paper: Paper, names: list[str]) -> list[tuple[str, int]]:
    """What a paper marks, by the numbers on it, then in the order of the paper."""
    marked = [(name, mark) for name, mark in zip(names, paper.marks, strict=True) if mark]
    return sorted(marked, key=lambda pair: pair[1])


@require_safe
def papers_csv(request: HttpRequest, slug: str) -> HttpResponse:
    process = counted(request, slug)
    content = papers_as_csv(
        queries.option_names(process.ballot),
        queries.papers_in(process.ballot),
        with_section=tells_sections(process.ballot),
    )
    return as_file(content, f"{process.slug}.csv", "text/csv")


@require_safe
def papers_blt(request: HttpRequest, slug: str) -> HttpResponse:
    process = counted(request, slug)
    if process.ballot.form != Ballot.Form.RANKED:
        raise Missing
    rows = queries.papers_of(process.ballot).values_list("marks", flat=True)
    text = papers_as_blt(process.ballot, queries.option_names(process.ballot), rows)
    return as_file(text.encode(), f"{process.slug}.blt", "text/plain")


@require_safe
def conditions_csv(request: HttpRequest, slug: str) -> HttpResponse:
    process = counted(request, slug)
    text = conditions_as_csv(kept_places(process.ballot, queries.sections_on_paper(process.ballot)))
    if not text:
        raise Missing
    return as_file(text.encode(), f"{process.slug}-conditions.csv", "text/csv")


def as_file(content: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
