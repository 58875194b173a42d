"""The pages of votes by post: papers for voters, and what those who run the vote do."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from causeway.domains.alliances.web.pages import form_page, question_page
from causeway.domains.assemblies import policies, postal_policies, postal_queries, queries
from causeway.domains.assemblies.commands.allow_post import AllowPost
from causeway.domains.assemblies.commands.ask_for_paper import AskForPaper
from causeway.domains.assemblies.commands.issue_papers import IssuePapers
from causeway.domains.assemblies.commands.take_up_duty import TakeUpDuty
from causeway.domains.assemblies.models import PostalPaper, PostalVote
from causeway.domains.assemblies.pdf.papers import papers_pdf
from causeway.domains.assemblies.web.postal_forms import AllowPostForm, AskForm, DutyForm
from causeway.domains.assemblies.web.views import FORM, crumbs_of
from causeway.domains.assemblies.web.voting import as_file
from causeway.kernel.errors import Conflict, Missing
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form

PDF = "application/pdf"


@require_http_methods(FORM)
def allow(request: HttpRequest, slug: str) -> HttpResponse:
    """Let papers come by post, or change where to and until when."""
    actor = actor_of(request)
    process = queries.vote_at(actor, slug)
    policies.may_run_process.require(actor, process)
    form = AllowPostForm(request.POST or None)
    if perform_form(actor, form, lambda: AllowPost(process_id=process.pk, **form.as_fields())):
        messages.success(request, _("Papers may come by post. Voters can ask for them once the vote is open."))
        return redirect(process)
    return form_page(
        request,
        form,
        heading=_("Let papers come by post"),
        button=_("Save"),
        lede=_("You need a clerk and two tellers besides: whoever opens envelopes does not type papers in."),
        crumbs=crumbs_of(process, within=True),
        back=process.get_absolute_url(),
    )


@require_http_methods(FORM)
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for a paper."""
    actor = actor_of(request)
    process = queries.vote_at(actor, slug)
    postal_policies.may_ask_for_paper.require(actor, postal_queries.postal_vote_of(process))
    form = AskForm(request.POST or None)
    try:
        if perform_form(actor, form, lambda: AskForPaper(process_id=process.pk, **form.cleaned_data)):
            messages.success(request, _("Your paper is ready. Print it below, fetch it, or wait for the post."))
            return redirect(process)
    except Conflict as conflict:
        messages.error(request, conflict.sentence)
        return redirect(process)
    return form_page(
        request,
        form,
        heading=_("Vote on paper"),
        button=_("Ask for a paper"),
        lede=_("Asking marks nothing: until your envelope is opened you can still vote here instead."),
        crumbs=crumbs_of(process, within=True),
        back=process.get_absolute_url(),
    )


@require_http_methods(FORM)
def duty(request: HttpRequest, slug: str) -> HttpResponse:
    """Take up a duty with its code."""
    actor = actor_of(request)
    process = queries.vote_at(actor, slug)
    postal_queries.postal_vote_of(process)
    postal_policies.may_take_up_duty.require(actor, process)
    form = DutyForm(request.POST or None)
    try:
        taken = perform_form(actor, form, lambda: TakeUpDuty(process_id=process.pk, **form.cleaned_data))
    except Conflict as conflict:
        messages.error(request, conflict.sentence)
        return redirect(process)
    if taken:
        messages.success(request, _("You have taken it up. Your work stands below."))
        return redirect(process)
    return form_page(
        request,
        form,
        heading=_("Help with the papers"),
        button=_("Take it up"),
        lede=_("Those who run the vote give you a code, for the envelopes or for the papers. Nobody does both."),
        crumbs=crumbs_of(process, within=True),
        back=process.get_absolute_url(),
    )


@require_http_methods(FORM)
def issue(request: HttpRequest, slug: str) -> HttpResponse:
    """Note that the papers that were asked for are issued."""
    actor = actor_of(request)
    process = queries.vote_at(actor, slug)
    policies.may_run_process.require(actor, process)
    vote = postal_queries.postal_vote_of(process)
    if request.method == "POST":
        number = perform(actor, IssuePapers(process_id=vote.pk))
        said = ngettext("%(n)s paper is issued.", "%(n)s papers are issued.", number) % {"n": number}
        messages.success(request, said)
        return redirect(process)
    return question_page(
        request,
        heading=_("Are all papers issued that were asked for?"),
        lede=_("Print them first, and send them or lay them ready. Their addresses are deleted."),
        button=_("Yes, they are issued"),
        crumbs=crumbs_of(process, within=True),
        back=process.get_absolute_url(),
    )


@require_safe
def packs_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """For those who run it: a paper and a slip for each that was asked for and is not issued."""
    actor = actor_of(request)
    process = queries.vote_at(actor, slug)
    policies.may_run_process.require(actor, process)
    vote = postal_queries.postal_vote_of(process)
    papers = postal_queries.papers_to_issue(vote)
    if not papers:
        raise Missing
    return as_file(_pdf(request, vote, papers), f"{process.slug}-packs.pdf", PDF)


@require_safe
def pack_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """One's own paper and slip, to print oneself."""
    actor = actor_of(request)
    process = queries.vote_at(actor, slug)
    vote, paper = postal_queries.postal_vote_of(process), postal_queries.own_paper(actor, process)
    if paper is None:
        raise Missing
    return as_file(_pdf(request, vote, [paper]), f"{process.slug}-paper.pdf", PDF)


def _pdf(request: HttpRequest, vote: PostalVote, papers: Sequence[PostalPaper]) -> bytes:
    names = queries.option_names(vote.process.ballot)
    return papers_pdf(vote, names, papers, large=request.GET.get("print") == "large")
