"""The pages on which people write statements, and on which the two sides look at them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from causeway.domains.alliances.web.pages import form_page
from causeway.domains.assemblies import conversation_policies, conversation_queries
from causeway.domains.assemblies import moderation_queries as moderation
from causeway.domains.assemblies.commands.add_statement import AddStatement
from causeway.domains.assemblies.commands.appeal_for_statement import AppealForStatement
from causeway.domains.assemblies.commands.look_at_statement import LookAtStatement
from causeway.domains.assemblies.commands.reword_statement import RewordStatement
from causeway.domains.assemblies.models import Statement
from causeway.domains.assemblies.web.conversation_forms import LookForm, StatementForm
from causeway.domains.assemblies.web.conversations import address_of, crumbs_to_conversation, found_for
from causeway.domains.assemblies.web.forms import TextForm
from causeway.domains.assemblies.web.views import FORM
from causeway.kernel.errors import Conflict
from causeway.kernel.web import actor_of, perform_form


@require_http_methods(FORM)
def say(request: HttpRequest, slug: str) -> HttpResponse:
    actor, found = found_for(request, slug)
    conversation_policies.may_add_statement.require(actor, found)
    form = StatementForm(request.POST or None)
    said = perform_form(actor, form, lambda: AddStatement(process_id=found.pk, **form.cleaned_data))
    if said:
        waits = said.state == Statement.State.WAITING
        messages.success(
            request,
            _("Thank you. Two people look at it before it is shown; you find here what becomes of it.")
            if waits
            else _("Thank you. Others can vote on it now."),
        )
        return redirect("assemblies:mine", slug=slug)
    return form_page(
        request,
        form,
        heading=_("Say something yourself"),
        button=_("Put it in"),
        lede=found.question,
        crumbs=crumbs_to_conversation(actor, found, within=True),
        back=address_of(found),
    )


@require_http_methods(FORM)
def appeal(request: HttpRequest, slug: str, statement_id: UUID) -> HttpResponse:
    actor, found = found_for(request, slug)
    own = moderation.own_statement(actor, found, statement_id)
    form = TextForm(
        request.POST or None,
        name="appeal",
        label=_("Why should it be let in?"),
        hint=_("Others look at it again, and read this. You can appeal once for each wording."),
        longest=500,
    )
    if perform_form(actor, form, lambda: AppealForStatement(statement_id=statement_id, **form.cleaned_data)):
        messages.success(request, _("Both sides look at it again."))
        return redirect("assemblies:mine", slug=slug)
    return form_page(
        request,
        form,
        heading=_("Appeal"),
        button=_("Appeal"),
        lede=own.statement.text,
        crumbs=crumbs_to_conversation(actor, found, within=True),
        back=address_of(found),
    )


@require_http_methods(FORM)
def reword(request: HttpRequest, slug: str, statement_id: UUID) -> HttpResponse:
    actor, found = found_for(request, slug)
    own = moderation.own_statement(actor, found, statement_id)
    form = StatementForm(request.POST or None, initial={"text": own.statement.text})
    build = lambda: RewordStatement(statement_id=statement_id, text=form.cleaned_data["text"])  # noqa: E731
    if perform_form(actor, form, build):
        messages.success(request, _("It waits to be looked at in its new words."))
        return redirect("assemblies:mine", slug=slug)
    return form_page(
        request,
        form,
        heading=_("Say it in another way"),
        button=_("Put it in again"),
        lede=found.question,
        crumbs=crumbs_to_conversation(actor, found, within=True),
        back=address_of(found),
    )


@require_safe
def to_look_at(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = conversation_queries.conversation_at(actor, slug)
    conversation_policies.may_look_after_conversation.require(actor, found)
    context = {
        "conversation": found,
        "process": found.process,
        "rows": moderation.statements_to_look_at(actor, found),
        "kept_out": moderation.kept_out(found),
        "crumbs": crumbs_to_conversation(actor, found, within=True),
    }
    return render(request, "assemblies/conversation_look.html", context)


@require_http_methods(FORM)
def look(request: HttpRequest, slug: str, statement_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = conversation_queries.conversation_at(actor, slug)
    conversation_policies.may_look_after_conversation.require(actor, found)
    row = moderation.statement_to_look_at(actor, found, statement_id)
    form = LookForm(request.POST or None)
    try:
        done = perform_form(actor, form, lambda: LookAtStatement(statement_id=statement_id, **form.as_fields()))
    except Conflict as conflict:
        messages.error(request, conflict.sentence)
        return redirect("assemblies:to_look_at", slug=slug)
    if done:
        messages.success(request, _after(done.state))
        return redirect("assemblies:to_look_at", slug=slug)
    context = {
        "conversation": found,
        "row": row,
        "form": form,
        "crumbs": crumbs_to_conversation(actor, found, within=True),
    }
    return render(request, "assemblies/conversation_look_one.html", context, status=422 if form.errors else 200)


def _after(state: str) -> str:
    return {
        Statement.State.IN.value: _("It is in: people can vote on it."),
        Statement.State.OUT.value: _("It is kept out. The author reads why."),
        Statement.State.WAITING.value: _("Noted. It waits for the other side."),
    }[str(state)]
