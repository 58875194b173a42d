"""The pages of mediations, for those who have a part in them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.alliances.standing import officer_of
from causeway.domains.alliances.web.pages import Crumbs, form_page
from causeway.domains.assemblies import mediation_queries, motion_queries
from causeway.domains.assemblies.commands.agree_to_mediator import AgreeToMediator
from causeway.domains.assemblies.commands.answer_as_mediator import AnswerAsMediator
from causeway.domains.assemblies.commands.close_mediation import CloseMediation
from causeway.domains.assemblies.commands.name_mediator import NameMediator
from causeway.domains.assemblies.commands.open_mediation import OpenMediation
from causeway.domains.assemblies.commands.write_in_mediation import WriteInMediation
from causeway.domains.assemblies.mediation_policies import may_close_mediation
from causeway.domains.assemblies.models import Mediation
from causeway.domains.assemblies.web.forms import TextForm
from causeway.domains.assemblies.web.mediation_forms import MediatorForm, MessageForm, OpenMediationForm
from causeway.domains.assemblies.web.views import FORM
from causeway.kernel.errors import Missing, Refused
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


def crumbs_of_mediation(mediation: Mediation | None = None) -> Crumbs:
    """The way down to a mediation and the pages below it."""
    crumbs = [(reverse("assemblies:mediations"), _("Private talks"))]
    return [*crumbs, *([(mediation.get_absolute_url(), _("Talk"))] if mediation else [])]


@never_cache
@require_safe
def mediations(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    page = mediation_queries.mediations_page(actor, request.GET.get("page", "1"))
    return render(request, "assemblies/mediations.html", {"page": page, "may_open": bool(officer_of(actor))})


@require_http_methods(FORM)
def start(request: HttpRequest) -> HttpResponse:
    """Ask others to talk; ``?motion=`` says about which motion."""
    actor = actor_of(request)
    mine = officer_of(actor)
    if not mine:
        raise Refused(_("Only an officer of an organisation can ask others to talk. Ask one of yours."))
    motion_id = motion_queries.identifier(request.GET.get("motion", ""))
    motion = motion_queries.visible_motions(actor).filter(pk=motion_id).first() if motion_id else None
    initial = {"subject": motion.title} if motion else None
    form = OpenMediationForm(
        request.POST or None, initial=initial, organisations=mine, others=mediation_queries.to_talk_to(mine)
    )
    made = perform_form(actor, form, lambda: OpenMediation(motion_id=motion.pk if motion else None, **form.given()))
    if made:
        messages.success(request, _("The others are asked. Nobody else knows of it."))
        return redirect(made)
    return form_page(
        request,
        form,
        heading=_("Talk in private first"),
        button=_("Ask them"),
        lede=_("Only officers of the organisations that you choose read this, and a mediator if all agree to one."),
        crumbs=crumbs_of_mediation(),
        back=reverse("assemblies:mediations"),
    )


@never_cache
@require_http_methods(FORM)
def mediation(request: HttpRequest, mediation_id: UUID) -> HttpResponse:
    """The thread, and the form to write in it."""
    actor = actor_of(request)
    found = mediation_queries.mediation_at(actor, mediation_id)
    shown = mediation_queries.mediation_shown(actor, found, request.GET.get("page", ""))
    form = MessageForm(request.POST or None, organisations=shown.speaks_for)
    if perform_form(actor, form, lambda: WriteInMediation(mediation_id=found.pk, **form.given())):
        return redirect(found)
    context = {
        "mediation": found,
        "it": shown,
        "page": shown.messages,
        "form": form if shown.may_write else None,
        "crumbs": crumbs_of_mediation(),
    }
    return render(request, "assemblies/mediation.html", context, status=422 if form.errors else 200)


@require_http_methods(FORM)
def name(request: HttpRequest, mediation_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = mediation_queries.mediation_at(actor, mediation_id)
    mine = mediation_queries.speaks_in(actor, found)
    if not mine:
        raise Missing
    form = MediatorForm(request.POST or None)
    build = lambda: NameMediator(mediation_id=found.pk, organisation_id=mine[0].pk, **form.cleaned_data)  # noqa: E731
    if perform_form(actor, form, build):
        messages.success(request, _("They are asked. The other organisations must agree too."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Name a mediator"),
        button=_("Ask them"),
        lede=_("Whoever was named before reads no more. Every organisation is asked to agree."),
        crumbs=crumbs_of_mediation(found),
        back=found.get_absolute_url(),
    )


@require_POST
def agree(request: HttpRequest, mediation_id: UUID, organisation_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = perform(actor, AgreeToMediator(mediation_id=mediation_id, organisation_id=organisation_id))
    messages.success(request, _("Your organisation agrees."))
    return redirect(found)


@require_POST
def answer(request: HttpRequest, mediation_id: UUID) -> HttpResponse:
    """Whoever is named accepts or declines."""
    actor, accept = actor_of(request), request.POST.get("do") == "accept"
    found = perform(actor, AnswerAsMediator(mediation_id=mediation_id, accept=accept))
    messages.success(request, _("Thank you. Your answer is recorded."))
    return redirect(found if accept else "assemblies:mediations")


@require_http_methods(FORM)
def close(request: HttpRequest, mediation_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = mediation_queries.mediation_at(actor, mediation_id)
    may_close_mediation.require(actor, found)
    form = TextForm(
        request.POST or None,
        name="outcome",
        label=_("What came out of it, in a sentence?"),
        longest=300,
        hint=_("Read only by those who have a part in it. Publish what you agreed by an amendment or a position."),
    )
    if perform_form(actor, form, lambda: CloseMediation(mediation_id=found.pk, **form.cleaned_data)):
        messages.success(request, _("It is closed. It stays to be read by those who have a part in it."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Close this talk"),
        button=_("Close it"),
        crumbs=crumbs_of_mediation(found),
        back=found.get_absolute_url(),
        danger=True,
    )
