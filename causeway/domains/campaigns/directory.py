"""The directory of campaigns: search, filters, pages."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.core.paginator import Page
from django.db.models import F, Prefetch, Q, QuerySet

from causeway.domains.campaigns.models import Campaign
from causeway.domains.campaigns.queries import visible_campaigns
from causeway.domains.services.models import Threat
from causeway.kernel.actors import Actor
from causeway.kernel.paging import Paginator

PAGE = 20


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What somebody looks for; everything left empty matches everything."""

    words: str = ""
    alliance: str = ""
    threat: str = ""
    stage: str = ""
    outcome: str = ""


def campaigns_found(actor: Actor, wanted: Wanted) -> QuerySet[Campaign]:
    """The campaigns that the actor sees and that match, best first for words, else newest first."""
    found = visible_campaigns(actor).select_related("alliance").defer("search", "why", "strategy")
    if wanted.alliance:
        found = found.filter(
            Q(alliance__name__icontains=wanted.alliance) | Q(alliance__area__icontains=wanted.alliance)
        )
    if wanted.threat:
        kinds = Campaign.threats.through.objects.filter(threat__kind=wanted.threat, threat__is_public=True)
        found = found.filter(pk__in=kinds.values("campaign_id"))
    if wanted.stage:
        found = found.filter(stage=wanted.stage)
    if wanted.outcome:
        found = found.filter(outcome=wanted.outcome)
    if wanted.words:
        query = SearchQuery(wanted.words, search_type="websearch", config="english")
        return found.filter(search=query).order_by(-SearchRank(F("search"), query), "name")
    return found.order_by(F("opened_on").desc(nulls_first=True), "name")


def directory_page(actor: Actor, wanted: Wanted, number: str | int | None) -> Page[Campaign]:
    """One page of the directory, each campaign with its public threats."""
    threats = Threat.objects.filter(is_public=True, withdrawn_on=None, closed_on=None)
    found = campaigns_found(actor, wanted).prefetch_related(Prefetch("threats", queryset=threats))
    return Paginator(found, PAGE).get_page(number)
