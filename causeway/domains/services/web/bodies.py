"""Pages of public bodies: councils, trusts and companies that provide, commission or decide."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from causeway.domains.services.commands.correct_public_body import CorrectPublicBody
from causeway.domains.services.commands.merge_public_bodies import MergePublicBodies
from causeway.domains.services.commands.register_public_body import RegisterPublicBody
from causeway.domains.services.policies.register import may_tend_bodies
from causeway.domains.services.queries import register as reads
from causeway.domains.services.web.register_forms import BodyForm, MergeForm
from causeway.kernel.errors import Conflict
from causeway.kernel.web import actor_of, perform_form


@require_GET
def bodies(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    words = request.GET.get("words", "").replace("\x00", "").strip()[:200]
    context = {
        "page": reads.bodies(actor, words, request.GET.get("page", "1")),
        "words": words,
        "may_tend": bool(may_tend_bodies(actor)),
    }
    return render(request, "services/bodies.html", context)


@require_GET
def body(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    shown = reads.body_at(actor, slug)
    if shown.slug != slug:
        return redirect(shown, permanent=True)
    context = {
        "body": shown,
        "page": reads.body_services(shown, request.GET.get("page", "1")),
        "may_tend": bool(may_tend_bodies(actor)),
    }
    return render(request, "services/body.html", context)


@require_http_methods(["GET", "POST"])
def add_body(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    may_tend_bodies.require(actor)
    form = BodyForm(request.POST or None)
    if request.method == "POST":
        try:
            added = perform_form(actor, form, lambda: RegisterPublicBody(**form.cleaned_data))
        except Conflict as conflict:
            form.add_error("name", conflict.sentence)
            added = None
        if added is not None:
            messages.success(request, _("The body is in the register."))
            return redirect(added)
    context = {"form": form, "title": _("Add a public body"), "button": _("Add it")}
    return render(request, "services/small_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def correct_body(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    shown = reads.body_at(actor, slug)
    may_tend_bodies.require(actor, shown)
    names = ("name", "kind", "about", "website", "identifier_scheme", "identifier")
    form = BodyForm(request.POST or None, initial={name: getattr(shown, name) for name in names})
    if (
        request.method == "POST"
        and perform_form(actor, form, lambda: CorrectPublicBody(body_id=shown.pk, **form.cleaned_data)) is not None
    ):
        messages.success(request, _("The entry is corrected."))
        return redirect(shown)
    context = {"form": form, "body": shown, "title": _("Correct this entry"), "button": _("Save")}
    return render(request, "services/small_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def merge_body(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    shown = reads.body_at(actor, slug)
    may_tend_bodies.require(actor, shown)
    form = MergeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        stays_id = reads.body_called(form.cleaned_data["stays"])
        if stays_id is None:
            form.add_error("stays", _("There is no body of this name. Choose one that is in the register."))
        else:
            merged = perform_form(actor, form, lambda: MergePublicBodies(duplicate_id=shown.pk, stays_id=stays_id))
            if merged is not None:
                messages.success(request, _("The two entries are one now."))
                return redirect(merged)
    context = {
        "form": form,
        "body": shown,
        "title": _("Merge “%(name)s” into another entry") % {"name": shown.name},
        "intro": _("Use this when the same body was entered twice. It cannot be undone. Old links keep working."),
        "button": _("Merge the two entries"),
        "body_names": reads.body_names(),
    }
    return render(request, "services/small_form.html", context, status=422 if form.errors else 200)
