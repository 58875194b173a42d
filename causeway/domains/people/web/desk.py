"""Staff: sessions with a reason and an end, and the desk for requests about people's data."""

from __future__ import annotations

from uuid import UUID

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.people import queries
from causeway.domains.people.commands.acknowledge_request import AcknowledgeRequest
from causeway.domains.people.commands.answer_request import AnswerRequest
from causeway.domains.people.commands.close_staff_session import CloseStaffSession
from causeway.domains.people.commands.extend_request import ExtendRequest
from causeway.domains.people.commands.open_staff_session import OpenStaffSession
from causeway.domains.people.staff import bodies
from causeway.domains.people.web.forms import AnswerForm, ExtendForm, StaffSessionForm
from causeway.kernel.actors import Actor, Staff
from causeway.kernel.errors import Missing
from causeway.kernel.perform import perform
from causeway.kernel.web import STAFF_SESSION, actor_of, perform_form


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def open_session(request: HttpRequest) -> HttpResponse:
    """Say why, about whom and for how long; then look."""
    actor = actor_of(request)
    if isinstance(actor, Staff):
        return redirect("people:desk")
    if not queries.may_be_staff(actor):
        raise Missing
    answer: HttpResponse = reauthentication_required(_opening)(request, actor)
    return answer


def _opening(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The form, once staff have shown again who they are: a browser left open opens nothing."""
    form = StaffSessionForm(request.POST or None, bodies=bodies())
    if request.method == "POST":
        session = perform_form(
            actor,
            form,
            lambda: OpenStaffSession(
                reason=form.cleaned_data["reason"],
                minutes=int(form.cleaned_data["minutes"]),
                scope=UUID(form.cleaned_data["scope"]) if form.cleaned_data["scope"] else None,
            ),
        )
        if session:
            request.session[STAFF_SESSION] = str(session.pk)
            return redirect("people:desk")
    return render(request, "people/open_session.html", {"form": form})


@login_required
@require_POST
def close_session(request: HttpRequest) -> HttpResponse:
    """End the staff session."""
    actor = actor_of(request)
    request.session.pop(STAFF_SESSION, None)
    if isinstance(actor, Staff):
        perform(actor, CloseStaffSession(session_id=actor.session_id))
        messages.success(request, _("The staff session is closed."))
    return redirect("people:account")


@login_required
@never_cache
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """What waits, the most urgent first; and what is closed."""
    closed = request.GET.get("show") == "closed"
    page = queries.desk_page(actor_of(request), running=not closed, number=request.GET.get("page"))
    return render(request, "people/desk.html", {"page": page, "closed": closed})


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def desk_request(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """One request: acknowledge it, take more time, answer it."""
    actor = actor_of(request)
    row = queries.request_at_desk(actor, request_id)
    choice = request.POST.get("choice")
    answer = AnswerForm(request.POST if choice == "answer" else None)
    extend = ExtendForm(request.POST if choice == "extend" else None)
    if choice == "acknowledge":
        perform(actor, AcknowledgeRequest(request_id=row.pk))
        return redirect("people:desk_request", request_id=row.pk)
    if choice == "answer":
        perform_form(actor, answer, lambda: AnswerRequest(request_id=row.pk, answer=answer.cleaned_data["answer"]))
        if answer.is_valid():
            messages.success(request, _("Answered. The person gets a letter."))
            return redirect("people:desk")
    if choice == "extend":
        perform_form(actor, extend, lambda: ExtendRequest(request_id=row.pk, because=extend.cleaned_data["because"]))
        if extend.is_valid():
            return redirect("people:desk_request", request_id=row.pk)
    return render(request, "people/desk_request.html", {"row": row, "answer": answer, "extend": extend})
