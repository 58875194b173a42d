"""The pages by which organisations come into alliances and leave them, and alliances stand under one another."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from causeway.domains.alliances.commands.affiliate_organisation import AffiliateOrganisation
from causeway.domains.alliances.commands.agree_affiliation import AgreeAffiliation
from causeway.domains.alliances.commands.declare_membership import DeclareMembership
from causeway.domains.alliances.commands.decline_affiliation import DeclineAffiliation
from causeway.domains.alliances.commands.end_affiliation import EndAffiliation
from causeway.domains.alliances.commands.propose_affiliation import ProposeAffiliation
from causeway.domains.alliances.commands.withdraw_affiliation import WithdrawAffiliation
from causeway.domains.alliances.models import AffiliationProposal
from causeway.domains.alliances.policies import (
    may_affiliate_organisation,
    may_answer_proposal,
    may_declare_membership,
    may_see_inside,
    may_withdraw_proposal,
    runs,
)
from causeway.domains.alliances.queries.affiliations import (
    affiliation_for,
    affiliations_page,
    proposal_for,
)
from causeway.domains.alliances.queries.bodies import alliance_by_slug, organisation_by_slug
from causeway.domains.alliances.queries.directory import find_organisations
from causeway.domains.alliances.standing import officer_of
from causeway.domains.alliances.web.forms import (
    ApplyForm,
    DeclareForm,
    EndAffiliationForm,
    ProposalForm,
    ReasonForm,
    RecordForm,
)
from causeway.domains.alliances.web.pages import crumbs_to, form_page
from causeway.kernel.errors import Refused
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form

GET_OR_POST = ["GET", "HEAD", "POST"]


@require_GET
def affiliations(request: HttpRequest, slug: str) -> HttpResponse:
    actor, alliance = actor_of(request), alliance_by_slug(slug)
    past = request.GET.get("past") == "1"
    context = {
        "alliance": alliance,
        "page": affiliations_page(alliance, request.GET.get("page", "1"), past=past),
        "past": past,
        "runs_it": runs(actor, alliance),
        "inside": bool(may_see_inside(actor, alliance)),
        "my_organisations": [row.pk for row in officer_of(actor)],
        "crumbs": crumbs_to(alliance),
    }
    return render(request, "alliances/affiliations.html", context)


@require_GET
def choose(request: HttpRequest, slug: str) -> HttpResponse:
    """Find the organisation to invite, or whose affiliation to record."""
    actor, alliance = actor_of(request), alliance_by_slug(slug)
    may_affiliate_organisation.require(actor, alliance)
    words = request.GET.get("words", "")[:100]
    found = find_organisations(words)
    context = {"alliance": alliance, "words": words, "found": found, "crumbs": crumbs_to(alliance)}
    return render(request, "alliances/choose_organisation.html", context)


@require_http_methods(GET_OR_POST)
def invite(request: HttpRequest, slug: str, organisation: str) -> HttpResponse:
    actor, alliance, invited = actor_of(request), alliance_by_slug(slug), organisation_by_slug(organisation)
    may_affiliate_organisation.require(actor, alliance)
    form = ProposalForm(request.POST or None)
    if request.method == "POST":

        def build() -> ProposeAffiliation:
            return ProposeAffiliation(
                alliance_id=alliance.pk,
                organisation_id=invited.pk,
                side=AffiliationProposal.Side.ALLIANCE,
                **form.cleaned_data,
            )

        proposal = perform_form(actor, form, build)
        if proposal is not None:
            messages.success(request, _("The invitation is on its way. Its officers answer it."))
            return redirect("alliances:proposal", proposal_id=proposal.pk)
    return form_page(
        request,
        form,
        heading=_("Invite %(organisation)s") % {"organisation": invited.name},
        button=_("Send the invitation"),
        lede=_("It stands in the alliance once one of its officers agrees."),
        crumbs=crumbs_to(alliance),
        back=alliance.get_absolute_url(),
    )


@require_http_methods(GET_OR_POST)
def record(request: HttpRequest, slug: str, organisation: str) -> HttpResponse:
    actor, alliance, agreed = actor_of(request), alliance_by_slug(slug), organisation_by_slug(organisation)
    may_affiliate_organisation.require(actor, alliance)
    form = RecordForm(request.POST or None)
    if request.method == "POST":

        def build() -> AffiliateOrganisation:
            return AffiliateOrganisation(alliance_id=alliance.pk, organisation_id=agreed.pk, **form.cleaned_data)

        if perform_form(actor, form, build) is not None:
            messages.success(request, _("The affiliation is recorded."))
            return redirect(alliance)
    return form_page(
        request,
        form,
        heading=_("Record that %(organisation)s affiliated") % {"organisation": agreed.name},
        button=_("Record the affiliation"),
        lede=_("For an agreement made elsewhere, at a meeting say. Your name and today’s date stand in the trail."),
        crumbs=crumbs_to(alliance),
        back=alliance.get_absolute_url(),
    )


@require_http_methods(GET_OR_POST)
def apply(request: HttpRequest, slug: str) -> HttpResponse:
    actor, alliance = actor_of(request), alliance_by_slug(slug)
    mine = officer_of(actor)
    if not mine:
        raise Refused(_("Only an officer can apply for an organisation. Register yours first, or ask its officers."))
    form = ApplyForm(request.POST or None, organisations=mine)
    if request.method == "POST":

        def build() -> ProposeAffiliation:
            chosen = {**form.cleaned_data, "organisation_id": UUID(form.cleaned_data["organisation_id"])}
            return ProposeAffiliation(alliance_id=alliance.pk, side=AffiliationProposal.Side.ORGANISATION, **chosen)

        proposal = perform_form(actor, form, build)
        if proposal is not None:
            messages.success(request, _("You have applied. A coordinator of the alliance answers."))
            return redirect("alliances:proposal", proposal_id=proposal.pk)
    return form_page(
        request,
        form,
        heading=_("Apply to join %(alliance)s") % {"alliance": alliance.name},
        button=_("Apply"),
        lede=_("Your organisation keeps its autonomy and its members’ data. Either side can end the affiliation."),
        crumbs=crumbs_to(alliance),
        back=alliance.get_absolute_url(),
    )


@require_GET
def proposal(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    shown = proposal_for(actor, proposal_id)
    waits = shown.status == AffiliationProposal.Status.PROPOSED
    context = {
        "proposal": shown,
        "may_answer": waits and bool(may_answer_proposal(actor, shown)),
        "may_withdraw": waits and bool(may_withdraw_proposal(actor, shown)),
        "crumbs": crumbs_to(shown.alliance),
    }
    return render(request, "alliances/proposal.html", context)


@require_POST
def agree(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    affiliation = perform(actor_of(request), AgreeAffiliation(proposal_id=proposal_id))
    messages.success(request, _("Agreed: the organisation stands in the alliance from today."))
    return redirect(affiliation.alliance)


@require_http_methods(GET_OR_POST)
def decline(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    shown = proposal_for(actor, proposal_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST":
        declined = perform_form(
            actor, form, lambda: DeclineAffiliation(proposal_id=proposal_id, reason=form.cleaned_data["reason"])
        )
        if declined is not None:
            messages.success(request, _("The proposal is declined, with your reason."))
            return redirect("alliances:proposal", proposal_id=proposal_id)
    return form_page(
        request,
        form,
        heading=_("Decline this proposal"),
        button=_("Decline"),
        lede=_("%(organisation)s and %(alliance)s can talk again at any time.")
        % {"organisation": shown.organisation.name, "alliance": shown.alliance.name},
        crumbs=crumbs_to(shown.alliance),
        back=reverse("alliances:proposal", kwargs={"proposal_id": proposal_id}),
    )


@require_POST
def withdraw(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    perform(actor_of(request), WithdrawAffiliation(proposal_id=proposal_id))
    messages.success(request, _("The proposal is withdrawn."))
    return redirect("alliances:proposal", proposal_id=proposal_id)


@require_http_methods(GET_OR_POST)
def end(request: HttpRequest, affiliation_id: int) -> HttpResponse:
    actor = actor_of(request)
    affiliation = affiliation_for(actor, affiliation_id)
    form = EndAffiliationForm(request.POST or None)
    if request.method == "POST":
        ended = perform_form(actor, form, lambda: EndAffiliation(affiliation_id=affiliation.pk, **form.cleaned_data))
        if ended is not None:
            messages.success(request, _("The affiliation is ended. It stays in the history."))
            return redirect("alliances:affiliations", slug=affiliation.alliance.slug)
    return form_page(
        request,
        form,
        heading=_("End the affiliation of %(organisation)s") % {"organisation": affiliation.organisation.name},
        button=_("End the affiliation"),
        lede=_("Its members lose sight of what %(alliance)s keeps for its own. The history stays.")
        % {"alliance": affiliation.alliance.name},
        crumbs=crumbs_to(affiliation.alliance),
        back=reverse("alliances:affiliations", kwargs={"slug": affiliation.alliance.slug}),
        danger=True,
    )


@require_http_methods(GET_OR_POST)
def declare(request: HttpRequest, affiliation_id: int) -> HttpResponse:
    actor = actor_of(request)
    affiliation = affiliation_for(actor, affiliation_id)
    may_declare_membership.require(actor, affiliation)
    form = DeclareForm(request.POST or None)
    if request.method == "POST":
        declared = perform_form(
            actor, form, lambda: DeclareMembership(affiliation_id=affiliation.pk, **form.cleaned_data)
        )
        if declared is not None:
            messages.success(request, _("The figure is declared."))
            return redirect(affiliation.organisation)
    return form_page(
        request,
        form,
        heading=_("Declare how many members you have"),
        button=_("Declare the figure"),
        lede=_("%(alliance)s uses it where organisations vote by size. Earlier figures stay on record.")
        % {"alliance": affiliation.alliance.name},
        crumbs=crumbs_to(affiliation.organisation),
        back=affiliation.organisation.get_absolute_url(),
    )
