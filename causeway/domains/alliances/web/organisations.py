"""The pages of organisations: what they are, and joining and leaving them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from causeway.domains.alliances.commands.be_known_to_officers import BeKnownToOfficers
from causeway.domains.alliances.commands.confirm_member import ConfirmMember
from causeway.domains.alliances.commands.decline_member import DeclineMember
from causeway.domains.alliances.commands.edit_organisation import EditOrganisation
from causeway.domains.alliances.commands.join_organisation import JoinOrganisation
from causeway.domains.alliances.commands.leave_organisation import LeaveOrganisation
from causeway.domains.alliances.commands.register_organisation import RegisterOrganisation
from causeway.domains.alliances.models import Organisation
from causeway.domains.alliances.policies import (
    may_confirm_member,
    may_keep_own_membership,
    may_keep_page,
    may_register_organisation,
)
from causeway.domains.alliances.queries.bodies import (
    known_members,
    organisation_by_slug,
    organisation_page,
    requests_to_join,
)
from causeway.domains.alliances.queries.directory import organisations_page
from causeway.domains.alliances.standing import is_officer_of, member_count
from causeway.domains.alliances.web.forms import OrganisationForm
from causeway.domains.alliances.web.pages import crumbs_to, form_page, question_page
from causeway.kernel.errors import Missing, Refused
from causeway.kernel.panels import panels_for
from causeway.kernel.perform import perform
from causeway.kernel.web import ACTING_FOR, actor_of, perform_form

GET_OR_POST = ["GET", "HEAD", "POST"]


@require_GET
def directory(request: HttpRequest) -> HttpResponse:
    words, kind = request.GET.get("q", "")[:100], request.GET.get("kind", "")
    page = organisations_page(words=words, kind=kind, number=request.GET.get("page", "1"))
    context = {"page": page, "words": words, "kind": kind, "kinds": Organisation.Kind.choices}
    return render(request, "alliances/organisations.html", context)


@require_http_methods(GET_OR_POST)
def register(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    may_register_organisation.require(actor)
    form = OrganisationForm(request.POST or None)
    if request.method == "POST":
        organisation = perform_form(actor, form, lambda: RegisterOrganisation(**form.cleaned_data))
        if organisation is not None:
            messages.success(request, _("The organisation is registered, and you are its officer."))
            return redirect(organisation)
    return form_page(
        request,
        form,
        heading=_("Register an organisation"),
        button=_("Register it"),
        lede=_("Branches, users’ and carers’ groups, community and voluntary organisations: each keeps its own life."),
        crumbs=[(directory_address(), _("Organisations"))],
        back=directory_address(),
    )


def directory_address() -> str:
    return reverse("organisations:directory")


@require_GET
def page(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    shown = organisation_page(actor, slug)
    acting = request.session.get(ACTING_FOR) == str(shown.organisation.pk)
    context = {
        "it": shown,
        "organisation": shown.organisation,
        "acting": acting,
        "panels": panels_for("organisation", actor, shown.organisation),
    }
    return render(request, "alliances/organisation.html", context)


@require_http_methods(GET_OR_POST)
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    actor, organisation = actor_of(request), organisation_by_slug(slug)
    may_keep_page.require(actor, organisation)
    names = ("name", "kind", "area", "about", "website", "joining")
    form = OrganisationForm(request.POST or None, initial={name: getattr(organisation, name) for name in names})
    if request.method == "POST":
        edited = perform_form(actor, form, lambda: EditOrganisation(body_id=organisation.pk, **form.cleaned_data))
        if edited is not None:
            messages.success(request, _("The page is changed."))
            return redirect(edited)
    return form_page(
        request,
        form,
        heading=_("Edit this organisation"),
        button=_("Save"),
        crumbs=crumbs_to(organisation),
        back=organisation.get_absolute_url(),
    )


@require_POST
def join(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = organisation_by_slug(slug)
    membership = perform(actor_of(request), JoinOrganisation(organisation_id=organisation.pk))
    joined = _("You belong to it now. Only you and its count know.")
    messages.success(request, joined if membership else _("You have asked to join. An officer will confirm you."))
    return redirect(organisation)


@require_http_methods(GET_OR_POST)
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    actor, organisation = actor_of(request), organisation_by_slug(slug)
    may_keep_own_membership.require(actor, organisation)
    if request.method == "POST":
        perform(actor, LeaveOrganisation(organisation_id=organisation.pk))
        messages.success(request, _("You have left. Nothing of your membership is kept."))
        return redirect(organisation)
    return question_page(
        request,
        heading=_("Leave %(organisation)s?") % {"organisation": organisation.name},
        lede=_("You lose sight of what it keeps for its members. Offices that you hold go on until you step down."),
        button=_("Leave"),
        crumbs=crumbs_to(organisation),
        back=organisation.get_absolute_url(),
        danger=True,
    )


@require_POST
def be_known(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = organisation_by_slug(slug)
    known = request.POST.get("known") == "1"
    perform(actor_of(request), BeKnownToOfficers(organisation_id=organisation.pk, known=known))
    shown, hidden = _("The officers see your display name now."), _("The officers no longer see your name.")
    messages.success(request, shown if known else hidden)
    return redirect(organisation)


@require_GET
def members(request: HttpRequest, slug: str) -> HttpResponse:
    actor, organisation = actor_of(request), organisation_by_slug(slug)
    may_confirm_member.require(actor, organisation)
    context = {
        "organisation": organisation,
        "requests": requests_to_join(organisation),
        "known": known_members(organisation),
        "number": member_count(organisation.pk),
        "crumbs": crumbs_to(organisation),
    }
    return render(request, "alliances/members.html", context)


@require_POST
def confirm_member(request: HttpRequest, slug: str, request_id: UUID) -> HttpResponse:
    organisation = organisation_by_slug(slug)
    perform(actor_of(request), ConfirmMember(organisation_id=organisation.pk, request_id=request_id))
    messages.success(request, _("Confirmed."))
    return redirect("organisations:members", slug=slug)


@require_POST
def decline_member(request: HttpRequest, slug: str, request_id: UUID) -> HttpResponse:
    organisation = organisation_by_slug(slug)
    perform(actor_of(request), DeclineMember(organisation_id=organisation.pk, request_id=request_id))
    messages.success(request, _("Declined. The request is forgotten."))
    return redirect("organisations:members", slug=slug)


@require_POST
def act_for(request: HttpRequest) -> HttpResponse:
    """Act for an organisation, or (without one) for oneself again. It is kept in the session only."""
    actor = actor_of(request)
    slug = request.POST.get("organisation", "")
    if not request.user.is_authenticated:
        raise Refused(_("Sign in first."))
    if slug:
        organisation = organisation_by_slug(slug)
        if not is_officer_of(actor, organisation.pk):
            raise Missing
        request.session[ACTING_FOR] = str(organisation.pk)
        messages.success(request, _("You act for %(organisation)s now.") % {"organisation": organisation.name})
    else:
        request.session.pop(ACTING_FOR, None)
        messages.success(request, _("You act for yourself again."))
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return redirect(back if safe else "home")
