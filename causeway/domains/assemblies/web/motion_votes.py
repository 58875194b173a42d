"""The pages on which motions are put to the vote, and organisations say where they stand."""

from __future__ import annotations

from typing import TypedDict
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from causeway.domains.alliances.web.pages import form_page
from causeway.domains.assemblies import motion_queries, policies
from causeway.domains.assemblies.commands.put_to_meeting import PutToMeeting
from causeway.domains.assemblies.commands.put_to_vote import PutToVote, question_in
from causeway.domains.assemblies.commands.settle_motion import SettleMotion
from causeway.domains.assemblies.commands.take_back_position import TakeBackPosition
from causeway.domains.assemblies.commands.take_position import TakePosition
from causeway.domains.assemblies.models import Amendment, Motion, Part
from causeway.domains.assemblies.motion_course import why_not_now
from causeway.domains.assemblies.motion_policies import may_take_position
from causeway.domains.assemblies.motion_standing import OnFloor, speaks_for_in
from causeway.domains.assemblies.web.forms import DatesForm
from causeway.domains.assemblies.web.motion_forms import MeetingForm, PositionForm
from causeway.domains.assemblies.web.motions import crumbs_of_motion
from causeway.domains.assemblies.web.views import FORM
from causeway.kernel.errors import Conflict
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


class Named(TypedDict):
    """The amendment or the part that an address names; neither for the motion itself."""

    amendment_id: UUID | None
    part_number: int | None


def question_named(request: HttpRequest, motion: Motion) -> Named:
    """What the address says is voted on. Raises Missing; or Conflict where it is not its turn."""
    part = request.GET.get("part", "")
    amendment_id = motion_queries.identifier(request.GET.get("amendment", ""))
    named = Named(amendment_id=amendment_id, part_number=int(part) if part.isdecimal() else None)
    if why_not := why_not_now(question_in(motion, **named)):
        raise Conflict(why_not)
    return named


@require_http_methods(FORM)
def put(request: HttpRequest, slug: str, motion_id: UUID) -> HttpResponse:
    """Put the motion to the vote, or the amendment or part that the address names."""
    actor = actor_of(request)
    found = motion_queries.motion_at(actor, slug, motion_id)
    policies.may_run_process.require(actor, found)
    named = question_named(request, found)
    question = question_in(found, **named)
    form = DatesForm(request.POST or None)
    vote = perform_form(actor, form, lambda: PutToVote(motion_id=found.pk, **named, **form.dates()))
    if vote:
        messages.success(
            request, _("It is put to the vote, and its roll is settled. People may object until it opens.")
        )
        return redirect(vote.process)
    heading = _("Put the motion to the vote")
    if isinstance(question, Amendment):
        heading = _("Put amendment %(n)s to the vote") % {"n": question.number}
    if isinstance(question, Part):
        heading = _("Put part %(n)s to the vote") % {"n": question.number}
    return form_page(
        request,
        form,
        heading=heading,
        button=_("Put it to the vote"),
        lede=_("By secret ballot of the members. The result takes effect by itself."),
        crumbs=crumbs_of_motion(found),
        back=found.get_absolute_url(),
    )


@require_http_methods(FORM)
def meet(request: HttpRequest, slug: str, motion_id: UUID) -> HttpResponse:
    """Ask a meeting that is held now, by show of hands."""
    actor = actor_of(request)
    found = motion_queries.motion_at(actor, slug, motion_id)
    policies.may_run_process.require(actor, found)
    named = question_named(request, found)
    meetings = motion_queries.meetings_now(found.process)
    form = MeetingForm(request.POST or None, meetings=meetings)
    build = lambda: PutToMeeting(motion_id=found.pk, meeting_id=UUID(form.cleaned_data["meeting"]), **named)  # noqa: E731
    if perform_form(actor, form, build):
        messages.success(request, _("The meeting is asked. Once the count is recorded, declare the result here."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Ask a meeting"),
        button=_("Ask it now"),
        lede=_("By show of hands, which tellers count.")
        if meetings
        else _("No meeting of this body is held now. It can be asked from an hour before it begins."),
        crumbs=crumbs_of_motion(found),
        back=found.get_absolute_url(),
    )


@require_POST
def declare(request: HttpRequest, slug: str, process_id: UUID) -> HttpResponse:
    """Declare what hands decided."""
    actor = actor_of(request)
    vote = perform(actor, SettleMotion(process_id=process_id))
    messages.success(request, _("The result is declared, and has taken effect."))
    return redirect(vote.motion)


@require_http_methods(FORM)
def position(request: HttpRequest, slug: str, motion_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = motion_queries.motion_at(actor, slug, motion_id)
    mine = speaks_for_in(actor, found.process)
    may_take_position.require(actor, OnFloor(found, next(iter(mine), None)))
    held = found.positions.filter(organisation=mine[0]).first() if len(mine) == 1 else None
    initial = {"stance": held.stance, "reason": held.reason} if held else None
    form = PositionForm(request.POST or None, initial=initial, organisations=mine)
    if perform_form(actor, form, lambda: TakePosition(motion_id=found.pk, **form.given())):
        messages.success(request, _("The position stands beside the text."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Where does your organisation stand?"),
        button=_("Publish it"),
        lede=found.title,
        crumbs=crumbs_of_motion(found),
        back=found.get_absolute_url(),
    )


@require_POST
def take_back(request: HttpRequest, slug: str, position_id: int) -> HttpResponse:
    actor = actor_of(request)
    motion = motion_queries.motion_of_position(actor, slug, position_id)
    perform(actor, TakeBackPosition(position_id=position_id))
    messages.success(request, _("The position is taken back. You can take another at any time."))
    return redirect(motion)
