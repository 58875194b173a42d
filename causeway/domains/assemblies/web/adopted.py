"""The pages of adopted texts: the list of a body, one text, and who endorses it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.alliances.web.pages import Crumbs, form_page
from causeway.domains.assemblies import text_queries
from causeway.domains.assemblies.bodies import body_at, body_of, sees_body
from causeway.domains.assemblies.commands.end_text import EndText
from causeway.domains.assemblies.commands.endorse_text import EndorseText
from causeway.domains.assemblies.commands.withdraw_text_endorsement import WithdrawTextEndorsement
from causeway.domains.assemblies.models import AdoptedText, TextEndorsement
from causeway.domains.assemblies.motion_policies import may_end_text, may_endorse_text
from causeway.domains.assemblies.web.bodies import crumbs_to
from causeway.domains.assemblies.web.forms import TextForm
from causeway.domains.assemblies.web.motion_forms import FindTextForm, ForOrganisationForm
from causeway.domains.assemblies.web.views import FORM
from causeway.kernel.errors import Missing
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


def crumbs_of_text(text: AdoptedText, *, within: bool = False) -> Crumbs:
    """The way down to an adopted text; ``within`` for the pages below it."""
    body = body_of(text.motion.process)
    listed = (reverse("assemblies:texts", kwargs={"room": body.room, "slug": body.slug}), _("Adopted texts"))
    return [*crumbs_to(body), listed, *([(text.get_absolute_url(), text.title)] if within else [])]


@require_safe
def texts(request: HttpRequest, room: str, slug: str) -> HttpResponse:
    """What a body adopted, with a search."""
    actor, body = actor_of(request), body_at(room, slug)
    if not sees_body(actor, body):
        raise Missing
    form = FindTextForm(request.GET or None)
    wanted = form.cleaned_data if form.is_valid() else {"q": "", "kind": ""}
    page = text_queries.texts_page(actor, body, request.GET.get("page", "1"), kind=wanted["kind"], words=wanted["q"])
    context = {"body": body, "page": page, "form": form if form.is_bound else FindTextForm(), "crumbs": crumbs_to(body)}
    return render(request, "assemblies/texts.html", context)


@require_safe
def text(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = text_queries.text_at(actor, slug)
    context = {
        "it": text_queries.text_shown(actor, found),
        "text": found,
        "body": body_of(found.motion.process),
        "crumbs": crumbs_of_text(found),
    }
    return render(request, "assemblies/text.html", context)


@require_http_methods(FORM)
def endorse(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = text_queries.text_at(actor, slug)
    mine = text_queries.could_endorse(actor, found)
    may_endorse_text.require(actor, (found, next(iter(mine), None)))
    form = ForOrganisationForm(request.POST or None, organisations=mine)
    if perform_form(actor, form, lambda: EndorseText(text_id=found.pk, **form.given())):
        messages.success(request, _("Your organisation stands behind this letter. An officer can take that back."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Endorse this open letter"),
        button=_("Endorse it"),
        lede=_("The name of your organisation stands under it, with today’s date, for everybody to read."),
        crumbs=crumbs_of_text(found, within=True),
        back=found.get_absolute_url(),
    )


@require_POST
def withdraw(request: HttpRequest, endorsement_id: int) -> HttpResponse:
    actor = actor_of(request)
    endorsement: TextEndorsement = perform(actor, WithdrawTextEndorsement(endorsement_id=endorsement_id))
    messages.success(request, _("The endorsement is taken back."))
    return redirect(endorsement.text)


@require_http_methods(FORM)
def end(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = text_queries.text_at(actor, slug)
    may_end_text.require(actor, found)
    form = TextForm(
        request.POST or None,
        name="reason",
        label=_("By what decision, and why?"),
        longest=300,
        hint=_("It stays to be read, marked as ended."),
    )
    if perform_form(actor, form, lambda: EndText(text_id=found.pk, **form.cleaned_data)):
        messages.success(request, _("It is marked as ended."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("This is not upheld any more"),
        button=_("Mark it as ended"),
        lede=found.title,
        crumbs=crumbs_of_text(found, within=True),
        back=found.get_absolute_url(),
        danger=True,
    )
