"""The pages on which people and organisations stand behind a proposal."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from causeway.domains.alliances.web.pages import form_page
from causeway.domains.budgets import policies
from causeway.domains.budgets.commands.end_sponsorship import EndSponsorship
from causeway.domains.budgets.commands.sponsor_for_organisation import SponsorForOrganisation
from causeway.domains.budgets.commands.sponsor_proposal import SponsorProposal
from causeway.domains.budgets.proposal_queries import proposal_at, proposal_shown
from causeway.domains.budgets.web.proposal_forms import SponsorForForm, SponsorForm
from causeway.domains.budgets.web.ways import FORM, crumbs_of
from causeway.kernel.errors import Refused
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


@require_http_methods(FORM)
def sponsor(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = proposal_at(actor, proposal_id)
    policies.may_sponsor.require(actor, found)
    form = SponsorForm(request.POST or None)
    if perform_form(actor, form, lambda: SponsorProposal(proposal_id=found.pk, **form.cleaned_data)):
        messages.success(request, _("You stand behind this proposal. You can stop at any time."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Sponsor a proposal"),
        button=_("Sponsor it"),
        lede=found.title,
        crumbs=crumbs_of(found.budget, "", "proposals"),
        back=found.get_absolute_url(),
    )


@require_http_methods(FORM)
def sponsor_for(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = proposal_at(actor, proposal_id)
    mine = proposal_shown(actor, found).for_organisations
    if not mine:
        raise Refused(_("You are an officer of no organisation that could sponsor this and does not do so yet."))
    form = SponsorForForm(request.POST or None, organisations=mine)

    def command() -> SponsorForOrganisation:
        return SponsorForOrganisation(proposal_id=found.pk, organisation_id=UUID(form.cleaned_data["organisation_id"]))

    if perform_form(actor, form, command):
        messages.success(request, _("Your organisation stands behind this proposal."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Sponsor a proposal for an organisation"),
        button=_("Sponsor it"),
        lede=found.title,
        crumbs=crumbs_of(found.budget, "", "proposals"),
        back=found.get_absolute_url(),
    )


@require_POST
def end(request: HttpRequest, sponsor_id: UUID) -> HttpResponse:
    proposal = perform(actor_of(request), EndSponsorship(sponsor_id=sponsor_id))
    messages.success(request, _("Ended. Nothing of it is kept."))
    return redirect(proposal)
