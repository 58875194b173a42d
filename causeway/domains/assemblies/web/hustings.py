"""The pages of hustings: what electors ask, and what the candidates answer, side by side."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from causeway.domains.alliances.web.pages import Crumbs, form_page
from causeway.domains.assemblies import hustings_policies as policies
from causeway.domains.assemblies import hustings_queries, queries
from causeway.domains.assemblies.commands.answer_at_hustings import LONGEST, AnswerAtHustings
from causeway.domains.assemblies.commands.ask_at_hustings import AskAtHustings
from causeway.domains.assemblies.commands.refuse_question import RefuseQuestion
from causeway.domains.assemblies.models import Process
from causeway.domains.assemblies.web.forms import TextForm
from causeway.domains.assemblies.web.views import FORM, crumbs_of
from causeway.kernel.errors import Missing
from causeway.kernel.web import actor_of, perform_form


def _address(process: Process) -> str:
    return reverse("hustings:page", kwargs={"slug": process.slug})


def _below(process: Process) -> Crumbs:
    return [*crumbs_of(process, within=True), (_address(process), _("Questions"))]


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    process = queries.process_at(actor, slug)
    if process.blueprint != Process.Blueprint.ELECTION:
        raise Missing
    context = {
        "process": process,
        "it": hustings_queries.hustings_shown(actor, process),
        "longest": LONGEST,
        "crumbs": crumbs_of(process, within=True),
    }
    return render(request, "assemblies/hustings.html", context)


@require_http_methods(FORM)
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    process = queries.process_at(actor, slug)
    policies.may_ask_at_hustings.require(actor, process)
    hint = _("One question, to all candidates, about what they would do. Your name is told to nobody.")
    form = TextForm(request.POST or None, name="text", label=_("Your question"), hint=hint, longest=300)
    if perform_form(actor, form, lambda: AskAtHustings(process_id=process.pk, **form.cleaned_data)):
        messages.success(request, _("Your question is put to all candidates."))
        return redirect(_address(process))
    return form_page(
        request,
        form,
        heading=_("Ask the candidates"),
        button=_("Ask"),
        lede=_("Look first whether somebody asked it already."),
        crumbs=_below(process),
        back=_address(process),
    )


@require_http_methods(FORM)
def answer(request: HttpRequest, question_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    question = hustings_queries.question_at(actor, question_id)
    policies.may_answer_at_hustings.require(actor, question)
    form = TextForm(
        request.POST or None,
        name="text",
        label=_("Your answer"),
        hint=_("At most 600 characters, for every candidate. It can change until the vote opens."),
        longest=LONGEST,
        initial={"text": hustings_queries.own_answer(actor, question)},
    )
    if perform_form(actor, form, lambda: AnswerAtHustings(question_id=question.pk, **form.cleaned_data)):
        messages.success(request, _("Your answer stands beside those of the others."))
        return redirect(_address(question.process))
    return form_page(
        request,
        form,
        heading=_("Answer the question"),
        button=_("Answer"),
        lede=question.text,
        crumbs=_below(question.process),
        back=_address(question.process),
    )


@require_http_methods(FORM)
def refuse(request: HttpRequest, question_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    question = hustings_queries.question_at(actor, question_id)
    policies.may_refuse_question.require(actor, question)
    hint = _("Only questions about private things, or insults. All read the reason, and not the question.")
    form = TextForm(request.POST or None, name="reason", label=_("Why is it refused?"), hint=hint, longest=300)
    if perform_form(actor, form, lambda: RefuseQuestion(question_id=question.pk, **form.cleaned_data)):
        messages.success(request, _("The question is refused."))
        return redirect(_address(question.process))
    return form_page(
        request,
        form,
        heading=_("Refuse the question"),
        button=_("Refuse it"),
        lede=question.text,
        crumbs=_below(question.process),
        back=_address(question.process),
        danger=True,
    )
