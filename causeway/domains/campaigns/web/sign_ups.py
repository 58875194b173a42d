"""The page behind the link in a letter: confirm, change or withdraw a sign-up. Opening it changes nothing."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from causeway.domains.campaigns.commands.confirm_sign_up import ConfirmSignUp
from causeway.domains.campaigns.commands.withdraw_sign_up import WithdrawSignUp
from causeway.domains.campaigns.event_policies import SIGN_UP_LINK
from causeway.domains.campaigns.event_queries import event_at, my_sign_up, sign_up_by_link
from causeway.domains.campaigns.links import bearer_of
from causeway.domains.campaigns.web.event_forms import AnswerForm
from causeway.domains.campaigns.web.events import next_steps
from causeway.kernel import clock
from causeway.kernel.errors import Missing
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


@require_http_methods(["GET", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever holds the letter confirms with one button, and can come back to change the answer."""
    bearer = bearer_of(SIGN_UP_LINK, token)
    sign_up = sign_up_by_link(bearer)
    if request.method == "POST" and request.POST.get("do") == "withdraw":
        event = perform(bearer, WithdrawSignUp(sign_up_id=sign_up.pk))
        messages.success(request, _("You are signed out of “%(event)s”.") % {"event": event.title})
        return redirect("events:list")
    initial = {"answer": sign_up.answer, "guests": sign_up.guests}
    form = AnswerForm(request.POST if request.method == "POST" else None, initial=initial)
    done = perform_form(
        bearer,
        form,
        lambda: ConfirmSignUp(
            sign_up_id=sign_up.pk, answer=form.cleaned_data["answer"], guests=form.cleaned_data["guests"]
        ),
    )
    if done is not None:
        return redirect("events:sign_up", token=token)
    context = {
        "sign_up": sign_up,
        "event": sign_up.event,
        "form": form,
        "is_over": sign_up.event.ends_at <= clock.now(),
        **next_steps(actor_of(request), sign_up.event),
    }
    return render(request, "campaigns/sign_up.html", context, status=422 if form.errors else 200)


@require_http_methods(["POST"])
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    """A person with an account takes their sign-up back."""
    actor = actor_of(request)
    sign_up = my_sign_up(actor, event_at(actor, slug))
    if sign_up is None:
        raise Missing
    perform(actor, WithdrawSignUp(sign_up_id=sign_up.pk))
    messages.success(request, _("You are signed out of this event."))
    return redirect("events:event", slug=slug)
