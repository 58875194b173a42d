"""Read an Open Referral UK feed, to look at before it is taken in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from uuid import UUID

from causeway.domains.alliances.models import Alliance
from causeway.domains.services.filled_in import short_text
from causeway.domains.services.models import ServiceImport
from causeway.domains.services.openreferral.reading import read_feed
from causeway.domains.services.policies.register import may_read_feed
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs


@dataclass(frozen=True, kw_only=True)
class ReadServicesFeed(Command[ServiceImport]):
    """Read the bytes of a feed. The register changes only with ``TakeInServices``.

    Raises Unreadable where the whole cannot be read; what is wrong with single items stands in the report.
    """

    alliance_id: UUID
    source: str
    raw: bytes


@performs(
    ReadServicesFeed,
    policy=may_read_feed,
    says="read a directory of services from “{source}”: {good} good, {refused} refused",
    finds=found(Alliance, "alliance_id"),
)
def read_services_feed(_actor: Actor, command: ReadServicesFeed, alliance: Alliance) -> Done[ServiceImport]:
    feed = read_feed(command.raw)
    reading = ServiceImport.objects.create(
        alliance=alliance,
        source=short_text("source", command.source.replace("\x00", ""), longest=500),
        digest=hashlib.sha256(command.raw).hexdigest(),
        read_at=clock.now(),
        items={"services": feed.services, "bodies": feed.bodies},
        report=feed.report(),
        refused=feed.refused,
        services_read=len(feed.services),
    )
    named = {"source": reading.source, "good": str(len(feed.services)), "refused": str(feed.refused)}
    return Done(reading, scope=alliance.pk, about=reading.pk, named=named)
