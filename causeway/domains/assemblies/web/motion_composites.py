"""The pages on which motions are merged and divided, and put in order on an agenda."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.alliances.web.pages import form_page
from causeway.domains.assemblies import motion_pages, motion_queries, policies, queries
from causeway.domains.assemblies.bodies import body_of
from causeway.domains.assemblies.commands.agree_to_composite import AgreeToComposite
from causeway.domains.assemblies.commands.divide_motion import DivideMotion
from causeway.domains.assemblies.commands.move_on_agenda import MoveOnAgenda
from causeway.domains.assemblies.commands.propose_composite import ProposeComposite
from causeway.domains.assemblies.commands.refuse_composite import RefuseComposite
from causeway.domains.assemblies.motion_course import paragraphs_of, why_not_divided
from causeway.domains.assemblies.motion_policies import may_propose_composite
from causeway.domains.assemblies.motion_standing import OnFloor, floor_of
from causeway.domains.assemblies.web.motion_forms import CompositeForm, DivideForm
from causeway.domains.assemblies.web.motions import crumbs_of_motion
from causeway.domains.assemblies.web.views import FORM, crumbs_of
from causeway.kernel.errors import Conflict
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


@require_http_methods(FORM)
def merge(request: HttpRequest, slug: str) -> HttpResponse:
    """Write one text for several motions."""
    actor = actor_of(request)
    process = queries.process_at(actor, slug)
    may_propose_composite.require(actor, OnFloor(process, None))
    form = CompositeForm(
        request.POST or None,
        organisations=floor_of(actor, process),
        motions=motion_queries.motions_to_merge(process),
    )
    made = perform_form(actor, form, lambda: ProposeComposite(process_id=process.pk, **form.given()))
    if made:
        messages.success(request, _("The composite waits until the mover of each motion has agreed."))
        return redirect(made)
    return form_page(
        request,
        form,
        heading=_("Merge motions into one"),
        button=_("Propose it"),
        lede=_("The motions stay to be read. Amendments to them fall, and can be moved again to the new text."),
        crumbs=crumbs_of(process, within=True),
        back=process.get_absolute_url(),
    )


@require_POST
def answer(request: HttpRequest, slug: str, motion_id: UUID, source_id: UUID) -> HttpResponse:
    """The mover of a source agrees or does not."""
    actor = actor_of(request)
    composite = motion_queries.motion_at(actor, slug, motion_id)
    kind = AgreeToComposite if request.POST.get("do") == "agree" else RefuseComposite
    perform(actor, kind(composite_id=motion_id, motion_id=source_id))
    messages.success(request, _("Your answer is recorded."))
    return redirect(composite)


@require_http_methods(FORM)
def divide(request: HttpRequest, slug: str, motion_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = motion_queries.motion_at(actor, slug, motion_id)
    policies.may_run_process.require(actor, found)
    if why_not := why_not_divided(found):
        raise Conflict(why_not)
    paragraphs = [one for one in paragraphs_of(found) if one.words]
    form = DivideForm(request.POST or None, paragraphs=paragraphs)
    if perform_form(actor, form, lambda: DivideMotion(motion_id=found.pk, parts=form.parts())):
        messages.success(request, _("It is divided. Each part can be put to the vote."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Divide the motion"),
        button=_("Divide it"),
        lede=_("Paragraphs with the same number are voted on together. Give all the same to vote on the whole."),
        crumbs=crumbs_of_motion(found),
        back=found.get_absolute_url(),
    )


@require_safe
def agenda(request: HttpRequest, slug: str) -> HttpResponse:
    """All motions with their amendments in the order of the votes, to be printed."""
    actor = actor_of(request)
    process = queries.process_at(actor, slug)
    context = {
        "process": process,
        "body": body_of(process),
        "motions": motion_pages.agenda_of(actor, process),
        "runs": policies.may_run_process(actor, process),
        "crumbs": crumbs_of(process, within=True),
    }
    return render(request, "assemblies/motion_agenda.html", context)


@require_POST
def reorder(request: HttpRequest, slug: str, motion_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = motion_queries.motion_at(actor, slug, motion_id)
    perform(actor, MoveOnAgenda(motion_id=found.pk, up=request.POST.get("do") == "up"))
    return redirect("assemblies:motion_agenda", slug=slug)
