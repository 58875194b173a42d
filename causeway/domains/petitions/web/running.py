"""The pages of those who run a petition, and of organisations that stand under it or write to its signers."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.petitions import handin_queries, policies, queries, running_queries
from causeway.domains.petitions.commands.ask_for_export import AskForExport
from causeway.domains.petitions.commands.close_petition import ClosePetition
from causeway.domains.petitions.commands.correct_petition import CorrectPetition
from causeway.domains.petitions.commands.decide_on_export import DecideOnExport
from causeway.domains.petitions.commands.draft_petition import DraftPetition
from causeway.domains.petitions.commands.endorse_open_letter import EndorseOpenLetter
from causeway.domains.petitions.commands.open_petition import OpenPetition
from causeway.domains.petitions.commands.revise_petition import RevisePetition
from causeway.domains.petitions.commands.take_export import TakeExport
from causeway.domains.petitions.commands.withdraw_endorsement import WithdrawEndorsement
from causeway.domains.petitions.commands.write_to_signers import WriteToSigners
from causeway.domains.petitions.web.forms import CorrectionForm, EndorsementForm, ExportForm, LetterForm, PetitionForm
from causeway.kernel import clock
from causeway.kernel.errors import CausewayError, Missing
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form

FORM = ["GET", "HEAD", "POST"]
USUAL_DAYS = 90  # how long a petition is open, unless somebody says otherwise


@require_http_methods(FORM)
def draft(request: HttpRequest, campaign: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.campaign_to_petition(actor, campaign)
    policies.may_draft_petition.require(actor, found)
    choices = running_queries.choices_for(found)
    form = PetitionForm(
        request.POST or None,
        targets=choices.targets,
        organisations=choices.organisations,
        initial={"closes_on": clock.today() + timedelta(days=USUAL_DAYS)},
    )
    if request.method == "POST":
        made = perform_form(actor, form, lambda: DraftPetition(campaign_id=found.pk, **form.as_fields()))
        if made:
            messages.success(request, _("The draft is saved. Nobody else sees it until you open it."))
            return redirect("petitions:run", slug=made.slug)
    shown = {"form": form, "campaign": found}
    return render(request, "petitions/draft.html", shown, status=422 if form.errors else 200)


@require_safe
def run(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    petition = queries.petition_by_slug(actor, slug)
    policies.may_run_petition.require(actor, petition)
    shown = {
        "petition": petition,
        "totals": queries.totals(petition),
        "progress": running_queries.progress(petition),
        "updates": running_queries.all_updates(actor, petition),
        "hand_ins": handin_queries.hand_ins_of(actor, petition),
        "correction": CorrectionForm(),
    }
    return render(request, "petitions/run.html", shown)


@require_http_methods(FORM)
def revise(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    petition = queries.petition_by_slug(actor, slug)
    policies.may_run_petition.require(actor, petition)
    choices = running_queries.choices_for(petition.campaign)
    form = PetitionForm(
        request.POST or None,
        targets=choices.targets,
        organisations=choices.organisations,
        initial=running_queries.as_filled_in(petition),
    )
    if request.method == "POST":
        made = perform_form(actor, form, lambda: RevisePetition(petition_id=petition.pk, **form.as_fields()))
        if made:
            messages.success(request, _("The draft is saved."))
            return redirect("petitions:run", slug=petition.slug)
    shown = {"form": form, "campaign": petition.campaign, "petition": petition}
    return render(request, "petitions/draft.html", shown, status=422 if form.errors else 200)


@require_POST
def open_for_signatures(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    petition = queries.petition_by_slug(actor, slug)
    try:
        perform(actor, OpenPetition(petition_id=petition.pk))
    except CausewayError as error:
        if error.status in {403, 404}:
            raise
        messages.error(request, error.sentence)
        return redirect("petitions:run", slug=slug)
    messages.success(request, _("It is open. Share its address, and print sheets for those who are not online."))
    return redirect("petitions:petition", slug=slug)


@require_http_methods(FORM)
def close(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    petition = queries.petition_by_slug(actor, slug)
    policies.may_run_petition.require(actor, petition)
    if request.method != "POST":
        return render(request, "petitions/close.html", {"petition": petition})
    perform(actor, ClosePetition(petition_id=petition.pk))
    messages.success(request, _("It is closed. Its signatures are deleted in a year; the totals stay."))
    return redirect("petitions:run", slug=slug)


@require_POST
def correct(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    petition = queries.petition_by_slug(actor, slug)
    form = CorrectionForm(request.POST)
    if perform_form(actor, form, lambda: CorrectPetition(petition_id=petition.pk, text=form.cleaned_data["text"])):
        messages.success(request, _("The correction stands under the text."))
    else:
        messages.error(request, " ".join(str(said) for sentences in form.errors.values() for said in sentences))
    return redirect("petitions:run", slug=slug)


@require_http_methods(FORM)
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """Write to signers: for the campaign, or (``?for=``) for an organisation that one is an officer of."""
    actor = actor_of(request)
    petition = queries.petition_by_slug(actor, slug)
    organisation = running_queries.writer_for(petition, request.GET.get("for", ""))
    policies.may_write_to_signers.require(actor, (petition, organisation))
    form = LetterForm(request.POST or None)
    if request.method == "POST":
        update = perform_form(
            actor,
            form,
            lambda: WriteToSigners(
                petition_id=petition.pk,
                title=form.cleaned_data["title"],
                text=form.cleaned_data["text"],
                organisation_id=organisation.pk if organisation else None,
            ),
        )
        if update:
            messages.success(request, _("It is on its way to the signers who agreed to hear from you."))
            return redirect("petitions:petition", slug=slug)
    runs = bool(policies.may_run_petition(actor, petition))
    shown = {"form": form, "petition": petition, "organisation": organisation, "runs": runs}
    return render(request, "petitions/write.html", shown, status=422 if form.errors else 200)


@require_http_methods(FORM)
def exports(request: HttpRequest, slug: str) -> HttpResponse:
    """Files of signatures: ask for one, agree to one, take one."""
    actor = actor_of(request)
    petition = queries.petition_by_slug(actor, slug)
    if not policies.stands_apart(actor, petition.campaign.alliance_id):
        raise Missing
    form = ExportForm(request.POST or None, organisations=queries.offered_organisations(petition))
    if request.method == "POST":
        asked = perform_form(
            actor,
            form,
            lambda: AskForExport(
                petition_id=petition.pk,
                kind=form.cleaned_data["kind"],
                organisation_id=form.cleaned_data["organisation"],
                reason=form.cleaned_data["reason"],
            ),
        )
        if asked:
            messages.success(request, _("Asked. Now somebody else has to agree."))
            return redirect("petitions:exports", slug=slug)
    shown = {
        "form": form,
        "petition": petition,
        "exports": running_queries.exports_of(actor, petition),
        "may_ask": policies.may_ask_for_export(actor, petition),
        "runs": bool(policies.may_run_petition(actor, petition)),
    }
    return render(request, "petitions/exports.html", shown, status=422 if form.errors else 200)


@require_POST
def decide_on_export(request: HttpRequest, export_id: UUID) -> HttpResponse:
    agreed = request.POST.get("decision") == "agree"
    export = perform(actor_of(request), DecideOnExport(export_id=export_id, agreed=agreed))
    messages.success(request, _("You agreed to this file.") if agreed else _("You said no to this file."))
    return redirect("petitions:exports", slug=export.petition.slug)


@require_POST
def take_export(request: HttpRequest, export_id: UUID) -> FileResponse:
    file = perform(actor_of(request), TakeExport(export_id=export_id))
    name = f"signatures-{str(export_id)[:8]}.csv"
    response = FileResponse(file, as_attachment=True, filename=name, content_type="text/csv; charset=utf-8")
    response["Cache-Control"] = "no-store"
    return response


@require_http_methods(FORM)
def endorse(request: HttpRequest, slug: str) -> HttpResponse:
    """Sign an open letter for an organisation that one is an officer of."""
    actor = actor_of(request)
    petition = queries.petition_by_slug(actor, slug)
    organisations = running_queries.may_sign_for(actor)
    form = EndorsementForm(request.POST or None, organisations=organisations)
    if request.method == "POST":
        done = perform_form(
            actor,
            form,
            lambda: EndorseOpenLetter(petition_id=petition.pk, organisation_id=form.cleaned_data["organisation"]),
        )
        if done:
            messages.success(request, _("Your organisation stands under this open letter."))
            return redirect("petitions:petition", slug=slug)
    shown = {
        "form": form,
        "petition": petition,
        "organisations": organisations,
        "endorsements": running_queries.endorsements_by(actor, petition),
    }
    return render(request, "petitions/endorse.html", shown, status=422 if form.errors else 200)


@require_POST
def withdraw_endorsement(request: HttpRequest, endorsement_id: int) -> HttpResponse:
    withdrawn = perform(actor_of(request), WithdrawEndorsement(endorsement_id=endorsement_id))
    messages.success(request, _("Your organisation’s name is taken off."))
    return redirect("petitions:petition", slug=withdrawn.petition.slug)
