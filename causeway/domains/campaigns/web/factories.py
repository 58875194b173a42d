"""How this room's many small pages are made: a form for one command, and a button for one command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST
from django_stubs_ext import StrOrPromise

from causeway.domains.campaigns.campaign_queries import find_campaign
from causeway.domains.campaigns.models import Campaign
from causeway.domains.campaigns.policies import may_run_campaign
from causeway.domains.campaigns.web.forms import CampaignForm
from causeway.kernel.actors import Visitor
from causeway.kernel.commands import Command
from causeway.kernel.perform import perform
from causeway.kernel.policies import Policy
from causeway.kernel.web import actor_of, perform_form

View = Callable[..., HttpResponse]
Find = Callable[..., Any]
Build = Callable[[Campaign, Any, dict[str, Any]], Command[Any]]


def the_campaign(campaign: Campaign) -> Campaign:
    """For pages that are about the campaign itself."""
    return campaign


def form_page(
    *,
    form: type[CampaignForm],
    build: Build,
    title: StrOrPromise,
    does: StrOrPromise,
    said: StrOrPromise,
    then: str = "campaigns:members",
    find: Find = the_campaign,
    policy: Policy = may_run_campaign,
    initial: Callable[[Any], Mapping[str, Any]] = lambda _row: {},
    lead: StrOrPromise = "",
) -> View:
    """A page with one form: ``find`` fetches the row, ``policy`` lets in, ``build`` makes the command.

    ``does`` is the button's word, ``said`` what is told afterwards, ``then`` the page to go on to.
    """

    @require_http_methods(["GET", "POST"])
    def page(request: HttpRequest, slug: str, **keys: Any) -> HttpResponse:
        actor = actor_of(request)
        if isinstance(actor, Visitor):
            return redirect_to_login(request.get_full_path())
        campaign = find_campaign(actor, slug)
        row = find(campaign, **keys)
        policy.require(actor, row)
        given = request.POST if request.method == "POST" else None
        filled = form(given, initial=dict(initial(row)), actor=actor, campaign=campaign)
        if given is not None:
            made = perform_form(actor, filled, lambda: build(campaign, row, filled.cleaned_data))
            if made is not None:
                messages.success(request, str(said))
                return redirect(reverse(then, args=[slug]))
        context = {"campaign": campaign, "form": filled, "title": title, "does": does, "lead": lead, "row": row}
        context["back"] = reverse(then, args=[slug])
        return render(request, "campaigns/form.html", context, status=422 if filled.errors else 200)

    return page


def button(
    *, build: Callable[[Campaign, Any], Command[Any]], said: StrOrPromise, then: str, find: Find = the_campaign
) -> View:
    """An address that only takes a button's press, performs its command, and goes on to a page."""

    @require_POST
    def press(request: HttpRequest, slug: str, **keys: Any) -> HttpResponse:
        actor = actor_of(request)
        if isinstance(actor, Visitor):
            return redirect_to_login(reverse(then, args=[slug]))
        campaign = find_campaign(actor, slug)
        perform(actor, build(campaign, find(campaign, **keys)))
        messages.success(request, str(said))
        return redirect(reverse(then, args=[slug]))

    return press
