"""The pages on which a conversation is brought in from Polis, and the file in which one is given out."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.alliances.web.pages import Crumbs
from causeway.domains.assemblies import opinion_queries, polis_queries
from causeway.domains.assemblies.bodies import Body, body_at
from causeway.domains.assemblies.commands.accept_polis_export import AcceptPolisExport
from causeway.domains.assemblies.commands.bring_polis_export import BringPolisExport
from causeway.domains.assemblies.commands.put_polis_export_aside import PutPolisExportAside
from causeway.domains.assemblies.models import PolisImport
from causeway.domains.assemblies.polis_policies import may_bring_polis_export
from causeway.domains.assemblies.web.bodies import crumbs_to
from causeway.domains.assemblies.web.polis_forms import PolisForm
from causeway.domains.assemblies.web.views import FORM
from causeway.domains.assemblies.web.voices import speaker_of
from causeway.kernel.errors import Missing
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form

MOST_LISTED = 100
MOVING = {PolisImport.State.QUEUED, PolisImport.State.TAKING}


def _crumbs(body: Body) -> Crumbs:
    """The way down to what a body decides, below which these pages lie."""
    votes = reverse("assemblies:list", kwargs={"room": body.room, "slug": body.slug})
    return [*crumbs_to(body), (votes, _("Decisions"))]


@require_http_methods(FORM)
def bring(request: HttpRequest, room: str, slug: str) -> HttpResponse:
    """Send the files; a job reads them, and the next page says what was found."""
    actor, body = actor_of(request), body_at(room, slug)
    may_bring_polis_export.require(actor, body)
    form = PolisForm(request.POST or None, request.FILES or None)
    brought = perform_form(actor, form, lambda: BringPolisExport(body_id=body.pk, **form.as_fields()))
    if brought:
        return redirect("assemblies:polis_import", import_id=brought.pk)
    context = {
        "form": form,
        "heading": _("Bring in a conversation from Polis"),
        "button": _("Look at it"),
        "lede": _("Nothing is stored as a conversation before you have looked at what was read."),
        "crumbs": _crumbs(body),
        "back": _crumbs(body)[-1][0],
        "waiting": polis_queries.imports_of(actor, body),
    }
    return render(request, "assemblies/polis_bring.html", context, status=422 if form.errors else 200)


@require_safe
def preview(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """What was read, before anything is made of it."""
    brought = polis_queries.import_at(actor_of(request), import_id)
    found = brought.found or {}
    statements = found.get("statements", [])
    context = {
        "it": brought,
        "moving": brought.state in MOVING,
        "statements": statements[:MOST_LISTED],
        "statements_in_all": len(statements),
        "voters": found.get("voters", 0),
        "votes": len(found.get("log", [[]])[0]),
        "remarks": found.get("remarks", []),
        "crumbs": _crumbs(polis_queries.body_for(brought)),
    }
    return render(request, "assemblies/polis_import.html", context)


@require_POST
def accept(request: HttpRequest, import_id: UUID) -> HttpResponse:
    perform(actor_of(request), AcceptPolisExport(import_id=import_id))
    return redirect("assemblies:polis_import", import_id=import_id)


@require_POST
def put_aside(request: HttpRequest, import_id: UUID) -> HttpResponse:
    brought = perform(actor_of(request), PutPolisExportAside(import_id=import_id))
    messages.success(request, _("Nothing was taken in, and nothing of it is kept."))
    return redirect(_crumbs(polis_queries.body_for(brought))[-1][0])


@require_safe
def archive(request: HttpRequest, slug: str) -> HttpResponse:
    """The conversation in the formats of Polis, once it is over."""
    found = opinion_queries.file_at(speaker_of(request, slug), slug)
    if found.archive is None:
        raise Missing
    response = HttpResponse(bytes(found.archive), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{slug}.zip"'
    return response
