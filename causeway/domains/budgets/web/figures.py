"""The council's figures: a file is read, looked at and taken in; lines are looked at and marked."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.alliances.web.pages import form_page
from causeway.domains.budgets import policies, queries
from causeway.domains.budgets.commands.fill_line import FillLine
from causeway.domains.budgets.commands.mark_line import MarkLine
from causeway.domains.budgets.commands.put_figures_aside import PutFiguresAside
from causeway.domains.budgets.commands.read_figures import ReadFigures
from causeway.domains.budgets.commands.take_in_figures import TakeInFigures
from causeway.domains.budgets.council_figures.tables import LARGEST_BYTES
from causeway.domains.budgets.models import Line, Reading
from causeway.domains.budgets.money_queries import lines_of, source_of
from causeway.domains.budgets.web.forms import FiguresForm, FillForm, MarkForm
from causeway.domains.budgets.web.ways import FORM, address, crumbs_of
from causeway.kernel.errors import Unreadable
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


@require_http_methods(FORM)
def read(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.budget_at(actor, slug)
    policies.may_run_budget.require(actor, found)
    form = FiguresForm(request.POST or None, request.FILES or None)

    def command() -> ReadFigures:
        given = form.cleaned_data
        file = given.pop("file")
        return ReadFigures(budget_id=found.pk, file_name=file.name or "", raw=file.read(LARGEST_BYTES + 1), **given)

    made = None
    if request.method == "POST":
        try:
            made = perform_form(actor, form, command)
        except Unreadable as unreadable:
            form.add_error("file", unreadable.sentence)
    if made is not None:
        return redirect("budgets:reading", reading_id=made.pk)
    context = {"form": form, "budget": found, "crumbs": crumbs_of(found, "", "lines")}
    return render(request, "budgets/read.html", context, status=422 if form.errors else 200)


@require_safe
def reading(request: HttpRequest, reading_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = queries.reading_at(actor, reading_id)
    policies.may_run_budget.require(actor, found)
    lines = [line for line in found.lines if line["role"] != Line.Role.TOTAL]
    context = {
        "reading": found,
        "budget": found.budget,
        "waiting": found.state == Reading.State.WAITING,
        "lines": lines,
        "missing": sum(line["net_pounds"] is None for line in lines),
        "total": sum(line["net_pounds"] or 0 for line in lines),
        "crumbs": crumbs_of(found.budget, "", "lines"),
    }
    return render(request, "budgets/reading.html", context)


@require_POST
def take_in(request: HttpRequest, reading_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    source = perform(actor, TakeInFigures(reading_id=reading_id))
    number = queries.number_of_lines(source)
    said = ngettext("%(n)s line is taken in.", "%(n)s lines are taken in.", number)
    messages.success(request, said % {"n": number})
    return redirect(source.budget)


@require_POST
def put_aside(request: HttpRequest, reading_id: UUID) -> HttpResponse:
    budget = perform(actor_of(request), PutFiguresAside(reading_id=reading_id))
    messages.success(request, _("Nothing was taken in."))
    return redirect(budget)


@require_safe
def lines(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.budget_at(actor, slug)
    context = {
        "budget": found,
        "lines": [(row, source_of(row)) for row in lines_of(found)],
        "sources": queries.sources_of(found),
        "may_run": bool(policies.may_run_budget(actor, found)),
        "crumbs": crumbs_of(found, ""),
    }
    return render(request, "budgets/lines.html", context)


@require_safe
def line(request: HttpRequest, line_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = queries.line_at(actor, line_id)
    context = {
        "line": found,
        "budget": found.budget,
        "source": source_of(found),
        "columns": queries.columns_of(found),
        "proposals": queries.proposals_on(found),
        "may_mark": bool(policies.may_add_to_budget(actor, found)) and found.role != Line.Role.TOTAL,
        "may_fill": bool(found.missing) and bool(policies.may_run_budget(actor, found)),
        "crumbs": crumbs_of(found.budget, "", "lines"),
    }
    return render(request, "budgets/line.html", context)


@require_http_methods(FORM)
def mark(request: HttpRequest, line_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = queries.line_at(actor, line_id)
    policies.may_add_to_budget.require(actor, found)
    form = MarkForm(request.POST or None, initial={"statutory": found.statutory, "statute": found.statute})
    if perform_form(actor, form, lambda: MarkLine(line_id=found.pk, **form.cleaned_data)):
        messages.success(request, _("Marked. Your reason stands beside it."))
        return redirect("budgets:line", line_id=found.pk)
    return form_page(
        request,
        form,
        heading=_("Is this a duty? %(line)s") % {"line": found.name},
        button=_("Mark it"),
        lede=_("A duty must be provided. A choice is what the law lets a council do."),
        crumbs=crumbs_of(found.budget, "", "lines"),
        back=address("lines", found.budget),
    )


@require_http_methods(FORM)
def fill(request: HttpRequest, line_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = queries.line_at(actor, line_id)
    policies.may_run_budget.require(actor, found)
    form = FillForm(request.POST or None, initial={"net_pounds": found.net_pounds, "source": found.filled_from})
    if perform_form(actor, form, lambda: FillLine(line_id=found.pk, **form.cleaned_data)):
        messages.success(request, _("The figure is filled in."))
        return redirect("budgets:lines", slug=found.budget.slug)
    return form_page(
        request,
        form,
        heading=_("Fill in the figure of %(line)s") % {"line": found.name},
        button=_("Fill it in"),
        lede=_("The council’s file says “%(missing)s” here.") % {"missing": found.missing or "–"},
        crumbs=crumbs_of(found.budget, "", "lines"),
        back=address("lines", found.budget),
    )
