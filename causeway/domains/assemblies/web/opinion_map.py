"""The page of the opinion map, and its files."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from causeway.domains.alliances.web.pages import question_page
from causeway.domains.assemblies import opinion_queries, policies
from causeway.domains.assemblies.commands.allow_votes_file import AllowVotesFile
from causeway.domains.assemblies.web.conversations import crumbs_to_conversation
from causeway.domains.assemblies.web.views import FORM, crumbs_of
from causeway.domains.assemblies.web.voices import speaker_of
from causeway.kernel.errors import Conflict
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of


@require_safe
def opinion_map(request: HttpRequest, slug: str) -> HttpResponse:
    """The map as the worker drew it last; nothing is computed here."""
    actor = speaker_of(request, slug)
    found = opinion_queries.map_at(actor, slug)
    context = {
        "it": found,
        "map": found.shown,
        "process": found.process,
        "crumbs": crumbs_to_conversation(actor, found.conversation, within=True),
    }
    return render(request, "assemblies/opinion_map.html", context)


@require_safe
def map_json(request: HttpRequest, slug: str) -> HttpResponse:
    """All figures of the map, as they are stored."""
    found = opinion_queries.file_at(speaker_of(request, slug), slug)
    response = JsonResponse(found.figures, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = f'attachment; filename="{slug}-map.json"'
    return response


@require_http_methods(FORM)
def votes_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Allow that votes are published, before anybody has voted; or keep them back."""
    actor = actor_of(request)
    found = opinion_queries.map_at(actor, slug)
    policies.may_run_process.require(actor, found.process)
    allowed = found.drawn is not None and found.drawn.publishes_votes
    if request.method == "POST":
        try:
            perform(actor, AllowVotesFile(process_id=found.process.pk, allow=not allowed))
        except Conflict as conflict:
            messages.error(request, conflict.sentence)
        else:
            messages.success(request, _("The votes are kept back.") if allowed else _("The votes will be published."))
        return redirect(found.process)
    publish = _(
        "Once the conversation is over, anybody who may see it can have all votes under random numbers, and draw the "
        "map again. The names are not in it. But whoever knows some of a person’s votes can find that person’s number, "
        "and so the other votes. Everybody is told before they vote."
    )
    keep = _("Nobody gets the votes. The figures by group and the digest stay on the page.")
    return question_page(
        request,
        heading=_("Keep the votes back?") if allowed else _("Publish the votes?"),
        lede=keep if allowed else publish,
        button=_("Keep them back") if allowed else _("Publish them at the end"),
        crumbs=crumbs_of(found.process, within=True),
        back=found.process.get_absolute_url(),
    )
