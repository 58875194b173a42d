"""Campaigns for other programs: what everybody may read, as JSON."""

from __future__ import annotations

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema

from causeway.domains.campaigns.api_shapes import CampaignList, CampaignRecord
from causeway.domains.campaigns.campaign_queries import find_campaign
from causeway.domains.campaigns.directory import Wanted, directory_page
from causeway.domains.campaigns.record import record_of, summary_of
from causeway.kernel.actors import Visitor
from causeway.kernel.parameters import PageNumber, Slug, Words

router = Router(tags=["campaigns"])


class CampaignsWanted(Schema):
    """What to look for. ``words`` searches the text; ``alliance`` its name or area."""

    words: Words = ""
    alliance: Words = ""
    threat: Words = ""
    stage: Literal["", "open", "closed"] = ""
    outcome: Words = ""
    page: PageNumber = 1


@router.get("", response=CampaignList, operation_id="list_campaigns", summary="Campaigns, newest first")
def list_campaigns(request: HttpRequest, wanted: Query[CampaignsWanted]) -> dict[str, Any]:
    """Open and closed campaigns, 20 on a page; a page beyond the last gives the last."""
    given = wanted.dict()
    number = given.pop("page")
    page = directory_page(Visitor(), Wanted(**given), number)
    return {
        "total": page.paginator.count,
        "page": page.number,
        "pages": page.paginator.num_pages,
        "campaigns": [summary_of(campaign) for campaign in page.object_list],
    }


@router.get("/{slug}", response=CampaignRecord, operation_id="get_campaign", summary="A campaign’s public record")
def get_campaign(request: HttpRequest, slug: Slug) -> dict[str, Any]:
    """Everything public about one campaign, with dates and sources."""
    return record_of(Visitor(), find_campaign(Visitor(), slug))
