"""The pages of clerks, who open envelopes, and of tellers, who type papers in."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from causeway.domains.alliances.web.pages import form_page
from causeway.domains.assemblies import postal_policies, postal_queries, queries
from causeway.domains.assemblies.commands.begin_stack import BeginStack
from causeway.domains.assemblies.commands.discard_stack import DiscardStack
from causeway.domains.assemblies.commands.open_envelope import OpenEnvelope
from causeway.domains.assemblies.commands.type_paper import TypePaper
from causeway.domains.assemblies.models import PostalVote
from causeway.domains.assemblies.postal_queries import StackShown
from causeway.domains.assemblies.web.paper_forms import PaperForm
from causeway.domains.assemblies.web.postal_forms import EnvelopeForm, SizeForm
from causeway.domains.assemblies.web.views import FORM, crumbs_of
from causeway.kernel.errors import Conflict, Missing
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


@never_cache
@require_http_methods(FORM)
def envelopes(request: HttpRequest, slug: str) -> HttpResponse:
    """For clerks: one envelope after the other."""
    actor = actor_of(request)
    process = queries.vote_at(actor, slug)
    vote = postal_queries.postal_vote_of(process)
    postal_policies.may_open_envelope.require(actor, vote)
    form = EnvelopeForm(request.POST or None)
    try:
        if perform_form(actor, form, lambda: OpenEnvelope(process_id=vote.pk, **form.cleaned_data)):
            messages.success(
                request, _("Taken in. Put the inner envelope unopened into the box, and take the next envelope.")
            )
            return redirect(request.path)
    except Conflict as conflict:
        messages.error(request, conflict.sentence)
        return redirect(request.path)
    return form_page(
        request,
        form,
        heading=_("Open an outer envelope"),
        button=_("Take it in"),
        lede=_("Look at the slip only. The inner envelope stays closed, and goes into the box with the others."),
        crumbs=crumbs_of(process, within=True),
        back=process.get_absolute_url(),
    )


@never_cache
@require_http_methods(FORM)
def stack(request: HttpRequest, slug: str) -> HttpResponse:
    """For tellers: begin a stack, type its papers in, see where the two differ."""
    actor = actor_of(request)
    process = queries.vote_at(actor, slug)
    vote = postal_queries.postal_vote_of(process)
    postal_policies.may_type_papers.require(actor, vote)
    names = queries.option_names(process.ballot)
    it = postal_queries.stack_shown(actor, vote, names, request.POST.get("number") or request.GET.get("paper", ""))
    try:
        if it.stack is None:
            return _begin(request, vote, it)
        return _type(request, vote, it, names)
    except Conflict as conflict:
        messages.error(request, conflict.sentence)
        return redirect(request.path)


def _begin(request: HttpRequest, vote: PostalVote, it: StackShown) -> HttpResponse:
    form = SizeForm(request.POST if "size" in request.POST else None)
    if perform_form(actor_of(request), form, lambda: BeginStack(process_id=vote.pk, **form.cleaned_data)):
        return redirect(request.path)
    context = {"it": it, "form": form, "process": vote.process, "crumbs": crumbs_of(vote.process, within=True)}
    return render(request, "assemblies/stack_begin.html", context, status=422 if form.errors else 200)


def _type(request: HttpRequest, vote: PostalVote, it: StackShown, names: list[str]) -> HttpResponse:
    assert it.stack is not None  # noqa: S101 - asked before
    actor, stack_id = actor_of(request), it.stack.pk
    spoilt = request.POST.get("do") == "spoilt"
    typed = request.method == "POST" and request.POST.get("stack") == str(stack_id)
    form = PaperForm(request.POST if typed and not spoilt else None, ballot=vote.process.ballot, names=names)
    form.fields.pop("blank", None)  # a button of its own stands for that
    entered = None
    if typed and spoilt:
        entered = perform(actor, TypePaper(stack_id=stack_id, number=it.number, spoilt=True))
    elif typed:
        entered = perform_form(actor, form, lambda: TypePaper(stack_id=stack_id, number=it.number, marks=form.marks()))
    if entered is not None:
        if entered:
            messages.success(request, _("Both of you came to the same. The papers lie in the box, mixed."))
        return redirect(request.path)
    context = {
        "it": it,
        "form": form,
        "names": names,
        "process": vote.process,
        "ballot": vote.process.ballot,
        "crumbs": crumbs_of(vote.process, within=True),
    }
    return render(request, "assemblies/stack.html", context, status=422 if form.errors else 200)


@require_POST
def discard(request: HttpRequest, slug: str, stack_id: UUID) -> HttpResponse:
    """Forget what was typed of a stack."""
    actor = actor_of(request)
    process = queries.vote_at(actor, slug)
    if not hasattr(process, "postal_vote"):
        raise Missing
    perform(actor, DiscardStack(stack_id=stack_id))
    messages.success(request, _("The stack is forgotten. Count its papers, and begin again."))
    return redirect("assemblies:stack", slug=slug)
