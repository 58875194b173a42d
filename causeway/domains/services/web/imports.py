"""Pages to import a directory of services: upload, look, then take in or put aside."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from causeway.domains.services.commands.put_feed_aside import PutFeedAside
from causeway.domains.services.commands.read_services_feed import ReadServicesFeed
from causeway.domains.services.commands.receive_services_feed import LARGE, ReceiveServicesFeed
from causeway.domains.services.commands.take_in_services import AT_ONCE, TakeInServices
from causeway.domains.services.models import ServiceImport
from causeway.domains.services.openreferral.parsing import LARGEST_BYTES
from causeway.domains.services.openreferral.planning import plan_for
from causeway.domains.services.policies.register import may_read_feed, may_tend_bodies
from causeway.domains.services.queries import register as reads
from causeway.domains.services.web.register_forms import FeedForm
from causeway.kernel.commands import Command
from causeway.kernel.errors import TooMany, Unreadable
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form

SHOWN = 200


@require_GET
def imports(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    may_tend_bodies.require(actor)
    context = {"alliances": reads.own_alliances(actor), "readings": reads.readings_of(actor)}
    return render(request, "services/imports.html", context)


@require_http_methods(["GET", "POST"])
def import_services(request: HttpRequest, alliance: str) -> HttpResponse:
    actor, home = actor_of(request), reads.alliance_at(alliance)
    may_read_feed.require(actor, home)
    form = FeedForm(request.POST or None, request.FILES or None)
    if request.method == "POST":

        def command() -> Command[ServiceImport]:
            file = form.cleaned_data["file"]
            source = form.cleaned_data["source"] or file.name or _("a file")
            bring = ReceiveServicesFeed if file.size > LARGE else ReadServicesFeed
            return bring(alliance_id=home.pk, source=source, raw=file.read(LARGEST_BYTES + 1))

        try:
            reading = perform_form(actor, form, command)
        except (Unreadable, TooMany) as error:
            form.add_error("file", error.sentence)
            reading = None
        if reading is not None:
            return redirect("services:import_preview", reading_id=reading.pk)
    context = {"form": form, "alliance": home}
    return render(request, "services/import_form.html", context, status=422 if form.errors else 200)


@require_GET
def import_preview(request: HttpRequest, reading_id: UUID) -> HttpResponse:
    reading = reads.reading_at(actor_of(request), reading_id)
    waiting = reading.state == ServiceImport.State.WAITING
    is_large = reading.services_read > AT_ONCE
    plan = plan_for(reading.alliance_id, reading.items) if waiting and not is_large else None
    context = {
        "reading": reading,
        "waiting": waiting,
        "is_large": is_large,
        "moving": reading.state in {ServiceImport.State.QUEUED, ServiceImport.State.TAKING},
        "plan": plan,
        "new": plan.new[:SHOWN] if plan else [],
        "changes": plan.changes[:SHOWN] if plan else [],
        "report": reading.report[:SHOWN],
    }
    return render(request, "services/import_preview.html", context)


@require_POST
def take_in(request: HttpRequest, reading_id: UUID) -> HttpResponse:
    done = perform(actor_of(request), TakeInServices(reading_id=reading_id))
    if done.state == ServiceImport.State.TAKING:
        return redirect("services:import_preview", reading_id=done.pk)
    said = ngettext(
        "%(added)s service added, %(changed)s changed.", "%(added)s services added, %(changed)s changed.", done.added
    )
    messages.success(request, said % {"added": done.added, "changed": done.changed})
    return redirect("services:import_preview", reading_id=done.pk)


@require_POST
def put_aside(request: HttpRequest, reading_id: UUID) -> HttpResponse:
    perform(actor_of(request), PutFeedAside(reading_id=reading_id))
    messages.success(request, _("Nothing was taken in."))
    return redirect("services:imports")
