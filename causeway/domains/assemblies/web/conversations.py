"""The pages of a conversation: its front page, taking part, and the list of statements."""

from __future__ import annotations

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_safe

from causeway.domains.alliances.web.pages import Crumbs, form_page
from causeway.domains.assemblies import code_queries, conversation_policies, conversation_queries
from causeway.domains.assemblies import moderation_queries as moderation
from causeway.domains.assemblies.commands.join_conversation import JoinConversation
from causeway.domains.assemblies.conversation_export import statements_as_csv
from causeway.domains.assemblies.conversation_standing import sections_to_declare, voice_of
from causeway.domains.assemblies.models import Conversation
from causeway.domains.assemblies.opinion_queries import publishes_votes
from causeway.domains.assemblies.statement_motions import floors_for
from causeway.domains.assemblies.web.conversation_forms import SectionForm, StatementSearchForm
from causeway.domains.assemblies.web.views import FORM, crumbs_of
from causeway.domains.assemblies.web.voices import speaker_of
from causeway.kernel.actors import Actor, Visitor
from causeway.kernel.web import actor_of, perform_form

PUBLISHED = _lazy(
    "When this conversation is over, all votes are published under random numbers. Whoever knows some of your votes may"
    " then find the others."
)


def found_for(request: HttpRequest, slug: str) -> tuple[Actor, Conversation]:
    """Who speaks, and the conversation at that address. Raises Missing."""
    actor = speaker_of(request, slug)
    return actor, conversation_queries.conversation_at(actor, slug)


def address_of(conversation: Conversation) -> str:
    """Its front page."""
    return reverse("assemblies:conversation", kwargs={"slug": conversation.process.slug})


def crumbs_to_conversation(actor: Actor, conversation: Conversation, *, within: bool = False) -> Crumbs:
    """The way down to a conversation; ``within`` for the pages below it. Whoever came with a code begins at it."""
    by_code = conversation_queries.came_with_a_code(actor, conversation)
    above = [] if by_code else crumbs_of(conversation.process, within=True)
    return [*above, *([(address_of(conversation), _("Conversation"))] if within else [])]


@require_safe
def conversation(request: HttpRequest, slug: str) -> HttpResponse:
    actor, found = found_for(request, slug)
    shown = conversation_queries.conversation_shown(actor, found)
    context = {
        "it": shown,
        "codes": code_queries.codes_in(found) if found.by_code else None,
        "may_sign_in": isinstance(actor, Visitor) and shown.is_open,
        "votes_are_published": publishes_votes(found),
        "crumbs": crumbs_to_conversation(actor, found),
    }
    return render(request, "assemblies/conversation.html", context)


@require_http_methods(FORM)
def join(request: HttpRequest, slug: str) -> HttpResponse:
    actor, found = found_for(request, slug)
    if isinstance(actor, Visitor):
        return redirect_to_login(request.get_full_path())
    if voice_of(actor, found) is not None:
        return redirect("assemblies:opinions", slug=slug)
    conversation_policies.may_join_conversation.require(actor, found)
    form = SectionForm(request.POST or None, sections=sections_to_declare(actor, found.process))
    if request.method == "POST" and not form.fields:
        form.is_bound = True  # there is nothing to fill in, and the button was pressed
    if perform_form(actor, form, lambda: JoinConversation(process_id=found.pk, **form.cleaned_data)):
        return redirect("assemblies:opinions", slug=slug)
    return form_page(
        request,
        form,
        heading=_("Take part"),
        button=_("Begin"),
        lede=(f"{PUBLISHED} " if publishes_votes(found) else "")
        + _(
            "You see one statement at a time, and agree, disagree or pass. Nobody is told what you think: your votes"
            " are kept apart from your name, and a month after the end nothing leads from them to you."
        ),
        crumbs=crumbs_to_conversation(actor, found, within=True),
        back=address_of(found),
    )


@require_safe
def statements(request: HttpRequest, slug: str) -> HttpResponse:
    actor, found = found_for(request, slug)
    form = StatementSearchForm(request.GET or None)
    wanted = form.cleaned_data if form.is_valid() else {"search": "", "by": ""}
    context = {
        "it": conversation_queries.conversation_shown(actor, found),
        "page": conversation_queries.statements_page(actor, found, request.GET.get("page", "1"), **wanted),
        "form": form,
        "searched": any(wanted.values()),
        "kept_out": moderation.kept_out(found),
        "floors": floors_for(actor, found),
        "crumbs": crumbs_to_conversation(actor, found, within=True),
    }
    return render(request, "assemblies/conversation_statements.html", context)


@require_safe
def statements_csv(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = conversation_queries.conversation_at(actor, slug)
    conversation_policies.may_run_conversation.require(actor, found)
    response = HttpResponse(statements_as_csv(found), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}-statements.csv"'
    return response
