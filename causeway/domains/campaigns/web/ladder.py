"""The ladder of engagement in numbers, and the ask for the next step."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from causeway.domains.campaigns.commands.ask_for_next_step import AskForNextStep
from causeway.domains.campaigns.event_queries import campaign_at
from causeway.domains.campaigns.ladder_chart import chart_of
from causeway.domains.campaigns.ladder_queries import (
    ask_at,
    asks_of,
    controllers_of,
    ladder_of,
    may_hear,
    name_of_controller,
)
from causeway.domains.campaigns.models import Rung
from causeway.domains.campaigns.policies import may_run_campaign, may_take_part
from causeway.domains.campaigns.standing import runs
from causeway.domains.campaigns.web.ladder_forms import AskForm
from causeway.kernel.errors import Conflict, Refused
from causeway.kernel.web import actor_of, perform_form


@login_required
@require_http_methods(["GET"])
def ladder_page(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    campaign = campaign_at(actor, slug)
    may_take_part.require(actor, campaign)
    ladder = ladder_of(actor, campaign)
    context = {
        "campaign": campaign,
        "ladder": ladder,
        "chart": chart_of(ladder),
        "asks": asks_of(actor, campaign),
        "runs": runs(actor, campaign),
    }
    return render(request, "campaigns/ladder.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Write the message, look at it, then send it: nothing goes out before the second button."""
    actor = actor_of(request)
    campaign = campaign_at(actor, slug)
    may_run_campaign.require(actor, campaign)
    controllers = controllers_of(actor, campaign)
    if not controllers:
        raise Refused(_("You can ask only in the name of a body that you speak for: as a coordinator or an officer."))
    form = AskForm(
        request.POST or None, controllers=controllers, initial={"rung": request.GET.get("rung", Rung.SIGNED)}
    )
    context = {"campaign": campaign, "form": form}
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if request.POST.get("do") == "send":
            try:
                sent = perform_form(actor, form, lambda: AskForNextStep(campaign_id=campaign.pk, **given))
            except Conflict as conflict:
                form.add_error(None, conflict.sentence)
                sent = None
            if sent is not None:
                messages.success(request, _("The message is going out."))
                return redirect("ladder:asked", ask_id=sent.pk)
        elif request.POST.get("do") != "edit":
            context |= {
                "given": given,
                "rung": Rung(given["rung"]).label,
                "sender": name_of_controller(given["controller_id"]),
                "reach": may_hear(campaign, given["controller_id"], given["rung"]),
            }
            return render(request, "campaigns/ask_preview.html", context)
    return render(request, "campaigns/ask.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET"])
def asked(request: HttpRequest, ask_id: UUID) -> HttpResponse:
    """How an ask went, in numbers."""
    ask = ask_at(actor_of(request), ask_id)
    context = {"ask": ask, "campaign": ask.campaign, "sender": name_of_controller(ask.controller_id)}
    return render(request, "campaigns/asked.html", context)
