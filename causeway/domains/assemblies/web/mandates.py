"""The pages of mandates and reports."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from causeway.domains.alliances.web.pages import Crumbs, form_page
from causeway.domains.assemblies import committee_queries, mandate_queries
from causeway.domains.assemblies import mandate_policies as policies
from causeway.domains.assemblies.commands.adopt_mandate import AdoptMandate
from causeway.domains.assemblies.commands.answer_about_report import AnswerAboutReport
from causeway.domains.assemblies.commands.ask_about_report import AskAboutReport
from causeway.domains.assemblies.commands.rewrite_report import RewriteReport
from causeway.domains.assemblies.commands.write_report import LONGEST, WriteReport
from causeway.domains.assemblies.models import Report
from causeway.domains.assemblies.reporting import due_now
from causeway.domains.assemblies.web.committees import crumbs_to_committee
from causeway.domains.assemblies.web.forms import TextForm
from causeway.domains.assemblies.web.mandate_forms import MandateForm
from causeway.domains.assemblies.web.views import FORM
from causeway.kernel import clock
from causeway.kernel.errors import Conflict
from causeway.kernel.web import actor_of, perform_form


@require_http_methods(FORM)
def adopt(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    committee = committee_queries.committee_at(actor, slug)
    policies.may_adopt_mandate.require(actor, committee)
    texts = mandate_queries.texts_of(actor, committee)
    form = MandateForm(request.POST or None, texts=texts, initial={"adopted_on": clock.today()})
    if perform_form(actor, form, lambda: AdoptMandate(committee_id=committee.pk, **form.as_fields())):
        messages.success(request, _("The mandate stands on the page of the committee."))
        return redirect(committee)
    return form_page(
        request,
        form,
        heading=_("Write the mandate down"),
        button=_("Save"),
        lede=_("Only what the body adopted, in the same words. Earlier mandates stay on the page."),
        crumbs=crumbs_to_committee(committee, within=True),
        back=committee.get_absolute_url(),
    )


@require_http_methods(FORM)
def write(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    seat = committee_queries.seat_at(actor, seat_id)
    policies.may_write_report.require(actor, seat)
    if due_now(seat) is None:
        raise Conflict(_("No report is due from you now."))
    form = _report_form(request)
    made = perform_form(actor, form, lambda: WriteReport(seat_id=seat.pk, **form.cleaned_data))
    if made:
        messages.success(request, _("Your report is there for those who elected you. They can ask about it."))
        return redirect(made)
    return form_page(
        request,
        form,
        heading=_("Report to those who elected you"),
        button=_("Give the report"),
        lede=seat.committee.duties,
        crumbs=crumbs_to_committee(seat.committee, within=True),
        back=seat.committee.get_absolute_url(),
    )


def _report_form(request: HttpRequest, text: str = "") -> TextForm:
    hint = _("What you did for your mandate, what you could not do, how you voted, and what comes next.")
    return TextForm(
        request.POST or None, name="text", label=_("Your report"), hint=hint, longest=LONGEST, initial={"text": text}
    )


@require_safe
def report(request: HttpRequest, report_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = mandate_queries.report_at(actor, report_id)
    context = {
        "report": found,
        "it": mandate_queries.report_shown(actor, found),
        "committee": found.seat.committee,
        "may_ask": bool(policies.may_ask_about_report(actor, found)),
        "crumbs": crumbs_to_committee(found.seat.committee, within=True),
    }
    return render(request, "assemblies/report.html", context)


def _below(found: Report) -> Crumbs:
    return [*crumbs_to_committee(found.seat.committee, within=True), (found.get_absolute_url(), _("Report"))]


@require_http_methods(FORM)
def rewrite(request: HttpRequest, report_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = mandate_queries.report_at(actor, report_id)
    policies.may_rewrite_report.require(actor, found)
    form = _report_form(request, found.text)
    if perform_form(actor, form, lambda: RewriteReport(report_id=found.pk, **form.cleaned_data)):
        messages.success(request, _("The report is changed."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Change your report"),
        button=_("Save"),
        lede=_("You can until somebody asks about it."),
        crumbs=_below(found),
        back=found.get_absolute_url(),
    )


@require_http_methods(FORM)
def ask(request: HttpRequest, report_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = mandate_queries.report_at(actor, report_id)
    policies.may_ask_about_report.require(actor, found)
    hint = _("All who belong see the question and the answer. Nobody learns who asked.")
    form = TextForm(request.POST or None, name="text", label=_("Your question"), hint=hint, longest=300)
    if perform_form(actor, form, lambda: AskAboutReport(report_id=found.pk, **form.cleaned_data)):
        messages.success(request, _("Your question stands below the report."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Ask about this report"),
        button=_("Ask"),
        crumbs=_below(found),
        back=found.get_absolute_url(),
    )


@require_http_methods(FORM)
def answer(request: HttpRequest, question_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    question = mandate_queries.question_at(actor, question_id)
    policies.may_answer_about_report.require(actor, question)
    form = TextForm(
        request.POST or None,
        name="answer",
        label=_("Your answer"),
        longest=1500,
        initial={"answer": question.answer},
    )
    if perform_form(actor, form, lambda: AnswerAboutReport(question_id=question.pk, **form.cleaned_data)):
        messages.success(request, _("Your answer stands below the question."))
        return redirect(question.report)
    return form_page(
        request,
        form,
        heading=_("Answer the question"),
        button=_("Answer"),
        lede=question.text,
        crumbs=_below(question.report),
        back=question.report.get_absolute_url(),
    )
