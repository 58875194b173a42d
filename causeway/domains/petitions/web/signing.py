"""Signing, and the pages behind the link in the letter. Opening any of them changes nothing."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.campaigns.event_queries import next_events
from causeway.domains.campaigns.rota_queries import open_shifts
from causeway.domains.petitions import links, postcodes, queries, signer_queries
from causeway.domains.petitions.commands.confirm_signature import ConfirmSignature
from causeway.domains.petitions.commands.correct_signature import CorrectSignature
from causeway.domains.petitions.commands.pass_on_address import PassOnAddress
from causeway.domains.petitions.commands.sign_petition import SignPetition
from causeway.domains.petitions.commands.stop_letters import StopLetters
from causeway.domains.petitions.commands.withdraw_signature import WithdrawSignature
from causeway.domains.petitions.models import Signature
from causeway.domains.petitions.web.forms import NOT_SEEN_BY_PEOPLE, NameForm
from causeway.domains.petitions.web.public import form_of, petition_page
from causeway.kernel.actors import Visitor
from causeway.kernel.errors import Conflict, Invalid, Missing
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form, tell


@require_POST
def sign(request: HttpRequest, slug: str) -> HttpResponse:
    """Take the form. Signed in or not, everybody signs as a visitor: a signature belongs to no account.

    The command is made from what was posted, and the form only where something is wrong: the command checks every
    field anyway, and thousands may sign at once.
    """
    posted = request.POST
    try:
        if not posted.get(NOT_SEEN_BY_PEOPLE):
            perform(Visitor(), signing_of(slug, posted))
    except Invalid as invalid:
        actor = actor_of(request)
        petition = queries.petition_by_slug(actor, slug)
        form = form_of(petition, posted)
        tell(form, invalid)
        return render(request, "petitions/petition.html", petition_page(actor, petition, form), status=422)
    return redirect("petitions:check_your_email", slug=slug)


def signing_of(slug: str, posted: QueryDict) -> SignPetition:
    """What the form that was posted asks for. Raises Invalid for an organisation that is none."""
    try:
        organisation_ids = tuple(UUID(value) for value in posted.getlist("organisations"))
    except ValueError:
        raise Invalid(organisations=_("Choose only organisations that this petition offers.")) from None
    return SignPetition(
        petition_slug=slug,
        name=posted.get("name", ""),
        email=posted.get("email", ""),
        postcode=posted.get("postcode", ""),
        shows_name="shows_name" in posted,
        updates="updates" in posted,
        next_step="next_step" in posted,
        organisation_ids=organisation_ids,
    )


@require_safe
def check_your_email(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "petitions/check_your_email.html", {"petition": queries.public_petition(slug)})


@never_cache
@require_safe
def signature(request: HttpRequest, token: str) -> HttpResponse:
    """What the link in the letter opens: a button to confirm with, or one's own signature."""
    found = open_link(token)
    shown = {
        "token": token,
        "signature": found,
        "petition": found.petition,
        "initials": initials(found.name),
        "area": postcodes.name_of(found.area),
    }
    if found.confirmed_at is None:
        return render(request, "petitions/confirm.html", shown)
    campaign, actor = found.petition.campaign, actor_of(request)
    shown["events"] = next_events(actor, campaign=campaign, most=2)
    shown["shifts"] = open_shifts(actor, campaign=campaign, most=1)
    shown["form"] = NameForm(initial={"shows_name": found.shows_name})
    shown["consents"] = signer_queries.consents_of_signer(found)
    shown["passed_on"] = signer_queries.addresses_passed_on(found)
    return render(request, "petitions/signature.html", shown)


def open_link(token: str) -> Signature:
    """The signature behind a link. Raises Missing with a sentence for its holder."""
    bearer = links.bearer_of(token)
    try:
        return queries.signature_behind_link(bearer.subject_id)
    except Missing:
        said = _("This signature is no longer here: it was withdrawn, or not confirmed within 14 days.")
        raise Missing(said) from None


def initials(name: str) -> str:
    """A name as whoever forwards the link gives it away: “S. S.”."""
    return " ".join(f"{part[0].upper()}." for part in name.split()[:4])


@require_POST
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The button. Pressed again, it leads to the same page."""
    bearer = links.bearer_of(token)
    try:
        perform(bearer, ConfirmSignature(signature_id=bearer.subject_id))
    except Conflict as already:
        found = queries.signature_behind_link(bearer.subject_id)
        if found.confirmed_at is None:  # the same person confirmed another form of theirs
            return render(request, "petitions/signed_already.html", {"petition": found.petition, "said": already})
    return redirect("petitions:signature", token=token)


@require_POST
def correct_signature(request: HttpRequest, token: str) -> HttpResponse:
    bearer = links.bearer_of(token)
    form = NameForm(request.POST)
    done = perform_form(
        bearer,
        form,
        lambda: CorrectSignature(
            signature_id=bearer.subject_id,
            name=form.cleaned_data["name"],
            shows_name=form.cleaned_data["shows_name"],
        ),
    )
    if done:
        messages.success(request, _("Your signature is changed."))
    else:
        messages.error(request, " ".join(str(said) for sentences in form.errors.values() for said in sentences))
    return redirect("petitions:signature", token=token)


@require_POST
def pass_on(request: HttpRequest, token: str) -> HttpResponse:
    bearer = links.bearer_of(token)
    try:
        organisation_id = UUID(request.POST.get("organisation", ""))
    except ValueError:
        raise Missing from None
    perform(bearer, PassOnAddress(signature_id=bearer.subject_id, organisation_id=organisation_id))
    messages.success(request, _("That organisation may have your address now. You can take this back here."))
    return redirect("petitions:signature", token=token)


@csrf_exempt  # the secret in the address is the proof; mail programs post here without a cookie (RFC 8058)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop_letters(request: HttpRequest, token: str) -> HttpResponse:
    """Stop every letter that was agreed to with this signature."""
    found = open_link(token)
    if request.method != "POST":
        return render(request, "petitions/stop_letters.html", {"token": token, "petition": found.petition})
    perform(links.bearer_of(token), StopLetters(signature_id=found.pk))
    if request.POST.get("List-Unsubscribe") == "One-Click":
        return HttpResponse(_("You will get no more of these letters."), content_type="text/plain; charset=utf-8")
    messages.success(request, _("Done. Nobody writes to you because of this signature, and we deleted your address."))
    return redirect("petitions:signature", token=token)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """Ask once, then take the signature off."""
    found = open_link(token)
    if request.method != "POST":
        return render(request, "petitions/withdraw.html", {"token": token, "petition": found.petition})
    perform(links.bearer_of(token), WithdrawSignature(signature_id=found.pk))
    return render(request, "petitions/withdrawn.html", {"petition": found.petition})
