"""The page behind “unsubscribe” in every letter. It needs no account: the signed link is enough."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from causeway.domains.people.commands.allow_letters_again import AllowLettersAgain
from causeway.domains.people.commands.stop_everything import StopEverything
from causeway.domains.people.commands.withdraw_consent import WithdrawConsent
from causeway.domains.people.links import Subscription, read_token
from causeway.domains.people.models import Channel
from causeway.domains.people.queries import consent_of_subject, wants_nothing
from causeway.kernel.perform import perform


@csrf_exempt  # the signed token is the proof; mail programs post here without a cookie (RFC 8058)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Show the choice; stop these letters, or all letters, when a button or the mail program says so."""
    wanted = read_token(token)
    if request.method == "POST":
        if request.POST.get("List-Unsubscribe") == "One-Click":
            stop(wanted)
            return HttpResponse(_("You will get no more of these letters."), content_type="text/plain; charset=utf-8")
        choose(request, wanted)
        return redirect("people:unsubscribe", token=token)
    consent = consent_of_subject(wanted.subject_index, wanted.controller_id, wanted.channel, wanted.purpose)
    return render(
        request,
        "people/unsubscribe.html",
        {
            "token": token,
            "consent": consent,
            "running": consent is not None and consent.withdrawn_at is None,
            "channel": Channel(wanted.channel).label if wanted.channel in Channel.values else "",
            "everything_stopped": wants_nothing(wanted.subject_index),
        },
    )


def choose(request: HttpRequest, wanted: Subscription) -> None:
    """Do what the button that was pressed says."""
    match request.POST.get("choice"):
        case "everything":
            perform(wanted.bearer, StopEverything(subject_index=wanted.subject_index))
            messages.success(request, _("Done. Nobody here will write to you unless you ask for something yourself."))
        case "again":
            perform(wanted.bearer, AllowLettersAgain(subject_index=wanted.subject_index))
            messages.success(request, _("Done. You can agree to letters again, one organisation at a time."))
        case "this":
            stop(wanted)
            messages.success(request, _("Done. You will get no more of these letters."))
        case _:
            messages.error(request, _("Press one of the buttons."))


def stop(wanted: Subscription) -> None:
    """Stop the letters that the link is about."""
    perform(
        wanted.bearer,
        WithdrawConsent(
            subject_index=wanted.subject_index,
            controller_id=wanted.controller_id,
            channel=wanted.channel,
            purpose=wanted.purpose,
        ),
    )
