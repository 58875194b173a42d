"""The pages on which elections are called, and people put themselves forward."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from causeway.domains.alliances.web.pages import form_page
from causeway.domains.assemblies import policies, queries
from causeway.domains.assemblies.bodies import body_at, has_sections
from causeway.domains.assemblies.commands.call_election import CallElection
from causeway.domains.assemblies.commands.stand_for_election import StandForElection
from causeway.domains.assemblies.commands.withdraw_nomination import WithdrawNomination
from causeway.domains.assemblies.levels import why_here_hint
from causeway.domains.assemblies.web.bodies import crumbs_to
from causeway.domains.assemblies.web.forms import ElectionForm, StandForm
from causeway.domains.assemblies.web.views import FORM, crumbs_of
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


@require_http_methods(FORM)
def call(request: HttpRequest, room: str, slug: str) -> HttpResponse:
    actor, body = actor_of(request), body_at(room, slug)
    policies.may_set_up_process.require(actor, body)
    form = ElectionForm(request.POST or None, has_sections=has_sections(body), why_here=why_here_hint(body))
    made = perform_form(actor, form, lambda: CallElection(body_id=body.pk, **form.as_fields()))
    if made:
        messages.success(
            request, _("The election is called. Settle the roll, so that people can put themselves forward.")
        )
        return redirect(made)
    return form_page(
        request,
        form,
        heading=_("Call an election"),
        button=_("Call it"),
        lede=_("By the single transferable vote, as Scottish councils are elected. This is not a statutory ballot."),
        crumbs=crumbs_to(body),
        back=body.get_absolute_url(),
    )


@require_http_methods(FORM)
def stand(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.vote_at(actor, slug)
    policies.may_stand_for_election.require(actor, found)
    mine = queries.nomination_of(actor, queries.nominations_in(found))
    initial = {"name": mine.name, "statement": mine.statement, "section": mine.section} if mine else None
    form = StandForm(request.POST or None, initial=initial, sections=queries.sections_to_stand_for(actor, found))
    if perform_form(actor, form, lambda: StandForElection(process_id=found.pk, **form.cleaned_data)):
        messages.success(request, _("You stand. You can change what you say until no more names can be put forward."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Stand for election"),
        button=_("Save") if mine else _("I stand"),
        crumbs=crumbs_of(found, within=True),
        back=found.get_absolute_url(),
    )


@require_POST
def withdraw(request: HttpRequest, nomination_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    process = queries.process_of_nomination(actor, nomination_id)
    perform(actor, WithdrawNomination(nomination_id=nomination_id))
    messages.success(request, _("You do not stand any more. Nothing of it is kept."))
    return redirect(process)
