"""What is written down of a gain, an obstacle or an unintended result, checked: for the commands that record one."""

from __future__ import annotations

from datetime import date
from typing import Any, Protocol
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.models import Campaign
from causeway.domains.campaigns.wording import a_day, https_link, some_text
from causeway.kernel.errors import Invalid


class Told(Protocol):
    """The fields that the three commands have."""

    @property
    def on(self) -> date: ...
    @property
    def text(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def source_url(self) -> str: ...
    @property
    def demand_id(self) -> UUID | None: ...
    @property
    def action_id(self) -> UUID | None: ...


def result_fields(campaign: Campaign, told: Told, *, is_internal: bool = False) -> dict[str, Any]:
    """The fields of a result, tidied. What everybody reads needs a source. Raises Invalid."""
    demand = campaign.demands.filter(pk=told.demand_id).first() if told.demand_id else None
    action = campaign.actions.filter(pk=told.action_id, withdrawn_on=None).first() if told.action_id else None
    if told.demand_id and demand is None:
        raise Invalid(demand=_("This demand is not one of this campaign. Choose again."))
    if told.action_id and action is None:
        raise Invalid(action=_("This action is not one of this campaign. Choose again."))
    return {
        "campaign": campaign,
        "on": a_day(told.on, "on", not_future=True),
        "text": some_text(told.text, "text", longest=2000),
        "source": some_text(told.source, "source", longest=300, needed=not is_internal),
        "source_url": https_link(told.source_url, "source_url"),
        "demand": demand,
        "action": action,
        "is_internal": is_internal,
    }
