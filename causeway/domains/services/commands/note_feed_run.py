"""Note that a feed was read, or why not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from causeway.domains.services.models import TenderFeed
from causeway.domains.services.policies.tenders import may_note_feed_run
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class NoteFeedRun(Command[None]):
    """Keep what the next run needs: the marks that the server gave, and up to when the feed was read."""

    feed_id: UUID
    etag: str = ""
    last_modified: str = ""
    read_until: datetime | None = None
    failure: str = ""


@performs(
    NoteFeedRun,
    policy=may_note_feed_run,
    says="read the feed of tender notices “{feed}”{failed}",
    finds=locked(TenderFeed, "feed_id"),
)
def note_feed_run(_actor: Actor, command: NoteFeedRun, feed: TenderFeed) -> Done[None]:
    feed.last_run_at, feed.last_failure = clock.now(), command.failure[:300]
    if not command.failure:
        feed.etag, feed.last_modified = command.etag[:300], command.last_modified[:100]
        feed.read_until = command.read_until or feed.read_until
    feed.save()
    failed = "; it failed" if command.failure else ""
    return Done(None, scope=feed.alliance_id, about=feed.pk, named={"feed": feed.name, "failed": failed})
