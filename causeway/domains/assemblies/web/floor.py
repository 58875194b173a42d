"""The pages of questions that are put to meetings: putting them, the projector, phones."""

from __future__ import annotations

from uuid import UUID

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.queries.meetings import meeting_for
from causeway.domains.alliances.web.pages import crumbs_to, form_page, question_page
from causeway.domains.assemblies import floor_policies, floor_queries
from causeway.domains.assemblies.commands.answer_poll import AnswerPoll
from causeway.domains.assemblies.commands.close_poll import ClosePoll
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.put_question import PutQuestion
from causeway.domains.assemblies.floor_queries import FloorShown
from causeway.domains.assemblies.models import FloorVote
from causeway.domains.assemblies.web.floor_forms import CodeForm, QuestionForm
from causeway.domains.assemblies.web.paper_forms import PaperForm
from causeway.domains.assemblies.web.views import FORM, crumbs_of
from causeway.kernel.actors import Visitor
from causeway.kernel.errors import Missing
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


@require_http_methods(FORM)
def put(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Put a question to a meeting; then the projector shows it."""
    actor = actor_of(request)
    meeting = meeting_for(actor, meeting_id)
    floor_policies.may_put_question.require(actor, meeting)
    form = QuestionForm(request.POST or None)
    vote = perform_form(actor, form, lambda: PutQuestion(meeting_id=meeting.pk, **form.as_fields()))
    if vote:
        if vote.way == FloorVote.Way.HANDS:
            messages.success(request, _("The question is put. Ask people to show hands, then type in the numbers."))
            return redirect("floor:count", process_id=vote.pk)
        messages.success(request, _("The question is put, and the poll is open until you close it."))
        return redirect(vote.process)
    return form_page(
        request,
        form,
        heading=_("Put a question to the meeting"),
        button=_("Put it"),
        crumbs=crumbs_to(body_of(meeting), meeting),
        back=meeting.get_absolute_url(),
    )


@require_safe
def enter(request: HttpRequest) -> HttpResponse:
    """Type in the code from the screen of a meeting."""
    form = CodeForm(request.GET or None)
    code = form.plain(floor_queries.CODE_LENGTH) if form.is_bound else ""
    if code:
        return redirect("floor:page", code=code)
    return render(request, "assemblies/floor_enter.html", {"form": form, "wrong": form.is_bound})


def floor_or_sign_in(request: HttpRequest, code: str) -> FloorShown | HttpResponse:
    """The meeting with that code; to a visitor who does not see it, the way to sign in. Raises Missing."""
    actor = actor_of(request)
    try:
        return floor_queries.floor_at(actor, code.upper())
    except Missing:
        if isinstance(actor, Visitor):
            return redirect_to_login(request.get_full_path())
        raise


def _at(floor: FloorShown) -> str:
    return reverse("floor:page", kwargs={"code": floor.floor.code})


@never_cache
@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """What is put to the meeting now, on a phone."""
    it = floor_or_sign_in(request, code)
    if isinstance(it, HttpResponse):
        return it
    crumbs = crumbs_to(it.body, it.floor.meeting)
    return render(request, "assemblies/floor_page.html", {"it": it, "question": it.question, "crumbs": crumbs})


@never_cache
@require_safe
def screen(request: HttpRequest, code: str) -> HttpResponse:
    """The page for the projector."""
    it = floor_or_sign_in(request, code)
    if isinstance(it, HttpResponse):
        return it
    address = settings.SITE_URL + _at(it)
    context = {
        "it": it,
        "question": it.question,
        "host": settings.SITE_URL.split("://", 1)[-1] + reverse("floor:enter"),
        "qr": segno.make(address, error="m").svg_data_uri(scale=8, border=2, light="#fff"),
        "crumbs": crumbs_to(it.body, it.floor.meeting),
    }
    return render(request, "assemblies/floor_screen.html", context)


@never_cache
@require_http_methods(FORM)
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """Answer the poll that is open; the receipt is the answer to the button, and stands nowhere else."""
    it = floor_or_sign_in(request, code)
    if isinstance(it, HttpResponse):
        return it
    if it.question is None:
        raise Missing
    actor, vote = actor_of(request), it.question.vote
    floor_policies.may_answer_poll.require(actor, vote)
    ballot = vote.process.ballot
    form = PaperForm(request.POST or None, ballot=ballot, names=vote.names)
    receipt = perform_form(actor, form, lambda: AnswerPoll(code=it.floor.code, marks=form.marks()))
    crumbs = [*crumbs_to(it.body, it.floor.meeting), (_at(it), _("What is put now"))]
    context = {"it": it, "ballot": ballot, "form": form, "receipt": receipt, "crumbs": crumbs, "back": _at(it)}
    template = "assemblies/floor_answered.html" if receipt else "assemblies/floor_answer.html"
    return render(request, template, context, status=422 if form.errors else 200)


@require_http_methods(FORM)
def close(request: HttpRequest, process_id: UUID) -> HttpResponse:
    """Close a poll and count it at once."""
    actor = actor_of(request)
    vote = floor_queries.question_with(actor, process_id)
    floor_policies.may_run_question.require(actor, vote)
    if vote.way != FloorVote.Way.PHONES:
        raise Missing
    if request.method == "POST":
        perform(actor, ClosePoll(process_id=vote.pk))
        perform(actor, CountBallot(ballot_id=vote.pk))
        messages.success(request, _("The poll is closed."))
        return redirect(vote.process)
    return question_page(
        request,
        heading=_("Close the poll?"),
        lede=_("Nobody can answer any more, and the result is shown at once."),
        button=_("Close it and count"),
        crumbs=crumbs_of(vote.process, within=True),
        back=vote.process.get_absolute_url(),
    )
