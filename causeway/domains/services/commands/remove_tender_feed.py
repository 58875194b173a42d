"""Remove a feed of tender notices."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.services.models import TenderFeed
from causeway.domains.services.policies.tenders import may_tend_feed
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class RemoveTenderFeed(Command[None]):
    """Stop reading a feed. The notices that came from it stay."""

    feed_id: UUID


@performs(
    RemoveTenderFeed,
    policy=may_tend_feed,
    says="removed the feed of tender notices “{feed}”",
    finds=locked(TenderFeed, "feed_id"),
)
def remove_tender_feed(_actor: Actor, _command: RemoveTenderFeed, feed: TenderFeed) -> Done[None]:
    scope, name = feed.alliance_id, feed.name
    feed.delete()
    return Done(None, scope=scope, named={"feed": name})
