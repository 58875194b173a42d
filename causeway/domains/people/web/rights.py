"""Asking about one's own data, with an account or without, and following what became of it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from causeway.domains.people import queries
from causeway.domains.people.commands.confirm_request import ConfirmRequest
from causeway.domains.people.commands.lodge_request import LodgeRequest
from causeway.domains.people.commands.withdraw_request import WithdrawRequest
from causeway.domains.people.desks import body_named
from causeway.domains.people.links import read_request_token, request_token
from causeway.domains.people.web.forms import RequestForm
from causeway.kernel.actors import Member
from causeway.kernel.errors import Missing
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for something about one's data. ``?body=`` names the alliance or organisation that it is addressed to."""
    actor = actor_of(request)
    body = body_asked(request)
    form = RequestForm(request.POST or None, known=isinstance(actor, Member))
    if request.method == "POST":
        made = perform_form(
            actor,
            form,
            lambda: LodgeRequest(
                kind=form.cleaned_data["kind"],
                text=form.cleaned_data["text"],
                email=form.cleaned_data.get("email", ""),
                controller_id=body[0] if body else None,
            ),
        )
        if made and isinstance(actor, Member):
            messages.success(request, _("We have your request. You see here how far it is."))
            return redirect("people:request", token=request_token(made.pk))
        if made:
            return redirect("people:asked")
    return render(request, "people/ask.html", {"form": form, "body": body})


def body_asked(request: HttpRequest) -> tuple[UUID, str] | None:
    """The alliance or organisation that the address names. Raises Missing where there is none such."""
    given = request.GET.get("body")
    if not given:
        return None
    try:
        found = body_named(UUID(given))
    except ValueError:
        raise Missing from None
    if found is None:
        raise Missing
    return found


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """After asking without an account: look into your letters."""
    return render(request, "people/asked.html")


@login_required
@require_safe
def own_requests(request: HttpRequest) -> HttpResponse:
    """My requests, each with its clock."""
    actor = actor_of(request)
    queries.own_account(actor)
    rows = [(row, request_token(row.pk)) for row in queries.requests_of(actor)]
    return render(request, "people/own_requests.html", {"rows": rows})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, token: str) -> HttpResponse:
    """One request: confirm it, see how far it is, read the answer, take it back."""
    holder = read_request_token(token)
    row = queries.request_of(holder)
    if request.method == "POST":
        if request.POST.get("choice") == "withdraw":
            perform(holder, WithdrawRequest(request_id=row.pk))
        else:
            perform(holder, ConfirmRequest(request_id=row.pk))
        return redirect("people:request", token=token)
    return render(request, "people/request.html", {"row": row, "erases": queries.erases_at_once(row)})
