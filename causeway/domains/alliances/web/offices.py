"""The pages of offices: the list, offering, accepting, stepping down."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from causeway.domains.alliances.bodies import body_of, roles_in
from causeway.domains.alliances.commands.accept_office import AcceptOffice
from causeway.domains.alliances.commands.decline_office import DeclineOffice
from causeway.domains.alliances.commands.end_term import EndTerm
from causeway.domains.alliances.commands.offer_office import OfferOffice
from causeway.domains.alliances.commands.show_my_name import ShowMyName
from causeway.domains.alliances.commands.show_office import ShowOffice
from causeway.domains.alliances.commands.withdraw_offer import WithdrawOffer
from causeway.domains.alliances.models import OfficeOffer, Organisation
from causeway.domains.alliances.policies import may_appoint
from causeway.domains.alliances.queries.bodies import known_members
from causeway.domains.alliances.queries.offices import (
    offer_to_withdraw,
    office_of_body,
    offices_of,
    own_offer,
    own_offers,
    own_terms,
    term_to_end,
)
from causeway.domains.alliances.web.forms import ROLE_WORDS, AcceptForm, OfferForm, ReasonForm
from causeway.domains.alliances.web.pages import body_by, crumbs_to, form_page
from causeway.kernel.errors import Refused
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form

GET_OR_POST = ["GET", "HEAD", "POST"]


@require_GET
def offices(request: HttpRequest, slug: str, room: str) -> HttpResponse:
    body = body_by(room, slug)
    context = {"it": offices_of(actor_of(request), body), "body": body, "crumbs": crumbs_to(body)}
    return render(request, "alliances/offices.html", context)


@require_http_methods(GET_OR_POST)
def offer(request: HttpRequest, slug: str, room: str) -> HttpResponse:
    actor, body = actor_of(request), body_by(room, slug)
    may_appoint.require(actor, body)
    known = known_members(body) if isinstance(body, Organisation) else []
    form = OfferForm(
        request.POST or None,
        roles=[(role.value, str(words)) for role, words in ROLE_WORDS.items() if role in roles_in(body)],
        members=[(str(member.id), member.name) for member in known],
    )
    if request.method == "POST":

        def build() -> OfferOffice:
            chosen = form.cleaned_data.get("membership_id") or None
            given = {**form.cleaned_data, "membership_id": int(chosen) if chosen else None}
            return OfferOffice(body_id=body.pk, **given)

        if perform_form(actor, form, build) is not None:
            messages.success(request, _("The office is offered. They get a letter."))
            return redirect(f"{room}:offices", slug=slug)
    return form_page(
        request,
        form,
        heading=_("Offer an office"),
        button=_("Offer it"),
        lede=_("They accept it first, and choose themselves whether their name is shown."),
        crumbs=crumbs_to(body, offices=True),
        back=reverse(f"{room}:offices", kwargs={"slug": slug}),
    )


@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    if not request.user.is_authenticated:
        raise Refused(_("Sign in first, with the address that the offer was sent to."))
    return render(request, "alliances/my_offices.html", {"offers": own_offers(actor), "terms": own_terms(actor)})


@require_http_methods(GET_OR_POST)
def answer(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    offered = own_offer(actor, offer_id)
    body = body_of(offered.office)
    form = AcceptForm()
    if request.method == "POST":
        form = AcceptForm(request.POST)
        term = perform_form(actor, form, lambda: AcceptOffice(offer_id=offered.pk, **form.cleaned_data))
        if term is not None:
            messages.success(request, _("You hold this office now. Thank you."))
            return redirect(body)
    open_still = offered.status == OfficeOffer.Status.OFFERED
    context = {"offer": offered, "body": body, "form": form, "open_still": open_still, "crumbs": crumbs_to(body)}
    return render(request, "alliances/offer.html", context)


@require_POST
def decline(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    perform(actor_of(request), DeclineOffice(offer_id=offer_id))
    messages.success(request, _("You have declined. Your address is forgotten there."))
    return redirect("offices:mine")


@require_POST
def withdraw(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    body = body_of(offer_to_withdraw(actor, offer_id).office)
    perform(actor, WithdrawOffer(offer_id=offer_id))
    messages.success(request, _("The offer is withdrawn."))
    return redirect(f"{body.room}:offices", slug=body.slug)


@require_http_methods(GET_OR_POST)
def end_term(request: HttpRequest, term_id: int) -> HttpResponse:
    actor = actor_of(request)
    term = term_to_end(actor, term_id)
    body = body_of(term.office)
    form = ReasonForm(request.POST or None)
    if request.method == "POST":
        ended = perform_form(actor, form, lambda: EndTerm(term_id=term.pk, reason=form.cleaned_data["reason"]))
        if ended is not None:
            messages.success(request, _("The term is ended."))
            return redirect(f"{body.room}:offices", slug=body.slug)
    return form_page(
        request,
        form,
        heading=_("End this term as %(title)s early") % {"title": term.office.title},
        button=_("End the term"),
        lede=_("It ends at once, and with it everything that the office allows. The reason stays with the term."),
        crumbs=crumbs_to(body, offices=True),
        back=reverse(f"{body.room}:offices", kwargs={"slug": body.slug}),
        danger=True,
    )


@require_POST
def show_name(request: HttpRequest, term_id: int) -> HttpResponse:
    shown = request.POST.get("shown") == "1"
    perform(actor_of(request), ShowMyName(term_id=term_id, shown=shown))
    messages.success(request, _("Your name is shown.") if shown else _("Your name is no longer shown."))
    return redirect("offices:mine")


@require_POST
def show_office(request: HttpRequest, office_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    body = body_of(office_of_body(actor, office_id))
    shown = request.POST.get("shown") == "1"
    perform(actor, ShowOffice(office_id=office_id, shown=shown))
    messages.success(request, _("The page shows this office.") if shown else _("The page hides this office."))
    return redirect(f"{body.room}:offices", slug=body.slug)
