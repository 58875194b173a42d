"""Pages of the register: the directory, its map, services and public bodies."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from causeway.domains.services.commands.close_service import CloseService
from causeway.domains.services.commands.correct_service import CorrectService
from causeway.domains.services.commands.register_service import RegisterService
from causeway.domains.services.commands.reopen_service import ReopenService
from causeway.domains.services.commands.say_who_runs_service import SayWhoRunsService
from causeway.domains.services.map import drawing, locator
from causeway.domains.services.models import Service
from causeway.domains.services.policies.register import may_register_service, may_say_who_runs, may_tend_service
from causeway.domains.services.queries import history as histories
from causeway.domains.services.queries import register as reads
from causeway.domains.services.queries.tipoffs import handled_by
from causeway.domains.services.web.register_forms import CloseServiceForm, ServiceForm, WhoRunsForm
from causeway.kernel import clock
from causeway.kernel.panels import panels_for
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form

FILTERS = ("words", "area", "reach", "status", "provider", "alliance", "cell")


def _wanted(request: HttpRequest) -> reads.Wanted:
    given = {name: request.GET.get(name, "").replace("\x00", "").strip()[:200] for name in FILTERS}
    return reads.Wanted(**given)


@require_GET
def directory(request: HttpRequest) -> HttpResponse:
    actor, wanted = actor_of(request), _wanted(request)
    context = {
        "page": reads.directory(actor, wanted, request.GET.get("page", "1")),
        "wanted": wanted,
        "filtered": wanted != reads.Wanted(),
        "reaches": Service.Reach.choices,
        "statuses": Service.Status.choices,
        "own_alliances": reads.own_alliances(actor),
        "handles": bool(handled_by(actor)),
    }
    return render(request, "services/register.html", context)


@require_GET
def services_map(request: HttpRequest) -> HttpResponse:
    actor, wanted = actor_of(request), _wanted(request)
    squares = reads.cells(actor, wanted)
    total = sum(square.count for square in squares)
    counted = ngettext("%(n)s service", "%(n)s services", total) % {"n": total}
    summary = _("Map of the United Kingdom with %(services)s.") % {"services": counted}
    context = {
        "squares": squares,
        "total": total,
        "map": drawing([square.dot for square in squares], summary),
        "wanted": wanted,
        "statuses": Service.Status.choices,
    }
    return render(request, "services/map.html", context)


@require_GET
def service(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    shown = reads.service_at(actor, slug)
    threats = reads.threats_of(actor, shown)
    where = (
        locator(shown.latitude, shown.longitude, _("Where %(name)s is.") % {"name": shown.name})
        if shown.latitude is not None and shown.longitude is not None
        else None
    )
    context = {
        "service": shown,
        "threats": threats,
        "map": where,
        "history": histories.history_of(shown, threats),
        "may_tend": bool(may_tend_service(actor, shown)),
        "may_say_who_runs": bool(may_say_who_runs(actor, shown)),
        "open_data": f"/api/oruk/services/{shown.pk}",
        "panels": panels_for("service", actor, shown),
    }
    return render(request, "services/service.html", context)


@require_http_methods(["GET", "POST"])
def add_service(request: HttpRequest, alliance: str) -> HttpResponse:
    actor, home = actor_of(request), reads.alliance_at(alliance)
    may_register_service.require(actor, home)
    initial = {"area": home.area, "reach": Service.Reach.UNIVERSAL}
    form = ServiceForm(request.POST or None, unions=reads.union_choices(), initial=initial)
    if request.method == "POST":
        added = perform_form(actor, form, lambda: RegisterService(alliance_id=home.pk, **_facts(form)))
        if added is not None:
            messages.success(request, _("The service is in the register."))
            return redirect(added)
    context = {"form": form, "title": _("Add a service"), "alliance": home, "body_names": reads.body_names()}
    return render(request, "services/service_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def correct_service(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    shown = reads.service_at(actor, slug)
    may_tend_service.require(actor, shown)
    form = ServiceForm(request.POST or None, unions=reads.union_choices(), initial=_as_filled_in(shown))
    if (
        request.method == "POST"
        and perform_form(actor, form, lambda: CorrectService(service_id=shown.pk, **_facts(form))) is not None
    ):
        messages.success(request, _("The entry is corrected."))
        return redirect(shown)
    context = {"form": form, "title": _("Correct this entry"), "service": shown, "body_names": reads.body_names()}
    return render(request, "services/service_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def who_runs(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    shown = reads.service_at(actor, slug)
    may_say_who_runs.require(actor, shown)
    choices = [(str(one.pk), one.name) for one in reads.users_organisations(shown)]
    form = WhoRunsForm(
        request.POST or None, organisations=choices, initial={"organisation_id": str(shown.run_by_id or "")}
    )
    if (
        request.method == "POST"
        and perform_form(actor, form, lambda: SayWhoRunsService(service_id=shown.pk, **form.cleaned_data)) is not None
    ):
        messages.success(request, _("It is recorded who runs the service."))
        return redirect(shown)
    context = {
        "form": form,
        "service": shown,
        "title": _("Who runs it"),
        "intro": _(
            "A service that its users run is a body of its own here: it can decide. Only organisations of service "
            "users that are affiliated to %(alliance)s can be chosen."
        )
        % {"alliance": shown.alliance.name},
        "button": _("Save"),
    }
    return render(request, "services/small_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def close_service(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    shown = reads.service_at(actor, slug)
    may_tend_service.require(actor, shown)
    form = CloseServiceForm(request.POST or None, initial={"closed_on": clock.today()})
    if (
        request.method == "POST"
        and perform_form(actor, form, lambda: CloseService(service_id=shown.pk, **form.cleaned_data)) is not None
    ):
        messages.success(request, _("It is recorded that the service has closed. You can undo this on its page."))
        return redirect(shown)
    context = {
        "form": form,
        "service": shown,
        "title": _("Record that it has closed"),
        "intro": _(
            "The entry stays in the register, with its history. If it is planned only, record a threat instead."
        ),
        "button": _("Record the closure"),
    }
    return render(request, "services/small_form.html", context, status=422 if form.errors else 200)


@require_POST
def reopen_service(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    shown = reads.service_at(actor, slug)
    perform(actor, ReopenService(service_id=shown.pk))
    messages.success(request, _("It is recorded that the service is open."))
    return redirect(shown)


def _facts(form: ServiceForm) -> dict[str, Any]:
    given = dict(form.cleaned_data)
    given["union_ids"] = tuple(UUID(one) for one in given.get("union_ids", ()))
    return given


def _as_filled_in(service: Service) -> dict[str, Any]:
    plain = ("name", "about", "reach", "used_by", "worked_in_by", "area", "latitude", "longitude", "website")
    return {
        **{name: getattr(service, name) for name in (*plain, "source", "source_url")},
        "provider_name": service.provider.name if service.provider else "",
        "commissioner_name": service.commissioner.name if service.commissioner else "",
        "union_ids": reads.unions_of(service),
    }
