"""A campaign's public record as plain values: for the API and for the export."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse

from causeway.domains.campaigns.campaign_queries import CampaignShown, Fact, campaign_shown, demands_shown
from causeway.domains.campaigns.models import Action, Campaign, Demand
from causeway.kernel.actors import Actor


def record_of(actor: Actor, campaign: Campaign) -> dict[str, Any]:
    """Everything public about a campaign. Organisations that did not wish to be named are only counted."""
    shown = campaign_shown(actor, campaign)
    return {
        **summary_of(campaign),
        "why": campaign.why,
        "closed_why": campaign.closed_why,
        "services": [{"name": row.name, "url": _address(row)} for row in shown.services],
        "threats": [_threat(row) for row in shown.threats if row.is_public],
        "demands": [_demand(row) for row in demands_shown(campaign)],
        "targets": [
            {
                "target": str(row.target),
                "can_decide": row.target.can_decide,
                "positions": [_fact(fact) for fact in row.positions],
            }
            for row in shown.targets
        ],
        "organisations": [row.organisation.name for row in shown.members],
        "organisations_not_named": shown.unnamed,
        "actions": [_action(row) for row in campaign.actions.filter(withdrawn_on=None).prefetch_related("hosts")],
        **_came_of_it(shown),
    }


def summary_of(campaign: Campaign) -> dict[str, Any]:
    """What the list of campaigns gives of each."""
    return {
        "slug": campaign.slug,
        "name": campaign.name,
        "url": settings.SITE_URL + reverse("campaigns:page", args=[campaign.slug]),
        "alliance": campaign.alliance.name,
        "summary": campaign.summary,
        "stage": campaign.stage,
        "outcome": campaign.outcome,
        "opened_on": campaign.opened_on,
        "closed_on": campaign.closed_on,
    }


def _came_of_it(shown: CampaignShown) -> dict[str, Any]:
    return {
        "gains": [_fact(fact) for fact in shown.gains],
        "obstacles": [_fact(fact) for fact in shown.obstacles],
        "unintended_results": [_fact(fact) for fact in shown.unintended],
        "outcomes": [_fact(fact) for fact in shown.outcomes],
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "kind": fact.word,
        "on": fact.on,
        "text": fact.text,
        "source": fact.source,
        "source_url": fact.source_url,
    }


def _threat(threat: Any) -> dict[str, Any]:
    return {
        "title": threat.title,
        "kind": threat.kind,
        "url": _address(threat),
        "clock": [{"label": str(point.label), "on": point.date} for point in threat.clock.points],
    }


def _demand(demand: Demand) -> dict[str, Any]:
    return {
        "text": demand.text,
        "state": demand.state,
        "adopted_on": demand.adopted_on,
        "adopted_how": demand.adopted_how,
        "earlier_wordings": [
            {"text": row.text, "until": row.until, "why_changed": row.why_changed}
            for row in demand.earlier_wordings.all()
        ],
        "answers": [
            {"state": row.state, "on": row.on, "source": row.source, "source_url": row.source_url}
            for row in demand.answers.all()
        ],
        "dissents": [
            {"organisation": row.organisation.name, "reason": row.reason, "since": row.since}
            for row in demand.dissents.all()
        ],
    }


def _action(action: Action) -> dict[str, Any]:
    return {
        "kind": action.kind,
        "title": action.title,
        "starts_on": action.starts_on,
        "ends_on": action.ends_on,
        "place": action.place,
        "latitude": action.latitude,
        "longitude": action.longitude,
        "hosts": [host.name for host in action.hosts.all()],
        "turnout": action.turnout,
        "turnout_how": action.turnout_how,
        "about": action.about,
        "gained": action.gained,
        "links": action.links,
    }


def _address(row: Any) -> str:
    return settings.SITE_URL + str(row.get_absolute_url())
