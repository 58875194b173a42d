"""The pages of a campaign that are read."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from causeway.domains.alliances.standing import coordinates
from causeway.domains.campaigns.campaign_queries import (
    action_shown,
    actions_page,
    all_actions,
    campaign_shown,
    demands_shown,
    find_campaign,
    outcomes_shown,
    results_shown,
    targets_shown,
    withdrawn_actions,
)
from causeway.domains.campaigns.commands.open_campaign import OpenCampaign
from causeway.domains.campaigns.directory import Wanted, directory_page
from causeway.domains.campaigns.event_queries import next_events
from causeway.domains.campaigns.models import Campaign, Result
from causeway.domains.campaigns.policies import may_open_campaign, may_take_part
from causeway.domains.campaigns.record import record_of
from causeway.domains.campaigns.rota_queries import open_shifts
from causeway.domains.campaigns.standing import runs, takes_part
from causeway.domains.campaigns.web.changes import keys
from causeway.domains.campaigns.web.forms import OpenForm
from causeway.domains.campaigns.work_queries import (
    alliance_to_open_in,
    could_join,
    in_through,
    may_open_for,
    members_page,
)
from causeway.domains.services.models import Threat
from causeway.domains.services.policies.tipoffs import handles
from causeway.kernel.actors import Actor, Visitor, person_of
from causeway.kernel.panels import entries_of, panels_for
from causeway.kernel.web import actor_of, perform_form

MOST_LETTERS = 200
RESULT_HEADINGS = {
    Result.Kind.GAIN: ngettext_lazy("Gain", "Gains"),
    Result.Kind.OBSTACLE: ngettext_lazy("Obstacle", "Obstacles"),
    Result.Kind.UNINTENDED: ngettext_lazy("Unintended result", "Unintended results"),
}


@require_GET
def directory(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    wanted = _wanted(request)
    context = {
        "page": directory_page(actor, wanted, request.GET.get("page")),
        "wanted": wanted,
        "searched": wanted != Wanted(),
        "threats": Threat.Kind.choices,
        "stages": [choice for choice in Campaign.Stage.choices if choice[0] != Campaign.Stage.DRAFT],
        "outcomes": Campaign.Verdict.choices,
        "openings": may_open_for(actor),
    }
    return render(request, "campaigns/directory.html", context)


def _wanted(request: HttpRequest) -> Wanted:
    """What the address asks for; what is no choice of ours counts as nothing."""

    def given(name: str) -> str:
        return request.GET.get(name, "").replace("\0", "").strip()[:MOST_LETTERS]

    def chosen(name: str, values: list[str]) -> str:
        return given(name) if given(name) in values else ""

    return Wanted(
        words=given("q"),
        alliance=given("alliance"),
        threat=chosen("threat", Threat.Kind.values),
        stage=chosen("stage", Campaign.Stage.values),
        outcome=chosen("outcome", Campaign.Verdict.values),
    )


@require_http_methods(["GET", "POST"])
def open_campaign(request: HttpRequest, alliance: str) -> HttpResponse:
    actor = actor_of(request)
    if isinstance(actor, Visitor):
        return redirect_to_login(request.get_full_path())
    opening = alliance_to_open_in(alliance)
    may_open_campaign.require(actor, opening)
    form = OpenForm(request.POST if request.method == "POST" else None, initial=_first_choice(request))
    form.offer(actor, opening.pk)
    if request.method == "POST":
        given = form.cleaned_data if form.is_valid() else {}
        campaign = perform_form(
            actor,
            form,
            lambda: OpenCampaign(
                alliance_id=opening.pk,
                name=given["name"],
                summary=given["summary"],
                why=given["why"],
                threat_ids=keys(given.get("threats")),
                service_ids=keys(given.get("services")),
                publish=given["publish"] == "yes",
            ),
        )
        if campaign is not None:
            messages.success(request, _("The campaign is made. Next: its demands, its targets, and who is in."))
            return redirect("campaigns:members", campaign.slug)
    context = {"form": form, "alliance": opening}
    return render(request, "campaigns/open.html", context, status=422 if form.errors else 200)


def _first_choice(request: HttpRequest) -> dict[str, Any]:
    """The threat or service from whose page somebody comes."""
    chosen = {name: [request.GET[name]] for name in ("threats", "services") if name in request.GET}
    return {"publish": "", **chosen}


@require_GET
def page(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    campaign = find_campaign(actor, slug)
    panels = panels_for("campaign", actor, campaign)
    context = {
        "campaign": campaign,
        "shown": campaign_shown(actor, campaign, also=entries_of(panels)),
        "panels": panels,
        **_whats_on(actor, campaign),
        "address": settings.SITE_URL + campaign.get_absolute_url(),
        "joining": could_join(actor, campaign) if campaign.stage != Campaign.Stage.CLOSED else [],
        "here": "page",
    }
    return render(request, "campaigns/page.html", context)


def _whats_on(actor: Actor, campaign: Campaign) -> dict[str, Any]:
    """What people can come to and take on next."""
    return {
        "events": next_events(actor, campaign=campaign, most=3),
        "shifts": open_shifts(actor, campaign=campaign),
        "takes_part": takes_part(actor, campaign),
        "runs": runs(actor, campaign),
    }


@require_GET
def members(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    if isinstance(actor, Visitor):
        return redirect_to_login(request.get_full_path())
    campaign = find_campaign(actor, slug)
    may_take_part.require(actor, campaign)
    running = runs(actor, campaign)
    shown = members_page(actor, campaign, request.GET.get("page"), runs_it=running)
    context = {
        "campaign": campaign,
        "shown": shown,
        **_whats_on(actor, campaign),
        "coordinates": coordinates(actor, campaign.alliance_id),
        "handles": handles(actor, campaign.alliance_id),
        "my_id": person_of(actor),
        "my_organisations": {organisation.pk for organisation in shown.speaks_for},
        "internal": [row for row in results_shown(campaign, internal=True) if row.is_internal and not row.withdrawn_on],
        "panels": panels_for("campaign members", actor, campaign),
        "here": "members",
    }
    return render(request, "campaigns/members.html", context)


@require_GET
def demands(request: HttpRequest, slug: str) -> HttpResponse:
    actor, campaign, context = _listed(request, slug, "demands")
    mine = in_through(actor, campaign)
    context |= {"demands": demands_shown(campaign), "mine": mine, "my_organisations": {body.pk for body in mine}}
    return render(request, "campaigns/demands.html", context)


@require_GET
def targets(request: HttpRequest, slug: str) -> HttpResponse:
    _actor, campaign, context = _listed(request, slug, "targets")
    context["targets"] = targets_shown(campaign, also_dropped=context["runs"])
    return render(request, "campaigns/targets.html", context)


@require_GET
def actions(request: HttpRequest, slug: str) -> HttpResponse:
    _actor, campaign, context = _listed(request, slug, "actions")
    context["page"] = actions_page(campaign, request.GET.get("page"))
    context["withdrawn"] = withdrawn_actions(campaign) if context["runs"] else []
    return render(request, "campaigns/actions.html", context)


@require_GET
def action(request: HttpRequest, slug: str, action_id: UUID) -> HttpResponse:
    _actor, campaign, context = _listed(request, slug, "actions")
    context["action"] = action_shown(campaign, action_id)
    return render(request, "campaigns/action.html", context)


@require_GET
def results(request: HttpRequest, slug: str) -> HttpResponse:
    _actor, campaign, context = _listed(request, slug, "results")
    found = results_shown(campaign, internal=context["runs"])
    by_kind = {kind: [row for row in found if row.kind == kind and not row.withdrawn_on] for kind in RESULT_HEADINGS}
    context |= {
        "outcomes": outcomes_shown(campaign),
        "groups": [(RESULT_HEADINGS[kind] % len(rows), rows) for kind, rows in by_kind.items()],
        "withdrawn": [row for row in found if row.withdrawn_on],
    }
    return render(request, "campaigns/results.html", context)


@require_GET
def record(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    campaign = find_campaign(actor, slug)
    context = {
        "campaign": campaign,
        "shown": campaign_shown(actor, campaign, also=entries_of(panels_for("campaign", actor, campaign))),
        "demands": demands_shown(campaign),
        "actions": all_actions(campaign),
        "address": settings.SITE_URL + campaign.get_absolute_url(),
        "here": "record",
    }
    return render(request, "campaigns/record.html", context)


@require_GET
def record_json(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = find_campaign(Visitor(), slug)
    answer = JsonResponse(record_of(Visitor(), campaign), json_dumps_params={"indent": 2, "ensure_ascii": False})
    answer["Content-Disposition"] = f'attachment; filename="{campaign.slug}.json"'
    return answer


@require_GET
def code(request: HttpRequest, slug: str) -> HttpResponse:
    """The page's address as a QR code."""
    campaign = find_campaign(actor_of(request), slug)
    drawn = segno.make(settings.SITE_URL + reverse("campaigns:page", args=[campaign.slug]), error="m")
    svg = drawn.svg_inline(scale=4, border=4, dark="#000", light="#fff")
    namespaced = svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1) if "xmlns=" not in svg else svg
    return HttpResponse(namespaced, content_type="image/svg+xml")


def _listed(request: HttpRequest, slug: str, here: str) -> tuple[Actor, Campaign, dict[str, Any]]:
    """Who asks, the campaign, and what every page of its parts shows."""
    actor = actor_of(request)
    campaign = find_campaign(actor, slug)
    return actor, campaign, {"campaign": campaign, "runs": runs(actor, campaign), "here": here}
