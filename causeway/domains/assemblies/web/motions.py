"""The pages of motions: calling for them, one motion, moving, amending, seconding and withdrawing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from causeway.domains.alliances.web.pages import Crumbs, form_page
from causeway.domains.assemblies import motion_pages, motion_queries, policies, queries
from causeway.domains.assemblies.bodies import body_at, has_sections
from causeway.domains.assemblies.commands.amend_motion import AmendMotion
from causeway.domains.assemblies.commands.call_for_motions import CallForMotions
from causeway.domains.assemblies.commands.move_motion import MoveMotion
from causeway.domains.assemblies.commands.second_proposal import SecondProposal
from causeway.domains.assemblies.commands.withdraw_proposal import WithdrawProposal
from causeway.domains.assemblies.levels import why_here_hint
from causeway.domains.assemblies.models import Amendment, Motion, Process
from causeway.domains.assemblies.motion_course import paragraphs_of, standing_of
from causeway.domains.assemblies.motion_policies import may_amend, may_move_motion, may_second, may_withdraw_proposal
from causeway.domains.assemblies.motion_standing import OnFloor, Proposal, floor_of
from causeway.domains.assemblies.presets import PRESETS
from causeway.domains.assemblies.web.bodies import crumbs_to
from causeway.domains.assemblies.web.forms import TextForm
from causeway.domains.assemblies.web.motion_forms import (
    AmendmentForm,
    ByHandForm,
    CallForm,
    ForOrganisationForm,
    MotionForm,
)
from causeway.domains.assemblies.web.views import FORM, crumbs_of
from causeway.kernel.errors import Conflict, Missing
from causeway.kernel.panels import panels_for
from causeway.kernel.web import actor_of, perform_form


@require_http_methods(FORM)
def call(request: HttpRequest, room: str, slug: str, blueprint: str) -> HttpResponse:
    """Set up a process in which motions are moved, by a ready blueprint or by hand."""
    actor, body = actor_of(request), body_at(room, slug)
    policies.may_set_up_process.require(actor, body)
    preset = PRESETS[blueprint]
    kind = ByHandForm if blueprint == Process.Blueprint.BY_HAND else CallForm
    form = kind(
        request.POST or None,
        initial=preset.initial,
        has_sections=has_sections(body),
        why_here=why_here_hint(body),
        campaigns=motion_queries.campaigns_for_demands(actor, body),
    )
    made = perform_form(actor, form, lambda: CallForMotions(body_id=body.pk, blueprint=blueprint, **form.as_fields()))
    if made:
        messages.success(request, _("It is set up. Each phase opens by the clock, and allows what it says."))
        return redirect(made)
    return form_page(
        request,
        form,
        heading=str(preset.heading),
        button=_("Set it up"),
        lede=str(preset.lede),
        crumbs=crumbs_to(body),
        back=body.get_absolute_url(),
    )


def crumbs_of_motion(motion: Motion) -> Crumbs:
    """The way down to the pages below a motion."""
    return [*crumbs_of(motion.process, within=True), (motion.get_absolute_url(), motion.title)]


@require_safe
def motion(request: HttpRequest, slug: str, motion_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = motion_queries.motion_at(actor, slug, motion_id)
    context = {
        "it": motion_pages.motion_shown(actor, found),
        "motion": found,
        "process": found.process,
        "panels": panels_for("motion", actor, found),
        "crumbs": crumbs_of(found.process, within=True),
    }
    return render(request, "assemblies/motion.html", context)


@require_safe
def versions(request: HttpRequest, slug: str, motion_id: UUID) -> HttpResponse:
    """Every version of the text, beside the one before."""
    found = motion_queries.motion_at(actor_of(request), slug, motion_id)
    context = {
        "motion": found,
        "versions": motion_queries.versions_of(found),
        "first": motion_queries.first_text_of(found),
        "crumbs": crumbs_of_motion(found),
    }
    return render(request, "assemblies/motion_versions.html", context)


@require_http_methods(FORM)
def move(request: HttpRequest, slug: str) -> HttpResponse:
    """Move a motion; ``?statement=`` starts it from a statement that a conversation agreed on."""
    actor = actor_of(request)
    process = queries.process_at(actor, slug)
    organisations = floor_of(actor, process)
    may_move_motion.require(actor, OnFloor(process, next(iter(organisations), None)))
    statement = motion_queries.statement_for(actor, request.GET.get("statement", ""))
    initial = {"title": statement.text[:160], "text": statement.text} if statement else None
    form = MotionForm(request.POST or None, initial=initial, organisations=organisations)
    statement_id = statement.pk if statement else None
    made = perform_form(
        actor, form, lambda: MoveMotion(process_id=process.pk, statement_id=statement_id, **form.given())
    )
    if made:
        messages.success(request, _("Your motion is moved. It needs seconders before it is voted on."))
        return redirect(made)
    return form_page(
        request,
        form,
        heading=_("Move a motion"),
        button=_("Move it"),
        lede=_("From the statement “%(text)s”") % {"text": statement.text} if statement else "",
        crumbs=crumbs_of(process, within=True),
        back=process.get_absolute_url(),
    )


@require_http_methods(FORM)
def amend(request: HttpRequest, slug: str, motion_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = motion_queries.motion_at(actor, slug, motion_id)
    organisations = floor_of(actor, found.process)
    may_amend.require(actor, OnFloor(found, next(iter(organisations), None)))
    paragraphs = paragraphs_of(found)
    first = next((one for one in paragraphs if one.number == request.GET.get("paragraph", "1")), None)
    initial = {"paragraph": first.number, "text": first.words} if first else None
    form = AmendmentForm(request.POST or None, initial=initial, organisations=organisations, paragraphs=paragraphs)
    if perform_form(actor, form, lambda: AmendMotion(motion_id=found.pk, **form.given())):
        messages.success(request, _("Your amendment is moved. It needs seconders before it is voted on."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Move an amendment"),
        button=_("Move it"),
        lede=found.title,
        crumbs=crumbs_of_motion(found),
        back=found.get_absolute_url(),
    )


def _proposal(request: HttpRequest, slug: str, proposal_id: UUID) -> tuple[Proposal, Motion]:
    """The motion or the amendment at that address, and its motion. Raises Missing."""
    actor = actor_of(request)
    try:
        found = motion_queries.motion_at(actor, slug, proposal_id)
    except Missing:
        amendment = motion_queries.amendment_at(actor, slug, proposal_id)
        return amendment, amendment.motion
    return found, found


@require_http_methods(FORM)
def second(request: HttpRequest, slug: str, proposal_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    proposal, found = _proposal(request, slug, proposal_id)
    others = [one for one in floor_of(actor, found.process) if one != proposal.moved_for]
    may_second.require(actor, OnFloor(proposal, next(iter(others), None)))
    form = ForOrganisationForm(request.POST if request.method == "POST" else None, organisations=others)
    if _told(
        request, lambda: perform_form(actor, form, lambda: SecondProposal(proposal_id=proposal.pk, **form.given()))
    ):
        messages.success(request, _("You have seconded it."))
    if request.method == "POST" and not form.errors:
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Second amendment %(n)s?") % {"n": proposal.number}
        if isinstance(proposal, Amendment)
        else _("Second this motion?"),
        button=_("I second it"),
        lede=_("To second means: this should be debated and voted on. It is recorded, and cannot be taken back."),
        crumbs=crumbs_of_motion(found),
        back=found.get_absolute_url(),
    )


def _told(request: HttpRequest, change: Any) -> Any:
    """What a change made; a conflict is told on the next page."""
    try:
        return change()
    except Conflict as conflict:
        messages.error(request, conflict.sentence)
        return None


@require_http_methods(FORM)
def withdraw(request: HttpRequest, slug: str, proposal_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    proposal, found = _proposal(request, slug, proposal_id)
    may_withdraw_proposal.require(actor, proposal)
    process = found.process
    form = TextForm(
        request.POST or None,
        name="reason",
        label=_("Why do you withdraw it?"),
        longest=250,
        hint=_("Where nobody has seconded or amended it yet, nothing of it is kept. Otherwise it stays to be read."),
    )
    made: list[bool] = []

    def change() -> None:
        perform_form(actor, form, lambda: WithdrawProposal(proposal_id=proposal.pk, **form.cleaned_data))
        made.append(not form.errors)

    if request.method == "POST":
        _told(request, change)
        if made == [True]:
            messages.success(request, _("It is withdrawn."))
        if not form.errors:
            return redirect(process if isinstance(proposal, Motion) else found)
    return form_page(
        request,
        form,
        heading=_("Withdraw it"),
        button=_("Withdraw it"),
        lede=f"{found.title} ({standing_of(proposal).value})",
        crumbs=crumbs_of_motion(found),
        back=found.get_absolute_url(),
        danger=True,
    )
