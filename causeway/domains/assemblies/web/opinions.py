"""One statement at a time: agree, disagree or pass. With a script the page is renewed in part, without one in whole."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from causeway.domains.assemblies.asking import Asked, next_of
from causeway.domains.assemblies.commands.take_back_vote import TakeBackVote
from causeway.domains.assemblies.commands.vote_on_statement import VoteOnStatement
from causeway.domains.assemblies.conversation_reading import statements_before
from causeway.domains.assemblies.conversation_standing import voice_of
from causeway.domains.assemblies.moderation_queries import statements_by
from causeway.domains.assemblies.opinion_queries import publishes_votes
from causeway.domains.assemblies.web.conversations import crumbs_to_conversation, found_for
from causeway.domains.assemblies.web.opinion_forms import OpinionForm, StatementIdForm
from causeway.domains.assemblies.web.views import FORM
from causeway.domains.assemblies.web.voices import speaker_of
from causeway.kernel.errors import Conflict, Missing
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of


@never_cache
@require_http_methods(FORM)
def opinions(request: HttpRequest, slug: str) -> HttpResponse:
    """The next statement, or the one that was asked for; a button of it votes and brings the next."""
    if request.method == "POST":
        return _vote(request, slug)
    actor, found = found_for(request, slug)
    voice = voice_of(actor, found)
    if voice is None:
        return redirect("assemblies:conversation", slug=slug)
    context = {
        **asking(slug, found.pk, voice.pk, after=_number(request, "after"), again=_number(request, "again")),
        "conversation": found,
        "process": found.process,
        "votes_are_published": publishes_votes(found),
        "crumbs": crumbs_to_conversation(actor, found, within=True),
    }
    return render(request, "assemblies/opinions.html", context)


def _number(request: HttpRequest, name: str) -> int | None:
    given = request.GET.get(name, "")
    return int(given) if given.isdecimal() and len(given) < 6 else None


def asking(
    slug: str, conversation_id: UUID, voice_id: UUID, *, after: int | None = None, again: int | None = None
) -> dict[str, Any]:
    """What the page needs to ask: the statement, how far the voice is, and what it said last (``after``)."""
    statements = statements_before(voice_id, conversation_id)
    by_number = {one.number: one for one in statements}
    return {
        "slug": slug,
        "voice_id": voice_id,
        "asked": by_number.get(again or 0) or next_of(statements, conversation_id=conversation_id, voice_id=voice_id),
        "said": _said(by_number.get(after or 0)),
        "seen": sum(one.value is not None for one in statements),
        "of": len(statements),
    }


def _said(last: Asked | None) -> Asked | None:
    return last if last is not None and last.value is not None else None


def _vote(request: HttpRequest, slug: str) -> HttpResponse:
    form = OpinionForm(request.POST)
    if not form.is_valid():
        raise Missing
    given = form.cleaned_data
    actor = speaker_of(request, slug)
    command = VoteOnStatement(statement_id=given["statement"], voice_id=given["voice"], value=given["value"])
    try:
        conversation_id = perform(actor, command)
    except Conflict:  # another tab was faster: what it said stands, and this one goes on
        return redirect("assemblies:opinions", slug=slug)
    return _go_on(request, slug, conversation_id, given["voice"], after=given["number"])


@require_POST
def take_back(request: HttpRequest, slug: str) -> HttpResponse:
    form = StatementIdForm(request.POST)
    if not form.is_valid():
        raise Missing
    given = form.cleaned_data
    command = TakeBackVote(statement_id=given["statement"], voice_id=given["voice"])
    conversation_id = perform(speaker_of(request, slug), command)
    return _go_on(request, slug, conversation_id, given["voice"], again=given["number"])


def _go_on(request: HttpRequest, slug: str, conversation_id: UUID, voice_id: UUID, **numbers: int) -> HttpResponse:
    if getattr(request, "htmx", False):
        return render(request, "assemblies/_opinion.html", asking(slug, conversation_id, voice_id, **numbers))
    query = "&".join(f"{name}={number}" for name, number in numbers.items())
    return redirect(f"{reverse('assemblies:opinions', kwargs={'slug': slug})}?{query}")


@require_http_methods(["GET", "HEAD"])
def mine(request: HttpRequest, slug: str) -> HttpResponse:
    """What the voice said so far, to look at and to change; and its own statements."""
    actor, found = found_for(request, slug)
    voice = voice_of(actor, found)
    if voice is None:
        return redirect("assemblies:conversation", slug=slug)
    votes = [one for one in statements_before(voice.pk, found.pk) if one.value is not None]
    context = {
        "conversation": found,
        "process": found.process,
        "own": statements_by(actor, found),
        "votes": votes,
        "signed_in": actor_of(request) == actor,
        "crumbs": crumbs_to_conversation(actor, found, within=True),
    }
    return render(request, "assemblies/conversation_mine.html", context)
