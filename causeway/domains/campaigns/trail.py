"""What every command of this room returns: its value, in the trail of the campaign's alliance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from causeway.domains.campaigns.models import Campaign
from causeway.kernel.commands import Done
from causeway.kernel.events import Event

T = TypeVar("T")


def in_trail(
    campaign: Campaign, value: T, *, about: UUID | None = None, events: Sequence[Event] = (), **named: str
) -> Done[T]:
    """Done, within the campaign's alliance; ``about`` is the campaign where nothing nearer has an identifier."""
    return Done(
        value,
        events=events,
        scope=campaign.alliance_id,
        about=about or campaign.pk,
        named={"campaign": campaign.name, **named},
    )
